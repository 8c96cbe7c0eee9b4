"""How far a rate reaches."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.flow import Flow
from console.screens.rates.forms.lengths import HOUR_S
from console.screens.rates.forms.period_choice import too_short
from console.screens.rates.forms.piece import Piece, show_if
from console.screens.rates.forms.time_field import TimeOfDayField
from core.domain.rates.plan import Covers


class Reach(Enum):
    """Where a rate ends."""

    STAY = "stay"
    LENGTH = "length"
    UNTIL = "until"


class CoversField(Piece[Covers | None]):
    """None: the whole stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reach = ChoiceField[Reach](
            (
                (
                    Reach.STAY,
                    lambda: self.tr("the whole stay"),
                    lambda: self.tr("From the entry to the exit."),
                ),
                (
                    Reach.LENGTH,
                    lambda: self.tr("so long from the entry"),
                    lambda: self.tr("What is left of the stay then chooses a rate again."),
                ),
                (
                    Reach.UNTIL,
                    lambda: self.tr("until a time of day"),
                    lambda: self.tr("Until it comes next; what is left of the stay chooses a rate again."),
                ),
            )
        )
        self.length = DurationField(12 * HOUR_S)
        self.length.show_value(12 * HOUR_S)
        self.until = TimeOfDayField(18 * HOUR_S, may_end=True)
        row = Flow()
        row.add(self.reach, self.length, self.until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.setFocusProxy(self.reach)
        self.reach.edited.connect(self._on_reach)
        self.length.edited.connect(self.edited)
        self.until.edited.connect(self.edited)
        self._arrange()
        self.speak()

    def speak(self) -> None:
        self.length.call(self.tr("How long it reaches"))
        self.until.call(self.tr("Until when it reaches"))

    def call(self, words: str) -> None:
        self.setAccessibleName(words)
        self.reach.box.setAccessibleName(words)

    def value(self) -> Covers | None:
        match self.reach.value():
            case Reach.STAY:
                return None
            case Reach.LENGTH:
                return Covers(length_s=self.length.seconds)
            case Reach.UNTIL:
                return Covers(until_s=self.until.value())

    def show_value(self, value: Covers | None) -> None:
        if value is None:
            self.reach.show_value(Reach.STAY)
        elif value.until_s is not None:
            self.reach.show_value(Reach.UNTIL)
            self.until.show_value(value.until_s)
        else:
            self.reach.show_value(Reach.LENGTH)
            self.length.show_value(value.length_s)
        self._arrange()

    def wrong(self) -> str:
        match self.reach.value():
            case Reach.LENGTH:
                return self.length.wrong() or too_short(self.length.seconds)
            case Reach.UNTIL:
                return self.until.wrong()
            case _:
                return ""

    def explained(self) -> str:
        """The line on what is chosen."""
        return self.reach.explained()

    def _arrange(self) -> None:
        show_if(self.length, self.reach.value() is Reach.LENGTH)
        show_if(self.until, self.reach.value() is Reach.UNTIL)

    def _on_reach(self) -> None:
        self._arrange()
        self.edited.emit()
