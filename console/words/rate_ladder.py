"""A charge and its ladder of steps as one sentence of the sign at the entrance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.words.rate_windows import (
    HOUR_S,
    capital,
    in_a_row,
    length_words,
    price_words,
    unit_words,
    windows_words,
)
from core.domain.rates.plan import Charge, Per, Period, Step

tr = QCoreApplication.translate


def charge_sentence(charge: Charge, currency: str, *, follows: bool = False) -> str:
    """What the time costs: ``Mon–Fri 08:00–18:00: first hour NT$ 40, then NT$ 20 each started 30 min``.

    ``follows``: a charge stands before it, so that one for always takes what that leaves.
    """
    ladder = ladder_words(charge, currency)
    if charge.windows:
        when = windows_words(charge.windows)
    elif follows:
        when = tr("RatePlan", "at other times")
    else:
        return capital(ladder)
    return tr("RatePlan", "{when}: {ladder}").format(when=capital(when), ladder=ladder)


def ladder_words(charge: Charge, currency: str) -> str:
    """The steps of a charge and how they are counted."""
    if not charge.steps:
        return tr("RatePlan", "free")
    clauses, reached_s = [], 0
    for place, step in enumerate(charge.steps):
        clauses.append(_step_words(charge, place, reached_s, currency))
        reached_s += step.length_s or 0
    if charge.repeat_last > 1:
        clauses.append(
            tr("RatePlan", "the last {count} steps again and again").format(count=charge.repeat_last)
        )
    if charge.restart.per is not Per.STAY and not _is_flat(charge.steps[0]) and not _goes_on(charge):
        clauses.append(anew_words(charge.restart))
    if charge.counts_elapsed:
        clauses.append(tr("RatePlan", "counted on the clock from the beginning"))
    return in_a_row(clauses)


def anew_words(period: Period) -> str:
    """When a ladder begins anew."""
    words = {
        Per.STAY: tr("RatePlan", "once per stay"),
        Per.HOUR: tr("RatePlan", "anew each hour of the clock"),
        Per.DAY: tr("RatePlan", "anew each day"),
        Per.WEEK: tr("RatePlan", "anew each week"),
        Per.MONTH: tr("RatePlan", "anew each month"),
        Per.WINDOW: tr("RatePlan", "anew each time"),
        Per.ROLLING: tr("RatePlan", "anew every {length}"),
    }
    return words[period.per].format(length=length_words(period.length_s))


def period_words(period: Period) -> str:
    """A period as it stands behind an amount: ``per day``, ``in 24 h``."""
    words = {
        Per.STAY: tr("RatePlan", "per stay"),
        Per.HOUR: tr("RatePlan", "per hour of the clock"),
        Per.DAY: tr("RatePlan", "per day"),
        Per.WEEK: tr("RatePlan", "per week"),
        Per.MONTH: tr("RatePlan", "per month"),
        Per.WINDOW: tr("RatePlan", "each time"),
        Per.ROLLING: tr("RatePlan", "in {length}"),
    }
    return words[period.per].format(length=length_words(period.length_s))


def _is_flat(step: Step) -> bool:
    return step.length_s is None and step.each_s is None and not step.is_total


def _goes_on(charge: Charge) -> bool:
    """Whether beginning anew changes nothing: one unit price, and whole units fill the period."""
    step, period_s = charge.steps[0], charge.restart.length_s
    unit_s = step.each_s or step.length_s
    alike = len(charge.steps) == 1 and not step.is_total and charge.restart.per is Per.ROLLING
    return alike and bool(unit_s) and period_s % (unit_s or 1) == 0


def _step_words(charge: Charge, place: int, reached_s: int, currency: str) -> str:
    step = charge.steps[place]
    if step.is_total:
        return _band_words(step, place, reached_s, currency)
    if _is_flat(step):
        return _flat_words(charge, place, currency)
    is_last = place == len(charge.steps) - 1
    if step.each_s is None and not (is_last and charge.repeat_last == 1):
        return _block_words(step, place, currency)
    return _unit_words(charge, place, currency)


def _band_words(step: Step, place: int, reached_s: int, currency: str) -> str:
    amount = price_words(step.price_minor, currency)
    if step.length_s is not None:
        pattern = tr("RatePlan", "up to {length} {amount}")
        return pattern.format(length=length_words(reached_s + step.length_s), amount=amount)
    pattern = tr("RatePlan", "longer {amount}") if place else tr("RatePlan", "{amount} in all")
    return pattern.format(amount=amount)


def _flat_words(charge: Charge, place: int, currency: str) -> str:
    amount = price_words(charge.steps[place].price_minor, currency)
    if place:
        return tr("RatePlan", "then {amount} once").format(amount=amount)
    pattern = tr("RatePlan", "{amount} {period}")
    return pattern.format(amount=amount, period=period_words(charge.restart))


def _block_words(step: Step, place: int, currency: str) -> str:
    if step.length_s == HOUR_S:
        length = tr("RatePlan", "first hour") if not place else tr("RatePlan", "next hour")
    else:
        pattern = tr("RatePlan", "first {length}") if not place else tr("RatePlan", "next {length}")
        length = pattern.format(length=length_words(step.length_s or 0))
    amount = price_words(step.price_minor, currency) if step.price_minor else tr("RatePlan", "free")
    return tr("RatePlan", "{span} {amount}").format(span=length, amount=amount)


def _unit_words(charge: Charge, place: int, currency: str) -> str:
    """A price for each unit, or in proportion; the last step goes on and on whatever its length."""
    step, is_last = charge.steps[place], place == len(charge.steps) - 1
    unit_s = step.each_s if step.each_s is not None else step.length_s or 0
    amount, unit = price_words(step.price_minor, currency), unit_words(unit_s)
    if not step.price_minor:
        said = tr("RatePlan", "free")
    elif step.per_s is not None:
        pattern = tr("RatePlan", "{amount} per {per}, charged by the {unit}")
        said = pattern.format(amount=amount, per=unit_words(step.per_s), unit=unit)
    elif charge.unfinished_free:
        said = tr("RatePlan", "{amount} each full {unit}").format(amount=amount, unit=unit)
    else:
        said = tr("RatePlan", "{amount} each started {unit}").format(amount=amount, unit=unit)
    if step.length_s is not None and not is_last:
        pattern = tr("RatePlan", "next {length} {said}") if place else tr("RatePlan", "first {length} {said}")
        return pattern.format(length=length_words(step.length_s), said=said)
    return tr("RatePlan", "then {said}").format(said=said) if place else said
