"""The shift screen: open, run, hand over, count, close; payments, shifts and the paper book beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.shift.acts import ShiftActs
from console.screens.shift.closed_panel import ClosedPanel
from console.screens.shift.count_panel import CountPanel, Occasion
from console.screens.shift.drawer_view import Act, DrawerView, read_drawer
from console.screens.shift.keep_panel import KeepPanel
from console.screens.shift.move_panel import MovePanel
from console.screens.shift.open_panel import OpenPanel
from console.screens.shift.running_panel import RunningPanel
from console.screens.shift.side import ShiftSide
from console.screens.shift.slips import ShiftRow
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES
from core.domain.errors import LotkeeperError
from core.domain.shifts import Shift

EDGE: Final = 24
LEFT_WIDTH: Final = 440
# The lists need their half of the window at large text too.
GROWTH: Final = 0.4
SCROLL_BAR: Final = 12


@dataclass(frozen=True, slots=True)
class _Count:
    """What is being counted for; ``shift_id`` names one that somebody else left open."""

    occasion: Occasion
    counted_minor: int | None = None
    shift_id: str = ""


class ShiftScreen(Spoken):
    """One panel at a time at the left: to open, while open, to count, what stays, and the sealed result."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._acts = ShiftActs(ctx)
        self._count = _Count(Occasion.CLOSE)
        self._title = line("title")
        self._opening, self._running, self._moving = OpenPanel(), RunningPanel(), MovePanel()
        self._counting, self._keeping, self._closed = CountPanel(), KeepPanel(), ClosedPanel()
        self._stack, self._place = QStackedWidget(), QScrollArea()
        self.side = ShiftSide(ctx)
        self.payments = self.side.payments
        self._lay_out()
        self._listen()
        self.speak()
        self._on_shift_changed()

    def speak(self) -> None:
        self._title.setText(self.tr("Shift"))

    @property
    def panel(self) -> str:
        """The name of the panel that is shown."""
        return type(self._stack.currentWidget()).__name__

    @property
    def acts(self) -> frozenset[Act]:
        """What can be done with the open drawer by who is signed on."""
        return self._running.acts

    def words(self) -> list[str]:
        """Every text of the panel that is shown."""
        panel = self._stack.currentWidget()
        if panel is None:
            return []
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]

    def _listen(self) -> None:
        self._opening.asked.connect(self._on_open_asked)
        self._running.wanted.connect(self._on_wanted)
        self._moving.answered.connect(self._on_move_answered)
        self._moving.given_up.connect(self._show_running)
        self._counting.counted.connect(self._on_counted)
        self._counting.uncounted.connect(self._on_uncounted)
        self._counting.given_up.connect(self._on_given_up)
        self._keeping.kept.connect(self._on_kept)
        self._keeping.given_up.connect(self._on_count_again)
        self._closed.done.connect(self._on_closed_seen)
        self.side.shifts.closing_wanted.connect(self._on_abandoned)
        state = self._ctx.state
        for signal in (state.shift_changed, state.actor_changed, state.lot_changed):
            signal.connect(self._on_shift_changed)

    def _lay_out(self) -> None:
        panels = (
            self._opening, self._running, self._moving, self._counting, self._keeping, self._closed,
        )  # fmt: skip
        for panel in panels:
            self._stack.addWidget(panel)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._title)
        # Large text makes a panel higher than a small window; the keys of its end are reached by scrolling.
        self._place.setWidget(self._stack)
        self._place.setWidgetResizable(True)
        self._place.setFrameShape(QScrollArea.Shape.NoFrame)
        self._place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.addWidget(self._place, 1)
        self._stack.currentChanged.connect(self._on_panel_changed)
        self._on_panel_changed()
        self._fit()
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        row.setSpacing(SCROLL_BAR)
        row.addLayout(left)
        row.addWidget(self.side, 1)

    def _fit(self) -> None:
        """As wide as the largest figures need at this size of text."""
        width = round(LEFT_WIDTH * (1 + (text_scale() - 1) * GROWTH))
        self._stack.setFixedWidth(width)
        self._place.setFixedWidth(width + SCROLL_BAR)

    def _on_panel_changed(self) -> None:
        """The panel in front alone says how high they are."""
        for place in range(self._stack.count()):
            shown = place == self._stack.currentIndex()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            panel = self._stack.widget(place)
            if panel is not None:
                panel.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._stack.adjustSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        typed_in = self.window().focusWidget()
        # News must not take the keyboard from whoever types on the panel already.
        at_work = typed_in is not None and panel.isAncestorOf(typed_in)
        if self.isVisible() and not at_work and not self.side.has_keys:
            panel.setFocus()

    def _on_shift_changed(self) -> None:
        state = self._ctx.state
        if state.lot is None or state.actor is None:
            return
        self.side.refresh()
        drawer = state.drawer
        if state.shift is None:
            self._ctx.jobs.look(lambda unit: unit.last_closed_shift(drawer), self._on_last_shift)
        else:
            self._opening.forget()
            self._ctx.jobs.look(lambda unit: read_drawer(unit, drawer), self._on_drawer)

    def _is_at_work(self) -> bool:
        """Whether a panel is in front that only its own answer may take away."""
        quiet = (self._opening, self._running)
        return self._stack.currentWidget() not in quiet

    def _on_drawer(self, view: DrawerView | None) -> None:
        lot, actor = self._ctx.state.lot, self._ctx.state.actor
        if view is None or lot is None or actor is None:
            return
        self._running.show_drawer(view, actor, lot.zone)
        if not self._is_at_work():
            self._show(self._running)

    def _on_last_shift(self, last: Shift | None) -> None:
        lot = self._ctx.state.lot
        if lot is None or self._ctx.state.shift is not None or self._is_at_work():
            return
        self._opening.show_last(last, lot)
        self._show(self._opening)

    def _on_open_asked(self, float_minor: int, note: str) -> None:
        self._acts.open(float_minor, note, self._on_changed, self._failing(self._opening))

    def _on_changed(self, _shift: Shift) -> None:
        self._ctx.state.refresh()

    def _failing(
        self, panel: OpenPanel | CountPanel | KeepPanel | MovePanel
    ) -> Callable[[LotkeeperError], None]:
        """Says on the panel why it was refused."""
        return lambda error: panel.tell(sentence_of(error, self._ctx.state.lot))

    def _on_wanted(self, act: Act) -> None:
        if act is Act.CLOSE:
            self._begin_count(_Count(Occasion.CLOSE))
        elif act is Act.HAND_BACK:
            self._begin_count(_Count(Occasion.HAND_BACK))
        elif act is Act.RELIEVE:
            self._acts.relieve(self._on_changed, self._ctx.state.post_error)
        elif act is Act.X_REPORT:
            self.side.show_standing()
        else:
            self._stack.setCurrentWidget(self._moving)
            self._moving.begin(act, self._ctx.state.currency)

    def _on_move_answered(self, act: Act, minor: int, reason: str, note: str) -> None:
        self._acts.move(act, minor, reason, note, self._show_running, self._failing(self._moving))

    def _show_running(self) -> None:
        self._stack.setCurrentWidget(self._running)
        self._running.setFocus()
        self._ctx.state.refresh()
        self._on_shift_changed()

    def _begin_count(self, count: _Count) -> None:
        self._count = count
        self.side.shifts.clear()
        self._stack.setCurrentWidget(self._counting)
        self._counting.begin(self._ctx.state.currency, count.occasion)

    def _on_abandoned(self, row: ShiftRow) -> None:
        self._begin_count(_Count(Occasion.ABANDONED, shift_id=row.shift.shift_id))

    def _on_given_up(self) -> None:
        self._stack.setCurrentWidget(self._running if self._ctx.state.shift is not None else self._opening)
        self._on_shift_changed()
        self._take_keys()

    def _take_keys(self) -> None:
        panel = self._stack.currentWidget()
        if panel is not None:
            panel.setFocus()

    def _on_counted(self, minor: int) -> None:
        if self._count.occasion is Occasion.CLOSE:
            self._count = _Count(Occasion.CLOSE, counted_minor=minor)
            self._stack.setCurrentWidget(self._keeping)
            self._keeping.begin(minor, self._ctx.state.currency)
            self._keeping.setFocus()
        else:
            self._end(minor)

    def _on_uncounted(self) -> None:
        self._end(None)

    def _end(self, counted_minor: int | None) -> None:
        failed = self._failing(self._counting)
        if self._count.occasion is Occasion.HAND_BACK:
            self._acts.hand_back(counted_minor, self._on_closed, failed)
        else:
            self._acts.close_abandoned(self._count.shift_id, counted_minor, self._on_closed, failed)

    def _on_count_again(self) -> None:
        self._stack.setCurrentWidget(self._counting)
        self._counting.resume()

    def _on_kept(self, left_minor: int) -> None:
        counted = self._count.counted_minor
        if counted is not None:
            self._acts.close(counted, left_minor, self._on_closed, self._failing(self._keeping))

    def _on_closed(self, shift: Shift) -> None:
        self._closed.show_result(shift)
        self._stack.setCurrentWidget(self._closed)
        self._closed.setFocus()
        self.side.show_slip(shift.shift_id)
        self._ctx.state.refresh()

    def _on_closed_seen(self) -> None:
        self._on_given_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_shift_changed()
        self._take_keys()
