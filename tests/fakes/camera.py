"""FAKE: a camera with one picture; the real ones are tested in tests/devices/cameras."""

from __future__ import annotations

import time

from core.services.ports import DeviceStatus, Health, Preview, Still

PICTURE = b"\xff\xd8 not a real picture \xff\xd9"


class FakeCamera:
    """Always has the same picture; ``pictures`` counts how often it was asked for.

    ``remembers`` is its picture of any earlier moment, None where it has none; ``asked_at_ns`` are the
    moments that it was asked about.
    """

    def __init__(self) -> None:
        self.pictures = 0
        self.remembers: bytes | None = None
        self.asked_at_ns: list[int] = []

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def preview(self) -> Preview | None:
        return None

    def still(self) -> Still | None:
        self.pictures += 1
        return Still(1, time.monotonic_ns(), 1280, 720, PICTURE, PICTURE)

    def still_at(self, at_ns: int) -> Still | None:
        self.asked_at_ns.append(at_ns)
        return None if self.remembers is None else Still(2, at_ns, 1280, 720, self.remembers, self.remembers)

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)
