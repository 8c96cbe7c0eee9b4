"""Prices a stay by a rate plan: ``Pricing(plan).quote(span)``, or ``quote(plan, entry, exit, facts)``.

The order of reckoning: free minutes; a rate is chosen; its charges take the time; prices are adjusted;
caps in the order listed; totals are adjusted; extras; earlier visits, credits and what was prepaid; and
one rounding at the end. Elapsed time is absolute, windows and days are local. What a year costs to
reckon grows with the windows in it, not with its minutes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from core.domain.errors import BadInput
from core.domain.money import half_up
from core.domain.rates.adjusting import adjustment_entries
from core.domain.rates.applying import Stay
from core.domain.rates.bill import Entry, instant, rounded_lines
from core.domain.rates.caps import CapState, settle_minimums, take_done
from core.domain.rates.choosing import price_time
from core.domain.rates.compiled import CompiledPlan
from core.domain.rates.facts import NO_FACTS, CreditKind, Facts
from core.domain.rates.known import Known
from core.domain.rates.periods import Anchors
from core.domain.rates.plan import Adjusts, Per, Plan, TimeCredit, Visits
from core.domain.rates.quote import Quote, Span
from core.domain.rates.reductions import credit_entries, extra_entries, first_minutes_s

LONGEST_STAY = timedelta(days=1100)
_WHOLE_POINTS = 10_000


class Pricing:
    """A rate plan made ready for quoting; keep it, as making it ready costs more than a quote."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._compiled = CompiledPlan(plan)

    @property
    def plan_id(self) -> str:
        """Which plan this is, over all its versions."""
        return self.plan.plan_id

    @property
    def version(self) -> int:
        """1, 2, 3, … as published."""
        return self.plan.version

    @property
    def currency(self) -> str:
        """ISO 4217 code of all its prices."""
        return self.plan.currency

    def quote(self, span: Span) -> Quote:
        """The price of the span, explained.

        BadInput ``rates.bad_time`` (no zone), ``rates.exit_before_entry``, ``rates.stay_too_long``,
        ``rates.unknown_class``, ``rates.validation_used_twice``, ``rates.unknown_rate``,
        ``rates.no_rate``.
        """
        self._refuse(span)
        if self.plan.best_credit_only and self.plan.time_credit is TimeCredit.FIRST_MINUTES:
            kinds = {one.kind for one in span.facts.validations} - {CreditKind.RATE}
            if CreditKind.TIME in kinds and len(kinds) > 1:
                return self._best_of(span)
        return _Quoting(self._compiled, span).quote()

    def _best_of(self, span: Span) -> Quote:
        """Where only the best credit counts: the stay begun later, or the stay with its other credits."""
        given = span.facts.validations
        for_time = tuple(one for one in given if one.kind in {CreditKind.TIME, CreditKind.RATE})
        others = tuple(one for one in given if one.kind is not CreditKind.TIME)
        quotes = [
            _Quoting(self._compiled, replace(span, facts=replace(span.facts, validations=one))).quote()
            for one in (for_time, others)
        ]
        return min(quotes, key=lambda quote: quote.total_minor)

    def _refuse(self, span: Span) -> None:
        if span.entry.tzinfo is None or span.exit.tzinfo is None:
            raise BadInput("rates.bad_time")
        if span.exit < span.entry:
            raise BadInput("rates.exit_before_entry", entry=span.entry, exit=span.exit)
        if span.exit - span.entry > LONGEST_STAY:
            raise BadInput("rates.stay_too_long", days=(span.exit - span.entry).days, most=LONGEST_STAY.days)
        facts = span.facts
        if facts.vehicle_class not in self._compiled.classes:
            raise BadInput(
                "rates.unknown_class", given=facts.vehicle_class, known=sorted(self._compiled.classes)
            )
        if facts.validations:
            used = [one.validation_id for one in facts.validations if one.validation_id]
            if len(set(used)) < len(used):
                raise BadInput("rates.validation_used_twice", validation=max(used, key=used.count))


def quote(plan: Plan, entry: datetime, exit_at: datetime, facts: Facts = NO_FACTS) -> Quote:
    """The price of one stay; the refusals are those of ``Pricing.quote``."""
    return Pricing(plan).quote(Span(entry, exit_at, facts))


