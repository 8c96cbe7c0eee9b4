"""A lane's cameras as its vehicle is read: the one in front, and the second one behind where there is one.

Towards the recogniser the front camera is called like the lane, the rear one ``<lane>:rear``. The photo of a
vehicle is the picture in which its plate was read best; where none was read, the one shortly before it
reached the loop, when the front camera still saw it whole.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from core.domain.reads import FrameReads
from core.services.ports import Camera, DeviceStatus, LaneDevices, ReadAnswer, Recogniser, Still

BEFORE_TRIGGER_NS = 300_000_000
_REAR = ":rear"
# A picture takes 50 ms at most; who asks for the photo earlier than that waits so long.
_ARRIVAL_LIMIT_S = 0.2


def rear_camera_id(lane_id: str) -> str:
    """What the recogniser calls the lane's second camera; no lane can be called so."""
    return f"{lane_id}{_REAR}"


def lane_of_camera(camera_id: str) -> str:
    """The lane that the camera belongs to."""
    return camera_id.removesuffix(_REAR)


@dataclass(frozen=True, slots=True)
class _Best:
    """The best picture so far, and how sure the read in it is; 0 where there is none."""

    confidence: float
    still: Still
    is_rear: bool


class _Arrival:
    """The picture before a vehicle reached the loop, fetched aside so as not to delay the reading."""

    def __init__(self, camera: Camera, at_ns: int) -> None:
        self._camera = camera
        self._at_ns = at_ns
        self._still: Still | None = None
        self._thread = threading.Thread(target=self._fetch, name="arrival-picture", daemon=True)
        self._thread.start()

    def still(self) -> Still | None:
        """The picture; None where the camera had none of that moment."""
        self._thread.join(_ARRIVAL_LIMIT_S)
        return self._still

    def _fetch(self) -> None:
        self._still = self._camera.still_at(self._at_ns)


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
        self._arrival: _Arrival | None = None
        self._being_read: set[str] = set()

    @property
    def picture_is_rear(self) -> bool:
        """Whether ``picture`` is the rear camera's."""
        chosen = self._chosen()
        return chosen is not None and chosen.is_rear

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

    def triggered(self, at_ns: int) -> None:
        """The vehicle that stands there reached the loop at this instant; returns at once."""
        self._arrival = _Arrival(self._front, at_ns - BEFORE_TRIGGER_NS)

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
        """The picture with the surest read; else that of the arrival; else what the front camera sees now."""
        chosen = self._chosen()
        return chosen.still if chosen is not None else self._front.still()

    def forget(self) -> None:
        """Another vehicle comes."""
        self._best = self._arrival = None
        self._being_read.clear()

    def status(self) -> dict[str, DeviceStatus]:
        """How they are."""
        rear = {"rear_camera": self._rear.status()} if self._rear is not None else {}
        return {"camera": self._front.status()} | rear

    def _chosen(self) -> _Best | None:
        """A picture in which a plate was read, else that of the arrival, else any that was looked at."""
        if self._best is not None and self._best.confidence > 0:
            return self._best
        arrival = self._arrival.still() if self._arrival is not None else None
        return _Best(0.0, arrival, is_rear=False) if arrival is not None else self._best

    def _camera_ids(self) -> tuple[str, ...]:
        return (self._lane_id,) if self._rear is None else (self._lane_id, self._rear_id)
