"""Brings pictures and trial reads of one camera to the screen, and stands back where a car is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.screens.camera.live import Found, PictureRate, Shot, found_in, take_shot, why_not_read
from console.screens.context import Context
from core.domain.camera_views import CameraView
from core.domain.errors import DeviceError
from core.services.lane_cameras import lane_of_camera
from core.services.ports import Camera, ReadAnswer

PICTURE_EVERY_MS: Final = 200
READ_EVERY_MS: Final = 500
# Longer than the recogniser ever takes: an answer that is lost must not end the reading.
ANSWER_LIMIT_S: Final = 12.0


class CameraFeed(QObject):
    """Five pictures a second at most, two reads; nothing while it is frozen or nobody looks.

    ``view`` gives the view that reads are tried with. ``pause_changed`` carries the reason code why
    nothing is read by itself, empty when it goes on.
    """

    shot_taken = Signal(object)
    found = Signal(object)
    pause_changed = Signal(str)
    answered = Signal(object)

    def __init__(self, context: Context, view: Callable[[], CameraView], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._camera_id = ""
        self._rate = PictureRate()
        self._is_taking = False
        self._asked_s: float | None = None
        self._pause = ""
        self.is_frozen = False
        self._pictures = QTimer(self, interval=PICTURE_EVERY_MS)
        self._reads = QTimer(self, interval=READ_EVERY_MS)
        self._pictures.timeout.connect(self._take)
        self._reads.timeout.connect(self._read)
        # Emitted on the recogniser's thread, taken up on this one.
        self.answered.connect(self._on_answered)

    @property
    def camera_id(self) -> str:
        """The camera that is shown."""
        return self._camera_id

    @property
    def pictures_per_second(self) -> float | None:
        """How fast the camera's pictures come."""
        return self._rate.per_second

    @property
    def is_reading(self) -> bool:
        """Whether a read is under way."""
        return self._asked_s is not None

    def follow(self, camera_id: str) -> None:
        """Show this camera from now on."""
        self._camera_id = camera_id
        self._rate = PictureRate()
        self.is_frozen = False

    def run(self) -> None:
        """Begin, or go on."""
        self._pictures.start()
        self._reads.start()
        self._take()

    def rest(self) -> None:
        """Nobody looks: take nothing."""
        self._pictures.stop()
        self._reads.stop()

    def freeze(self, *, frozen: bool) -> None:
        """Let the picture stand still, or go on."""
        self.is_frozen = frozen

    def read_now(self) -> None:
        """Read once, whatever stands in the lane: a person asked for it."""
        if not self._waits():
            self._ask()

    @Slot()
    def _take(self) -> None:
        camera = self._camera()
        if camera is None or self.is_frozen or self._is_taking:
            return
        self._is_taking = True
        view, camera_id = self._view(), self._camera_id
        self._context.jobs.run(
            lambda: take_shot(camera, view), lambda shot: self._on_shot(camera_id, shot), self._on_failed
        )

    def _camera(self) -> Camera | None:
        lane_id = lane_of_camera(self._camera_id)
        runner = self._context.console.lanes.get(lane_id)
        if runner is None:
            return None
        return runner.devices.camera if lane_id == self._camera_id else runner.devices.rear_camera

    def _on_failed(self, error: Exception) -> None:
        self._is_taking = False
        if isinstance(error, DeviceError):
            self._show_pause(error.cause)

    def _on_shot(self, camera_id: str, shot: Shot) -> None:
        self._is_taking = False
        if camera_id != self._camera_id or self.is_frozen:
            return
        if not shot.image.isNull():
            self._rate.note(shot.sequence, shot.captured_ns)
        self.shot_taken.emit(shot)

    @Slot()
    def _read(self) -> None:
        pause = why_not_read(self._context.state.lanes, lane_of_camera(self._camera_id))
        self._show_pause(pause)
        if not (pause or self.is_frozen or self._waits()):
            self._ask()

    def _waits(self) -> bool:
        return self._asked_s is not None and time.monotonic() - self._asked_s < ANSWER_LIMIT_S

    def _ask(self) -> None:
        console = self._context.console
        self._asked_s = time.monotonic()
        try:
            console.trials.ask(console.recogniser, self._camera_id, self._view(), self.answered.emit)
        except DeviceError as error:
            self._asked_s = None
            self._show_pause(error.cause)

    @Slot(object)
    def _on_answered(self, answer: ReadAnswer) -> None:
        if answer.camera_id != self._camera_id:
            self._asked_s = None
            return
        self._context.jobs.run(lambda: found_in(answer), lambda found: self._on_found(answer, found))

    def _on_found(self, answer: ReadAnswer, found: Found) -> None:
        self._asked_s = None
        if answer.camera_id == self._camera_id:
            self.found.emit(found)

    def _show_pause(self, pause: str) -> None:
        if pause != self._pause:
            self._pause = pause
            self.pause_changed.emit(pause)
