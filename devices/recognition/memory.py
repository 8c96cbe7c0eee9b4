"""How much memory the reading process holds, and when it had better be replaced."""

from __future__ import annotations

from pathlib import Path

LIMIT_BYTES = 700_000_000
LOOK_EVERY_NS = 1_000_000_000
# Where a reader needs more than the limit from its start, replacing it over and over would help nobody.
REPLACE_AT_MOST_EVERY_NS = 60_000_000_000
_SHOWN_STEP_BYTES = 20_000_000


class MemoryCare:
    """Looks at a process once a second."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._looked_ns = 0
        self._replaced_ns = -REPLACE_AT_MOST_EVERY_NS
        self._bytes: int | None = None

    @property
    def words(self) -> str:
        """The last figure for a person, in steps of 20 MB; empty where none is known."""
        if self._bytes is None:
            return ""
        shown = round(self._bytes / _SHOWN_STEP_BYTES) * _SHOWN_STEP_BYTES
        return f"{shown // 1_000_000} MB"

    def look(self, process_id: int, now_ns: int) -> None:
        """Measure it, if it is time."""
        if now_ns - self._looked_ns >= LOOK_EVERY_NS:
            self._looked_ns = now_ns
            self._bytes = resident_bytes(process_id)

    def is_too_much(self, now_ns: int) -> bool:
        """Whether the process should make room for another."""
        return (
            self._bytes is not None
            and self._bytes > self._limit_bytes
            and now_ns - self._replaced_ns >= REPLACE_AT_MOST_EVERY_NS
        )

    def replaced(self, now_ns: int) -> None:
        """It was ended for its size."""
        self._replaced_ns = now_ns
        self._bytes = None


def resident_bytes(process_id: int) -> int | None:
    """What the process holds in memory; None where the system does not say (it is no Linux, or it ended)."""
    try:
        status = Path(f"/proc/{process_id}/status").read_text()
    except OSError:
        return None
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "")
    return int(line.split()[1]) * 1024 if line else None
