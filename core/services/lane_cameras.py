"""A lane's cameras as its vehicle is read: the one in front, and the second one behind where there is one.

Towards the recogniser the front camera is called like the lane, the rear one ``<lane>:rear``.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.reads import FrameReads
from core.services.ports import Camera, DeviceStatus, LaneDevices, ReadAnswer, Recogniser, Still

_REAR = ":rear"


def rear_camera_id(lane_id: str) -> str:
    """What the recogniser calls the lane's second camera; no lane can be called so."""
    return f"{lane_id}{_REAR}"


def lane_of_camera(camera_id: str) -> str:
    """The lane that the camera belongs to."""
    return camera_id.removesuffix(_REAR)


@dataclass(frozen=True, slots=True)
class _Best:
    """The picture with the surest read so far."""

    confidence: float
    still: Still
    is_rear: bool


class LaneCameras:
    """Asks the recogniser for the lane's cameras, and keeps the best picture; for the lane's thread alone."""

    def __init__(self, lane_id: str, devices: LaneDevices, recogniser: Recogniser) -> None:
        self._front: Camera = devices.camera
        self._rear: Camera | None = devices.rear_camera
        self._recogniser = recogniser
        self._lane_id = lane_id
        self._rear_id = rear_camera_id(lane_id)
        self._last_sequence: dict[str, int] = {}
        self._best: _Best | None = None
        self._being_read: set[str] = set()

    @property
    def picture_is_rear(self) -> bool:
        """Whether ``picture`` is the rear camera's."""
        return self._best is not None and self._best.is_rear

    def start(self) -> None:
        """Start capturing."""
        self._front.start()
        if self._rear is not None:
            self._rear.start()

    def stop(self) -> None:
        """Stop capturing."""
        self._front.stop()
        if self._rear is not None:
            self._rear.stop()

    def ask(self, token: int, *, answered: str | None = None) -> None:
        """Have new pictures read: of all cameras, or where one has just answered, of those not being read."""
        for camera_id in self._camera_ids():
            if answered is None or camera_id not in self._being_read:
                self._being_read.add(camera_id)
                newer = self._last_sequence.get(camera_id, 0) + 1
                self._recogniser.request(camera_id, token, not_before_sequence=newer)

    def came(self, answer: ReadAnswer) -> None:
        """An answer came, in time or late: its picture is no later vehicle's, also of a camera that froze."""
        last = self._last_sequence.get(answer.camera_id, 0)
        self._last_sequence[answer.camera_id] = max(last, answer.sequence)

    def take(self, answer: ReadAnswer) -> FrameReads | None:
        """What the answer tells of the vehicle; None where it comes from a rear camera that has no picture.

        A second camera that fails takes nothing from what the first one sees: it is only asked again.
        """
        self._being_read.discard(answer.camera_id)
        is_rear = answer.camera_id == self._rear_id
        if answer.still is not None:
            confidence = answer.reads[0].confidence if answer.reads else 0.0
            if self._best is None or confidence > self._best.confidence:
                self._best = _Best(confidence, answer.still, is_rear)
        if is_rear and answer.cause:
            return None
        return FrameReads(
            answer.sequence, answer.captured_ns, answer.reads, rear=is_rear, has_voted=answer.has_voted
        )

    def picture(self) -> Still | None:
        """The best picture of the vehicle, or what the front camera sees now."""
        return self._best.still if self._best is not None else self._front.still()

    def forget(self) -> None:
        """Another vehicle comes."""
        self._best = None
        self._being_read.clear()

    def status(self) -> dict[str, DeviceStatus]:
        """How they are."""
        rear = {"rear_camera": self._rear.status()} if self._rear is not None else {}
        return {"camera": self._front.status()} | rear

    def _camera_ids(self) -> tuple[str, ...]:
        return (self._lane_id,) if self._rear is None else (self._lane_id, self._rear_id)
