"""Runs over a stay's time and adds up what it costs: ladders for the time, caps for the periods."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction

from core.domain.rates.bill import Entry
from core.domain.rates.caps import DONE, CapMeter, CapState, LimitedBy, Taken
from core.domain.rates.ladder import Ladder
from core.domain.rates.periods import Anchors, Place, Slot
from core.domain.rates.plan import Charge, Per, Visits
from core.domain.rates.runs import Run


class Meter:
    """Adds up one rate's charges over spans of time handed to it in order.

    ``factor`` multiplies prices before caps. Caps begin from ``state`` (what earlier spans used up);
    ``done`` are charges' periods that were paid in full before.
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
        self.anchors = anchors
        self.factor = factor
        self.cap_indexes = tuple(limit.index for limit in caps)
        self.done: frozenset[Hashable] = frozenset()
        self._state = state
        self._caps = CapMeter(caps, anchors, state)
        self._runs: dict[tuple[int, Hashable], Run] = {}
        self._last: tuple[Run, bool] | None = None
        self._rolling = {
            period.length_s if period.per is Per.ROLLING else 0
            for period in (*(c.restart for c in charges), *(limit.cap.per for limit in caps))
            if period.per in {Per.ROLLING, Per.HOUR}
        }
        self._whole: list[Entry] = []
        self._begins_s: int | None = None

    @property
    def caps(self) -> Sequence[LimitedBy]:
        """The caps that limit it, in their order."""
        return self._caps.limits

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
            place = run.ladder.next_change(run.at)
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
        self._caps.forget_lines()
        self._last = None

    def finish_unit(self) -> None:
        """The unit that has begun is used up, whoever's time the rest of it lies in."""
        if self._last is not None:
            run, _ = self._last
            run.at = run.ladder.unit_end(run.at)

    def unit_end_s(self, at_s: int) -> int:
        """Until when the unit runs that had begun by ``at_s``, the end of what was taken."""
        if self._last is None:
            return at_s
        run, _ = self._last
        return at_s + run.ladder.unit_end(run.at) - run.at

    def entries(self) -> list[Entry]:
        """What was charged, as lines in the order of time; caps stand after what they limit."""
        ranked = [(entry.start_s, 0, entry) for entry in self._whole]
        for run in self._runs.values():
            ranked += [(run.first_s, 0, entry) for entry in run.entries(self.factor)]
        if self._begins_s is not None:
            ranked += [(entry.end_s, -1, entry) for entry in self._caps.entries(self._begins_s)]
        ranked.sort(key=lambda item: item[:2])
        return [entry for _, _, entry in ranked]

    def _pass(self, start_s: int, end_s: int, slot: Slot) -> None:
        key = (slot.charge, (slot.window, slot.began))
        run = self._runs.get(key)
        if run is None:
            charge, ladder = self._charges[slot.charge], self._ladders[slot.charge]
            run = self._runs[key] = Run(charge, ladder, start_s, start_s)
        run.last_s = end_s
        self._last = None

    def _charge(self, place: Place, until_s: int, seconds: int) -> None:
        charge = self._charges[place.slot.charge]
        key = (place.slot.charge, self.anchors.key(charge.restart, place))
        if (id(self._charges), key) in self.done:
            self._last = None
            return
        run = self._runs.get(key)
        if run is None:
            origin = self.anchors.start_s(charge.restart, place) if charge.counts_elapsed else place.at_s
            run = self._runs[key] = Run(charge, self._ladders[place.slot.charge], place.at_s, origin)
        first = run.at
        if charge.counts_elapsed and place.at_s - run.origin_s != first:
            first = place.at_s - run.origin_s
            run.cost = run.ladder.cost(first)
        run.at = first + seconds
        cost = run.ladder.cost(run.at)
        amount = cost - run.cost
        run.cost, run.last_s = cost, until_s
        if run.spans and run.spans[-1][1] == first:
            run.spans[-1] = (run.spans[-1][0], run.at)
        else:
            run.spans.append((first, run.at))
        if self.factor != 1:
            amount = int(amount * self.factor)
        _, is_held = self._caps.let_through(place, until_s, amount)
        self._last = (run, is_held)
        if run.ladder.is_complete(run.at):
            self._state.setdefault((DONE, (id(self._charges), key)), Taken(place.at_s))
