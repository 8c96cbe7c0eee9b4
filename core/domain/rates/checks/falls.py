"""Prices that fall when a minute is added, and stays that no rate prices, found by walking the week.

Stays begin at each kind of moment of the week and end around each point at which their price can turn;
where a longer one costs less, halving finds the exact two stays. The walk stops after a fixed number of
quotes, so that a plan of many parts is looked at for its most likely places only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.scene import Scene
from core.domain.rates.checks.turning_points import can_fall, entries, lengths
from core.domain.rates.facts import Facts
from core.domain.rates.plan import Per, Plan
from core.domain.rates.plan_parts import applies_of
from core.domain.rates.quote import Quote
from core.domain.rates.windows import DAY_S

MOST_QUOTES = 6_000
# A stay of many blocks is priced block by block: a walk is limited by these too.
MOST_BLOCKS = 30_000
MOST_FALLS = 5
_MOST_KINDS_OF_STAY = 5
_MINUTE_S = 60
_HOUR_S = 3600


def falls(scene: Scene) -> Iterator[Remark]:
    """The falls, the largest of each kind, largest first; and stays without a rate."""
    if not can_fall(scene.plan):
        return
    walk = _Walk(scene)
    kinds = list(_kinds_of_stay(scene))[:_MOST_KINDS_OF_STAY]
    for facts in kinds:
        walk.over(facts, MOST_QUOTES // len(kinds))
    yield from walk.unpriced
    for fall in sorted(walk.found.values(), key=lambda one: -one.drop_minor)[:MOST_FALLS]:
        yield _remark(scene, fall)


@dataclass(frozen=True, slots=True)
class _Fall:
    """Two stays of one entry; the second is longer and costs less."""

    shorter: Example
    longer: Example

    @property
    def drop_minor(self) -> int:
        return (self.shorter.total_minor or 0) - (self.longer.total_minor or 0)


class _Walk:
    """The week walked through; keeps the largest fall of each kind."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.found: dict[tuple[str, ...], _Fall] = {}
        self.unpriced: list[Remark] = []
        self._seen: dict[tuple[int, int, str], int] = {}
        self._block_s = _shortest_block_s(scene.plan)

    def over(self, facts: Facts, most_quotes: int) -> None:
        """Walk the week with one kind of stay."""
        scene, asked, blocks, has_unpriced = self._scene, 0, 0, False
        for entry_at in entries(scene):
            entry_s = int(scene.instant(entry_at).timestamp())
            points = _points(lengths(scene, entry_at), drops_seconds=scene.plan.drops_seconds)
            asked += len(points)
            blocks += sum(at // self._block_s for at in points)
            if asked > most_quotes or blocks > MOST_BLOCKS * most_quotes // MOST_QUOTES:
                return
            totals = [(at, scene.total(entry_s, entry_s + at, facts)) for at in points]
            if not has_unpriced:
                has_unpriced = self._look_for_unpriced(entry_s, totals, facts)
            for (shorter, before), (longer, after) in pairwise(totals):
                if before is not None and after is not None and before > after:
                    self._keep(entry_s, shorter, longer, facts)

    def _look_for_unpriced(self, entry_s: int, totals: list[tuple[int, int | None]], facts: Facts) -> bool:
        for at, total in totals:
            if total is None:
                example = _example(self._scene, entry_s, at, facts)
                if example.refusal == "rates.no_rate":
                    place: Place = ("rates",)
                    figures = {"class": facts.vehicle_class}
                    self.unpriced.append(
                        Remark("rates.check.no_rate", Severity.STOPS, place, figures, (example,))
                    )
                    return True
        return False

    def _keep(self, entry_s: int, shorter: int, longer: int, facts: Facts) -> None:
        """Find the exact two stays, unless a fall like this one is known that is at least as large."""
        scene = self._scene
        drop = (scene.total(entry_s, entry_s + shorter, facts) or 0) - (
            scene.total(entry_s, entry_s + longer, facts) or 0
        )
        alike = (longer - shorter, longer, facts.vehicle_class + facts.loyalty)
        if self._seen.get(alike, 0) >= drop:
            return
        self._seen[alike] = drop
        last, first = _narrowed(scene, entry_s, shorter, longer, facts)
        fall = _Fall(_example(scene, entry_s, last, facts), _example(scene, entry_s, first, facts))
        kind = _kind_of(fall)
        if kind not in self.found or self.found[kind].drop_minor < fall.drop_minor:
            self.found[kind] = fall


def _shortest_block_s(plan: Plan) -> int:
    """What a long stay is priced by, block for block: the shortest period of the plan, a day at most."""
    covered = [rate.covers.length_s for rate in plan.rates if rate.covers is not None]
    periods = [charge.restart for rate in plan.rates for charge in rate.charges]
    periods += [cap.per for cap in plan.caps]
    lengths_s = [_HOUR_S if period.per is Per.HOUR else period.length_s for period in periods]
    return min([DAY_S, *(length_s for length_s in (*covered, *lengths_s) if length_s)])


def _points(turns: tuple[int, ...], *, drops_seconds: bool) -> list[int]:
    """The lengths to ask for: just before, at and just after each turn."""
    around = (-_MINUTE_S, 0, _MINUTE_S) if drops_seconds else (-1, 0, 1)
    return sorted({turn + by for turn in turns for by in around if turn + by > 0})


def _narrowed(scene: Scene, entry_s: int, shorter: int, longer: int, facts: Facts) -> tuple[int, int]:
    """Two lengths a minute (or where that does not show it a second) apart between which the price falls."""
    dearer = scene.total(entry_s, entry_s + shorter, facts) or 0
    while longer - shorter > 1:
        middle = (shorter + longer) // 2
        between = scene.total(entry_s, entry_s + middle, facts)
        if between is not None and between < dearer:
            longer = middle
        else:
            shorter, dearer = middle, between if between is not None else dearer
    minute = shorter // _MINUTE_S * _MINUTE_S
    before = scene.total(entry_s, entry_s + minute, facts)
    after = scene.total(entry_s, entry_s + minute + _MINUTE_S, facts)
    if before is not None and after is not None and before > after:
        return minute, minute + _MINUTE_S
    return shorter, longer


def _example(scene: Scene, entry_s: int, length_s: int, facts: Facts) -> Example:
    entry, exit_at = (datetime.fromtimestamp(at, UTC) for at in (entry_s, entry_s + length_s))
    return scene.example(entry, exit_at, facts)


def _kind_of(fall: _Fall) -> tuple[str, ...]:
    """Falls are alike where the same rates and rules follow one another."""
    before, after = fall.shorter.quote, fall.longer.quote
    if before is None or after is None:
        return ()
    return before.rate, after.rate, _what(before), _what(after)


def _what(quote: Quote) -> str:
    """The charge that the stay ends in."""
    named = [line for line in quote.lines if line.name and line.rule not in ("cap", "minimum", "extra")]
    last = max(named, key=lambda line: line.end, default=None)
    return f"{last.rule} {last.name}" if last is not None else ""


def _remark(scene: Scene, fall: _Fall) -> Remark:
    before, after = fall.shorter.quote, fall.longer.quote
    rates = [rate.name for rate in scene.plan.rates]
    before_rate, after_rate = (quote.rate if quote is not None else "" for quote in (before, after))
    facts = {
        "shorter_minor": fall.shorter.total_minor,
        "longer_minor": fall.longer.total_minor,
        "drop_minor": fall.drop_minor,
        "before": before_rate,
        "after": after_rate,
    }
    place: Place = ("rates", rates.index(after_rate)) if after_rate in rates else ("rates",)
    if before_rate != after_rate:
        code = "rates.check.price_falls_to_rate"
    else:
        code, place = "rates.check.price_falls", _table_of(scene, place)
    return Remark(code, Severity.WARNS, place, facts, (fall.shorter, fall.longer))


def _table_of(scene: Scene, place: Place) -> Place:
    """The charge with a table of totals, where the rate has only one such charge."""
    if len(place) < 2:
        return place
    charges = scene.plan.rates[int(place[1])].charges
    tables = [at for at, charge in enumerate(charges) if any(step.is_total for step in charge.steps)]
    return (*place, "charges", tables[0]) if len(tables) == 1 else place


def _kinds_of_stay(scene: Scene) -> Iterator[Facts]:
    """A usual stay, then one of each class that parts of the plan treat otherwise, members, tags."""
    conditions = list(applies_of(scene.plan))
    priced = [one.applies.classes for one in scene.plan.rates]
    seen = set()
    base = scene.facts
    for vehicle_class in sorted(scene.plan.classes, key=lambda name: (name != base.vehicle_class, name)):
        treated = tuple(vehicle_class in one.classes for one in conditions)
        if treated not in seen and any(not classes or vehicle_class in classes for classes in priced):
            seen.add(treated)
            yield replace(base, vehicle_class=vehicle_class)
    for loyalty in sorted({name for one in conditions for name in one.loyalty}):
        yield replace(base, loyalty=loyalty)
    for tags in sorted({tuple(sorted(one.tags)) for one in conditions if one.tags}):
        yield replace(base, tags=frozenset(tags))
