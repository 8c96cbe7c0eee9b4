"""The steps that a charge goes through, first to last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.screens.rates.forms.piece import Piece
from console.screens.rates.forms.step_row import StepRow
from console.screens.rates.forms.step_words import StepKind
from console.theme import set_icon
from console.theme.space import SMALL
from core.domain.rates.plan import Step

MOST_STEPS = 200


class LadderField(Piece[tuple[Step, ...]]):
    """Rows of steps: added at the end, moved, taken away; each says from where to where it reaches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = "EUR"
        self._repeated = 1
        self.rows: list[StepRow] = []
        self.add_button = QPushButton()
        self.add_button.setAutoDefault(False)
        set_icon(self.add_button, "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_button)
        self.add_button.clicked.connect(self.add)
        self.speak()

    @property
    def says_itself(self) -> bool:
        return True

    def speak(self) -> None:
        self.add_button.setText(self.tr("Add a step"))
        self._arrange()

    def call(self, words: str) -> None:
        self.setAccessibleName(words)

    def set_currency(self, currency: str) -> None:
        """Take prices of another currency from now on."""
        self._currency = currency
        for row in self.rows:
            row.price.set_currency(currency)

    def set_repeated(self, steps: int) -> None:
        """Say of the last step that so many at the end repeat."""
        if steps != self._repeated:
            self._repeated = steps
            self._arrange()

    def value(self) -> tuple[Step, ...]:
        return tuple(row.step() for row in self.rows)

    def show_value(self, value: tuple[Step, ...]) -> None:
        while self.rows:
            self._drop(self.rows[-1])
        start_s = 0
        for step in value:
            self._append().show_step(step, start_s)
            start_s += step.length_s or 0
        self._arrange()

    def wrong(self) -> str:
        return next(filter(None, (row.wrong() for row in self.rows)), "")

    def add(self) -> None:
        """Add a step without a price yet, like the last one; one without an end gets an hour first."""
        if len(self.rows) >= MOST_STEPS:
            return
        last = self.rows[-1] if self.rows else None
        row = self._append()
        if last is not None:
            step = last.step()
            if last.length.value() is None and not last.length.wrong():
                last.length.clear()
            row.show_step(Step(step.price_minor, None, step.each_s, step.per_s, step.is_total), 0)
        else:
            row.kind.show_value(StepKind.UNIT)
        row.price.clear()
        self._arrange()
        row.setFocus()
        self.edited.emit()

    def _append(self) -> StepRow:
        row = StepRow(self._currency)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        row.edited.connect(self._on_edited)
        row.moved.connect(self._on_moved)
        row.removed.connect(self._on_removed)
        return row

    def _drop(self, row: StepRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        start_s = 0
        for number, row in enumerate(self.rows, start=1):
            is_last = number == len(self.rows)
            row.start_s = start_s
            row.place(number, start_s, is_last=is_last, following=self._following(row) if is_last else "")
            start_s += row.length_s or 0

    def _following(self, row: StepRow) -> str:
        """What a last step with an end leads to."""
        if row.length_s is None:
            return ""
        if any(one.kind.value() is StepKind.TOTAL for one in self.rows[-self._repeated :]):
            return self.tr("; longer stays cost no more by this ladder")
        if self._repeated > 1:
            return self.tr("; then the last {steps} steps again and again").format(steps=self._repeated)
        if row.kind.value() is StepKind.BLOCK:
            return self.tr("; then the same again")
        return self.tr("; then on in the same way")

    def _on_edited(self) -> None:
        self._arrange()
        self.edited.emit()

    def _on_moved(self, by: int) -> None:
        row = self.sender()
        place = next(place for place, one in enumerate(self.rows) if one is row)
        if not 0 <= place + by < len(self.rows):
            return
        moved = self.rows.pop(place)
        self.rows.insert(place + by, moved)
        self._column.removeWidget(moved)
        self._column.insertWidget(place + by, moved)
        self._arrange()
        moved.setFocus()
        self.edited.emit()

    def _on_removed(self) -> None:
        row = self.sender()
        place = next(place for place, one in enumerate(self.rows) if one is row)
        self._drop(self.rows[place])
        self._arrange()
        self.add_button.setFocus()
        self.edited.emit()
