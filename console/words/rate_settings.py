"""The settings of a whole plan as short lines: what is set, and how."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.formats import format_money
from console.words.rate_plan import class_word
from console.words.rate_windows import clock_words, joined
from core.domain.rates.plan import Choose, Plan, Rounding, TimeCredit, Visits

tr = QCoreApplication.translate

_CHOOSE: Final = {
    choice: str(words)
    for choice, words in (
        (Choose.FIRST, QT_TRANSLATE_NOOP("RatePlan", "the first that applies")),
        (Choose.CHEAPEST, QT_TRANSLATE_NOOP("RatePlan", "the cheapest that applies")),
        (Choose.DEAREST, QT_TRANSLATE_NOOP("RatePlan", "the dearest that applies")),
    )
}
_VISITS: Final = {
    choice: str(words)
    for choice, words in (
        (Visits.APART, QT_TRANSLATE_NOOP("RatePlan", "each for itself")),
        (Visits.CAPS, QT_TRANSLATE_NOOP("RatePlan", "each for itself, but limits count them together")),
        (Visits.CONTINUE, QT_TRANSLATE_NOOP("RatePlan", "the clock goes on from the earlier ones")),
        (Visits.SUM, QT_TRANSLATE_NOOP("RatePlan", "added up and priced together")),
    )
}
_ROUNDING: Final = {
    choice: str(words)
    for choice, words in (
        (Rounding.HALF_UP, QT_TRANSLATE_NOOP("RatePlan", "to the nearest {amount}, halves up")),
        (Rounding.UP, QT_TRANSLATE_NOOP("RatePlan", "up to the next {amount}")),
        (Rounding.DOWN, QT_TRANSLATE_NOOP("RatePlan", "down to the last {amount}")),
    )
}


def settings_lines(plan: Plan) -> list[tuple[str, str]]:
    """Each setting with its title, in an order that does not change."""
    return [
        (tr("RatePlan", "Name"), plan.name),
        (tr("RatePlan", "Currency"), plan.currency),
        (tr("RatePlan", "Time zone"), plan.timezone),
        (tr("RatePlan", "Of several rates"), tr("RatePlan", _CHOOSE[plan.choose])),
        (tr("RatePlan", "Vehicle classes"), joined(class_word(one) for one in sorted(plan.classes))),
        (tr("RatePlan", "Holidays"), _holidays(plan)),
        (tr("RatePlan", "Seconds"), _seconds(plan)),
        (tr("RatePlan", "A stay of exactly so many units"), _exact(plan)),
        (tr("RatePlan", "A parking day begins"), clock_words(plan.day_begins_s)),
        (tr("RatePlan", "Rounding"), _rounding(plan)),
        (tr("RatePlan", "Tax inside the prices"), _tax(plan)),
        (tr("RatePlan", "Cars inside when the plan begins"), _cars_inside(plan)),
        (tr("RatePlan", "Several visits on a day"), tr("RatePlan", _VISITS[plan.visits])),
        (tr("RatePlan", "Free time of merchants"), _time_credit(plan)),
        (tr("RatePlan", "Several discounts"), _credits(plan)),
        (tr("RatePlan", "Longer than booked"), _overstay(plan)),
    ]


def _holidays(plan: Plan) -> str:
    said = [plan.holiday_calendar]
    if plan.holidays:
        said.append(tr("RatePlan", "dates listed: {count}").format(count=len(plan.holidays)))
    return joined(said) or tr("RatePlan", "none")


def _seconds(plan: Plan) -> str:
    return tr("RatePlan", "dropped") if plan.drops_seconds else tr("RatePlan", "count")


def _exact(plan: Plan) -> str:
    if plan.exact_counts_next:
        return tr("RatePlan", "begins the next unit")
    return tr("RatePlan", "costs just these units")


def _rounding(plan: Plan) -> str:
    amount = format_money(plan.round_to_minor, plan.currency)
    return tr("RatePlan", _ROUNDING[plan.rounding]).format(amount=amount)


def _tax(plan: Plan) -> str:
    if not plan.tax_points:
        return tr("RatePlan", "not shown")
    percent = f"{(Decimal(plan.tax_points) / 100).normalize():f} %"
    return (
        tr("RatePlan", "{percent} on top of the prices").format(percent=percent)
        if plan.tax_on_top
        else percent
    )


def _cars_inside(plan: Plan) -> str:
    if plan.cars_inside_change:
        return tr("RatePlan", "change to it from then on")
    return tr("RatePlan", "keep the price they came in with")


def _time_credit(plan: Plan) -> str:
    if plan.time_credit is TimeCredit.VALUE:
        return tr("RatePlan", "worth what that length costs from the start")
    return tr("RatePlan", "the clock starts so much later")


def _credits(plan: Plan) -> str:
    if plan.best_credit_only:
        return tr("RatePlan", "only the best counts")
    names = {
        "time": tr("RatePlan", "time"),
        "percent": tr("RatePlan", "per cent"),
        "amount": tr("RatePlan", "amounts"),
    }
    order = joined(names[one] for one in plan.credit_order)
    return tr("RatePlan", "all count, in this order: {order}").format(order=order)


def _overstay(plan: Plan) -> str:
    if plan.booking_overstay_alone:
        return tr("RatePlan", "pays from the booking's end")
    return tr("RatePlan", "pays the whole stay less what was prepaid")
