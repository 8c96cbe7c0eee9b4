"""What is taken from camera and recogniser for a person who adjusts them; runs off the GUI thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.domain.camera_views import CameraView
from core.domain.errors import OperatorError
from core.domain.lanes import LaneState
from core.domain.reads import Read
from core.services.lane_view import LaneView
from core.services.ports import Camera, DeviceStatus, ReadAnswer, Still
from devices.pictures import decode_picture
from devices.recognition.plate_look import Light, PlateLook, light_of, look_of

RATE_OVER_NS = 3_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A camera's newest picture and how the camera is; no picture where ``image`` is null."""

    status: DeviceStatus
    image: QImage = field(default_factory=QImage)
    sequence: int = 0
    captured_ns: int = 0
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class FoundPlate:
    """A plate that was read, and how well it is seen."""

    read: Read
    look: PlateLook


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What one trial read found, and the very picture it was read in; ``cause`` where none was read."""

    plates: tuple[FoundPlate, ...]
    image: QImage
    cause: str


class PictureRate:
    """How many pictures a second the camera gives, from those that were seen."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, int]] = deque(maxlen=64)

    def note(self, sequence: int, captured_ns: int) -> None:
        """Picture number so and so was taken then."""
        if self._seen and sequence < self._seen[-1][0]:
            # The camera was started anew and counts from the beginning.
            self._seen.clear()
        if not self._seen or sequence > self._seen[-1][0]:
            self._seen.append((sequence, captured_ns))
        while len(self._seen) > 2 and captured_ns - self._seen[0][1] > RATE_OVER_NS:
            self._seen.popleft()

    @property
    def per_second(self) -> float | None:
        """Pictures a second, None as long as too few were seen."""
        if len(self._seen) < 2:
            return None
        (first, began_ns), (last, ended_ns) = self._seen[0], self._seen[-1]
        return (last - first) / ((ended_ns - began_ns) / 1e9) if ended_ns > began_ns else None


def take_shot(camera: Camera, view: CameraView) -> Shot:
    """The newest picture of the camera in full size, and how it is lit where it is read."""
    still, status = camera.still(), camera.status()
    image = _decoded(still)
    if still is None or image is None:
        return Shot(status)
    return Shot(status, picture_of(image), still.sequence, still.captured_ns, light_of(image, view))


def found_in(answer: ReadAnswer) -> Found:
    """The plates of an answer, each with how well it is seen."""
    image = _decoded(answer.still)
    if image is None:
        return Found((), QImage(), answer.cause or "camera.no_picture")
    plates = tuple(FoundPlate(read, look_of(image, read)) for read in answer.reads)
    return Found(plates, picture_of(image), answer.cause)


def why_not_read(lanes: Mapping[str, LaneView], lane_id: str) -> str:
    """Why nothing may be read for an adjustment now, as a reason code; empty where it may.

    A car in the lane is read for the gate, and no reading elsewhere may make it wait.
    """
    own = lanes.get(lane_id)
    if own is not None and (own.state is not LaneState.EMPTY or own.vehicle_present):
        return "view.lane_busy"
    if any(view.state is LaneState.READING for view in lanes.values()):
        return "view.other_lane_reads"
    return ""


def picture_of(image: NDArray[np.uint8]) -> QImage:
    """A picture (BGR, 8 bit) as Qt paints it, with memory of its own."""
    height, width = image.shape[:2]
    return QImage(image.tobytes(), width, height, width * 3, QImage.Format.Format_BGR888).copy()


def _decoded(still: Still | None) -> NDArray[np.uint8] | None:
    try:
        return decode_picture(still.jpeg) if still is not None else None
    except OperatorError:
        return None
