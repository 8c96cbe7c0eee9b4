"""What a person answers about the car at a lane: which lane is asked about, and the plate that was typed."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Slot

from console.screens.context import Context
from console.screens.desk.lane_question import LaneQuestion
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from console.words import say
from core.domain.admission import Action
from core.domain.errors import OperatorError
from core.domain.plates import normalise
from core.domain.stays import Stay
from core.services.close_lane import CLOSED
from core.services.lane_view import LaneView
from core.store.queries.stays import stays_by_id

FEE_UNUSUAL = "exit.fee_unusual"
_NEVER = datetime.max.replace(tzinfo=UTC)


def waiting_lane(state: LotState) -> LaneView | None:
    """The lane whose car wants an answer: the selected one, else the one that waits longest."""
    return _first_of([view for view in state.lanes.values() if view.waiting], state)


def lane_for_enter(state: LotState) -> LaneView | None:
    """The same, but for lanes that are closed: no answer opens those, only their own keys.

    A car that owes is taken in hand there, too.
    """
    waiting = [
        view
        for view in state.lanes.values()
        if view.waiting and (view.reason != CLOSED or stay_that_owes(view) is not None)
    ]
    return _first_of(waiting, state)


def _first_of(waiting: list[LaneView], state: LotState) -> LaneView | None:
    selected = state.selected_lane
    if selected in waiting:
        return selected
    return min(waiting, key=lambda view: view.decided_at or _NEVER, default=None)


def stay_that_owes(lane: LaneView) -> str | None:
    """The stay that has not paid and so is not let out: it is taken in hand, not asked about."""
    return lane.stay_id if lane.action is Action.REFUSE or lane.reason == FEE_UNUSUAL else None


class LaneAnswers(QObject):
    """Puts a lane's question, and hands the typed plate to the lane."""

    def __init__(self, context: Context, question: LaneQuestion, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        question.answered.connect(self._on_answered)

    def ask(self, view: LaneView, *, proposal: str = "") -> None:
        """Ask about the car at this lane; ``proposal`` is a plate that it may be."""
        self._question.ask(view, None, proposal)
        known = view.known_stay_id
        if known is not None:
            self._context.jobs.look(lambda unit: stays_by_id(unit, [known]), self._on_known_found)

    def _on_known_found(self, stays: list[Stay]) -> None:
        if stays:
            self._question.show_known(stays[0])

    @Slot(str, str)
    def _on_answered(self, lane_id: str, typed: str) -> None:
        runner, actor = self._context.console.lanes.get(lane_id), self._context.state.actor
        if runner is None or actor is None:
            return
        try:
            runner.correct(typed, actor, sighting_id=self._question.sighting_id)
        except OperatorError as error:
            self._question.show_trouble(say(error.code, error.facts, self._context.state.lot))
            return
        facts = {"lane": runner.lane.name, "plate": normalise(typed)}
        self._context.state.post(Message(Weight.QUIET, "lane.corrected", facts))
