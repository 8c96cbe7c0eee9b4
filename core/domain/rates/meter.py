"""Runs over a stay's time and adds up what it costs: ladders for the time, caps for the periods."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from core.domain.rates.bill import Entry
from core.domain.rates.ladder import Ladder, Rung, RungPart
from core.domain.rates.periods import Anchors, Place, Slot
from core.domain.rates.plan import Cap, Charge, Per, Plan, Visits


@dataclass(frozen=True, slots=True)
class LimitedBy:
    """A cap with its place in the plan, its amounts in small units, and the charges it counts."""

    index: int
    cap: Cap
    most: int | None
    least: int | None
    charges: frozenset[int] | None

    def counts(self, anchors: Anchors, place: Place) -> bool:
        """Whether what is charged at this place counts for it."""
        cap = self.cap
        if self.charges is not None and place.slot.charge not in self.charges:
            return False
        if cap.which != (1, None):
            number = anchors.number(cap.per, place)
            if number < cap.which[0] or (cap.which[1] is not None and number > cap.which[1]):
                return False
        if not cap.days:
            return True
        return bool(cap.days & anchors.days.day(anchors.first_day(cap.per, place)).kinds)


@dataclass(slots=True)
class Taken:
    """What a cap's period has seen: all that came to it, what it let through, and since and until when."""

    first_s: int
    last_s: int = 0
    came: int = 0
    passed: int = 0

    @property
    def held(self) -> int:
        """What the cap took off."""
        return self.came - self.passed


CapState = dict[tuple[int, Hashable], Taken]


@dataclass(slots=True)
class _Run:
    """One going through a charge's ladder: where it stands, and the spans that were gone through."""

    charge: int
    first_s: int
    origin_s: int
    last_s: int = 0
    at: int = 0
    cost: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)


def settle_minimums(plan: Plan, scale: int, state: CapState) -> None:
    """Count what minimums have added to spans that were charged before, so that none is due twice."""
    for (index, _), taken in state.items():
        least = plan.caps[index].least_minor
        if least is not None and taken.passed > 0:
            taken.passed = max(taken.passed, int(Fraction(least) * scale))


