"""The plan beside the one in force: both curves in one chart, and each rule that differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.differences import Difference
from console.screens.rates.example_words import moment_words
from console.screens.rates.outlook import Outlook
from console.screens.rates.places import Place
from console.screens.rates.price_page import curve_line
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow
from console.theme.space import SMALL
from console.widgets.price_curve import PriceCurve
from console.words.rate_windows import length_words
from core.domain.rates.comparing import PriceDifference
from core.domain.rates.plan import Plan


class ComparePage(Spoken):
    """``place_asked`` carries the rule of the difference that was chosen."""

    place_asked = Signal(object)
    form_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._found: tuple[Difference, ...] = ()
        self._currency = "EUR"
        self._lead = line("strong", wraps=True)
        self.curve, self.list = PriceCurve(self._money), RuleList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._lead)
        column.addWidget(self.curve, 4)
        column.addWidget(self.list, 5)
        self.setFocusProxy(self.list)
        self.list.place_chosen.connect(self._on_place_chosen)
        self.list.form_asked.connect(self._on_form_asked)
        self.speak()

    def speak(self) -> None:
        self.curve.setAccessibleName(self.tr("Both prices by length of stay"))
        self.list.setAccessibleName(self.tr("Differences to the plan in force"))
        self._show()

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """What is listed."""
        return self.list.rows

    def show_outlook(self, outlook: Outlook, found: Sequence[Difference]) -> None:
        """Show how this plan differs from the one in force."""
        self._outlook, self._found = outlook, tuple(found)
        self._currency = outlook.plan.currency
        self._show()

    def _show(self) -> None:
        outlook = self._outlook
        self._lead.setText(
            self.tr("Differences to the plan in force: {count}").format(count=len(self._found))
            if self._found
            else self.tr("✓ Says the same as the plan in force.")
        )
        if outlook is None:
            return
        lines = []
        if outlook.curve is not None:
            lines.append(curve_line(outlook.curve, self.tr("new")))
        if outlook.before is not None:
            lines.append(curve_line(outlook.before, self.tr("in force"), is_quiet=True))
        self.curve.show_lines(lines, outlook.curve.up_to_s if outlook.curve is not None else 1)
        rows = [self._row(one) for one in self._found]
        if outlook.dearest:
            rows.append(RuleRow(None, self.tr("Stays it matters most for"), heading=True))
            rows += [self._stay_row(one, outlook.plan) for one in outlook.dearest]
        self.list.show_rows(rows, self.list.chosen)

    def _row(self, one: Difference) -> RuleRow:
        before = one.before or self.tr("was not there")
        after = one.after or self.tr("goes")
        words = self.tr("Before: {before}\nNew: {after}").format(before=before, after=after)
        return RuleRow(one.place, one.title, words)

    def _stay_row(self, one: PriceDifference, plan: Plan) -> RuleRow:
        length = length_words(int((one.exit - one.entry).total_seconds()))
        before, after = (
            self.tr("no price") if minor is None else self._money(minor)
            for minor in (one.before_minor, one.after_minor)
        )
        pattern = self.tr("{entry}, {length}: {before} → {after}")
        words = pattern.format(entry=moment_words(one.entry, plan), length=length, before=before, after=after)
        return RuleRow(None, words)

    def _money(self, minor: int) -> str:
        return format_money(minor, self._currency)

    def _on_place_chosen(self, place: Place) -> None:
        self.place_asked.emit(place)

    def _on_form_asked(self) -> None:
        if self.list.chosen is not None:
            self.form_asked.emit(self.list.chosen)
