"""What is told to the drivers at a lane, and whether it is closed: asked here, done in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.lane_message_panel import LaneMessagePanel
from console.state.messages import Message, Weight
from console.words import Words, say
from core.domain.lots import Lot
from core.domain.people import Right
from core.services.close_lane import close_lane, open_lane
from core.services.ports import Measures
from core.services.tell_drivers import keep_ready_texts, ready_texts, tell_drivers
from reports.sign_text import usual_ready_texts


class LaneMessages(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lane_id = ""
        self.panel = LaneMessagePanel()
        self.panel.answered.connect(self._on_answered)
        self.panel.closing.connect(self._on_closing)
        self.panel.kept.connect(self._on_kept)
        self.panel.given_up.connect(self.over)
        context.state.lot_changed.connect(self._on_lot_changed)
        context.state.lane_changed.connect(self._on_lane_changed)

    def ask(self, lane_id: str) -> None:
        """Ask what drivers read at this lane."""
        state = self._context.state
        view, lot, actor = state.lanes.get(lane_id), state.lot, state.actor
        if view is None or lot is None or actor is None:
            return
        self._lane_id = lane_id
        self.opening.emit(self.panel)
        self.panel.ask(
            view.lane.name,
            _ready(lot),
            is_closed=lane_id in state.closed_lanes,
            may_keep=actor.may(Right.SET_UP_LOT),
            shown_now=self._shown_now(),
            notice=self._notice(),
        )

    def turn_lane(self, lane_id: str) -> None:
        """Close the lane, or open it again where it is closed."""
        state = self._context.state
        view, actor = state.lanes.get(lane_id), state.actor
        if view is None or actor is None:
            return
        is_closed = lane_id in state.closed_lanes
        act, code = (open_lane, "lane.reopened") if is_closed else (close_lane, "lane.was_closed")
        weight = Weight.DONE if is_closed else Weight.ATTENTION
        self._context.jobs.change(
            lambda unit: act(unit, actor=actor, lane_id=lane_id),
            lambda _nothing: state.post(Message(weight, code, {"lane": view.lane.name})),
        )

    def _shown_now(self) -> str:
        """What the lane's sign was brought last."""
        runner = self._context.console.lanes.get(self._lane_id)
        sign: object = runner.devices.sign if runner is not None else None
        if not isinstance(sign, Measures):
            return ""
        return next((str(measure.value) for measure in sign.measures() if measure.value), "")

    def _notice(self) -> Words | None:
        """That drivers will not read it, where no sign of this console hangs at the lane."""
        runner = self._context.console.lanes.get(self._lane_id)
        return say("sign.none") if runner is not None and runner.devices.sign is None else None

    @Slot(str)
    def _on_answered(self, text: str) -> None:
        state, lane_id = self._context.state, self._lane_id
        actor, view = state.actor, state.lanes.get(lane_id)
        if actor is None or view is None:
            return
        name = view.lane.name

        def told(shown: str) -> None:
            code = "lane.message_set" if shown else "lane.message_taken_away"
            state.post(Message(Weight.DONE, code, {"lane": name, "text": shown}))

        self._context.jobs.change(
            lambda unit: tell_drivers(unit, actor=actor, lane_id=lane_id, text=text), told
        )
        self.over.emit()

    @Slot()
    def _on_closing(self) -> None:
        self.turn_lane(self._lane_id)
        self.over.emit()

    @Slot(tuple)
    def _on_kept(self, texts: tuple[str, ...]) -> None:
        actor = self._context.state.actor
        if actor is None:
            return

        def kept(is_done: bool) -> None:
            if is_done:
                self.panel.show_ready(texts)
            else:
                self._context.state.post(Message(Weight.ATTENTION, "reference.proposed"))

        self._context.jobs.change(lambda unit: keep_ready_texts(unit, actor=actor, texts=texts), kept)

    @Slot()
    def _on_lot_changed(self) -> None:
        self._on_lane_changed(self._lane_id)

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        if lane_id == self._lane_id and not self.panel.isHidden():
            self.panel.follow(is_closed=lane_id in self._context.state.closed_lanes)


def _ready(lot: Lot) -> tuple[str, ...]:
    own = ready_texts(lot)
    return usual_ready_texts(lot.receipt_language) if own is None else own
