"""Whose stays: everyone's, any member's, or those of some memberships."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.name_field import NamesField
from console.screens.rates.forms.piece import Piece, show_if
from console.theme.space import TIGHT
from core.domain.rates.document_applies import ANY_MEMBER


class Whose(Enum):
    """Who is meant."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    NAMED = "named"


class LoyaltyField(Piece[frozenset[str]]):
    """Names of memberships; none is everyone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = ChoiceField[Whose](
            (
                (Whose.EVERYONE, lambda: self.tr("everyone"), str),
                (Whose.MEMBERS, lambda: self.tr("any member"), str),
                (Whose.NAMED, lambda: self.tr("members of these"), str),
            )
        )
        self.names = NamesField(
            lambda: self.tr("gold, staff"),
            needed=lambda: self.tr("Name at least one membership, such as gold."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.whose)
        column.addWidget(self.names)
        self.setFocusProxy(self.whose)
        self.whose.edited.connect(self._on_whose)
        self.names.edited.connect(self.edited)
        self._arrange()

    def call(self, words: str) -> None:
        self.setAccessibleName(words)
        self.whose.box.setAccessibleName(words)
        self.names.call(words)

    def value(self) -> frozenset[str]:
        match self.whose.value():
            case Whose.EVERYONE:
                return frozenset()
            case Whose.MEMBERS:
                return frozenset({ANY_MEMBER})
            case Whose.NAMED:
                return self.names.value()

    def show_value(self, value: frozenset[str]) -> None:
        if value == {ANY_MEMBER}:
            self.whose.show_value(Whose.MEMBERS)
        else:
            self.whose.show_value(Whose.NAMED if value else Whose.EVERYONE)
            self.names.show_value(value)
        self._arrange()

    def wrong(self) -> str:
        return self.names.wrong() if self.whose.value() is Whose.NAMED else ""

    def _arrange(self) -> None:
        show_if(self.names, self.whose.value() is Whose.NAMED)

    def _on_whose(self) -> None:
        self._arrange()
        self.edited.emit()
