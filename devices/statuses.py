"""How a device's status follows the one before it."""

from __future__ import annotations

import time

from core.services.ports import DeviceStatus, Health


def next_status(before: DeviceStatus, health: Health, cause: str = "", detail: str = "") -> DeviceStatus:
    """The status from now on; ``since_ns`` stays where health and cause are as before."""
    same = before.health == health and before.cause == cause
    return DeviceStatus(health, before.since_ns if same else time.monotonic_ns(), cause, detail)
