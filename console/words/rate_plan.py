"""The parts of a rate plan as sentences of the sign at the entrance."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.words.rate_ladder import charge_sentence, ladder_words, period_words
from console.words.rate_windows import (
    capital,
    clock_words,
    days_words,
    in_a_row,
    joined,
    length_words,
    price_words,
    window_words,
)
from core.domain.rates.plan import (
    STAY,
    Adjustment,
    Adjusts,
    Applies,
    Cap,
    Charge,
    Covers,
    Extra,
    Free,
    Plan,
    Rate,
)
from core.domain.rates.windows import DayKind

__all__ = [
    "adjustment_sentence", "applies_sentence", "cap_sentence", "charge_sentence", "class_word",
    "covers_sentence", "extra_sentence", "free_sentence", "ladder_words", "part_sentence", "rate_sentence",
]  # fmt: skip

tr = QCoreApplication.translate
ANY_MEMBER: Final = "any"
_CLASSES: Final = {
    str(key): str(name)
    for key, name in (
        ("car", QT_TRANSLATE_NOOP("RatePlan", "cars")),
        ("motorcycle", QT_TRANSLATE_NOOP("RatePlan", "motorcycles")),
        ("coach", QT_TRANSLATE_NOOP("RatePlan", "coaches")),
        ("truck", QT_TRANSLATE_NOOP("RatePlan", "lorries")),
        ("van", QT_TRANSLATE_NOOP("RatePlan", "vans")),
        ("disabled", QT_TRANSLATE_NOOP("RatePlan", "disabled drivers")),
        ("bicycle", QT_TRANSLATE_NOOP("RatePlan", "bicycles")),
    )
}


def part_sentence(part: object, plan: Plan, *, follows: bool = False) -> str:
    """The sentence for any part of the plan; ``follows``: a charge stands before this one."""
    currency = plan.currency
    match part:
        case Charge():
            said = charge_sentence(part, currency, follows=follows)
        case Rate():
            said = rate_sentence(part)
        case Free():
            said = free_sentence(part)
        case Cap():
            said = cap_sentence(part, currency)
        case Extra():
            said = extra_sentence(part, currency)
        case Adjustment():
            said = adjustment_sentence(part)
        case _:
            said = plan.name
    return said


def class_word(vehicle_class: str) -> str:
    """A vehicle class in words; the landlord's own name where it is not one of the usual."""
    known = _CLASSES.get(vehicle_class)
    return tr("RatePlan", known) if known else vehicle_class


def rate_sentence(rate: Rate) -> str:
    """To which stays a rate applies and how far it reaches; every stay where it says nothing."""
    said = [applies_sentence(rate.applies) or tr("RatePlan", "Every stay")]
    if rate.covers is not None:
        said.append(covers_sentence(rate.covers))
    if rate.exclusive:
        said.append(tr("RatePlan", "alone where it applies"))
    return joined(said)


def applies_sentence(applies: Applies) -> str:
    """To which stays a part applies, empty for every stay."""
    said = [class_word(one) for one in sorted(applies.classes)]
    if ANY_MEMBER in applies.loyalty:
        said.append(tr("RatePlan", "members"))
    said += sorted(applies.loyalty - {ANY_MEMBER})
    said += sorted(applies.tags)
    if applies.lost_ticket is not None:
        said.append(
            tr("RatePlan", "lost ticket") if applies.lost_ticket else tr("RatePlan", "ticket not lost")
        )
    for window, pattern in (
        (applies.entry, tr("RatePlan", "entry {window}")),
        (applies.exit, tr("RatePlan", "exit {window}")),
        (applies.inside, tr("RatePlan", "the whole stay {window}")),
    ):
        if window is not None:
            said.append(pattern.format(window=window_words(window, daily=False)))
    if applies.exit_days is not None:
        said.append(_exit_days_words(*applies.exit_days))
    if applies.over_s is not None:
        said.append(tr("RatePlan", "stay over {length}").format(length=length_words(applies.over_s)))
    if applies.up_to_s is not None:
        said.append(tr("RatePlan", "stay up to {length}").format(length=length_words(applies.up_to_s)))
    return capital(in_a_row(said))


def covers_sentence(covers: Covers) -> str:
    """How far a rate reaches."""
    said = []
    if covers.length_s is not None:
        said.append(tr("RatePlan", "for {length}").format(length=length_words(covers.length_s)))
    if covers.until_s is not None:
        said.append(tr("RatePlan", "until {time}").format(time=clock_words(covers.until_s)))
    return joined(said)


