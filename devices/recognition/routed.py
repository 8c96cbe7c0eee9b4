"""Each camera's requests go to whoever reads for it: the reading process, or the camera itself."""

from __future__ import annotations

from collections.abc import Callable

from core.services.ports import DeviceStatus, Health, Measure, Measures, ReadAnswer, Recogniser
from devices.recognition.pushed.camera_reads import CameraReads

_WORST_FIRST = (Health.FAILED, Health.STALE, Health.STARTING, Health.UNKNOWN, Health.OK)


class RoutedRecogniser:
    """Fills ``core.services.ports.Recogniser`` with two others."""

    def __init__(self, process: Recogniser, cameras: CameraReads) -> None:
        self._process = process
        self._cameras = cameras

    @property
    def read_by_themselves(self) -> frozenset[str]:
        """The ids of the cameras that are not read by the process."""
        return self._cameras.camera_ids

    def start(self, on_answer: Callable[[ReadAnswer], None]) -> None:
        """Start both; answers come on the thread of either."""
        self._process.start(on_answer)
        self._cameras.start(on_answer)

    def request(self, camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:
        """Ask whoever reads for the camera; returns at once."""
        reader: Recogniser = self._cameras if camera_id in self.read_by_themselves else self._process
        reader.request(camera_id, token, not_before_sequence=not_before_sequence)

    def stop(self) -> None:
        """Stop both within 4 s; may be called twice."""
        self._process.stop()
        self._cameras.stop()

    def measures(self) -> tuple[Measure, ...]:
        """What both measure."""
        process = self._process.measures() if isinstance(self._process, Measures) else ()
        return (*process, *self._cameras.measures())

    def status(self) -> DeviceStatus:
        """That of the one that is worse off."""
        return min(
            (self._process.status(), self._cameras.status()),
            key=lambda status: _WORST_FIRST.index(status.health),
        )
