"""Rehearsal: what the stays of the past would have brought by the plan as it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.report_rows import report_rows
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.lots import Lot
from core.services.rehearse_rates import RehearsalReport


class RehearsalPage(Spoken):
    """``begin_asked`` carries how many days back; ``cancel_asked`` while it runs."""

    begin_asked = Signal(int)
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: RehearsalReport | None = None
        self._lot: Lot | None = None
        self._runs = False
        self._lead, self._told = line("quiet", wraps=True), line("quiet", wraps=True)
        self._days = Choice[int](
            (
                (7, lambda: self.tr("the last 7 days")),
                (30, lambda: self.tr("the last 30 days")),
                (90, lambda: self.tr("the last 90 days")),
                (365, lambda: self.tr("the last year")),
            )
        )
        self._days.choose(30)
        self._begin, self._cancel = KeyButton(key="Return"), KeyButton(key="Esc")
        self.list = RuleList()
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        for widget in (self._days, self._begin, self._cancel):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._lead)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        self._cancel.hide()
        self.setFocusProxy(self._days)
        self._begin.clicked.connect(self._on_begin)
        self._cancel.clicked.connect(self.cancel_asked)
        self.speak()

    def speak(self) -> None:
        self._lead.setText(
            self.tr("Prices past stays by this plan, against what was taken for them. Nothing is changed.")
        )
        self._days.speak()
        self._days.setAccessibleName(self.tr("Stays that ended in"))
        self._begin.setText(self.tr("Rehearse"))
        self._cancel.setText(self.tr("End it"))
        self.list.setAccessibleName(self.tr("What the rehearsal came to"))
        self._show()

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """What is listed."""
        return self.list.rows

    @property
    def told(self) -> str:
        """How far it is, or why it could not be done."""
        return self._told.text()

    def show_progress(self, done: int, count: int) -> None:
        """It runs, and so many stays are done."""
        self._set_running(runs=True)
        self._told.setText(self.tr("{done} of {count} stays …").format(done=done, count=count))

    def show_report(self, report: RehearsalReport, lot: Lot) -> None:
        """Show what it came to."""
        self._report, self._lot = report, lot
        self._set_running(runs=False)
        self._told.clear()
        self._show()

    def tell(self, words: str) -> None:
        """Say why it could not be done."""
        self._set_running(runs=False)
        self._told.setText(words)

    def _set_running(self, *, runs: bool) -> None:
        self._runs = runs
        self._begin.setEnabled(not runs)
        self._cancel.setVisible(runs)

    def _show(self) -> None:
        if self._report is not None and self._lot is not None:
            self.list.show_rows(report_rows(self._report, self._lot), None)

    def _on_begin(self) -> None:
        if not self._runs:
            self._set_running(runs=True)
            self.begin_asked.emit(self._days.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_begin()
        elif event.key() == Qt.Key.Key_Escape and self._runs:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)
