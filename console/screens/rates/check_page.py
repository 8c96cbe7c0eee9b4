"""What the check says about the plan: each remark with its place and a stay worked out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.sentences import sentence
from console.screens.form.spoken import Spoken
from console.screens.rates.example_words import example_words
from console.screens.rates.part_title import part_title
from console.screens.rates.places import Place, place_of_path
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow
from console.theme.space import SMALL
from core.domain.rates.checking import Remark, Severity
from core.domain.rates.plan import Plan

tr = QCoreApplication.translate
_WEIGHTS: Final = {
    severity: str(words)
    for severity, words in (
        (Severity.STOPS, QT_TRANSLATE_NOOP("Rates", "Must be mended before it can hold")),
        (Severity.WARNS, QT_TRANSLATE_NOOP("Rates", "Look whether you mean this")),
        (Severity.HINTS, QT_TRANSLATE_NOOP("Rates", "Could say more")),
    )
}


def remark_rows(remarks: Sequence[Remark], plan: Plan) -> list[RuleRow]:
    """The remarks as rows under their weights, the heavy ones first."""
    rows: list[RuleRow] = []
    for severity in Severity:
        of_weight = [remark for remark in remarks if remark.severity is severity]
        if of_weight:
            rows.append(RuleRow(None, tr("Rates", _WEIGHTS[severity]), heading=True))
        rows += [_row(remark, plan) for remark in of_weight]
    return rows


def _row(remark: Remark, plan: Plan) -> RuleRow:
    place = place_of_path(remark.place)
    examples = "\n".join(example_words(example, plan) for example in remark.examples)
    below = "\n".join(part for part in (part_title(plan, place), examples) if part)
    words = sentence(remark.code, dict(remark.facts))
    return RuleRow(place, words, below, is_marked=remark.severity is Severity.STOPS)


class CheckPage(Spoken):
    """``place_asked`` carries the place of the remark that was chosen."""

    place_asked = Signal(object)
    form_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[Remark, ...] = ()
        self._plan: Plan | None = None
        self._lead = line("quiet", wraps=True)
        self.list = RuleList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._lead)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.place_chosen.connect(self._on_place_chosen)
        self.list.form_asked.connect(self._on_form_asked)
        self.speak()

    def speak(self) -> None:
        self.list.setAccessibleName(self.tr("Remarks of the check"))
        self._show()

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """What is listed."""
        return self.list.rows

    def show_remarks(self, remarks: Sequence[Remark], plan: Plan) -> None:
        """Show these remarks about that plan."""
        self._remarks, self._plan = tuple(remarks), plan
        self._show()

    def _show(self) -> None:
        if self._plan is None:
            self._lead.setText(self.tr("The plan is being checked …"))
            return
        self.list.show_rows(remark_rows(self._remarks, self._plan), self.list.chosen)
        self._lead.setText(
            self.tr("Choose a remark to see its rule.")
            if self._remarks
            else self.tr("✓ Nothing to remark: no gaps, no overlaps, no price that falls.")
        )

    def _on_place_chosen(self, place: Place) -> None:
        self.place_asked.emit(place)

    def _on_form_asked(self) -> None:
        if self.list.chosen is not None:
            self.form_asked.emit(self.list.chosen)
