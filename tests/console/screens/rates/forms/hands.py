"""Hands for forms: typing over what stands in a field, choosing from a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.piece import Piece
from console.screens.rates.forms.typed_field import TypedField


def write(field: TypedField[Any], text: str) -> None:
    """Type over what stands there, key by key, and leave the field."""
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClicks(field.line, text)
    field.line.editingFinished.emit()


def choose(field: ChoiceField[Any], value: object) -> None:
    """Go through a list with the arrow keys to a value."""
    QTest.keyClick(field.box, Qt.Key.Key_Home)
    for _ in range(field.box.count()):
        if field.value() == value:
            return
        QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert field.value() == value


class Heard:
    """What a form said since it was last asked."""

    def __init__(self, form: PartForm[Any]) -> None:
        self._parts: list[Any] = []
        self._problems: list[str] = []
        form.changed.connect(self._parts.append)
        form.problem.connect(self._problems.append)

    @property
    def part(self) -> Any:
        """The last part it gave."""
        return self._parts[-1] if self._parts else None

    @property
    def parts(self) -> list[Any]:
        return self._parts

    @property
    def problem(self) -> str:
        """The problem that stands now."""
        return self._problems[-1] if self._problems else ""


def touch(piece: Piece[Any]) -> None:
    """Let a form read all its fields again, as after an edit."""
    piece.edited.emit()
