"""Waiting for what a camera will show, with a generous end."""

from __future__ import annotations

import time
from collections.abc import Callable

from core.services.ports import DeviceStatus, Health
from devices.cameras.camera import CaptureCamera


def until(condition: Callable[[], bool], what: str, limit_s: float = 40.0) -> None:
    """Return when the condition holds; fail with the words where it does not within the limit."""
    end_s = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < end_s, f"not within {limit_s} s: {what}"
        time.sleep(0.02)


def until_health(camera: CaptureCamera, *healths: Health) -> DeviceStatus:
    """The camera's status as soon as it has one of these healths."""
    seen: list[DeviceStatus] = []

    def reached() -> bool:
        seen.append(camera.status())
        return seen[-1].health in healths

    until(reached, f"health {healths}")
    return seen[-1]


def until_next_picture(camera: CaptureCamera) -> int:
    """The sequence of a picture newer than the present one."""
    before = camera.preview()
    least = before.sequence if before is not None else 0
    until(lambda: (now := camera.preview()) is not None and now.sequence > least, "a newer picture")
    newest = camera.preview()
    assert newest is not None
    return newest.sequence
