"""The lanes of the lot, one tile each, in the order in which the lot names them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.lane_tile import LaneTile
from console.screens.desk.lane_words import with_closure
from console.widgets.empty_state import EmptyState
from core.domain.lots import Lane
from core.services.lane_view import LaneView

LOOK_EVERY_MS = 1000


class LanesColumn(QScrollArea):
    """Tiles that follow the lanes' views; a click selects the lane that the keys act on."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tiles: dict[str, LaneTile] = {}
        self._has_begun = False
        self._empty = EmptyState(icon_name="camera")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._empty)
        self.setWidget(inside)
        state = context.state
        state.lot_changed.connect(self._on_lot_changed)
        state.lane_changed.connect(self._on_lane_changed)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._show_devices)
        self._timer.start()
        self.retranslate()
        self._on_lot_changed()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._empty.set_words(
            self.tr("No lane is wired"),
            self.tr("Wire a lane to this computer under Devices."),
        )

    def lanes_in_order(self) -> list[str]:
        """The ids of the lanes shown, from the top."""
        return list(self._tiles)

    def has_rear(self, lane_id: str) -> bool:
        """Whether the lane has a second camera."""
        tile = self._tiles.get(lane_id)
        return tile is not None and tile.has_rear

    def turn_round(self, lane_id: str) -> None:
        """Show the picture of the lane's other camera."""
        tile = self._tiles.get(lane_id)
        if tile is not None:
            tile.turn_round()

    @Slot()
    def _show_devices(self) -> None:
        """The board keeps how devices are ready, so nothing is waited for."""
        views = self._context.console.devices.views()
        for lane_id, tile in self._tiles.items():
            tile.show_devices([view for view in views if view.lane_id == lane_id])

    @Slot()
    def _on_lot_changed(self) -> None:
        lot = self._context.state.lot
        wired = {lane.id for lane in self._context.console.config.lanes}
        running = wired | set(self._context.state.lanes)
        lanes = [lane for lane in lot.lanes if lane.lane_id in running] if lot is not None else []
        if [tile.lane for tile in self._tiles.values()] != lanes:
            self._build(lanes)
        for lane_id in self._tiles:
            self._on_lane_changed(lane_id)

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        state, tile = self._context.state, self._tiles.get(lane_id)
        if tile is None:
            if state.lot is not None and lane_id in state.lanes:
                self._on_lot_changed()
            return
        if not self._has_begun and lane_id == next(iter(self._tiles)) and lane_id in state.lanes:
            # Lanes report in any order; a shift begins at the lot's first.
            self._has_begun = True
            state.select_lane(lane_id)
        if state.lot is not None:
            view = state.lanes.get(lane_id, LaneView(tile.lane))
            view = with_closure(view, state.closed_lanes.get(lane_id))
            tile.show_view(view, state.lot, selected=lane_id == state.selected_lane_id)

    def _build(self, lanes: list[Lane]) -> None:
        for tile in self._tiles.values():
            self._column.removeWidget(tile)
            tile.deleteLater()
        self._tiles = {lane.lane_id: LaneTile(self._context, lane) for lane in lanes}
        for tile in self._tiles.values():
            tile.chosen.connect(self._context.state.select_lane)
            self._column.addWidget(tile, stretch=1)
        self._empty.setVisible(not lanes)
