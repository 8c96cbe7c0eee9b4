"""A multiplication as people say it: times two, ten per cent less."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.number_field import NumberField
from console.screens.rates.forms.piece import Piece
from console.screens.rates.forms.sentence import Sentence
from console.theme.space import TIGHT
from core.domain.rates.document_amounts import HIGHEST_FACTOR

_ONE = Decimal(1)


class Way(Enum):
    """How a factor is said."""

    LESS = "less"
    MORE = "more"
    TIMES = "times"


class FactorField(Piece[Decimal]):
    """The factor that the price is multiplied by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = ChoiceField[Way](
            (
                (Way.LESS, lambda: self.tr("cheaper by a part"), str),
                (Way.MORE, lambda: self.tr("dearer by a part"), str),
                (Way.TIMES, lambda: self.tr("so many times the price"), str),
            )
        )
        self.less = NumberField(Decimal(10), most=Decimal(100))
        self.more = NumberField(Decimal(10), most=100 * HIGHEST_FACTOR - 100)
        self.times = NumberField(Decimal(2), most=HIGHEST_FACTOR)
        self._sentence = Sentence(self._template, {"less": self.less, "more": self.more, "times": self.times})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.way)
        column.addWidget(self._sentence)
        self.setFocusProxy(self.way)
        self.way.edited.connect(self._on_way)
        for field in (self.less, self.more, self.times):
            field.edited.connect(self.edited)

    def call(self, words: str) -> None:
        self.setAccessibleName(words)
        self.way.box.setAccessibleName(words)

    def value(self) -> Decimal:
        match self.way.value():
            case Way.LESS:
                return _ONE - self.less.value().scaleb(-2)
            case Way.MORE:
                return _ONE + self.more.value().scaleb(-2)
            case Way.TIMES:
                return self.times.value()

    def show_value(self, value: Decimal) -> None:
        whole = value == value.to_integral_value()
        way = Way.TIMES if whole else Way.LESS if value < 1 else Way.MORE
        self.way.show_value(way)
        match way:
            case Way.LESS:
                self.less.show_value((_ONE - value).scaleb(2))
            case Way.MORE:
                self.more.show_value((value - _ONE).scaleb(2))
            case Way.TIMES:
                self.times.show_value(value)
        self._sentence.speak()

    def wrong(self) -> str:
        return {Way.LESS: self.less, Way.MORE: self.more, Way.TIMES: self.times}[self.way.value()].wrong()

    def _template(self) -> str:
        match self.way.value():
            case Way.LESS:
                return self.tr("{less} % less")
            case Way.MORE:
                return self.tr("{more} % more")
            case Way.TIMES:
                return self.tr("{times} times the price")

    def _on_way(self) -> None:
        self._sentence.speak()
        self.edited.emit()
