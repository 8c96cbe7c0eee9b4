"""Asks before a device, or a whole lane, is taken off this console."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.device_words import kind_words, place_words
from console.screens.devices.places import NEEDED, Place, without_device, without_lane
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, Refused

DO_KEY = "Alt+R"


class RemovePanel(Spoken):
    """``removed`` once it is off; ``left`` goes back. Enter goes back: nothing is lost by a slip."""

    removed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._place: Place | None = None
        self._interrupt = False
        self._title, self._lead, self._told = line("title"), line(wraps=True), line(wraps=True)
        self._do, self._back = KeyButton(key=DO_KEY), KeyButton(key="Esc", primary=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self._do, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for widget in (self._title, self._lead, self._told):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        self._do.clicked.connect(self.do_it)
        self._back.clicked.connect(self.left)
        shortcut = QShortcut(QKeySequence(DO_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.do_it)
        self.speak()

    @property
    def told(self) -> str:
        """Why it was not done."""
        return self._told.text()

    @property
    def question(self) -> str:
        """What is asked."""
        return self._lead.text()

    def ask(self, place: Place) -> None:
        """Ask about the device there; for one that its lane needs, about the whole lane."""
        self._place, self._interrupt = place, False
        self._tell("")
        self.speak()
        self._back.setFocus()

    def do_it(self) -> None:
        """Take it off and run without it."""
        place, console, interrupt = self._place, self._ctx.console, self._interrupt
        actor = self._ctx.state.actor
        if place is None or actor is None or not self._do.isEnabled():
            return
        self._do.setEnabled(False)

        def work() -> None:
            whole = self._is_whole_lane
            config = console.config
            made = without_lane(config, place.lane_id) if whole else without_device(config, place)
            console.rewiring.rewire(made, actor=actor, interrupt=interrupt)

        self._ctx.jobs.run(work, self._on_done, self._on_not_done)

    def speak(self) -> None:
        self._back.setText(self.tr("Keep it"))
        place, lot = self._place, self._ctx.state.lot
        if place is None:
            return
        lane, device = place_words(place.lane_id, lot), kind_words(place.kind)
        if self._is_whole_lane:
            self._title.setText(self.tr("Take the lane {lane} off this console?").format(lane=lane))
            self._lead.setText(
                self.tr(
                    "A lane cannot be without its {device}. The whole lane is taken off: its pictures, "
                    "its gate and its display are no longer driven from here. The lot keeps the lane."
                ).format(device=device.lower())
            )
        else:
            self._title.setText(self.tr("Take off: {place} · {device}?").format(place=lane, device=device))
            self._lead.setText(self.tr("It is no longer used. One key on the devices page brings it back."))
        again = self.tr("Take it off all the same")
        self._do.setText(again if self._interrupt else self.tr("Take it off"))

    @property
    def _is_whole_lane(self) -> bool:
        return self._place is not None and bool(self._place.lane_id) and self._place.kind in NEEDED

    def _on_done(self, _nothing: None) -> None:
        self._do.setEnabled(True)
        self.removed.emit()

    def _on_not_done(self, error: LotkeeperError) -> None:
        self._do.setEnabled(True)
        self._tell(sentence_of(error, self._ctx.state.lot))
        self._interrupt = isinstance(error, Refused) and error.code == "devices.cars_in_lanes"
        self.speak()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
