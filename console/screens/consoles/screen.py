"""The administrator's page: the consoles above, below what is wrong with the chosen one, and its facts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.consoles.console_table import ConsoleTable
from console.screens.consoles.facts_panel import FactsPanel
from console.screens.consoles.gathering import ConsoleRow, gather
from console.screens.consoles.lower_part import LowerPart
from console.screens.consoles.malfunction_list import FIRST_KEY, MalfunctionList
from console.screens.consoles.repair_words import repair_words
from console.screens.consoles.repairs import is_done_at_once, mend
from console.screens.consoles.row_words import malfunction_words
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.state.messages import Message
from console.theme.space import MEDIUM, WIDE
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.services.malfunctions import Malfunction, Repair

REFRESH_MS = 5000


class ConsolesScreen(Spoken):
    """Arrow keys choose a console, Alt+R mends what stands first, Ins invites another console."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title, self._summary = line("title"), line("quiet")
        self.table = ConsoleTable(ctx)
        self.malfunctions, self.facts = MalfunctionList(), FactsPanel()
        self._name, self._well = line("title"), line(wraps=True)
        self._detail = QWidget()
        self.below = LowerPart(ctx, self._detail)
        self._invite = KeyButton(key="Ins", primary=True)
        self._rename = KeyButton(key="Alt+M")
        self._appoint, self._revoke = KeyButton(key="Alt+U"), KeyButton(key="Alt+X")
        self._looking = False
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Consoles"))
        self._invite.setText(self.tr("Invite a console"))
        self._rename.setText(self.tr("Rename …"))
        self._appoint.setText(repair_words(Repair.APPOINT_HUB))
        self._revoke.setText(repair_words(Repair.REVOKE))
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
        head.addWidget(self._invite)
        wrong = QWidget()
        left = QVBoxLayout(wrong)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(MEDIUM)
        name = QHBoxLayout()
        name.setSpacing(MEDIUM)
        name.addWidget(self._name, 1)
        for button in (self._rename, self._appoint, self._revoke):
            name.addWidget(button)
        left.addLayout(name)
        for widget in (self._well, self.malfunctions):
            left.addWidget(widget)
        left.addStretch(1)
        row = QHBoxLayout(self._detail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addWidget(scrolled(wrong, across=False), 3)
        row.addWidget(scrolled(self.facts, across=False), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.below, 1)

    def _listen(self) -> None:
        self.table.chosen_changed.connect(self._show_chosen)
        self.malfunctions.repair_asked.connect(self._on_repair_asked)
        self.below.left.connect(self._take_focus)
        self.below.done.connect(self._on_mended)
        self._timer.timeout.connect(self.refresh)
        self._ctx.state.sharing_changed.connect(self._on_sharing_changed)
        self._bind(FIRST_KEY, self.malfunctions.mend_first)
        for button, act in (
            (self._invite, self.below.begin_invitation),
            (self._rename, self._on_rename),
            (self._appoint, self._on_appoint),
            (self._revoke, self._on_revoke),
        ):
            button.clicked.connect(act)
            self._bind(button.key, act)

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_gathered(self, rows: list[ConsoleRow]) -> None:
        self._looking = False
        self.table.show_rows(rows)
        self.below.invite.show_names(frozenset(row.name for row in rows if not row.is_revoked))
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
        elif not wrong and any(row.report is None and not row.is_revoked for row in rows):
            self._summary.setText(self.tr("{count} consoles, not all heard yet").format(count=len(rows)))
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
        # A console that shares with nobody is called as its configuration says.
        self._rename.setVisible(row is not None and not row.is_revoked and len(self.table.rows) > 1)
        self._appoint.setVisible(row is not None and row.is_own and not row.is_hub)
        self._revoke.setVisible(row is not None and not (row.is_own or row.is_hub or row.is_revoked))
        if row is None:
            self.malfunctions.show_malfunctions((), is_own=True, elsewhere="")
            return
        if row.is_revoked:
            self._well.setText(self.tr("It was revoked and takes part no more."))
        elif row.report is None:
            self._well.setText(self.tr("It was not heard yet. It says how it is soon after it came up."))
        else:
            self._well.setText(self.tr("✓ Nothing is wrong with this console."))
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
        elif found.repair is Repair.DECIDE_PROPOSALS:
            self.below.show_conflicts()
        elif is_done_at_once(found.repair):
            console = self._ctx.console
            self._ctx.jobs.run(lambda: mend(console, actor, found), self._on_mended)
        else:
            self._ask(found.repair)

    def _on_mended(self, message: Message) -> None:
        self._ctx.state.post(message)
        self.refresh()

    def _ask(self, repair: Repair) -> None:
        """Ask before it is done; a hub is appointed where it will work, so that is always this console."""
        rows = [self.table.chosen(), *self.table.rows]
        about = next((row for row in rows if row and (row.is_own or repair is not Repair.APPOINT_HUB)), None)
        if about is not None:
            self.below.ask(repair, about)

    def _on_rename(self) -> None:
        row = self.table.chosen()
        if row is not None and not self._rename.isHidden():
            self.below.begin_rename(row)

    def _on_appoint(self) -> None:
        if not self._appoint.isHidden():
            self._ask(Repair.APPOINT_HUB)

    def _on_revoke(self) -> None:
        if not self._revoke.isHidden():
            self._ask(Repair.REVOKE)

    def _take_focus(self) -> None:
        self.table.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()
        # After the window has settled its own focus.
        QTimer.singleShot(0, self, self._take_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
