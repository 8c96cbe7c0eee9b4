"""Signing on: which lot this is, and who comes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.appearance import AppearanceSwitch
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.sign_on.who_signs_on import WhoSignsOn
from core.domain.people import Actor, Person

EDGE = 32
TICK_MS = 1000


class SignOnScreen(Spoken):
    """Choose a name, type the PIN, Enter; or hold a badge. The shift on the drawer stays open meanwhile."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._lot_name, self._clock, self._lanes = line("total"), line("title"), line("quiet")
        self.who = WhoSignsOn(ctx)
        self._appearance = AppearanceSwitch(ctx)
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self.setFocusProxy(self.who.list)
        self.who.signed_on.connect(self._on_signed_on)
        self._tick.timeout.connect(self._show_time)
        ctx.state.lot_changed.connect(self._show_lot)
        ctx.state.lane_changed.connect(self._on_lane_changed)
        self.speak()

    def speak(self) -> None:
        self._show_lot()

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is offered."""
        return self.who.people

    @property
    def told(self) -> str:
        """What became of the last try."""
        return self.who.told

    @property
    def is_checking(self) -> bool:
        """Whether a secret is being checked."""
        return self.who.is_checking

    def _on_signed_on(self, actor: Actor, _has_drawer: bool) -> None:
        self._ctx.state.sign_on(actor)

    def _show_lot(self) -> None:
        lot = self._ctx.state.lot
        self._lot_name.setText(lot.name if lot is not None else "")
        lanes = len(self._ctx.console.lanes)
        self._lanes.setText(self.tr("Lanes at work: {count}").format(count=lanes))
        self._show_time()

    def _show_time(self) -> None:
        lot = self._ctx.state.lot
        if lot is not None:
            now = self._ctx.console.clock.now()
            self._clock.setText(f"{now.astimezone(lot.zone):%H:%M}")

    def _on_lane_changed(self, _lane_id: str) -> None:
        self._show_lot()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for label in (self._lot_name, self._clock, self._lanes):
            head.addWidget(label)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.who)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self._appearance, 0, Qt.AlignmentFlag.AlignRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        self._show_lot()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