class _Quoting:
    """One quote in the making."""

    def __init__(self, compiled: CompiledPlan, span: Span) -> None:
        self._compiled = compiled
        self._plan = compiled.plan
        self._span = span
        self._facts = span.facts
        self._calendar = compiled.calendar(span.facts.holidays)
        self._entry_s = self._seconds(span.entry)
        self._exit_s = self._charged_until_s(span.entry, span.exit)

    def quote(self) -> Quote:
        """The priced span."""
        plan, compiled = self._plan, self._compiled
        entries, rate, change_s = self._whole()
        if plan.exact_counts_next:
            last_s = self._seconds(self._span.exit)
            entries = [entry._replace(end_s=min(entry.end_s, last_s)) for entry in entries]
        lines = rounded_lines(entries, compiled.scale, plan.rounding, plan.round_to_minor)
        total = sum(line.amount_minor for line in lines)
        return Quote(
            plan.currency,
            self._span.entry,
            self._span.exit,
            lines,
            plan.plan_id,
            plan.version,
            None if change_s is None else max(instant(change_s), self._span.exit),
            rate,
            self._tax_minor(total),
        )

    def _tax_entry(self, entries: list[Entry]) -> Entry:
        """The tax on top of all lines."""
        due = Fraction(sum(entry.amount for entry in entries))
        tax = due * Fraction(self._plan.tax_points) / _WHOLE_POINTS
        return Entry("tax", self._entry_s, self._exit_s, tax, factor=str(self._plan.tax_points))

    def _tax_minor(self, total_minor: int) -> int:
        """The tax inside a total, rounded half up: total x rate / (1 + rate)."""
        if not self._plan.tax_points:
            return 0
        points = Fraction(self._plan.tax_points)
        return half_up(total_minor * points / (_WHOLE_POINTS + points))

    def _whole(self) -> tuple[list[Entry], str, int | None]:
        """All lines, the rate's name, and when the answer may change."""
        if self._span.restarted:
            return self._after_paid()
        known, entry_s = self._known()
        if entry_s >= self._exit_s:
            return self._nothing_due(entry_s)
        priced = price_time(known, entry_s, self._exit_s, self._caps_seen(known))
        stay = known.stay(entry_s, self._exit_s)
        entries = self._with_earlier(known, entry_s, list(priced.entries))
        if priced.rate:
            entries += extra_entries(self._plan, stay, known.anchors, priced.rate, self._compiled.scale)
        due = sum(entry.amount for entry in entries)
        if self._facts.validations:
            given = list(
                credit_entries(
                    self._plan,
                    stay,
                    due,
                    self._compiled.scale,
                    lambda seconds: self._worth(known, entry_s, min(seconds, self._exit_s - entry_s)),
                )
            )
            entries += given
            due += sum(entry.amount for entry in given)
        for entry in adjustment_entries(self._plan, Adjusts.REST, stay, priced.rate, due):
            entries.append(entry)
            due += entry.amount
        if self._plan.tax_on_top:
            entries.append(self._tax_entry(entries))
            due += entries[-1].amount
        if self._facts.prepaid_minor and due > 0 and not self._starts_at_booking():
            prepaid = min(due, self._facts.prepaid_minor * self._compiled.scale)
            entries.append(Entry("prepaid", entry_s, self._exit_s, -prepaid))
        return entries, priced.rate, self._change_s(stay, priced.next_change_s)

    def _after_paid(self) -> tuple[list[Entry], str, int | None]:
        """The clock runs again after a permit: no free minutes, no extras, no credits; caps go on."""
        anchor_s = self._seconds(self._span.cap_from) if self._span.cap_from else self._entry_s
        known = self._knowing(anchor_s)
        state: CapState = {}
        for index, (first, last) in enumerate(self._span.paid):
            span = self._seconds(first), self._charged_until_s(first, last)
            price_time(replace(known.afresh(), restarted=index > 0), *span, state)
            settle_minimums(self._plan, self._compiled.scale, state)
        known = replace(known.afresh(), restarted=True, done=take_done(state))
        priced = price_time(known, self._entry_s, self._exit_s, state)
        stay = known.stay(self._entry_s, self._exit_s)
        entries = list(priced.entries)
        due = sum(entry.amount for entry in entries)
        entries += adjustment_entries(self._plan, Adjusts.REST, stay, priced.rate, due)
        if self._plan.tax_on_top:
            entries.append(self._tax_entry(entries))
        return entries, priced.rate, self._change_s(stay, priced.next_change_s)

    def _known(self) -> tuple[Known, int]:
        """What is known of the whole stay, and when its clock begins."""
        entry_s = self._entry_s
        covered: list[tuple[int, int]] = []
        facts = self._facts
        if self._starts_at_booking() and facts.booked_until is not None:
            entry_s = max(entry_s, self._seconds(facts.booked_until))
        if facts.validations:
            entry_s += first_minutes_s(self._plan, facts)
        if self._plan.visits in {Visits.CONTINUE, Visits.SUM}:
            entry_s, covered = self._with_visits(entry_s)
        gaps_s = sum(last - first for first, last in covered)
        covered += [(self._seconds(first), self._seconds(last)) for first, last in facts.covered]
        anchor_s = min((first for first, _ in self._earlier()), default=entry_s)
        return self._knowing(anchor_s, tuple(sorted(covered)), gaps_s), entry_s

    def _knowing(self, anchor_s: int, covered: tuple[tuple[int, int], ...] = (), gaps_s: int = 0) -> Known:
        days = self._calendar.days
        day = days.at(anchor_s)
        parking_day = day.ordinal - (day.local_s(anchor_s) < self._plan.day_begins_s)
        anchors = Anchors(anchor_s, parking_day, days, self._plan.day_begins_s)
        prior_s = 0 if self._plan.visits is Visits.APART else self._facts.prior_minutes * 60
        return Known(
            self._compiled,
            self._calendar,
            self._facts,
            anchors,
            covered,
            prior_s=prior_s,
            gaps_s=gaps_s,
        )

    def _with_visits(self, entry_s: int) -> tuple[int, list[tuple[int, int]]]:
        """The entry with earlier visits before it, and the gaps between them, which are not charged."""
        gaps, first_s = [], entry_s
        for visit in sorted(self._facts.visits, reverse=True):
            begins_s, ends_s = (self._seconds(at) for at in visit)
            if ends_s < first_s:
                gaps.append((ends_s, first_s))
            first_s = min(first_s, begins_s)
        return first_s, gaps

    def _earlier(self) -> list[tuple[int, int]]:
        """Earlier visits whose caps go on in this one."""
        if self._plan.visits is not Visits.CAPS:
            return []
        return sorted((self._seconds(first), self._seconds(last)) for first, last in self._facts.visits)

    def _caps_seen(self, known: Known) -> CapState:
        """What earlier visits have used up of the caps."""
        state: CapState = {}
        for first_s, last_s in self._earlier():
            price_time(known.afresh(), first_s, last_s, state)
            settle_minimums(self._plan, self._compiled.scale, state)
        return state

    def _with_earlier(self, known: Known, entry_s: int, entries: list[Entry]) -> list[Entry]:
        """The lines of the time with those that say what earlier visits change; never below nothing."""
        if self._facts.visits:
            entries += self._visits(known, entry_s)
        below = sum(entry.amount for entry in entries)
        if below < 0:
            entries.append(Entry("visits", entry_s, entry_s, -below))
        if known.prior_s:
            entries.append(Entry("visits", entry_s, entry_s, 0, unit_s=known.prior_s))
        return entries

    def _visits(self, known: Known, entry_s: int) -> list[Entry]:
        """What earlier visits cost, taken off where the plan says that they were charged."""
        if self._plan.visits is not Visits.CONTINUE:
            return []
        until_s = max((self._seconds(last) for _, last in self._facts.visits), default=self._entry_s)
        if until_s <= entry_s:
            return []
        alone = replace(known.afresh(), gaps_s=known.gaps_s - max(0, self._entry_s - until_s))
        before = price_time(alone, entry_s, until_s, {}).amount
        return [Entry("visits", entry_s, until_s, -before)] if before else []

    def _worth(self, known: Known, entry_s: int, seconds: int) -> int | Fraction:
        """What the first ``seconds`` of the stay cost."""
        alone = replace(known.afresh(), prior_s=0)
        return price_time(alone, entry_s, entry_s + seconds, {}).amount if seconds > 0 else 0

    def _nothing_due(self, entry_s: int) -> tuple[list[Entry], str, int | None]:
        entry = Entry("free", self._entry_s, self._exit_s, 0, unit_s=max(0, entry_s - self._entry_s))
        return [entry], "", entry_s

    def _starts_at_booking(self) -> bool:
        return self._plan.booking_overstay_alone and self._facts.booked_until is not None

    def _change_s(self, stay: Stay, change_s: int | None) -> int | None:
        """Until when the price stays, extras per day or hour included."""
        known = [] if change_s is None else [change_s]
        if any(extra.per.per is not Per.STAY for extra in self._plan.extras):
            known.append(stay.days.at(stay.exit_s).end_s)
        return min(known, default=None)

    def _charged_until_s(self, entry: datetime, exit_at: datetime) -> int:
        """The end of what is charged: a second later where an exact unit begins the next."""
        entry_s, exit_s = self._seconds(entry), self._seconds(exit_at)
        return exit_s + (self._plan.exact_counts_next and exit_s > entry_s)

    def _seconds(self, at: datetime) -> int:
        seconds = int(at.timestamp())
        return seconds - seconds % 60 if self._plan.drops_seconds else seconds
