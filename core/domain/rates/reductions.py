"""What comes after the time's price: extras, earlier visits, credits of validations, what was prepaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from core.domain.rates.applying import Stay, applies_to, is_for
from core.domain.rates.bill import Entry
from core.domain.rates.facts import CreditKind, Facts, Validation
from core.domain.rates.periods import Anchors, Place, Slot
from core.domain.rates.plan import Extra, Per, Plan, TimeCredit

Amount = int | Fraction
_RULES = {
    CreditKind.TIME: "time_credit",
    CreditKind.PERCENT: "percent_credit",
    CreditKind.AMOUNT: "amount_credit",
}


def extra_entries(plan: Plan, stay: Stay, anchors: Anchors, rate: str, scale: int) -> Iterator[Entry]:
    """The extras that apply to the stay, each as one line."""
    for extra in plan.extras:
        if is_for(extra.rates, rate) and applies_to(extra.applies, stay):
            count = _count(extra, stay, anchors)
            if count:
                price = Fraction(extra.price_minor)
                yield Entry(
                    "extra",
                    stay.entry_s,
                    stay.exit_s,
                    count * price * scale,
                    count,
                    price_minor=price,
                    name=extra.name,
                )


def credit_entries(
    plan: Plan, stay: Stay, due: Amount, scale: int, worth: Callable[[int], Amount]
) -> Iterator[Entry]:
    """The credits of the stay's validations, in the plan's order; together at most ``due``.

    ``worth`` prices the first so many seconds of the stay.
    """
    worth_of = _Credits(plan, stay, scale, worth)
    if plan.best_credit_only:
        best = max((worth_of.value(due, (one,)) for one in stay.facts.validations), default=0)
        for one in stay.facts.validations:
            if best and worth_of.value(due, (one,)) == best:
                yield worth_of.entry(one.kind, best)
                return
        return
    for word in plan.credit_order:
        kind = CreditKind(word)
        given = tuple(one for one in stay.facts.validations if one.kind is kind)
        amount = worth_of.value(due, given) if given else 0
        if amount:
            yield worth_of.entry(kind, amount)
            due -= amount


def first_minutes_s(plan: Plan, facts: Facts) -> int:
    """By how many seconds time credits put off the clock, where the plan says so."""
    if plan.time_credit is not TimeCredit.FIRST_MINUTES:
        return 0
    return int(sum(one.value for one in facts.validations if one.kind is CreditKind.TIME) * 60)


class _Credits:
    """What validations are worth to one stay."""

    def __init__(self, plan: Plan, stay: Stay, scale: int, worth: Callable[[int], Amount]) -> None:
        self._plan = plan
        self._stay = stay
        self._scale = scale
        self._worth = worth

    def value(self, due: Amount, given: Sequence[Validation]) -> Amount:
        """What these credits, all of one kind, take off."""
        total = sum((one.value for one in given), start=type(given[0].value)(0))
        match given[0].kind:
            case CreditKind.TIME:
                if self._plan.time_credit is TimeCredit.FIRST_MINUTES:
                    return 0
                return min(due, self._worth(int(total * 60)))
            case CreditKind.PERCENT:
                return min(due, due * Fraction(total) / 100)
            case CreditKind.AMOUNT:
                return min(due, Fraction(total) * self._scale)
            case CreditKind.RATE:
                return 0

    def entry(self, kind: CreditKind, amount: Amount) -> Entry:
        """The line of a credit."""
        return Entry(_RULES[kind], self._stay.entry_s, self._stay.exit_s, -amount)


def _count(extra: Extra, stay: Stay, anchors: Anchors) -> int:
    if extra.quantity:
        figure = sum(value for name, value in stay.facts.quantities if name == extra.quantity)
        return -(-Fraction(figure) // Fraction(extra.each))
    if extra.per.per in (Per.STAY, Per.WINDOW) or stay.length_s == 0:
        return 1
    last_s = stay.exit_s - 1
    day = stay.days.at(last_s)
    parking_day = day.ordinal - (day.local_s(last_s) < anchors.day_begins_s)
    return anchors.number(extra.per, Place(last_s, Slot(0, parking_day=parking_day)))
