"""A console's signs of life: a small file in its data folder, so that its next start knows when it ended.

Written every ten seconds and made durable, since it is there for the moment when the power goes.
"""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from core.domain.journal import from_micros, to_micros
from core.services.tell_power_gap import LifeSign

log = logging.getLogger(__name__)

MOST_BYTES: Final = 4096
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class LifeSigns:
    """``write`` never raises: a full disk must not end what it only tells of."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._has_failed = False

    def read(self) -> LifeSign | None:
        """The last sign, None where there is none that makes sense."""
        try:
            with self._file.open("rb") as stream:
                said = json.loads(stream.read(MOST_BYTES))
            return LifeSign(
                from_micros(int(said["at"])),
                str(said["boot_id"]),
                on_battery=bool(said["on_battery"]),
                has_ended=bool(said["has_ended"]),
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            log.warning("the last sign of life cannot be read: %r", error)
            return None

    def write(self, sign: LifeSign) -> None:
        """Replace the last sign by this one, whole or not at all."""
        said = {
            "at": to_micros(sign.at),
            "boot_id": sign.boot_id,
            "on_battery": sign.on_battery,
            "has_ended": sign.has_ended,
        }
        unfinished = self._file.with_suffix(".new")
        try:
            with unfinished.open("wb") as stream:
                stream.write(json.dumps(said).encode())
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(self._file)
            self._has_failed = False
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            if not self._has_failed:
                log.warning("no sign of life can be written: %s", error)
            self._has_failed = True


def boot_id() -> str:
    """What names this start of the machine; empty where the system says nothing like it."""
    try:
        return _BOOT_ID.read_text("ascii").strip()[:64]
    except OSError:
        return ""
