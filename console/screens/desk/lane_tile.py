"""One lane on the desk: its live picture, what was read, its boom and loops, and why it did what it did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.desk.hold_words import is_held
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.lane_menu import lane_menu
from console.screens.desk.lane_words import gate_line, next_step, standing_line, why_line
from console.screens.desk.panel import Panel
from console.screens.desk.trigger_still import TriggerStill
from console.screens.devices.device_words import (
    CAMERAS,
    is_in_trouble,
    kind_words,
    state_of,
    state_words,
    told_of,
)
from console.theme import Role, TypeRole, text_scale
from console.widgets.lane_strip import LaneStrip
from console.widgets.picture_tile import PictureTile
from console.widgets.status import State, StatusLamp
from core.domain.lots import Direction, Lane, Lot
from core.services.device_views import DeviceKind, DeviceView
from core.services.lane_view import LaneView
from core.services.ports import Boom, Camera, Preview

LARGE_TEXT = 1.2
LEAST_PICTURE_PX = 88
GATE_LETTERS = 13


class LaneTile(Panel):
    """A lane; ``chosen`` when a person points at it."""

    chosen = Signal(str)

    def __init__(self, context: Context, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self._context = context
        self._console = context.console
        self._shown: tuple[LaneView, Lot, bool] | None = None
        self._shows_rear = False
        self._camera_causes: dict[DeviceKind, str] = {}
        self._name = label(TypeRole.TITLE)
        self._direction = label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._lamp = StatusLamp()
        self._lamp.hide()
        self._picture = PictureTile(self._preview)
        # As high as there is room for: words come first when the window is small.
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._picture.setMinimumHeight(LEAST_PICTURE_PX)
        self._still = TriggerStill(context.console.photos, context.jobs)
        self._strip = LaneStrip()
        self._gate = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._standing = label(TypeRole.STRONG, Role.ATTENTION, wrap=True)
        self._gate_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._why = label(TypeRole.BODY, wrap=True)
        self._step = label(TypeRole.BODY, Role.ACCENT, wrap=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    def show_view(self, view: LaneView, lot: Lot, *, selected: bool) -> None:
        """Show the lane as it is now."""
        self._shown = (view, lot, selected)
        name = self.tr("▸ {lane}") if selected else "{lane}"
        self._name.setText(name.format(lane=self.lane.name))
        way = self.tr("in") if self.lane.direction is Direction.ENTRY else self.tr("out")
        self._direction.setText(self.tr("{way} · from behind").format(way=way) if self._shows_rear else way)
        self._picture.show_read(view.plate, view.confidence)
        self._still.show_view(view)
        self._strip.show_lane(view.boom, arming=view.arming, closing=view.closing)
        self._gate.setText(gate_line(view, lot))
        say_in(self._standing, standing_line(view, lot, self._console.clock.now()))
        why = why_line(view, lot, self._console.clock.now())
        self._why.setText(why)
        step = next_step(view, lot)
        # With large text its room is the picture's; the list of what waits says it too.
        say_in(self._step, step if text_scale() <= LARGE_TEXT else "")
        self.mark(_state_of(view), selected=selected)
        standing = self._standing.text()
        spoken(self, self.lane.name, f"{standing} {view.plate} {why} {step}".strip())

    def show_devices(self, views: Sequence[DeviceView]) -> None:
        """A lamp beside the name while a device of this lane wants a look; nothing while all are well.

        What is wrong with a camera stands on its picture: a frozen one looks like any other.
        """
        self._camera_causes = {view.kind: told_of(view).text for view in views if view.kind in CAMERAS}
        self._show_cause()
        wrong = [view for view in views if is_in_trouble(view)]
        self._lamp.setVisible(bool(wrong))
        if wrong:
            alarm = any(state_of(view) is State.ALARM for view in wrong)
            told = "\n".join(
                f"{kind_words(view.kind)}: {told_of(view).text or state_words(view)}" for view in wrong
            )
            self._lamp.show_state(State.ALARM if alarm else State.ATTENTION, told)

    @property
    def has_rear(self) -> bool:
        """Whether the lane has a second camera."""
        return self._rear_camera() is not None

    def turn_round(self) -> None:
        """Show the picture of the lane's other camera, where it has one."""
        self._shows_rear = self.has_rear and not self._shows_rear
        self._picture.refresh()
        self._show_cause()
        self._show_again()

    def _show_cause(self) -> None:
        kind = DeviceKind.REAR_CAMERA if self._shows_rear else DeviceKind.CAMERA
        self._picture.show_cause(self._camera_causes.get(kind, ""))

    def _rear_camera(self) -> Camera | None:
        runner = self._console.lanes.get(self.lane.lane_id)
        return runner.devices.rear_camera if runner is not None else None

    def _preview(self) -> Preview | None:
        runner = self._console.lanes.get(self.lane.lane_id)
        if runner is None:
            return None
        rear = runner.devices.rear_camera if self._shows_rear else None
        return (rear or runner.devices.camera).preview()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._lamp)
        head.addStretch(1)
        head.addWidget(self._direction)
        gate = self._gate_row
        gate.setSpacing(8)
        gate.addWidget(self._strip)
        gate.addWidget(self._gate, stretch=1)
        self._turn_gate_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._picture, stretch=1000)
        column.addWidget(self._still)
        column.addLayout(gate)
        column.addWidget(self._standing)
        column.addWidget(self._why)
        column.addWidget(self._step)
        # What is left over in a tall window lies below the words, not between them and the picture.
        column.addStretch(1)

    def _turn_gate_row(self) -> None:
        """Words that find no room beside the drawing stand below it."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        needed = self._strip.sizeHint().width() + self._gate.fontMetrics().averageCharWidth() * GATE_LETTERS
        self._gate_row.setDirection(beside if needed + 40 <= self.width() else below)

    def _show_again(self) -> None:
        if self._shown is not None:
            view, lot, selected = self._shown
            self.show_view(view, lot, selected=selected)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._show_again()
            self._turn_gate_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setMaximumHeight(max(self._picture.height_for(self.width() - 32), LEAST_PICTURE_PX))
        self._turn_gate_row()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit(self.lane.lane_id)
        lane_menu(self._context, self).popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.lane.lane_id)
        super().mousePressEvent(event)


def _state_of(view: LaneView) -> str:
    if view.trouble or view.gate == "failed":
        return "alarm"
    if view.waiting or is_held(view.hold) or view.faults:
        return "attention"
    return "open" if view.boom is Boom.UP else "quiet"
