"""One device as it is watched: since when it is how it is, its last trouble, and what of it is written down.

A trouble is written down once it has lasted ``WRITTEN_AFTER_NS``, and at most once a minute, so that a loose
plug does not fill the journal; all of it shows on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from core.services.device_views import Trouble
from core.services.ports import DeviceStatus, Health

WRITTEN_AFTER_NS: Final = 5_000_000_000
APART_NS: Final = 60_000_000_000
AMBER_FOR: Final = timedelta(minutes=5)
NO_WORD: Final = "device.no_word"
_TROUBLE: Final = frozenset({Health.FAILED, Health.STALE})


@dataclass(frozen=True, slots=True)
class Failed:
    """To be written down: the trouble has lasted."""

    cause: str
    detail: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """To be written down: it is over; ``meanwhile`` counts troubles that were not written down."""

    cause: str
    lasted_ms: int
    meanwhile: int


Note = Failed | Recovered


class DeviceRecord:
    """For the watching thread alone; ``last`` is the last trouble that the journal knows."""

    def __init__(self, last: Trouble | None = None) -> None:
        self.since: datetime | None = None
        self.trouble = last
        self._health: Health | None = None
        # A trouble that the journal never heard the end of is over when the device is well again.
        self._is_written = self._lasts
        self._began_ns: int | None = None
        self._written_ns: int | None = None
        self._meanwhile = 0

    @property
    def _lasts(self) -> bool:
        return self.trouble is not None and self.trouble.ended_at is None

    def is_amber(self, now: datetime) -> bool:
        """Whether it is well and was in trouble just now."""
        ended = self.trouble.ended_at if self.trouble is not None else None
        return ended is not None and now - ended < AMBER_FOR

    def look(self, status: DeviceStatus, faults: tuple[str, ...], now: datetime, now_ns: int) -> Note | None:
        """How the device is now; ``now_ns`` is the same instant on the clock of ``status.since_ns``."""
        if status.health is not self._health:
            self._health = status.health
            self.since = now - timedelta(microseconds=max(0, now_ns - status.since_ns) // 1000)
        is_failing = status.health in _TROUBLE
        if is_failing or faults:
            cause = (status.cause or NO_WORD) if is_failing else faults[0]
            return self._in_trouble(cause, status.detail if is_failing else "", now, now_ns)
        # A device that is only just starting has not shown yet that it is well.
        if status.health is not Health.STARTING and self._lasts:
            return self._well(now)
        return None

    def _in_trouble(self, cause: str, detail: str, now: datetime, now_ns: int) -> Note | None:
        if not self._lasts or self.trouble is None:
            self.trouble = Trouble(cause, detail, now)
            self._began_ns = now_ns
        elif (self.trouble.cause, self.trouble.detail) != (cause, detail):
            self.trouble = replace(self.trouble, cause=cause, detail=detail)
        if self._is_written or not self._is_due(now_ns):
            return None
        self._is_written, self._written_ns = True, now_ns
        return Failed(cause, detail)

    def _is_due(self, now_ns: int) -> bool:
        has_lasted = self._began_ns is not None and now_ns - self._began_ns >= WRITTEN_AFTER_NS
        return has_lasted and (self._written_ns is None or now_ns - self._written_ns >= APART_NS)

    def _well(self, now: datetime) -> Note | None:
        if self.trouble is None:
            return None
        trouble = self.trouble
        # The clock may have been set back meanwhile.
        self.trouble = replace(trouble, ended_at=max(now, trouble.at))
        if not self._is_written:
            self._meanwhile += 1
            return None
        lasted = max(now, trouble.at) - trouble.at
        note = Recovered(trouble.cause, lasted // timedelta(milliseconds=1), self._meanwhile)
        self._is_written, self._meanwhile = False, 0
        return note
