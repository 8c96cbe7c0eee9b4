"""Stays worked out: each place at which the price of one entry changes, and the edges of the whole plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_money
from console.models.row_table import Column, RowTable
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.example_words import amount_words, facts_words, moment_words
from console.screens.rates.outlook import Outlook
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow
from console.theme.space import SMALL
from console.widgets.quiet_table import QuietTable
from console.words import say
from console.words.rate_windows import joined, length_words
from core.domain.rates.examples import WorkedExample
from core.domain.rates.plan import Plan

MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Worked:
    """Stays of up to ``length_s`` cost ``total_minor`` (None: they have no price); they end by ``exit``."""

    length_s: int
    exit: datetime
    total_minor: int | None


def worked_rows(outlook: Outlook) -> list[Worked]:
    """A row for each step of the curve, with the longest stay that it holds for."""
    curve = outlook.curve
    if curve is None:
        return []
    ends = [point.length_s - 1 for point in curve.points[1:]] + [curve.up_to_s]
    rows = [
        Worked(end, curve.entry + timedelta(seconds=end), point.total_minor)
        for point, end in zip(curve.points, ends, strict=True)
    ]
    # Who turns round at once pays nothing by any plan: nobody needs a row for it.
    return [row for row in rows if row.length_s][:MOST_ROWS]


class ExamplesPage(Spoken):
    """Above the price of the entry that is looked at, step by step; below stays at the plan's edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._outlook: Outlook | None = None
        self._lead, self._edges_lead = line("strong", wraps=True), line("strong", wraps=True)
        self._model = RowTable[Worked](self._columns(), lambda row: str(row.length_s), self)
        self.table, self.edges = QuietTable(self), RuleList()
        self.table.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._lead)
        column.addWidget(self.table, 4)
        column.addWidget(self._edges_lead)
        column.addWidget(self.edges, 5)
        self.setFocusProxy(self.table)
        self.speak()

    def speak(self) -> None:
        self.table.setAccessibleName(self.tr("Worked examples"))
        self.table.set_empty(
            self.tr("There is no price to show."), self.tr("The check says what is to be mended.")
        )
        self.edges.setAccessibleName(self.tr("Stays at the edges of the plan"))
        self._edges_lead.setText(self.tr("At the edges of the plan"))
        self._model.refresh()
        self._show_edges()
        self._show_lead()

    @property
    def rows(self) -> tuple[Worked, ...]:
        """What is listed, the shortest stay first."""
        return self._model.rows

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the examples of this plan."""
        self._outlook, self._plan = outlook, outlook.plan
        self._model.show_rows(worked_rows(outlook))
        self._show_edges()
        self._show_lead()

    def _columns(self) -> tuple[Column[Worked], ...]:
        return (
            Column(lambda: self.tr("Stay up to"), lambda row: length_words(row.length_s), figures=True),
            Column(lambda: self.tr("Out by"), self._exit),
            Column(lambda: self.tr("Due"), self._due, figures=True),
            Column(str, lambda _row: ""),
        )

    def _show_edges(self) -> None:
        examples = self._outlook.examples if self._outlook is not None else ()
        self.edges.show_rows([self._edge_row(one) for one in examples], None)

    def _edge_row(self, worked: WorkedExample) -> RuleRow:
        stay, plan = worked.example, self._plan
        if plan is None:
            return RuleRow(None, "")
        words = self.tr("{entry}, {length}: {amount}").format(
            entry=moment_words(stay.entry, plan),
            length=length_words(int((stay.exit - stay.entry).total_seconds())),
            amount=amount_words(stay, plan),
        )
        shows = say(worked.reason, {"name": worked.name}).text
        return RuleRow(None, words, joined((shows, facts_words(stay.facts))))

    def _moment(self, instant: datetime) -> str:
        return moment_words(instant, self._plan) if self._plan is not None else ""

    def _show_lead(self) -> None:
        curve = self._outlook.curve if self._outlook is not None else None
        if curve is not None and self._plan is not None:
            pattern = self.tr("A car that enters {entry}: each place at which its price changes.")
            self._lead.setText(pattern.format(entry=moment_words(curve.entry, self._plan)))
        else:
            self._lead.clear()

    def _exit(self, row: Worked) -> str:
        return self._moment(row.exit)

    def _due(self, row: Worked) -> str:
        if row.total_minor is None or self._plan is None:
            return self.tr("no price")
        return format_money(row.total_minor, self._plan.currency) if row.total_minor else self.tr("free")
