"""How often a console may be guessed at: wrong secrets of all people together, at most ten in any minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.journal import from_micros, to_micros

MOST_GUESSES = 10
IN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Guesses:
    """When the last wrong secrets were typed here, the oldest first; never more than count."""

    at: tuple[datetime, ...] = ()

    @classmethod
    def from_text(cls, text: str | None) -> Guesses:
        """The guesses of what ``to_text`` wrote; none where nothing was written."""
        return cls(tuple(from_micros(int(each)) for each in (text or "").split()))

    def to_text(self) -> str:
        """As text, to be kept."""
        return " ".join(str(to_micros(each)) for each in self.at)

    def with_one(self, now: datetime) -> Guesses:
        """After one more wrong secret."""
        return Guesses((*self._counted(now), now)[-MOST_GUESSES:])

    def free_at(self, now: datetime) -> datetime | None:
        """When the next may be tried; None where that is now."""
        counted = self._counted(now)
        if len(counted) < MOST_GUESSES:
            return None
        return counted[0] + IN

    def _counted(self, now: datetime) -> tuple[datetime, ...]:
        """Those within the minute; a clock that was set back far takes nobody's evening."""
        return tuple(min(each, now) for each in self.at if abs(now - each) < IN)
