"""Asks why a lane's gate is opened by hand, and has the lane open it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from console.screens.context import Context
from console.screens.desk.car_in_hand import CarInHand
from console.screens.desk.panel import Panel
from console.screens.desk.reason_panel import ReasonPanel
from console.screens.desk.release_words import release_line, stay_to_release
from console.state.messages import Message, Weight
from core.services.override_gate import REASONS


class OpeningQuestions(QObject):
    """``opening`` carries the panel that is to come to the front; ``over``: there is nothing more to ask."""

    opening = Signal(object)
    over = Signal()

    def __init__(self, context: Context, car: CarInHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._car = context, car
        self._lane_id = ""
        self._sighting_id: str | None = None
        self.panel = ReasonPanel("override", REASONS)
        self.panels: tuple[Panel, ...] = (self.panel,)
        self.panel.answered.connect(self._on_answered)
        self.panel.given_up.connect(self.over)

    def ask(self, lane_id: str) -> None:
        """Ask for the reason to open the lane's gate by hand."""
        view = self._context.state.lanes.get(lane_id)
        if view is None:
            return
        self._lane_id = lane_id
        self._sighting_id = (view.sighting_id or None) if view.vehicle_present else None
        name, tr = view.lane.name, QCoreApplication.translate
        self.opening.emit(self.panel)
        self.panel.ask(
            lambda: tr("CarQuestions", "Why is {lane} opened by hand?").format(lane=name),
            lambda: tr("CarQuestions", "Open {lane}").format(lane=name),
            self._what_it_does,
        )

    def follow(self) -> None:
        """The lane, or the car in hand, has changed: what comes of it follows."""
        if not self.panel.isHidden():
            self.panel.follow()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.panel.retranslate()

    def _what_it_does(self) -> str:
        view = self._context.state.lanes.get(self._lane_id)
        return release_line(view, self._car.chosen) if view is not None else ""

    @Slot(str, str)
    def _on_answered(self, reason: str, note: str) -> None:
        runner = self._context.console.lanes.get(self._lane_id)
        view = self._context.state.lanes.get(self._lane_id)
        actor = self._context.state.actor
        if runner is None or view is None or actor is None:
            self._context.state.post(Message(Weight.ATTENTION, "lane.none"))
            return
        stay_id, seen = stay_to_release(view, self._car.chosen), self._sighting_id
        self._context.jobs.run(
            lambda: runner.open_by_hand(
                actor=actor, reason=reason, note=note, stay_id=stay_id, sighting_id=seen
            ),
            lambda _nothing: self._context.state.post(
                Message(Weight.DONE, "lane.opened_by_hand", {"lane": view.lane.name})
            ),
        )
        self.over.emit()
