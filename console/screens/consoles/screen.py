"""The administrator's page: the consoles above, below what is wrong with the chosen one, and its facts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.consoles.console_table import ConsoleTable
from console.screens.consoles.facts_panel import FactsPanel
from console.screens.consoles.gathering import ConsoleRow, gather
from console.screens.consoles.malfunction_list import FIRST_KEY, MalfunctionList
from console.screens.consoles.question_panel import Question, QuestionPanel
from console.screens.consoles.repairs import is_done_at_once, mend
from console.screens.consoles.row_words import malfunction_words
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.state.messages import Message
from console.theme.space import MEDIUM, WIDE
from core.domain.errors import LotkeeperError
from core.services.malfunctions import Malfunction, Repair

REFRESH_MS = 5000
TABLE_SHARE, DETAIL_SHARE = 2, 3


class ConsolesScreen(Spoken):
    """Arrow keys choose a console, Alt+R mends what stands first, Ins invites another console."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title, self._summary = line("title"), line("quiet")
        self.table = ConsoleTable(ctx)
        self.malfunctions, self.facts = MalfunctionList(), FactsPanel()
        self._name, self._well = line("title"), line(wraps=True)
        self.question, self._below = QuestionPanel(), QStackedWidget()
        self._looking = False
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Consoles"))
        self._show_summary()
        self._show_chosen()

    @property
    def summary(self) -> str:
        """The sentence beside the title."""
        return self._summary.text()

    def refresh(self) -> None:
        """Look at all consoles again."""
        if not self._looking:
            self._looking = True
            console = self._ctx.console
            self._ctx.jobs.run(lambda: gather(console), self._on_gathered, self._on_not_gathered)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(WIDE)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        wrong = QWidget()
        left = QVBoxLayout(wrong)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(MEDIUM)
        for widget in (self._name, self._well, self.malfunctions):
            left.addWidget(widget)
        left.addStretch(1)
        detail = QWidget()
        row = QHBoxLayout(detail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(scrolled(wrong, across=False), 3)
        row.addWidget(scrolled(self.facts, across=False), 2)
        self._detail = detail
        for panel in (detail, self.question):
            self._below.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self.table, TABLE_SHARE)
        column.addWidget(self._below, DETAIL_SHARE)

    def _listen(self) -> None:
        self.table.chosen_changed.connect(self._show_chosen)
        self.malfunctions.repair_asked.connect(self._on_repair_asked)
        self.question.left.connect(self._leave_question)
        self._timer.timeout.connect(self.refresh)
        self._ctx.state.sharing_changed.connect(self._on_sharing_changed)
        self._bind(FIRST_KEY, self.malfunctions.mend_first)

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_gathered(self, rows: list[ConsoleRow]) -> None:
        self._looking = False
        self.table.show_rows(rows)
        self._show_summary()

    def _on_not_gathered(self, error: LotkeeperError) -> None:
        self._looking = False
        self._summary.setText(sentence_of(error, self._ctx.state.lot))

    def _on_sharing_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_summary(self) -> None:
        rows = self.table.rows
        if not rows:
            self._summary.setText("")
            return
        wrong = sum(bool(row.malfunctions) for row in rows)
        if len(rows) == 1:
            self._summary.setText(self.tr("This lot has one console."))
        elif not wrong:
            self._summary.setText(self.tr("{count} consoles, all well").format(count=len(rows)))
        else:
            self._summary.setText(
                self.tr("{count} consoles, {wrong} in need of somebody").format(count=len(rows), wrong=wrong)
            )

    def _show_chosen(self) -> None:
        row = self.table.chosen()
        lot, now = self._ctx.state.lot, self._ctx.console.clock.now()
        self.facts.show_console(row, lot, now)
        self._name.setText(row.name if row is not None else "")
        self._well.setVisible(row is not None and not row.malfunctions)
        if row is None:
            self.malfunctions.show_malfunctions((), is_own=True, elsewhere="")
            return
        self._well.setText(
            self.tr("It was revoked and takes part no more.")
            if row.is_revoked
            else self.tr("✓ Nothing is wrong with this console.")
        )
        self.malfunctions.show_malfunctions(
            [(found, *malfunction_words(found, lot, now)) for found in row.malfunctions],
            is_own=row.is_own,
            elsewhere=self.tr("Mend it there: open Consoles on {name}.").format(name=row.name),
        )

    def _on_repair_asked(self, found: Malfunction) -> None:
        row, actor = self.table.chosen(), self._ctx.state.actor
        if row is None or actor is None:
            return
        if found.repair is Repair.ADJUST_CAMERA:
            self._ctx.state.select_lane(found.target)
            self._ctx.show("camera")
        elif is_done_at_once(found.repair):
            console = self._ctx.console
            self._ctx.jobs.run(lambda: mend(console, actor, found), self._on_mended)
        else:
            self._below.setCurrentWidget(self.question)
            self.question.ask(Question(found.repair, row))

    def _on_mended(self, message: Message) -> None:
        self._ctx.state.post(message)
        self.refresh()

    def _leave_question(self) -> None:
        self._below.setCurrentWidget(self._detail)
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()
        self.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
