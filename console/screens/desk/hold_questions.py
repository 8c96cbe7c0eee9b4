"""Asks why a gate is held open, and before it is let go (F6, F7); the lane does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.hold_words import hold_code, hold_facts
from console.screens.desk.let_go_panel import LetGoPanel
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.state.messages import Message, Weight
from console.words import say
from core.domain.people import Actor
from core.services.hold_gate import REASONS
from core.services.run_lane import LaneRunner


class HoldQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lane_id = ""
        self.hold, self.release = ReasonPanel("hold", REASONS), LetGoPanel()
        self.panels: tuple[Panel, ...] = (self.hold, self.release)
        self.hold.answered.connect(self._on_hold)
        self.release.answered.connect(self._on_release)
        for panel in (self.hold, self.release):
            panel.given_up.connect(self.over)

    def ask_to_hold(self, lane_id: str) -> None:
        """Ask why the lane's gate is to stay open."""
        view = self._context.state.lanes.get(lane_id)
        if view is None:
            return
        self._lane_id, name = lane_id, view.lane.name
        self.opening.emit(self.hold)
        self.hold.ask(
            lambda: self.tr("Why is {lane} held open?").format(lane=name),
            lambda: self.tr("Hold {lane} open").format(lane=name),
            lambda: self.tr("It stays open until F7. Cars that pass are still recorded; nobody pays at it."),
        )

    def ask_to_let_go(self, lane_id: str) -> None:
        """Ask whether the lane's gate is to be let go."""
        view = self._context.state.lanes.get(lane_id)
        if view is None:
            return
        if not self.release.isHidden() and self._lane_id == lane_id:
            # The key pressed once more is as good as Enter.
            self._on_release()
            return
        self._lane_id, name = lane_id, view.lane.name
        self.opening.emit(self.release)
        self.release.ask(lambda: self.tr("Let {lane} go?").format(lane=name), self._what_is_held)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.hold.retranslate()
        self.release.retranslate()

    def _what_is_held(self) -> str:
        view, lot = self._context.state.lanes.get(self._lane_id), self._context.state.lot
        if view is None or lot is None:
            return ""
        code, now = hold_code(view.hold), self._context.console.clock.now()
        closing = self.tr("The boom then closes by itself. Is nobody under it?")
        if not code:
            return closing
        return f"{say(code, hold_facts(view.hold), lot, now=now).text} {closing}"

    @Slot(str, str)
    def _on_hold(self, reason: str, note: str) -> None:
        self._do(
            lambda runner, actor: runner.hold_open(actor=actor, reason=reason, note=note), "lane.hold_asked"
        )

    @Slot()
    def _on_release(self) -> None:
        self._do(lambda runner, actor: runner.let_go(actor=actor), "lane.let_go_asked")

    def _do(self, act: Callable[[LaneRunner, Actor], None], code: str) -> None:
        runner = self._context.console.lanes.get(self._lane_id)
        actor, state = self._context.state.actor, self._context.state
        if runner is None or actor is None:
            state.post(Message(Weight.ATTENTION, "lane.none"))
        else:
            name = runner.lane.name
            self._context.jobs.run(
                lambda: act(runner, actor),
                lambda _none: state.post(Message(Weight.DONE, code, {"lane": name})),
            )
        self.over.emit()
