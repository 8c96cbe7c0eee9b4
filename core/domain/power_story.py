"""What is worth telling of a power supply: mains lost, battery nearly empty, mains back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

# Mains that come and go every second are away until they have stayed for so long.
STEADY: Final = timedelta(seconds=10)


class PowerNews(StrEnum):
    """What happened, as the journal calls it."""

    LOST = "power.lost"
    LOW = "power.low"
    BACK = "power.back"


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of news; ``since`` is when the mains were lost or came back."""

    news: PowerNews
    since: datetime


class PowerStory:
    """Told how the power is, some times a minute; what is not known changes nothing."""

    def __init__(self) -> None:
        self._lost_at: datetime | None = None
        self._back_at: datetime | None = None
        self._is_low = False

    @property
    def is_on_battery(self) -> bool:
        """Whether the mains are away, as far as was told."""
        return self._lost_at is not None

    def hear(self, on_battery: bool | None, *, is_low: bool, now: datetime) -> tuple[Heard, ...]:
        """What is new with this; each once."""
        news: list[Heard] = []
        if on_battery is True:
            self._back_at = None
            if self._lost_at is None:
                self._lost_at = now
                news.append(Heard(PowerNews.LOST, now))
        elif on_battery is False:
            news += self._on_mains(now)
        if is_low and not self._is_low:
            self._is_low = True
            news.append(Heard(PowerNews.LOW, self._lost_at or now))
        return tuple(news)

    def _on_mains(self, now: datetime) -> list[Heard]:
        if self._lost_at is None:
            self._is_low = False
            return []
        self._back_at = self._back_at or now
        # A clock that was set back meanwhile must not keep the mains away for ever.
        if abs(now - self._back_at) < STEADY:
            return []
        back_at, self._lost_at, self._back_at, self._is_low = self._back_at, None, None, False
        return [Heard(PowerNews.BACK, back_at)]
