"""The shift screen: open, take stock, count and close; the last payments beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.shift.closed_panel import ClosedPanel
from console.screens.shift.count_panel import CountPanel
from console.screens.shift.open_panel import OpenPanel
from console.screens.shift.payments_panel import PaymentsPanel
from console.screens.shift.running_panel import RunningPanel
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from core.domain.errors import LotkeeperError
from core.domain.shifts import Shift
from core.services.run_shift import close_shift, open_shift

EDGE = 24
LEFT_WIDTH = 520
PAYMENTS_WIDEST = 960
# The list of payments needs its half of the window at large text too.
GROWTH = 0.4


class ShiftScreen(Spoken):
    """Shows one panel: to open, while open, to count, or the result of the count."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title = line("title")
        self._opening, self._running = OpenPanel(), RunningPanel()
        self._counting, self._closed = CountPanel(), ClosedPanel()
        self._stack = QStackedWidget()
        self.payments = PaymentsPanel(ctx)
        self._lay_out()
        self._opening.asked.connect(self._on_open_asked)
        self._running.close_asked.connect(self._on_count)
        self._counting.counted.connect(self._on_counted)
        self._counting.given_up.connect(self._on_given_up)
        self._closed.done.connect(self._on_closed_seen)
        ctx.state.shift_changed.connect(self._on_shift_changed)
        ctx.state.actor_changed.connect(self._on_shift_changed)
        ctx.state.lot_changed.connect(self._on_shift_changed)
        self.speak()
        self._on_shift_changed()

    def speak(self) -> None:
        self._title.setText(self.tr("Shift"))

    @property
    def panel(self) -> str:
        """The name of the panel that is shown."""
        return type(self._stack.currentWidget()).__name__

    def words(self) -> list[str]:
        """Every text of the panel that is shown."""
        panel = self._stack.currentWidget()
        return [label.text() for label in panel.findChildren(QLabel)] if panel is not None else []

    def _lay_out(self) -> None:
        for panel in (self._opening, self._running, self._counting, self._closed):
            self._stack.addWidget(panel)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._title)
        left.addWidget(self._stack, 1)
        self._fit()
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        row.setSpacing(EDGE)
        row.addLayout(left)
        # An amount too far from its plate is read in the wrong line.
        self.payments.setMaximumWidth(PAYMENTS_WIDEST)
        row.addWidget(self.payments, 100)
        row.addStretch(1)

    def _fit(self) -> None:
        """As wide as the largest figures need at this size of text."""
        self._stack.setFixedWidth(round(LEFT_WIDTH * (1 + (text_scale() - 1) * GROWTH)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        if self.isVisible():
            panel.setFocus()

    def _on_shift_changed(self) -> None:
        shift, lot = self._ctx.state.shift, self._ctx.state.lot
        if lot is None:
            return
        self.payments.refresh()
        if shift is None:
            if self._stack.currentWidget() is not self._closed:
                self._ctx.jobs.look(
                    lambda unit: unit.last_closed_shift(self._ctx.state.drawer), self._on_last_shift
                )
            return
        self._ctx.jobs.look(lambda unit: unit.person(shift.person_id).name, self._on_holder)

    def _on_holder(self, name: str) -> None:
        shift, lot, actor = self._ctx.state.shift, self._ctx.state.lot, self._ctx.state.actor
        if shift is None or lot is None:
            return
        own = actor is not None and actor.person_id == shift.person_id
        self._running.show_shift(shift, name, lot.zone, own=own)
        if self._stack.currentWidget() is not self._counting:
            self._show(self._running)

    def _on_last_shift(self, last: Shift | None) -> None:
        lot = self._ctx.state.lot
        if lot is None or self._ctx.state.shift is not None or self._stack.currentWidget() is self._closed:
            return
        self._opening.show_last(last, lot)
        self._show(self._opening)

    def _on_open_asked(self, float_minor: int) -> None:
        actor = self._ctx.state.actor
        if actor is None:
            return
        drawer = self._ctx.state.drawer
        self._ctx.jobs.change(
            lambda unit: open_shift(unit, actor=actor, drawer=drawer, float_minor=float_minor),
            self._on_opened,
            self._on_not_opened,
        )

    def _on_opened(self, _shift: Shift) -> None:
        self._ctx.state.refresh()

    def _on_not_opened(self, error: LotkeeperError) -> None:
        self._opening.tell(sentence_of(error, self._ctx.state.lot))

    def _on_count(self) -> None:
        self._stack.setCurrentWidget(self._counting)
        self._counting.begin(self._ctx.state.currency)

    def _on_given_up(self) -> None:
        self._show(self._running)

    def _on_counted(self, minor: int) -> None:
        actor = self._ctx.state.actor
        if actor is None:
            return
        drawer = self._ctx.state.drawer
        self._ctx.jobs.change(
            lambda unit: close_shift(unit, actor=actor, drawer=drawer, counted_minor=minor),
            self._on_closed,
            self._on_not_closed,
        )

    def _on_closed(self, shift: Shift) -> None:
        self._closed.show_result(shift)
        self._show(self._closed)
        self._ctx.state.refresh()

    def _on_not_closed(self, error: LotkeeperError) -> None:
        self._counting.tell(sentence_of(error, self._ctx.state.lot))

    def _on_closed_seen(self) -> None:
        self._stack.setCurrentWidget(self._opening)
        self._on_shift_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_shift_changed()
