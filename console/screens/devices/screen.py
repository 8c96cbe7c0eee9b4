"""The page of all devices: left each with its state, right the chosen one, its live values and its tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.device_list import DeviceList
from console.screens.devices.device_panel import DevicePanel
from console.screens.devices.device_words import is_in_trouble
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, WIDE
from console.widgets.empty_state import EmptyState
from console.widgets.key_button import KeyButton
from core.services.device_views import DeviceView

LOOK_EVERY_MS = 500
LIST_SHARE, DETAIL_SHARE = 9, 11
TROUBLE_KEY, SETUP_KEY, ADD_KEY = "Alt+T", "Alt+I", "Ins"


class DevicesScreen(Spoken):
    """Arrow keys choose a device; its keys stand on its buttons."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._views: tuple[DeviceView, ...] = ()
        self._title, self._summary = line("title"), line("quiet")
        self.list, self._foot = DeviceList(), QWidget()
        self.panel = DevicePanel(ctx, self._foot)
        self._empty = EmptyState(icon_name="devices")
        self._right = QStackedWidget()
        self.only_trouble = KeyButton(key=TROUBLE_KEY)
        self.only_trouble.setCheckable(True)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Devices"))
        self.list.setAccessibleName(self.tr("Devices of this console"))
        self.only_trouble.setText(self.tr("Only what is in trouble"))
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

    def _show_summary(self) -> None:
        count = len(self._views)
        wrong = sum(is_in_trouble(view) for view in self._views)
        if not count:
            self._summary.setText("")
        elif not wrong:
            self._summary.setText(self.tr("{count} devices, nothing is in trouble").format(count=count))
        else:
            self._summary.setText(
                self.tr("{count} devices, {wrong} want a look").format(count=count, wrong=wrong)
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
        if self._right.currentWidget() in {self.panel, self._empty}:
            self._right.setCurrentWidget(self._empty if view is None else self.panel)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(WIDE)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        head.addWidget(self.only_trouble)
        self._head = head
        for widget in (self.panel, self._empty):
            self._right.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(self.list, LIST_SHARE)
        row.addWidget(self._right, DETAIL_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _listen(self) -> None:
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.only_trouble.toggled.connect(self._on_only_trouble)
        self._timer.timeout.connect(self.refresh)
        self._bind(TROUBLE_KEY, self.only_trouble.click)

    def _bind(self, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_chosen_changed(self, _device_id: str) -> None:
        self._show_chosen()

    def _on_only_trouble(self, only: bool) -> None:
        self.list.show_only_trouble(only)
        self.show_views(self._views)

    def _take_focus(self) -> None:
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()
        # After the window has settled its own focus.
        QTimer.singleShot(0, self, self._take_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.acts.is_busy:
            self.panel.acts.give_up()
        else:
            super().keyPressEvent(event)
