"""The page of all devices: left each with its state, right the chosen one, its live values and its tests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.device_list import DeviceList
from console.screens.devices.device_panel import DevicePanel
from console.screens.devices.device_words import is_in_trouble
from console.screens.devices.foot import DeviceFoot
from console.screens.devices.right_side import RightSide
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.state.lot_state import SETUP_LIST
from console.state.messages import Message, Weight
from console.theme import text_scale
from console.theme.space import LARGE, MEDIUM, WIDE
from console.widgets.empty_state import EmptyState
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, Refused
from core.domain.people import Right
from core.services.device_views import DeviceView

LOOK_EVERY_MS = 500
LARGE_TEXT = 1.6
LIST_SHARE, DETAIL_SHARE = 9, 11
TROUBLE_KEY, SETUP_KEY, ADD_KEY, UNDO_KEY = "Alt+T", "Alt+I", "Ins", "Alt+B"


class DevicesScreen(Spoken):
    """Arrow keys choose a device; its keys stand on its buttons."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._views: tuple[DeviceView, ...] = ()
        self._can_undo = self._undo_interrupts = False
        self._title, self._summary = line("title"), line("quiet")
        self.list, self.foot = DeviceList(), DeviceFoot(ctx)
        self.panel = DevicePanel(ctx, self.foot)
        self.panel.acts.add(self.foot.adjust)
        self._empty = EmptyState(icon_name="devices")
        self.right = RightSide(ctx, self.panel, self._empty)
        self.only_trouble = KeyButton(key=TROUBLE_KEY)
        self.only_trouble.setCheckable(True)
        self.add_button = KeyButton(key=ADD_KEY, primary=True)
        self.undo_button = KeyButton(key=UNDO_KEY, icon_name="undo")
        self.setup_button = KeyButton(key=SETUP_KEY, icon_name="list")
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Devices"))
        self.list.setAccessibleName(self.tr("Devices of this console"))
        self.only_trouble.setText(self.tr("In trouble only"))
        self.add_button.setText(self.tr("Add a device"))
        self.undo_button.setText(self.tr("Undo the last change"))
        self.setup_button.setText(self.tr("Set-up list"))
        self._show_summary()
        self._show_empty()
        if self._views:
            self.refresh()

    @property
    def summary(self) -> str:
        """The sentence beside the title."""
        return self._summary.text()

    def choose(self, device_id: str) -> None:
        """Show that device."""
        self.list.choose(device_id)

    def refresh(self) -> None:
        """Show the devices as they are now; the board keeps them ready, so nothing is waited for."""
        self.show_views(self._ctx.console.devices.views())

    def show_views(self, views: Sequence[DeviceView]) -> None:
        """Show these devices."""
        self._views = tuple(views)
        self.list.show_views(self._views, self._ctx.state.lot, self._ctx.console.clock.now())
        self._show_summary()
        self._show_empty()
        self._show_chosen()

    def undo(self) -> None:
        """Go back to the wiring before the last change."""
        rewiring, interrupt = self._ctx.console.rewiring, self._undo_interrupts
        actor = self._ctx.state.actor
        if actor is None:
            return
        self.undo_button.setEnabled(False)
        self._ctx.jobs.run(
            lambda: rewiring.undo(actor=actor, interrupt=interrupt), self._on_undone, self._on_not_undone
        )

    def show_detail(self) -> None:
        """Back to the chosen device."""
        self.right.show_detail(has_device=self.list.chosen() is not None)
        self._show_chosen()
        self._take_focus()

    def _show_rights(self) -> None:
        actor = self._ctx.state.actor
        may = actor is not None and actor.may(Right.MANAGE_DEVICES)
        self.add_button.setVisible(may)
        # One next step on a screen: while something is filled in it is not this one.
        self.add_button.set_primary(self.right.shows_detail)
        self.setup_button.setVisible(may)
        self.undo_button.setVisible(may and self._can_undo)

    def _show_what_is_wanted(self) -> None:
        wanted, self._ctx.state.wanted_device = self._ctx.state.wanted_device, ""
        if wanted == SETUP_LIST:
            self.right.open_setup()
        elif wanted:
            self._on_device_wanted(wanted)

    def _on_device_wanted(self, device_id: str) -> None:
        self.list.choose(device_id)
        self.show_detail()

    def _on_undone(self, _nothing: None) -> None:
        self._undo_interrupts = False
        self.undo_button.setEnabled(True)
        self._on_rewired("devices.undone", "")

    def _on_not_undone(self, error: LotkeeperError) -> None:
        self.undo_button.setEnabled(True)
        # The sentence says what a second press does.
        self._undo_interrupts = isinstance(error, Refused) and error.code == "devices.cars_in_lanes"
        self._ctx.state.post_error(error)

    def _on_rewired(self, code: str, device_id: str) -> None:
        """The lanes run with another wiring now: whoever shows lanes builds them again."""
        self._ctx.state.follow_wiring({lane.id for lane in self._ctx.console.config.lanes})
        self._ctx.state.post(Message(Weight.DONE, code))
        self._look_for_undo()
        self.refresh()
        if device_id:
            self.list.choose(device_id)
        self.show_detail()

    def _look_for_undo(self) -> None:
        self._can_undo = self._ctx.console.rewiring.can_undo
        self._show_rights()

    def _show_summary(self) -> None:
        count = len(self._views)
        # With very large text its room is the buttons'; the list itself says it too.
        self._summary.setVisible(text_scale() <= LARGE_TEXT)
        wrong = sum(is_in_trouble(view) for view in self._views)
        if not count:
            self._summary.setText("")
        elif not wrong:
            self._summary.setText(self.tr("{count} devices, nothing is in trouble").format(count=count))
        else:
            self._summary.setText(
                self.tr("{count} devices, to look at: {wrong}").format(count=count, wrong=wrong)
            )

    def _show_empty(self) -> None:
        if self._views:
            self._empty.set_words(
                self.tr("Nothing is in trouble."),
                self.tr("Alt+T shows all devices again."),
            )
        else:
            self._empty.set_words(
                self.tr("No device is wired to this console yet."),
                self.tr("Ins adds the first one."),
            )

    def _show_chosen(self) -> None:
        view = self.list.chosen()
        self.panel.show_device(view)
        self.foot.show_device(view)
        self._show_rights()
        if self.right.shows_detail:
            self.right.setCurrentWidget(self._empty if view is None else self.panel)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(WIDE)
        head.addWidget(self._title)
        head.addWidget(self._summary)
        head.addStretch(1)
        for button in (self.undo_button, self.only_trouble, self.setup_button, self.add_button):
            head.addWidget(button)
        # Both halves keep their widths, whatever is shown in them.
        for half in (self.list, self.right):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(self.list, LIST_SHARE)
        row.addWidget(self.right, DETAIL_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _listen(self) -> None:
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.only_trouble.toggled.connect(self._on_only_trouble)
        self._timer.timeout.connect(self.refresh)
        self.right.rewired.connect(self._on_rewired)
        self.right.left.connect(self.show_detail)
        self.right.device_wanted.connect(self._on_device_wanted)
        self.right.turned.connect(self._show_rights)
        self.foot.change_asked.connect(self.right.change)
        self.foot.removal_asked.connect(self.right.ask_removal)
        self.add_button.clicked.connect(self.right.add)
        self.undo_button.clicked.connect(self.undo)
        self.setup_button.clicked.connect(self.right.open_setup)
        edit = self.right.edit
        for button in (
            self.only_trouble, self.add_button, self.undo_button, self.setup_button,
            self.foot.change, self.foot.remove, self.foot.adjust, edit.save_button, edit.try_button,
            edit.interrupt_button, edit.form.more_button,
        ):  # fmt: skip
            self._bind(button)

    def _bind(self, button: KeyButton) -> None:
        """Its key presses the button, wherever on it the keyboard is; one that is not seen hears nothing."""
        shortcut = QShortcut(QKeySequence(button.key), button)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(button.click)

    def _on_chosen_changed(self, _device_id: str) -> None:
        self._show_chosen()

    def _on_only_trouble(self, only: bool) -> None:
        self.list.show_only_trouble(only)
        self.show_views(self._views)

    def _on_shown(self) -> None:
        if self._ctx.state.wanted_device:
            self._show_what_is_wanted()
        elif self.right.shows_detail:
            self._take_focus()

    def _take_focus(self) -> None:
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._look_for_undo()
        self.refresh()
        # After the window has settled its own focus.
        QTimer.singleShot(0, self, self._on_shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.acts.is_busy:
            self.panel.acts.give_up()
        else:
            super().keyPressEvent(event)
