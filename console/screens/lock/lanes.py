"""All lanes of a locked console, one line each."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.lock.lane_line import LaneLine
from console.theme.space import SMALL
from core.services.lane_view import LaneView

TICK_MS = 1000


class LockedLanes(Spoken):
    """Follows the lanes; they go on by themselves, and where one wants a person it says so."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title = line("title")
        self._lines: dict[str, LaneLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self._title)
        self._column.addStretch(1)
        # Devices recover and hours pass without a word of the lane.
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.show_lanes)
        ctx.state.lane_changed.connect(self._on_lane_changed)
        ctx.state.lot_changed.connect(self.show_lanes)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("The lanes go on"))
        self.show_lanes()

    @property
    def sentences(self) -> dict[str, str]:
        """What is said of each lane, by its name."""
        return {one.lane.name: one.told for one in self._lines.values()}

    def show_lanes(self) -> None:
        """Show every lane that runs here, as it is now."""
        state = self._ctx.state
        if state.lot is None or state.locked_for is None:
            return
        lanes = [lane for lane in state.lot.lanes if lane.lane_id in state.lanes]
        if [one.lane for one in self._lines.values()] != lanes:
            for gone in self._lines.values():
                self._column.removeWidget(gone)
                gone.deleteLater()
            self._lines = {lane.lane_id: LaneLine(lane) for lane in lanes}
            for place, one in enumerate(self._lines.values(), start=1):
                self._column.insertWidget(place, one)
        now = self._ctx.console.clock.now()
        for lane_id, one in self._lines.items():
            one.show_view(state.lanes.get(lane_id, LaneView(one.lane)), state.lot, now)

    def follow(self, *, is_seen: bool) -> None:
        """Keep up with the clock while it is seen."""
        if is_seen:
            self._tick.start()
            self.show_lanes()
        else:
            self._tick.stop()

    def _on_lane_changed(self, _lane_id: str) -> None:
        if self.isVisible():
            self.show_lanes()
