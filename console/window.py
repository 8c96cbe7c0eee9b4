"""The main window: header, rail, the screen in front, message bar, footer; and the keys of all commands."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.commands.shell import DETAILS, Shell, add_shell_commands
from console.commands.table import Command
from console.screens.consoles.conflict_sheet import ConflictSheet
from console.screens.context import Context
from console.screens.registry import BEHIND, DESK, FIRST_RUN, LOCK, SCREENS, SIGN_ON, Screen, build
from console.state.messages import Message, Weight
from console.widgets.command_palette import CommandPalette
from console.widgets.detail_sheet import DetailSheet
from console.widgets.key_sheet import KeySheet
from console.widgets.message_bar import MessageBar
from console.widgets.palette_items import PaletteItem
from console.window_closing import WindowClosing
from console.window_footer import WindowFooter
from console.window_header import WindowHeader
from console.window_keys import WindowKeys
from console.window_lock import WindowLock
from console.window_rail import WindowRail
from console.words import say

log = logging.getLogger(__name__)

LEAST_WIDTH, LEAST_HEIGHT = 1024, 700
FIRST_WIDTH, FIRST_HEIGHT = 1280, 800
QUIET_FOR_MS = 12_000
_ORDER = ("car", "lane", "desk", "card", "waiting", "receipt", "help", "person", "screen")
# One line stands for all six: Alt and the card's number.
_LISTED_WITH_THE_FIRST = frozenset(f"card.{number}" for number in range(2, 7))
_GATES = (SIGN_ON, FIRST_RUN, LOCK)


class MainWindow(QWidget):
    """Shows one screen at a time; who is not signed on sees only the sign-on screen, the lanes go on."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._screens: tuple[Screen, ...] = SCREENS
        self._built: dict[str, QWidget] = {}
        self._keys = WindowKeys(self)
        self._wanted = DESK
        self._message: Message | None = None
        self.setWindowTitle("Lotkeeper")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        add_shell_commands(
            Shell(
                self._show_keys,
                self._show_palette,
                self._show_more,
                self._show_details,
                self._has_details,
                self._show_conflicts,
            ),
            self._screens,
            context,
        )
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        self.header = WindowHeader(context)
        self.rail = WindowRail(context, self._screens)
        self.bar = MessageBar()
        self.footer = WindowFooter(context)
        self.palette_panel = CommandPalette(self)
        self.key_sheet = KeySheet(self)
        self.detail_sheet = DetailSheet(self)
        self.conflict_sheet = ConflictSheet(context, self)
        self.closing = WindowClosing(context, self)
        self.lock = WindowLock(context, self)
        self._fade = QTimer(self, singleShot=True, interval=QUIET_FOR_MS)
        self._lay_out()
        self._connect()
        self._show_gate()

    @property
    def current(self) -> str:
        """The name of the screen in front, or the source of the gate before it."""
        return next(
            (name for name, widget in self._built.items() if widget is self._stack.currentWidget()), ""
        )

    def screen_of(self, name: str) -> QWidget | None:
        """The screen of that name, None where it was not opened yet."""
        return self._built.get(name)

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front; while nobody is signed on it comes after that."""
        if self._context.state.locked_for is None:
            self._wanted = name
        self._show_gate()

    def run_command(self, command_id: str) -> None:
        """Run a command if it can be done now, else say why not."""
        command = self._context.commands[command_id]
        why_not = self._context.commands.why_not(command, self._context.state.actor)
        if why_not:
            self._context.state.post(Message(Weight.ATTENTION, why_not))
        else:
            is_alarm = self._message is not None and self._message.weight is Weight.ALARM
            if not is_alarm and command_id != DETAILS:
                self._clear_message()
            command.run()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self._message is not None:
            self._show_message(self._message)

    def _connect(self) -> None:
        state = self._context.state
        state.actor_changed.connect(self._on_actor_changed)
        state.lock_changed.connect(self._on_lock_changed)
        state.lot_changed.connect(self._show_gate)
        state.message_posted.connect(self._on_message_posted)
        self.bar.step_taken.connect(self._on_step_taken)
        self.bar.dismissed.connect(self._clear_message)
        self._fade.timeout.connect(self._clear_message)
        self._keys.pressed.connect(self._on_key_pressed)
        self.palette_panel.chosen.connect(self._on_command_chosen)

    @Slot()
    def _show_gate(self) -> None:
        """First run, sign-on or the wanted screen: whichever must come first."""
        state = self._context.state
        if not state.is_known:
            return
        if state.lot is None or self._first_run_goes_on():
            name = FIRST_RUN
        elif state.locked_for is not None:
            name = LOCK
        elif state.actor is None:
            name = SIGN_ON
        else:
            # Whoever relieves finds the screen of the one who left, which may not be theirs to see.
            if not state.actor.may(self._screen_named(self._wanted).right):
                self._wanted = DESK
            name = self._wanted
        locked = name in _GATES
        self.rail.setVisible(not locked)
        self._bring(name)
        self.rail.show_current(name)

    def _first_run_goes_on(self) -> bool:
        """The lot is open, but its administrator still writes down who is inside."""
        first_run = self._built.get(FIRST_RUN)
        return first_run is not None and bool(first_run.property("goes_on"))

    def _bring(self, name: str) -> None:
        if name not in self._built:
            source = name if name in _GATES else self._screen_named(name).source
            self._built[name] = build(source, self._context)
            self._stack.addWidget(self._built[name])
            self._keys.bind(self._context.commands)
        self._stack.setCurrentWidget(self._built[name])
        # The desk's own panels know what the window's keys do there.
        self._keys.yield_to(self._built[name] if name != DESK else None)

    def _screen_named(self, name: str) -> Screen:
        return next(screen for screen in (*self._screens, *BEHIND) if screen.name == name)

    @Slot(str)
    def _on_key_pressed(self, command_id: str) -> None:
        if self._context.state.actor is not None and not self.palette_panel.isVisible():
            self.run_command(command_id)

    @Slot()
    def _on_actor_changed(self) -> None:
        if self._context.state.actor is None:
            self._wanted = DESK
            self._clear_message()
        self._show_gate()

    @Slot()
    def _on_lock_changed(self) -> None:
        """What lies over the screens goes; the bar keeps quiet about cars until somebody is back."""
        is_locked = self._context.state.locked_for is not None
        if is_locked:
            self.lock.cover()
        self._show_gate()
        if not is_locked:
            self.lock.give_back()
        if self._message is not None:
            self._show_message(self._message)

    @Slot(object)
    def _on_message_posted(self, message: Message) -> None:
        self._message = message
        self._show_message(message)
        if message.weight in {Weight.QUIET, Weight.DONE}:
            self._fade.start()
        else:
            self._fade.stop()

    def _show_message(self, message: Message) -> None:
        if self._context.state.locked_for is not None:
            told = self.lock.words_for(message)
            self.bar.show_message(told, weight=message.weight.value if told else "quiet", may_go=False)
            return
        said = say(
            message.code, message.facts, self._context.state.lot, now=self._context.console.clock.now()
        )
        step, key = "", ""
        next_command = self._next_command(message)
        if next_command in {one.command_id for one in self._context.commands}:
            command = self._context.commands[next_command]
            step, key = command.title(), next(iter(command.keys), "")
        self.bar.show_message(said.text, said.step, weight=message.weight.value, step=step, key=key)

    def _next_command(self, message: Message) -> str:
        """The command that the bar offers: the message's own, else to look behind it."""
        return message.command_id or (DETAILS if _detail_of(message) else "")

    @Slot()
    def _clear_message(self) -> None:
        self._message = None
        self._fade.stop()
        self.bar.clear()

    @Slot()
    def _on_step_taken(self) -> None:
        if self._message is not None and self._next_command(self._message):
            self.run_command(self._next_command(self._message))

    @Slot(str)
    def _on_command_chosen(self, command_id: str) -> None:
        self.run_command(command_id)

    def _show_keys(self) -> None:
        self.key_sheet.open_with(self._items())

    def _show_palette(self) -> None:
        self.palette_panel.open_with(self._items())

    def _show_more(self) -> None:
        self.palette_panel.open_with([item for item in self._items() if _is_about_car(item)])

    def _has_details(self) -> bool:
        return self._message is not None and bool(_detail_of(self._message))

    def _show_details(self) -> None:
        if self._message is not None:
            self.detail_sheet.open_with(self.bar.text(), _detail_of(self._message))

    def _show_conflicts(self) -> None:
        self.conflict_sheet.open_with_conflicts()

    def _items(self) -> list[PaletteItem]:
        """The table as the palette and the key sheet show it, with why a command cannot be done now."""
        commands, actor, lot = self._context.commands, self._context.state.actor, self._context.state.lot
        items = []
        for command in sorted(commands, key=_place_in_lists):
            if command.command_id in _LISTED_WITH_THE_FIRST:
                continue
            why_not = commands.why_not(command, actor)
            items.append(
                PaletteItem(
                    item_id=command.command_id,
                    title=command.title(),
                    key=next(iter(command.keys), ""),
                    enabled=not why_not,
                    reason=say(why_not, {}, lot).text if why_not else "",
                    icon=command.icon,
                )
            )
        return items

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, stretch=1)
        column.addWidget(self.bar)
        column.addWidget(self.footer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._context.state.locked_for is None:
            self._clear_message()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()


def _detail_of(message: Message) -> str:
    return str(message.facts.get("detail", ""))


def _place_in_lists(command: Command) -> int:
    """What is done often stands on top, the way to other screens below."""
    kind = command.command_id.partition(".")[0]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _is_about_car(item: PaletteItem) -> bool:
    return item.item_id.startswith(("car.", "receipt.")) and item.item_id != "car.more"
