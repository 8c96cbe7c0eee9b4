"""Asks a device by the very driver the console uses, started for a moment and stopped again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.words import is_known, say
from core.services.ports import DeviceStatus, Health

OBSERVED_S: Final = 7.0
# Some have to be heard first, or fail once and come at the next try: so long nothing bad is believed.
SETTLES_S: Final = 2.0
POLL_S: Final = 0.05


def observe(
    start: Callable[[], object],
    status: Callable[[], DeviceStatus],
    stop: Callable[[], object],
    *,
    limit_s: float = OBSERVED_S,
    settles_s: float = SETTLES_S,
) -> DeviceStatus:
    """How the device is once it has made up its mind, or after the limit; it is stopped in any case."""
    start()
    try:
        begun = time.monotonic()
        while (seconds := time.monotonic() - begun) < limit_s:
            now = status()
            if now.health is Health.OK:
                return now
            if now.health in {Health.FAILED, Health.UNKNOWN} and seconds > settles_s:
                return now
            time.sleep(POLL_S)
        return status()
    finally:
        stop()


def finding_of(subject: str, status: DeviceStatus, said: str) -> Finding:
    """The status in words, as the console says it too; ``said`` is what a device in order is called."""
    if status.health is Health.OK:
        return ok(subject, f"{said} answers")
    words = say(status.cause) if is_known(status.cause) else None
    text = status.cause or "no answer" if words is None else words.text
    detail = f" ({status.detail})" if status.detail else ""
    if status.health is Health.UNKNOWN:
        return skipped(subject, f"{said}: {text if status.cause else 'it cannot say how it is'}{detail}")
    step = "look at its power and cable, and at its address in the configuration"
    return trouble(subject, f"{said}: {text}{detail}", (words.step if words else "") or step)