class Meter:
    """Adds up one rate's charges over spans of time handed to it in order.

    ``factor`` multiplies prices before caps. Caps begin from ``state`` (what earlier spans used up).
    """

    def __init__(
        self,
        charges: Sequence[Charge],
        ladders: Sequence[Ladder],
        caps: Sequence[LimitedBy],
        anchors: Anchors,
        factor: Fraction,
        state: CapState,
    ) -> None:
        self._charges = charges
        self._ladders = ladders
        self.caps = caps
        self.anchors = anchors
        self.factor = factor
        self.cap_indexes = tuple(limit.index for limit in caps)
        self.state = state
        self._held_before = {key: taken.held for key, taken in state.items()}
        self._runs: dict[tuple[int, Hashable], _Run] = {}
        self._last: tuple[_Run, bool] | None = None
        self._rolling = {
            period.length_s if period.per is Per.ROLLING else 0
            for period in (*(c.restart for c in charges), *(limit.cap.per for limit in caps))
            if period.per in {Per.ROLLING, Per.HOUR}
        }
        self._whole: list[Entry] = []
        self._begins_s: int | None = None

    def fresh(self, anchors: Anchors) -> Meter:
        """Another meter of the same charges, caps and factor that has seen nothing yet."""
        return Meter(self._charges, self._ladders, self.caps, anchors, self.factor, {})

    def pause(self) -> None:
        """Time passes that no charge takes."""
        self._last = None

    def take(self, start_s: int, end_s: int, slot: Slot) -> None:
        """Charge for a span that one charge takes."""
        if self._begins_s is None:
            self._begins_s = start_s
        if self._ladders[slot.charge].is_free:
            self._pass(start_s, end_s, slot)
            return
        at_s = start_s
        while at_s < end_s:
            until_s = end_s
            for each in self._rolling:
                until_s = min(until_s, self.anchors.next_boundary(each, at_s))
            self._charge(Place(at_s, slot), until_s, until_s - at_s)
            at_s = until_s

    def add_whole(self, entry: Entry) -> None:
        """Add time whose amount is known already (days alike), as one line."""
        self._whole.append(entry)
        self._last = None

    def next_change(self, at_s: int, boundary_s: int | None) -> int | None:
        """Until when the price stays after ``at_s``, the end of what was taken; at most ``boundary_s``."""
        known = [] if boundary_s is None else [boundary_s]
        known += [self.anchors.next_boundary(each, at_s - 1) for each in self._rolling]
        if self._last is not None:
            run, is_held = self._last
            place = self._ladders[run.charge].next_change(run.at)
            if place is not None and not is_held:
                known.append(at_s + place - run.at)
        return min(known, default=None)

    def begin_with(self, slot: Slot, at_s: int, seconds: int, visits: Visits) -> None:
        """So long was charged on earlier visits: ladders and caps go on from there, as the plan says.

        What was charged then is due again only where visits are priced together.
        """
        place = Place(at_s, slot)
        self._begins_s = at_s
        self._charge(place, at_s, seconds)
        if visits is Visits.SUM:
            return
        if visits is Visits.CAPS:
            self._runs.clear()
        for run in self._runs.values():
            run.spans.clear()
        self._held_before = {key: taken.held for key, taken in self.state.items()}
        self._last = None

    def finish_unit(self) -> None:
        """The unit that has begun is used up, whoever's time the rest of it lies in."""
        if self._last is not None:
            run, _ = self._last
            run.at = self._ladders[run.charge].unit_end(run.at)

    def unit_end_s(self, at_s: int) -> int:
        """Until when the unit runs that had begun by ``at_s``, the end of what was taken."""
        if self._last is None:
            return at_s
        run, _ = self._last
        return at_s + self._ladders[run.charge].unit_end(run.at) - run.at

    def entries(self) -> list[Entry]:
        """What was charged, as lines in the order of time; caps stand after what they limit."""
        ranked = [(entry.start_s, 0, entry) for entry in self._whole]
        for run in self._runs.values():
            ranked += [(run.first_s, 0, entry) for entry in self._run_entries(run)]
        for limit in self.caps:
            ranked += [(end_s, -1, entry) for end_s, entry in self._cap_entries(limit)]
        ranked.sort(key=lambda item: item[:2])
        return [entry for _, _, entry in ranked]

    def _pass(self, start_s: int, end_s: int, slot: Slot) -> None:
        key = (slot.charge, (slot.window, slot.began))
        run = self._runs.get(key)
        if run is None:
            run = self._runs[key] = _Run(slot.charge, start_s, start_s)
        run.last_s = end_s
        self._last = None

    def _charge(self, place: Place, until_s: int, seconds: int) -> None:
        charge = self._charges[place.slot.charge]
        key = (place.slot.charge, self.anchors.key(charge.restart, place))
        run = self._runs.get(key)
        if run is None:
            origin = self.anchors.start_s(charge.restart, place) if charge.counts_elapsed else place.at_s
            run = self._runs[key] = _Run(place.slot.charge, place.at_s, origin)
        first = run.at
        if charge.counts_elapsed and place.at_s - run.origin_s != first:
            first = place.at_s - run.origin_s
            run.cost = self._ladders[place.slot.charge].cost(first)
        run.at = first + seconds
        cost = self._ladders[place.slot.charge].cost(run.at)
        amount = cost - run.cost
        run.cost, run.last_s = cost, until_s
        if run.spans and run.spans[-1][1] == first:
            run.spans[-1] = (run.spans[-1][0], run.at)
        else:
            run.spans.append((first, run.at))
        if self.factor != 1:
            amount = int(amount * self.factor)
        is_held = False
        for limit in self.caps:
            if limit.counts(self.anchors, place):
                amount, held = self._limit(limit, place, until_s, amount)
                is_held = is_held or held
        self._last = (run, is_held)

    def _limit(self, limit: LimitedBy, place: Place, until_s: int, amount: int) -> tuple[int, bool]:
        """What a cap lets through of the amount, and whether it is reached."""
        key = (limit.index, self.anchors.key(limit.cap.per, place))
        taken = self.state.get(key)
        if taken is None:
            taken = self.state[key] = Taken(place.at_s)
        before, after = taken.came, taken.came + amount
        taken.came, taken.last_s = after, until_s
        most = limit.most
        if most is not None:
            amount = min(after, most) - min(before, most)
        taken.passed += amount
        return amount, most is not None and after >= most

    def _run_entries(self, run: _Run) -> Iterator[Entry]:
        charge, ladder = self._charges[run.charge], self._ladders[run.charge]
        if not run.spans and not ladder.is_free:
            return
        if ladder.is_free:
            yield Entry("not_charged", run.first_s, run.last_s, 0, name=charge.name)
            return
        band = ladder.total_at(run.at) if len(run.spans) == 1 and run.spans[0][0] == 0 else None
        if band is not None:
            yield self._priced(run, RungPart(band, 1, run.cost), run.first_s, run.last_s)
            return
        parts: dict[int, RungPart] = {}
        for first, last in run.spans:
            for part in ladder.parts(first, last):
                earlier = parts.get(part.rung.start_s)
                parts[part.rung.start_s] = part.plus(earlier) if earlier else part
        for _, part in sorted(parts.items()):
            yield self._priced(run, part, *self._span_of(run, part.rung))
        if not parts:
            yield Entry("steps", run.first_s, run.last_s, 0, 0, name=charge.name)

    def _span_of(self, run: _Run, rung: Rung) -> tuple[int, int]:
        """The instants between which the run stood on the rung, where it went through without a gap."""
        first, last = run.spans[0]
        if len(run.spans) > 1 or run.last_s - run.first_s != last - first:
            return run.first_s, run.last_s
        start_s = run.first_s + max(0, rung.start_s - first)
        ends_s = run.first_s + rung.end_s - first
        is_last = self._ladders[run.charge].repeats(rung) or ends_s > run.last_s
        return start_s, run.last_s if is_last else ends_s

    def _priced(self, run: _Run, part: RungPart, start_s: int, end_s: int) -> Entry:
        rung, amount = part.rung, part.amount
        price = rung.price
        if self.factor != 1:
            amount, price = int(amount * self.factor), price * self.factor
        rule, unit_s = _how(rung)
        return Entry(
            rule,
            start_s,
            end_s,
            amount,
            part.units,
            unit_s,
            price,
            rung.step.per_s or 0,
            self._charges[run.charge].name,
        )

    def _cap_entries(self, limit: LimitedBy) -> Iterator[tuple[int, Entry]]:
        for key, taken in self.state.items():
            if key[0] != limit.index or self._begins_s is None or taken.last_s <= self._begins_s:
                continue
            first_s = max(taken.first_s, self._begins_s)
            held = taken.held - self._held_before.get(key, 0)
            if held:
                most = limit.cap.most_minor or 0
                entry = Entry("cap", first_s, taken.last_s, -held, price_minor=most, name=limit.cap.name)
                yield taken.last_s, entry
            if limit.least is not None and 0 < taken.passed < limit.least:
                least, missing = limit.cap.least_minor or 0, limit.least - taken.passed
                entry = Entry(
                    "minimum", first_s, taken.last_s, missing, price_minor=least, name=limit.cap.name
                )
                yield taken.last_s, entry


def _how(rung: Rung) -> tuple[str, int]:
    """The reason code of a rung's line, and the length that stands beside it."""
    if rung.step.is_total:
        return "band", 0 if rung.is_endless else rung.end_s
    if rung.unit_s:
        return "steps", rung.unit_s
    return ("flat", 0) if rung.is_endless else ("first_block", rung.end_s - rung.start_s)
