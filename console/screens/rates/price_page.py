"""What the plan costs, as pictures: the price over the length of a stay, and the week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.outlook import Outlook
from console.screens.rates.view_bar import ViewBar
from console.screens.rates.week_blocks import week_blocks, week_days
from console.theme.space import SMALL, TIGHT
from console.widgets.price_curve import CurveLine, PriceCurve
from console.widgets.week_map import WeekMap
from console.words import say
from core.domain.rates.curve import Curve


def curve_line(curve: Curve, name: str, *, is_quiet: bool = False) -> CurveLine:
    """The curve as a line of the chart."""
    return CurveLine(
        name,
        tuple(point.length_s for point in curve.points),
        tuple(point.total_minor for point in curve.points),
        is_quiet=is_quiet,
    )


class PricePage(Spoken):
    """Tab goes from the choice of the stay to the curve and to the week; ``charge_asked`` names a charge."""

    charge_asked = Signal(str, str)

    def __init__(self, bar: ViewBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook: Outlook | None = None
        self._currency = "EUR"
        self._curve_title, self._week_title = line("strong"), line("strong", wraps=True)
        self._week_read, self._told = line("quiet", wraps=True), line(wraps=True)
        self.curve, self.week = PriceCurve(self._money), WeekMap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._curve_title)
        column.addWidget(bar)
        column.addWidget(self._told)
        column.addWidget(self.curve, 4)
        column.addSpacing(SMALL)
        column.addWidget(self._week_title)
        column.addWidget(self.week, 5)
        column.addWidget(self._week_read)
        self._told.hide()
        self._week_read.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.curve)
        self.week.read.connect(self._week_read.setText)
        self.week.rule_asked.connect(self._on_rule_asked)
        self.speak()

    def speak(self) -> None:
        self._curve_title.setText(self.tr("Price by length of stay"))
        self._week_title.setText(self.tr("The week: what an hour costs that begins then"))
        self.curve.setAccessibleName(self.tr("Price by length of stay"))
        self.week.setAccessibleName(self.tr("The week: what an hour costs that begins then"))
        if self._outlook is not None:
            self.show_outlook(self._outlook)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the pictures of this plan; where it has no price, why."""
        self._outlook, self._currency = outlook, outlook.plan.currency
        if outlook.curve is None:
            code = outlook.refusal
            self._told.setText(
                say(code).text if code else self.tr("The check stops this plan: it has no prices yet.")
            )
            self.curve.show_lines((), 1)
            self.week.show_week((), ())
        else:
            self.curve.show_lines((curve_line(outlook.curve, ""),), outlook.curve.up_to_s)
            self.week.show_week(week_days(), week_blocks(outlook.week, outlook.cell_minutes, self._currency))
        self._told.setVisible(outlook.curve is None)

    def _money(self, minor: int) -> str:
        return format_money(minor, self._currency)

    def _on_rule_asked(self, _at: int) -> None:
        block = self.week.block
        if block is not None and not block.is_gap:
            self.charge_asked.emit("", block.rule)
