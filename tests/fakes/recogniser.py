"""FAKE: a recogniser that reads what it is told; the real one is tested in tests/devices/recognition."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from core.domain.reads import Box, Read
from core.services.ports import DeviceStatus, Health, ReadAnswer, Still
from tests.fakes.camera import PICTURE


class FakeRecogniser:
    """Answers at once, on the asking thread, with what ``sees`` holds for the camera.

    ``reads`` are whole reads, with their doubts; ``fails`` names the cameras without a picture; ``picture``
    is the JPEG that every answer brings.
    """

    def __init__(self) -> None:
        self.sees: dict[str, tuple[str, float]] = {}
        self.reads: dict[str, Read] = {}
        self.fails: set[str] = set()
        self.asked = 0
        self.asked_of: Counter[str] = Counter()
        self.mute = False
        self.picture = PICTURE
        self._on_answer: Callable[[ReadAnswer], None] = lambda _answer: None

    def start(self, on_answer: Callable[[ReadAnswer], None]) -> None:
        self._on_answer = on_answer

    def request(self, camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:
        self.asked += 1
        self.asked_of[camera_id] += 1
        if self.mute:
            return
        now = time.monotonic_ns()
        if camera_id in self.fails:
            self._on_answer(ReadAnswer(token, camera_id, 0, 0, (), None, "camera.no_picture", 1.0))
            return
        seen = self.sees.get(camera_id)
        reads = () if seen is None else (Read(seen[0], seen[1], Box(10, 10, 150, 40)),)
        if camera_id in self.reads:
            reads = (self.reads[camera_id],)
        still = Still(self.asked, now, 1280, 720, self.picture + str(self.asked).encode(), self.picture)
        self._on_answer(ReadAnswer(token, camera_id, self.asked, now, reads, still, "", 1.0))

    def stop(self) -> None:
        pass

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)
