"""The versions of the plan: who changed what, when each holds, and taking back one that has not begun."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.models.row_table import Column, RowTable
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.rates.differences import Difference, differences
from console.screens.rates.keeping import plan_of
from console.screens.rates.rule_list import RuleList
from console.screens.rates.rule_rows import RuleRow
from console.theme.space import MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from console.widgets.quiet_table import QuietTable
from core.store.queries.rates import PlanVersion, RatesHistory, Standing

tr = QCoreApplication.translate
_STANDINGS: Final = {
    standing: str(words)
    for standing, words in (
        (Standing.IN_FORCE, QT_TRANSLATE_NOOP("Rates", "● in force")),
        (Standing.FUTURE, QT_TRANSLATE_NOOP("Rates", "○ to come")),
        (Standing.PAST, QT_TRANSLATE_NOOP("Rates", "– over")),
        (Standing.WITHDRAWN, QT_TRANSLATE_NOOP("Rates", "× withdrawn")),
    )
}


class VersionsPage(Spoken):
    """Arrow keys choose a version; ``edit_asked`` takes it as the draft, ``withdraw_asked`` takes it back."""

    edit_asked = Signal(object)
    withdraw_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._now = ZoneInfo("UTC"), datetime.now(ZoneInfo("UTC"))
        self._versions: tuple[PlanVersion, ...] = ()
        self._may_edit = True
        self._title, self._told = line("strong"), line(wraps=True)
        self._model = RowTable[PlanVersion](self._columns(), _key, self)
        self.table, self._changes = QuietTable(self), RuleList()
        self.table.setModel(self._model)
        self._changes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._edit, self._withdraw = KeyButton(key="Return"), KeyButton(key="Del")
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.activated.connect(self._on_edit)
        self._edit.clicked.connect(self._on_edit)
        self._withdraw.clicked.connect(self._on_withdraw)
        self.setFocusProxy(self.table)
        self.speak()

    def speak(self) -> None:
        self.table.setAccessibleName(self.tr("Versions of the plan"))
        self.table.set_empty(self.tr("No plan was published yet."), self.tr("Publish one to begin."))
        self._changes.setAccessibleName(self.tr("What this version changed"))
        self._edit.setText(self.tr("Go on from this version"))
        self._withdraw.setText(self.tr("Take back"))
        self._model.refresh()
        self._show_chosen()

    @property
    def versions(self) -> tuple[PlanVersion, ...]:
        """What is listed, the newest first."""
        return self._model.rows

    @property
    def told(self) -> str:
        """What came of it."""
        return self._told.text()

    def allow(self, may_edit: bool) -> None:
        """Whether the person may change anything."""
        self._may_edit = may_edit
        self._show_chosen()

    def show_history(self, history: RatesHistory, zone: ZoneInfo, now: datetime) -> None:
        """Show these versions, the chosen one again chosen."""
        self._zone, self._now, self._versions = zone, now, history.versions
        row = max(0, self.table.currentIndex().row())
        self._model.show_rows(history.versions)
        self.table.selectRow(min(row, len(history.versions) - 1))
        self._show_chosen()

    def tell(self, words: str) -> None:
        """Say what came of it."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _columns(self) -> tuple[Column[PlanVersion], ...]:
        return (
            Column(lambda: self.tr("Version"), lambda one: str(one.version), figures=True),
            Column(lambda: self.tr("State"), lambda one: tr("Rates", _STANDINGS[one.standing])),
            Column(lambda: self.tr("Holds from"), lambda one: self._time(one.effective_at)),
            Column(lambda: self.tr("Published"), lambda one: self._time(one.published_at)),
            Column(lambda: self.tr("By"), lambda one: one.published_by_name or self.tr("the set-up")),
            Column(str, lambda _one: ""),
        )

    def _time(self, instant: datetime) -> str:
        return format_local_time(instant, self._zone, now=self._now)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(MEDIUM)
        buttons.addWidget(self._edit)
        buttons.addWidget(self._withdraw)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table, 4)
        column.addWidget(self._title)
        column.addWidget(self._changes, 5)
        column.addWidget(self._told)
        column.addLayout(buttons)
        self._told.hide()

    def _chosen(self) -> PlanVersion | None:
        return self._model.row_at(self.table.currentIndex().row())

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self._edit.setVisible(chosen is not None and self._may_edit)
        is_future = chosen is not None and chosen.standing is Standing.FUTURE
        self._withdraw.setVisible(is_future and self._may_edit)
        if chosen is None:
            self._title.clear()
            self._changes.show_rows([], None)
            return
        pattern = self.tr("What version {version} changed")
        if chosen.standing is Standing.WITHDRAWN:
            pattern = self.tr("What version {version} would have changed; taken back by {name}")
        name = chosen.withdrawn_by_name
        self._title.setText(pattern.format(version=chosen.version, name=name))
        self._changes.show_rows(self._rows_of(chosen), None)

    def _rows_of(self, chosen: PlanVersion) -> list[RuleRow]:
        replaced = self._replaced_by(chosen)
        if replaced is None:
            return [RuleRow(None, self.tr("It was the first one."))]
        found = differences(plan_of(replaced), plan_of(chosen))
        return [self._row(one) for one in found] or [RuleRow(None, self.tr("Nothing that is priced."))]

    def _replaced_by(self, chosen: PlanVersion) -> PlanVersion | None:
        """The version that held before: the one that takes effect last before this one was to."""
        earlier = [
            one
            for one in self._versions
            if one.version < chosen.version
            and one.effective_at <= chosen.effective_at
            and one.standing is not Standing.WITHDRAWN
        ]
        return max(earlier, key=lambda one: (one.effective_at, one.version), default=None)

    def _row(self, one: Difference) -> RuleRow:
        before = one.before or self.tr("was not there")
        after = one.after or self.tr("went")
        words = self.tr("Before: {before}\nThen: {after}").format(before=before, after=after)
        return RuleRow(None, one.title, words)

    def _on_edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_edit:
            self.edit_asked.emit(chosen)

    def _on_withdraw(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_edit and chosen.standing is Standing.FUTURE:
            self.withdraw_asked.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._on_withdraw()
        else:
            super().keyPressEvent(event)


def _key(one: PlanVersion) -> str:
    return f"{one.plan_id} {one.version} {one.standing}"
