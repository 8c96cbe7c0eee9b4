"""The locked console: the lanes without plates or prices, the way back, and the way for somebody else."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.screens.lock.lanes import LockedLanes
from console.screens.lock.unlock_page import UnlockPage
from console.screens.sign_on.who_signs_on import WhoSignsOn
from console.theme.space import HUGE
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from core.domain.people import Actor
from core.services.sign_on import sign_off

LANES_WIDTH: Final = 340
LARGEST: Final = 1.4
BESIDE: Final = 1.2


class LockScreen(Spoken):
    """Ends by itself once somebody has signed on; what the screens behind it hold stays for them.

    The one who left finds everything as it was. Somebody who relieves them takes the car in hand over, with
    the drawer. Anybody else begins with an empty desk, and the one who left is signed off.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.lanes, self.unlock, self.who = LockedLanes(ctx), UnlockPage(ctx), WhoSignsOn(ctx)
        self._pages = QStackedWidget()
        self._since = ctx.console.clock.now()
        self._lay_out()
        self.unlock.passed.connect(self._on_passed)
        self.unlock.somebody_else.connect(self._show_names)
        self.unlock.wanted.connect(self._on_wanted)
        self.who.signed_on.connect(self._on_signed_on)

    @property
    def asks_names(self) -> bool:
        """Whether somebody else is about to sign on."""
        return self._pages.currentWidget() is self.who

    def _show_names(self) -> None:
        self._pages.setCurrentWidget(self.who)
        self._fit()

    def _show_unlock(self) -> None:
        left_by = self._ctx.state.locked_for
        self._pages.setCurrentWidget(self.unlock)
        self._fit()
        if left_by is not None:
            self.unlock.begin(left_by, self._since)

    def _on_wanted(self, person_id: str) -> None:
        self._show_names()
        self.who.choose(person_id)

    def _on_passed(self, actor: Actor) -> None:
        """By the unlock page: whoever left, or somebody else with a badge, who is asked about the drawer."""
        left_by = self._ctx.state.locked_for
        if left_by is not None and actor.person_id == left_by.person_id:
            self._ctx.state.sign_on(actor)
        else:
            self._show_names()
            self.who.take(actor)

    def _on_signed_on(self, actor: Actor, has_drawer: bool) -> None:
        left_by, state = self._ctx.state.locked_for, self._ctx.state
        if left_by is None or left_by.person_id == actor.person_id:
            state.sign_on(actor)
            return
        name = self._ctx.console.config.console.name
        self._ctx.jobs.change(lambda unit: sign_off(unit, actor=left_by, console=name), lambda _none: None)
        if not has_drawer:
            state.sign_on(None)
        state.sign_on(actor)

    def _lay_out(self) -> None:
        for page in (self.unlock, self.who):
            self._pages.addWidget(page)
        lanes = QVBoxLayout()
        lanes.addWidget(self.lanes)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._pages)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        row.setSpacing(HUGE)
        row.addLayout(lanes)
        row.addLayout(middle, 1)
        self._fit()

    def _fit(self) -> None:
        """Large text leaves no room for lanes beside the names; they are back with the way back."""
        self.lanes.setVisible(not self.asks_names or text_scale() <= BESIDE)
        self.lanes.setFixedWidth(round(LANES_WIDTH * min(text_scale(), LARGEST)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def event(self, event: QEvent) -> bool:
        # Every key belongs to this screen: none of the commands behind it may be run.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lanes.follow(is_seen=True)
        if not event.spontaneous():
            self._since = self._ctx.console.clock.now()
            self._show_unlock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.lanes.follow(is_seen=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asks_names:
            self._show_unlock()
        else:
            super().keyPressEvent(event)
