"""Rehearses a rate plan: what the stays of the past would have cost under a draft (Z9, L5).

Each stay is priced by the draft for the time it really paid for, with what was known of it then; what was
taken is held against that. Stays that left without paying although they owed something are no revenue
under any plan and are only counted.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput, OperatorError
from core.domain.rates.basis import Basis, PlanOf, Prices, reckon
from core.domain.rates.quote import Span

MOST_SHOWN: Final = 5
TELL_EVERY: Final = 200
COSTS_NOTHING: Final = "rehearsal.costs_nothing"


@dataclass(frozen=True, slots=True)
class PastStay:
    """A stay that ended; ``paid`` are the inputs of its payments, oldest first.

    Where nothing was paid ``paid`` is empty and ``unpaid`` holds the inputs of its price at the exit.
    """

    stay_id: str
    plate: str
    entry_at: datetime
    exit_at: datetime
    paid_minor: int
    paid: tuple[Basis, ...]
    unpaid: Basis


@dataclass(frozen=True, slots=True)
class StayChange:
    """A stay with what was taken for it and what the draft asks."""

    stay_id: str
    plate: str
    entry_at: datetime
    exit_at: datetime
    before_minor: int
    after_minor: int

    @property
    def change_minor(self) -> int:
        """How much dearer it becomes."""
        return self.after_minor - self.before_minor


@dataclass(frozen=True, slots=True)
class Sums:
    """So many stays, and what they brought and would bring, in minor units."""

    stays: int = 0
    before_minor: int = 0
    after_minor: int = 0

    def plus(self, before_minor: int, after_minor: int) -> Sums:
        """With one stay more."""
        return Sums(self.stays + 1, self.before_minor + before_minor, self.after_minor + after_minor)

    @property
    def change_percent(self) -> Decimal | None:
        """By how much the revenue changes, to a tenth; None where there was none."""
        if self.before_minor == 0:
            return None
        change = Decimal(100 * (self.after_minor - self.before_minor)) / self.before_minor
        return change.quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Gap:
    """Stays that the draft does not price, as a reason code, with the first of them.

    ``rehearsal.costs_nothing``: it prices them, at nothing, although something was paid; these count in
    the sums all the same.
    """

    code: str
    stays: int
    first: StayChange


@dataclass(frozen=True, slots=True)
class RehearsalReport:
    """What a draft would have changed.

    ``total`` and the groups count the stays that it prices: ``by_class`` by vehicle class, ``by_weekday``
    by the local weekday of the entry (0 Monday). ``biggest`` are the stays that change most, largest first.
    ``left_owing`` left without paying what they owed. ``is_complete`` is False where it was cancelled.
    """

    currency: str
    since: datetime
    until: datetime
    total: Sums
    dearer: int
    cheaper: int
    biggest: tuple[StayChange, ...]
    gaps: tuple[Gap, ...]
    left_owing: int
    by_class: Mapping[str, Sums]
    by_weekday: Mapping[int, Sums]
    is_complete: bool

    @property
    def not_priced(self) -> int:
        """How many stays the draft refuses a price."""
        return sum(gap.stays for gap in self.gaps if gap.code != COSTS_NOTHING)


def rehearse_rates(
    stays: Iterable[PastStay],
    *,
    draft: Prices,
    plan_of: PlanOf,
    currency: str,
    zone: ZoneInfo,
    since: datetime,
    until: datetime,
    told: Callable[[int], None] = lambda _done: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> RehearsalReport:
    """Price the stays by the draft; they are read one by one, and none is kept but those shown.

    ``told`` hears how many are done and ``is_cancelled`` is asked at each 200th; a cancelled rehearsal
    reports what it came to. BadInput ``rates.other_currency``.
    """
    if draft.currency != currency:
        raise BadInput("rates.other_currency", plan=draft.currency, lot=currency)
    rehearsal = _Rehearsal(draft, plan_of, zone)
    is_complete, done = True, 0
    for done, stay in enumerate(stays, start=1):
        if done % TELL_EVERY == 0:
            told(done)
            if is_cancelled():
                is_complete = False
                break
        rehearsal.take(stay)
    told(done)
    return rehearsal.report(currency, since, until, is_complete=is_complete)


@dataclass(slots=True)
class _Rehearsal:
    """Adds up, stay by stay."""

    draft: Prices
    plan_of: PlanOf
    zone: ZoneInfo
    total: Sums = Sums()
    dearer: int = 0
    cheaper: int = 0
    left_owing: int = 0
    by_class: dict[str, Sums] = field(default_factory=lambda: defaultdict(Sums))
    by_weekday: dict[int, Sums] = field(default_factory=lambda: defaultdict(Sums))
    gaps: dict[str, Gap] = field(default_factory=dict)
    # The smallest of those that change most stands first; the number keeps ties from being compared.
    biggest: list[tuple[int, int, StayChange]] = field(default_factory=list)

    def take(self, stay: PastStay) -> None:
        if not stay.paid and self._owed(stay):
            self.left_owing += 1
            return
        try:
            after_minor = self._after(stay)
        except OperatorError as error:
            self._note(error.code, _changed(stay, 0))
            return
        change = _changed(stay, after_minor)
        if after_minor == 0 and stay.paid_minor > 0:
            self._note(COSTS_NOTHING, change)
        self._add(stay, change)

    def report(
        self, currency: str, since: datetime, until: datetime, *, is_complete: bool
    ) -> RehearsalReport:
        return RehearsalReport(
            currency=currency,
            since=since,
            until=until,
            total=self.total,
            dearer=self.dearer,
            cheaper=self.cheaper,
            biggest=tuple(
                change for _, _, change in sorted(self.biggest, key=lambda one: (-one[0], -one[1]))
            ),
            gaps=tuple(sorted(self.gaps.values(), key=lambda gap: (-gap.stays, gap.code))),
            left_owing=self.left_owing,
            by_class=dict(sorted(self.by_class.items())),
            by_weekday=dict(sorted(self.by_weekday.items())),
            is_complete=is_complete,
        )

    def _owed(self, stay: PastStay) -> bool:
        """Whether it left without paying something; what cannot be priced by its own plan counts so."""
        try:
            return reckon(stay.unpaid, self.plan_of).total_minor > 0
        except OperatorError:
            return True

    def _after(self, stay: PastStay) -> int:
        """What the draft asks for all the time that was paid for."""
        asked = 0
        for basis in stay.paid or (stay.unpaid,):
            price = self.draft.quote(_whole_span(basis)).total_minor
            # Where the whole stay was priced again, what was asked before comes off as it did then.
            asked = max(asked, price) if basis.paid_minor else asked + price
        return asked

    def _add(self, stay: PastStay, change: StayChange) -> None:
        figures = change.before_minor, change.after_minor
        vehicle_class = (*stay.paid, stay.unpaid)[0].parts[0].span.facts.vehicle_class
        weekday = stay.entry_at.astimezone(self.zone).weekday()
        self.total = self.total.plus(*figures)
        self.by_class[vehicle_class] = self.by_class[vehicle_class].plus(*figures)
        self.by_weekday[weekday] = self.by_weekday[weekday].plus(*figures)
        if change.change_minor == 0:
            return
        self.dearer += change.change_minor > 0
        self.cheaper += change.change_minor < 0
        heapq.heappush(self.biggest, (abs(change.change_minor), -self.total.stays, change))
        if len(self.biggest) > MOST_SHOWN:
            heapq.heappop(self.biggest)

    def _note(self, code: str, change: StayChange) -> None:
        known = self.gaps.get(code)
        self.gaps[code] = Gap(code, 1, change) if known is None else replace(known, stays=known.stays + 1)


def _whole_span(basis: Basis) -> Span:
    """The time as one: the draft has no versions to split it at."""
    return replace(basis.parts[0].span, exit=basis.parts[-1].span.exit)


def _changed(stay: PastStay, after_minor: int) -> StayChange:
    return StayChange(stay.stay_id, stay.plate, stay.entry_at, stay.exit_at, stay.paid_minor, after_minor)
