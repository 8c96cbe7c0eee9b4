"""Which copies of the database are kept at a second place: many new ones, few old ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

ALL_FOR: Final = timedelta(hours=48)
DAILY_FOR: Final = timedelta(days=35)
MONTHLY_FOR: Final = timedelta(days=750)
_STAMP: Final = "%Y%m%dT%H%M%SZ"


def copy_name(made_at: datetime) -> str:
    """The name of a copy made at the instant."""
    return f"lotkeeper-{made_at.astimezone(UTC).strftime(_STAMP)}.db.gz"


def made_at_of(name: str) -> datetime | None:
    """When the copy of that name was made, None for a name that is no copy's."""
    try:
        return datetime.strptime(name, f"lotkeeper-{_STAMP}.db.gz").replace(tzinfo=UTC)
    except ValueError:
        return None


def superseded(copies: Iterable[datetime], now: datetime) -> list[datetime]:
    """The copies that are no longer kept.

    All of the last two days are kept, then the last one of each day for five weeks, then the last one of
    each month for two years. The newest is kept however old it is, and so is what lies in the future: a
    clock that was wrong must not cost a copy.
    """
    ordered = sorted(copies, reverse=True)
    kept_for: set[tuple[int, ...]] = set()
    gone = []
    for place, made_at in enumerate(ordered):
        age = now - made_at
        period = _period(made_at, age)
        if place > 0 and (age > MONTHLY_FOR or period in kept_for):
            gone.append(made_at)
        kept_for.add(period)
    return gone


def _period(made_at: datetime, age: timedelta) -> tuple[int, ...]:
    """Of one period the last copy is kept."""
    if age <= ALL_FOR:
        return (made_at.year, made_at.month, made_at.day, made_at.hour, made_at.minute, made_at.second)
    if age <= DAILY_FOR:
        return (made_at.year, made_at.month, made_at.day)
    return (made_at.year, made_at.month)
