"""The people who may sign on, as large rows with a digit each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from console.screens.form.roles import role_in_words
from console.screens.form.side_list import SideList
from core.domain.people import Person

DIGITS = "123456789"
WIDTH = 360


class PersonList(SideList):
    """Arrow keys and digits choose; Enter, or the digit itself, takes the choice (``person_chosen``)."""

    person_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent, width=width)
        self._people: tuple[Person, ...] = ()
        self.itemClicked.connect(self._on_item_clicked)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these people; who was chosen stays chosen, and nobody hears that the list was made anew."""
        chosen = self.person()
        with QSignalBlocker(self):
            self._people = tuple(people)
            self.clear()
            for place, person in enumerate(self._people):
                digit = DIGITS[place] if place < len(DIGITS) else ""
                self.add(person.name, role_in_words(person.role), digit)
            places = [place for place, person in enumerate(self._people) if person == chosen]
            self.setCurrentRow(places[0] if places else 0)
        if self.person() != chosen:
            self.currentRowChanged.emit(self.currentRow())

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone who is shown."""
        return self._people

    def person(self) -> Person | None:
        """Who is chosen."""
        place = self.currentRow()
        return self._people[place] if 0 <= place < len(self._people) else None

    def choose(self, person_id: str) -> None:
        """Choose the person of that id."""
        for place, person in enumerate(self._people):
            if person.person_id == person_id:
                self.setCurrentRow(place)

    def _take(self) -> None:
        person = self.person()
        if person is not None:
            self.person_chosen.emit(person)

    def _on_item_clicked(self, _item: QListWidgetItem) -> None:
        self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = DIGITS.find(event.text()) if event.text() else -1
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif 0 <= place < len(self._people):
            self.setCurrentRow(place)
            self._take()
        elif event.text().isdigit():
            # A digit that is nobody's belongs to whatever is around the list.
            event.ignore()
        else:
            super().keyPressEvent(event)
