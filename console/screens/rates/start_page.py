"""Beginnings: the sample plans with their rules, and a plan from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.form.lines import line
from console.screens.form.side_list import SideList
from console.screens.form.spoken import Spoken
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import rule_rows
from console.theme.space import MEDIUM, SMALL, WIDE
from console.widgets.key_button import KeyButton
from core.domain.rates.plan import Plan

LIST_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Sample:
    """A plan to begin with, under the name of its file."""

    file: str
    plan: Plan


class StartPage(Spoken):
    """Typing filters, arrow keys choose, Enter takes the sample; ``file_asked`` for a plan in a file."""

    taken = Signal(object)
    file_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: tuple[Sample, ...] = ()
        self._listed: tuple[Sample, ...] = ()
        self._title, self._lead, self._told = line("title"), line("quiet", wraps=True), line(wraps=True)
        self._filter = QLineEdit(maxLength=60)
        self._list, self._rules = SideList(width=LIST_WIDTH), RuleList()
        self._rules.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._take = KeyButton(key="Return", primary=True)
        self._file, self._back = KeyButton(key="Ctrl+O", icon_name="import"), KeyButton(key="Esc")
        self._lay_out()
        self._filter.textChanged.connect(self._on_filter_changed)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._list.itemActivated.connect(self._on_take)
        self._take.clicked.connect(self._on_take)
        self._file.clicked.connect(self.file_asked)
        self._back.clicked.connect(self.left)
        self.setFocusProxy(self._filter)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Begin with …"))
        self._lead.setText(
            self.tr(
                "Plans as real signs say them. The rules are taken over into your currency and time zone; "
                "the amounts are another town's: put in yours. Nothing holds before you publish it."
            )
        )
        self._filter.setPlaceholderText(self.tr("Type a word: night, early, day maximum …"))
        self._filter.setAccessibleName(self.tr("Filter the samples"))
        self._list.setAccessibleName(self.tr("Sample plans"))
        self._rules.setAccessibleName(self.tr("Rules of the sample"))
        self._take.setText(self.tr("Begin with this plan"))
        self._file.setText(self.tr("A plan from a file …"))
        self._back.setText(self.tr("Back"))
        self._show_rules()

    @property
    def names(self) -> list[str]:
        """What is listed."""
        return [sample.plan.name for sample in self._listed]

    @property
    def told(self) -> str:
        """What is wrong with a file."""
        return self._told.text()

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """Offer these samples."""
        self._samples = tuple(samples)
        self._on_filter_changed()

    def tell(self, words: str) -> None:
        """Say why a file cannot be used."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        for button in (self._take, self._file, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self._filter)
        left.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.setSpacing(WIDE)
        row.addLayout(left)
        row.addWidget(self._rules, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(row, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)
        self._told.hide()

    def _on_filter_changed(self) -> None:
        words = self._filter.text().lower().split()
        self._listed = tuple(
            sample
            for sample in self._samples
            if all(word in f"{sample.plan.name} {sample.plan.currency}".lower() for word in words)
        )
        self._list.clear()
        for sample in self._listed:
            self._list.add(sample.plan.name, sample.plan.currency)
        self._list.setCurrentRow(0)
        self._show_rules()

    def _chosen(self) -> Sample | None:
        row = self._list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _on_row_changed(self, _row: int) -> None:
        self._show_rules()

    def _show_rules(self) -> None:
        sample = self._chosen()
        self._rules.show_rows(rule_rows(sample.plan) if sample is not None else [], None)
        self._take.setEnabled(sample is not None)

    def _on_take(self) -> None:
        sample = self._chosen()
        if sample is not None:
            self.taken.emit(sample.plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._back.hasFocus():
            self._on_take()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._filter.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self._list.currentRow() + step, 0), len(self._listed) - 1)
            self._list.setCurrentRow(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_O and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.file_asked.emit()
        else:
            super().keyPressEvent(event)
