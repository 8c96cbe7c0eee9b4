"""FAKE: a camera with one picture; the real ones are tested in tests/devices/cameras."""

from __future__ import annotations

import time

from core.services.ports import DeviceStatus, Health, Preview, Still

PICTURE = b"\xff\xd8 not a real picture \xff\xd9"


class FakeCamera:
    """Always has the same picture; ``pictures`` counts how often it was asked for."""

    def __init__(self) -> None:
        self.pictures = 0

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def preview(self) -> Preview | None:
        return None

    def still(self) -> Still | None:
        self.pictures += 1
        return Still(1, time.monotonic_ns(), 1280, 720, PICTURE, PICTURE)

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)
