"""How well a lane reads its vehicles over a period: counts by hour of the day, and what to do about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from core.domain.confusions import Confusion

HOURS = range(24)
# Weather is not measured, and light only by the clock: these hours at the lot count as dark.
DARK_HOURS: Final = frozenset({19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5})
# With fewer vehicles a percentage says nothing.
LEAST_VEHICLES: Final = 30
LEAST_IN_THE_DARK: Final = 15
WORSE_IN_THE_DARK: Final = 0.10
MANY_UNREAD: Final = 0.05
MANY_ASKED: Final = 0.15
LEAST_CONFUSIONS: Final = 3
SMALL_PLATE_PIXELS: Final = 24.0


@dataclass(frozen=True, slots=True)
class ReadCounts:
    """Vehicles of a lane in some hours.

    ``asked``: a person had to help with the plate; ``nothing``: no plate was seen at all; ``corrected``:
    a plate was read and was wrong, at the lane or as it turned out later.
    """

    vehicles: int = 0
    asked: int = 0
    corrected: int = 0
    nothing: int = 0

    @property
    def alone(self) -> int:
        """Vehicles whose plate was read without help."""
        return self.vehicles - self.asked

    def share(self, count: int) -> float:
        """The count as a share of the vehicles, in 0…1."""
        return count / self.vehicles if self.vehicles else 0.0

    def plus(self, other: ReadCounts) -> ReadCounts:
        """Both together."""
        return ReadCounts(
            self.vehicles + other.vehicles,
            self.asked + other.asked,
            self.corrected + other.corrected,
            self.nothing + other.nothing,
        )


@dataclass(frozen=True, slots=True)
class LaneReading:
    """One lane over the period; ``by_hour`` are the 24 hours of the day at the lot.

    ``confusions`` name their examples by sighting; ``plate_pixels`` is the usual height of a plate
    in its pictures, 0 where that is not known; ``in_the_dark`` are the examples that came in dark hours.
    """

    lane_id: str
    by_hour: Mapping[int, ReadCounts] = field(default_factory=dict)
    confusions: Sequence[Confusion] = ()
    plate_pixels: float = 0.0
    in_the_dark: frozenset[str] = frozenset()

    @property
    def total(self) -> ReadCounts:
        """The whole day."""
        return self._of(frozenset(HOURS))

    @property
    def dark(self) -> ReadCounts:
        """The hours that count as dark."""
        return self._of(DARK_HOURS)

    @property
    def light(self) -> ReadCounts:
        """All other hours."""
        return self._of(frozenset(HOURS) - DARK_HOURS)

    def _of(self, hours: frozenset[int]) -> ReadCounts:
        total = ReadCounts()
        for hour, counts in self.by_hour.items():
            total = total.plus(counts) if hour in hours else total
        return total


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to know about a lane's reading, as a reason code with its figures."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def advice_for(reading: LaneReading) -> list[Advice]:
    """What to do, the likeliest cause first; one that says all is well where nothing stands out."""
    total = reading.total
    if total.vehicles < LEAST_VEHICLES:
        return [Advice("reading.too_few", {"count": total.vehicles, "least": LEAST_VEHICLES})]
    found = [*_unread(total), *_small(reading), *_in_the_dark(reading), *_confused(reading)]
    if not found and total.share(total.asked) >= MANY_ASKED:
        found.append(Advice("reading.asks_often", {"percent": _percent(total.share(total.asked))}))
    return found or [Advice("reading.well", {"percent": _percent(total.share(total.alone))})]


def _unread(total: ReadCounts) -> list[Advice]:
    share = total.share(total.nothing)
    return [Advice("reading.no_plates", {"percent": _percent(share)})] if share >= MANY_UNREAD else []


def _small(reading: LaneReading) -> list[Advice]:
    if 0 < reading.plate_pixels < SMALL_PLATE_PIXELS:
        return [Advice("reading.small", {"pixels": round(reading.plate_pixels)})]
    return []


def _in_the_dark(reading: LaneReading) -> list[Advice]:
    dark, light = reading.dark, reading.light
    if min(dark.vehicles, light.vehicles) < LEAST_IN_THE_DARK:
        return []
    by_night, by_day = dark.share(dark.alone), light.share(light.alone)
    if by_day - by_night < WORSE_IN_THE_DARK:
        return []
    return [Advice("reading.worse_at_night", {"night": _percent(by_night), "day": _percent(by_day)})]


def _confused(reading: LaneReading) -> list[Advice]:
    often = [one for one in reading.confusions if one.count >= LEAST_CONFUSIONS]
    for one in often[:1]:
        if one.read and one.true:
            dark = len(reading.in_the_dark.intersection(one.examples))
            facts = {"read": one.read, "true": one.true, "count": one.count, "dark": dark}
            return [Advice("reading.confuses_in_the_dark" if dark else "reading.confuses", facts)]
        code = "reading.adds" if one.read else "reading.overlooks"
        return [Advice(code, {"character": one.read or one.true, "count": one.count})]
    return []


def _percent(share: float) -> float:
    """With one decimal, and never 100 where it is not all."""
    return math.floor(1000 * share + 1e-6) / 10
