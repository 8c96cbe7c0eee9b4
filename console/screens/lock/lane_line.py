"""A lane while the console is locked: whether it wants somebody, and nothing about who stands there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.desk.hold_words import is_held
from console.screens.desk.labels import label, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole, set_tone
from console.theme.space import MEDIUM, SMALL, TIGHT
from console.widgets.lane_strip import LaneStrip
from console.words import say
from core.domain.lanes import LaneState
from core.domain.lots import Direction, Lane, Lot
from core.services.lane_view import LaneView


class LaneLine(Panel):
    """Boom, loops, and one sentence; the same edge as the lane's tile has on the desk."""

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self._name, self._way = label(TypeRole.STRONG), label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._told = label(TypeRole.BODY, wrap=True)
        self._strip = LaneStrip()
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._way)
        head.addStretch(1)
        head.addWidget(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self._told)

    @property
    def told(self) -> str:
        """The sentence about it."""
        return self._told.text()

    def show_view(self, view: LaneView, lot: Lot, now: datetime) -> None:
        """Show the lane as it is now."""
        state, words = self._state_of(view, lot, now)
        self._name.setText(self.lane.name)
        self._way.setText(self.tr("in") if self.lane.direction is Direction.ENTRY else self.tr("out"))
        self._strip.show_lane(view.boom, arming=view.arming, closing=view.closing)
        self._told.setText(words)
        set_tone(self._told, {"alarm": Role.ALARM, "attention": Role.ATTENTION}.get(state, Role.TEXT_QUIET))
        self.mark(state)
        spoken(self, f"{self.lane.name}: {words}")

    def _state_of(self, view: LaneView, lot: Lot, now: datetime) -> tuple[str, str]:
        """The panel's state and the sentence, the gravest first; no figure of the car is in it."""
        if view.trouble:
            return "alarm", say(view.trouble).text
        if view.gate == "failed":
            return "alarm", say(view.gate_cause or "gate.failed").text
        if view.waiting:
            since = format_local_time(view.decided_at, lot.zone, now=now) if view.decided_at else ""
            return "attention", self.tr("A car waits for you since {time}.").format(time=since)
        if is_held(view.hold):
            return "attention", self.tr("The gate is held open.")
        return self._state_of_itself(view)

    def _state_of_itself(self, view: LaneView) -> tuple[str, str]:
        """Of a lane where nobody is waited for."""
        if view.faults:
            return "attention", say(view.faults[0]).text
        if view.state in {LaneState.OPENING, LaneState.CROSSING}:
            return "open", self.tr("A car goes through.")
        return "quiet", self.tr("Nobody waits.")
