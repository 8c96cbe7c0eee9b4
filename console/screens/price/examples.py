"""What the price comes to for a few stays, reckoned as one types."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.formats import format_duration, format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.price.draft import EXAMPLE_MINUTES, example_totals
from core.domain.rates.plan import Plan


class PriceExamples(Spoken):
    """A row for each example; dashes as long as the figures make no price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._heading = line("title")
        self._lengths = [line() for _ in EXAMPLE_MINUTES]
        self._totals = [line() for _ in EXAMPLE_MINUTES]
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._heading, 0, 0, 1, 2)
        for place, (length, total) in enumerate(zip(self._lengths, self._totals, strict=True), start=1):
            grid.addWidget(length, place, 0)
            grid.addWidget(total, place, 1, Qt.AlignmentFlag.AlignRight)
        self.speak()

    def speak(self) -> None:
        self._heading.setText(self.tr("So a car pays"))
        self._show()

    def show_plan(self, plan: Plan | None) -> None:
        """Reckon with this plan; None where the figures make none."""
        self._plan = plan
        self._show()

    def _show(self) -> None:
        for label, minutes in zip(self._lengths, EXAMPLE_MINUTES, strict=True):
            label.setText(format_duration(timedelta(minutes=minutes)))
        if self._plan is None:
            for label in self._totals:
                label.setText("–")
            return
        for label, (_minutes, minor) in zip(self._totals, example_totals(self._plan), strict=True):
            label.setText(format_money(minor, self._plan.currency) if minor else self.tr("free"))