def free_sentence(free: Free) -> str:
    """Minutes that cost nothing."""
    said = []
    if free.up_to_s:
        said.append(tr("RatePlan", "free up to {length}").format(length=length_words(free.up_to_s)))
    if free.first_s:
        pattern = (
            tr("RatePlan", "the first {length} that would cost something are free")
            if free.of_charged
            else tr("RatePlan", "the first {length} are free")
        )
        said.append(pattern.format(length=length_words(free.first_s)))
    if not said:
        said.append(tr("RatePlan", "no free minutes yet"))
    if free.once != STAY:
        said.append(tr("RatePlan", "once {period} for each vehicle").format(period=period_words(free.once)))
    return _for_some(capital(in_a_row(said)), free.applies, free.rates)


def cap_sentence(cap: Cap, currency: str) -> str:
    """At most, and at least, so much per period: ``At most NT$ 240 in 24 h``."""
    period = period_words(cap.per)
    said = []
    if cap.most_minor is not None:
        amount = price_words(cap.most_minor, currency)
        said.append(tr("RatePlan", "at most {amount} {period}").format(amount=amount, period=period))
    if cap.least_minor is not None:
        amount = price_words(cap.least_minor, currency)
        said.append(tr("RatePlan", "at least {amount} {period}").format(amount=amount, period=period))
    if not said:
        said.append(tr("RatePlan", "no limit yet"))
    if cap.which != (1, None):
        said.append(_which_words(*cap.which))
    if cap.days:
        days = days_words(DayKind(day) for day in cap.days)
        said.append(tr("RatePlan", "periods that begin on {days}").format(days=days))
    sentence = capital(in_a_row(said))
    if cap.of:
        pattern = tr("RatePlan", "{charges}: {limits}")
        sentence = pattern.format(charges=joined(sorted(cap.of)), limits=in_a_row(said))
    return _for_some(sentence, cap.applies, cap.rates)


def extra_sentence(extra: Extra, currency: str) -> str:
    """An amount on top: ``Reservation: NT$ 20 per stay``."""
    amount = price_words(extra.price_minor, currency)
    if extra.quantity:
        each = "" if extra.each == Decimal(1) else f"{extra.each.normalize():f} "
        said = tr("RatePlan", "{amount} per {quantity}").format(amount=amount, quantity=each + extra.quantity)
    else:
        said = tr("RatePlan", "{amount} {period}").format(amount=amount, period=period_words(extra.per))
    named = tr("RatePlan", "{name}: {said} on top").format(name=extra.name, said=said)
    return _for_some(named, extra.applies, extra.rates)


def adjustment_sentence(adjustment: Adjustment) -> str:
    """A multiplication: ``Members: 10 % less``, ``Coaches: times 2``."""
    factor = adjustment.factor
    if Decimal("0.5") <= factor < Decimal("1.5"):
        percent = f"{abs((factor - 1) * 100).normalize():f}"
        pattern = tr("RatePlan", "{percent} % less") if factor < 1 else tr("RatePlan", "{percent} % more")
        said = pattern.format(percent=percent)
    else:
        said = tr("RatePlan", "times {factor}").format(factor=f"{factor.normalize():f}")
    if adjustment.of is Adjusts.PRICES:
        said = joined((said, tr("RatePlan", "before limits")))
    if adjustment.of is Adjusts.REST:
        said = joined((said, tr("RatePlan", "of what is left after validations")))
    named = tr("RatePlan", "{name}: {said}").format(name=adjustment.name, said=said)
    return _for_some(named, adjustment.applies, adjustment.rates)


def _for_some(said: str, applies: Applies, rates: frozenset[str]) -> str:
    """The sentence with whom it is for; which rates only where there are several."""
    whom = [applies_sentence(applies)]
    if len(rates) > 1:
        whom.append(joined(sorted(rates)))
    shown = joined(whom)
    return tr("RatePlan", "{sentence} ({whom})").format(sentence=said, whom=shown) if shown else said


def _exit_days_words(least: int, most: int) -> str:
    if least == most == 0:
        return tr("RatePlan", "exit on the same day")
    if least == most == 1:
        return tr("RatePlan", "exit on the next day")
    return tr("RatePlan", "exit {least} to {most} days later").format(least=least, most=most)


def _which_words(first: int, last: int | None) -> str:
    if last is None:
        return tr("RatePlan", "from the {first}. period on").format(first=first)
    if first == last:
        return tr("RatePlan", "only the {first}. period").format(first=first)
    return tr("RatePlan", "periods {first} to {last}").format(first=first, last=last)
