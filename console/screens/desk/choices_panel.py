"""Offers the plates that a car may bear: each with its chance and its key."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.formats import format_percent
from console.screens.desk.doubtful_letters import DoubtfulLetters
from console.screens.desk.labels import label
from console.screens.desk.plate_choices import MOST_CHOICES, Choice, choices_of
from console.theme import Role, TypeRole, text_scale
from console.widgets.key_button import KeyButton
from core.services.lane_view import LaneView

LARGE_TEXT = 1.2
# Two of longer ones find no room beside the plate in a window of 1280 px.
LONG_PLATE = 8


class ChoicesPanel(QWidget):
    """``chosen`` carries the plate; nothing is decided by choosing. Takes no room without a choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: LaneView | None = None
        self._choices: tuple[Choice, ...] = ()
        self._title = label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._letters = DoubtfulLetters()
        self._grid = QGridLayout()
        self._buttons = tuple(KeyButton(key=f"Alt+{number}") for number in range(1, MOST_CHOICES + 1))
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()

    @property
    def count(self) -> int:
        """How many plates are offered."""
        return len(self._choices)

    def show_view(self, view: LaneView) -> None:
        """Offer what the plate at this lane may be."""
        self._view = view
        self._choices = choices_of(view)
        self._letters.show_plate(view.plate, view.slots)
        self.retranslate()
        self.setVisible(bool(self._choices))

    def choose(self, number: int) -> None:
        """Take the plate of that number, counted from 1; nothing happens where there is none."""
        if 1 <= number <= len(self._choices):
            self.chosen.emit(self._choices[number - 1].plate)

    def next_to(self, plate: str, step: int) -> str:
        """The plate offered after (1) or before (-1) this one, the first where it is none of them."""
        plates = [choice.plate for choice in self._choices]
        if not plates:
            return plate
        return plates[(plates.index(plate) + step) % len(plates)] if plate in plates else plates[0]

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._title.setText(self.tr("Read as"))
        self._letters.retranslate()
        for number, button in enumerate(self._buttons):
            is_offered = number < len(self._choices)
            button.setVisible(is_offered)
            if is_offered:
                button.setText(_words(self._choices[number]))
        self._place_buttons()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._buttons:
            self.choose(self._buttons.index(button) + 1)

    def _place_buttons(self) -> None:
        longest = max((len(choice.plate) for choice in self._choices), default=0)
        columns = 1 if text_scale() > LARGE_TEXT or longest > LONG_PLATE else 2
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)

    def _lay_out(self) -> None:
        self._grid.setSpacing(8)
        read = QVBoxLayout()
        read.setSpacing(0)
        read.addWidget(self._title)
        read.addWidget(self._letters)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(read)
        row.addLayout(self._grid, stretch=1)


def _words(choice: Choice) -> str:
    return choice.plate if choice.chance is None else f"{choice.plate}  {format_percent(choice.chance)}"
