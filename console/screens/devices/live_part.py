"""The live part of a device's page: its picture, or the loops and the boom of its lane."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.lane_words import boom_word, loop_word
from console.screens.devices.device_words import CAMERAS, told_of
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, SMALL
from console.widgets.lane_strip import LaneStrip
from console.widgets.picture_tile import PictureTile
from core.services.device_views import DeviceKind, DeviceView
from core.services.lane_view import LaneView
from core.services.ports import Health, Preview

LEAST_PICTURE_PX = 120
_AT_THE_GATE = frozenset({DeviceKind.BARRIER, DeviceKind.LOOPS})


class LivePart(Spoken):
    """Shows what there is to see of the device that was chosen; nothing for those without."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: DeviceView | None = None
        self.picture = PictureTile(self._preview)
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picture.setMinimumHeight(LEAST_PICTURE_PX)
        self.strip, self._gate = LaneStrip(), QWidget()
        self._boom, self._before, self._behind = line(), line(), line()
        row = QHBoxLayout(self._gate)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        for widget in (self.strip, self._boom, self._before, self._behind):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.picture, 1)
        column.addWidget(self._gate)
        ctx.state.lane_changed.connect(self._on_lane_changed)
        self.speak()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands beside the lane's drawing."""
        return tuple(each.text() for each in (self._boom, self._before, self._behind) if not each.isHidden())

    def show_device(self, view: DeviceView | None) -> None:
        """Show what there is to see of this device."""
        self._view = view
        is_camera = view is not None and view.kind in CAMERAS
        self.picture.setVisible(is_camera)
        self._gate.setVisible(view is not None and view.kind in _AT_THE_GATE)
        self.setVisible(view is not None and view.kind in CAMERAS | _AT_THE_GATE)
        if view is not None and is_camera:
            broken = view.status.health in {Health.STALE, Health.FAILED}
            self.picture.show_cause(told_of(view).text if broken else "")
        self._show_gate()

    def speak(self) -> None:
        self.show_device(self._view)

    def _show_gate(self) -> None:
        view = self._view
        if view is None or view.kind not in _AT_THE_GATE:
            return
        lane = self._ctx.state.lanes.get(view.lane_id)
        self._show_lane(lane, loops=view.kind is DeviceKind.LOOPS)

    def _show_lane(self, lane: LaneView | None, *, loops: bool) -> None:
        self._before.setVisible(loops)
        self._behind.setVisible(loops)
        self._boom.setVisible(not loops)
        self.strip.setVisible(lane is not None)
        if lane is None:
            return
        self.strip.show_lane(lane.boom, arming=lane.arming, closing=lane.closing)
        self._boom.setText(boom_word(lane.boom))
        self._before.setText(loop_word(self.tr("Before the boom"), lane.arming))
        self._behind.setText(loop_word(self.tr("Behind the boom"), lane.closing))

    def _on_lane_changed(self, lane_id: str) -> None:
        if self._view is not None and self._view.lane_id == lane_id and self.isVisible():
            self._show_gate()

    def _preview(self) -> Preview | None:
        view = self._view
        runner = self._ctx.console.lanes.get(view.lane_id) if view is not None else None
        if view is None or runner is None or view.kind not in CAMERAS:
            return None
        rear = runner.devices.rear_camera if view.kind is DeviceKind.REAR_CAMERA else None
        return (rear or runner.devices.camera).preview()
