"""The chosen device: how it is and what to do about it, what it shows and measures, and its tests."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.act_strip import ActStrip
from console.screens.devices.device_words import (
    CAMERAS,
    ICONS,
    other_faults,
    since_words,
    state_of,
    state_words,
    title_words,
    told_of,
    trouble_words,
)
from console.screens.devices.kind_words import make_words
from console.screens.devices.live_part import LivePart
from console.screens.devices.live_values import LiveValues
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.spoken import Spoken
from console.theme import Role, TypeRole, set_icon, set_state, set_type
from console.theme.space import LARGE, MEDIUM, SMALL, TIGHT
from console.widgets.status import State, StatusWord
from core.services.device_views import DeviceView

PICTURE_SHARE = 1000


class DevicePanel(Spoken):
    """Shows one device; ``acts`` are its tests, below them what else stands at its foot."""

    def __init__(self, ctx: Context, foot: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: DeviceView | None = None
        self._icon, self._title = QLabel(), line("title")
        self._state = StatusWord(type_role=TypeRole.STRONG)
        self._where = line("quiet", wraps=True)
        self._trouble = QFrame()
        self._text, self._step = line("strong", wraps=True), line(wraps=True)
        self._others = line("quiet", wraps=True, tone=Role.TEXT)
        self._past = line("quiet", wraps=True)
        self._values_title = line("quiet")
        self.live, self.values = LivePart(ctx), LiveValues()
        self.acts = ActStrip(ctx)
        self._lay_out(foot)
        self.speak()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said of it, from the top."""
        shown = (self._title, self._where, self._text, self._step, self._others, self._past)
        return tuple(each.text() for each in shown if each.text() and not each.isHidden())

    def show_device(self, view: DeviceView | None) -> None:
        """Show this device as it is now."""
        self._view = view
        self.live.show_device(view)
        # A picture takes all the room there is; a drawing of one line does not drift in it.
        self._shown.setStretchFactor(self.live, PICTURE_SHARE if view and view.kind in CAMERAS else 0)
        self.values.show_measures(view.measures if view is not None else ())
        self.acts.show_device(view)
        self._say()

    def speak(self) -> None:
        self._say()

    def _say(self) -> None:
        view, lot = self._view, self._ctx.state.lot
        if view is None:
            return
        now = self._ctx.console.clock.now()
        set_icon(self._icon, ICONS[view.kind], Role.TEXT)
        self._title.setText(title_words(view, lot))
        self._state.show_state(state_of(view), state_words(view))
        parts = (since_words(view, lot, now), make_words(view.kind, view.make), view.where)
        self._where.setText(" · ".join(filter(None, parts)))
        self._say_trouble(view, now)
        self._values_title.setText(self.tr("Now"))
        self._values_title.setVisible(bool(view.measures))

    def _say_trouble(self, view: DeviceView, now: datetime) -> None:
        told, state = told_of(view), state_of(view)
        self._trouble.setVisible(bool(told.text))
        set_state(self._trouble, "alarm" if state is State.ALARM else "attention")
        self._text.setText(told.text)
        self._step.setText(told.step)
        self._step.setVisible(bool(told.step))
        others = other_faults(view)
        self._others.setText("\n".join(each.whole for each in others))
        self._others.setVisible(bool(others))
        past = view.last_trouble if view.last_trouble and view.last_trouble.ended_at else None
        self._past.setText(trouble_words(past, self._ctx.state.lot, now) if past else "")
        self._past.setVisible(past is not None)

    def _lay_out(self, foot: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        told = QVBoxLayout(self._trouble)
        told.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        told.setSpacing(TIGHT)
        told.addWidget(self._text)
        told.addWidget(self._step)
        page = QWidget()
        shown = self._shown = QVBoxLayout(page)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(MEDIUM)
        for widget in (self._trouble, self._others):
            shown.addWidget(widget)
        shown.addWidget(self.live)
        for below in (self._values_title, self.values, self._past):
            shown.addWidget(below)
        shown.addStretch(1)
        self._page = scrolled(page, across=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addWidget(self._page, 1)
        column.addWidget(self.acts)
        column.addWidget(foot)
        set_type(self._values_title, TypeRole.STRONG)
