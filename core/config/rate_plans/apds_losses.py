"""The settings and parts of a plan for which APDS has no place in a RateTable."""

from __future__ import annotations

from collections.abc import Iterator

from core.config.rate_plans.apds_notes import ApdsNote
from core.domain.rates.plan import EVERY_STAY, Choose, Period, Plan, Rounding, TimeCredit, Visits


def losses_of(plan: Plan) -> Iterator[ApdsNote]:
    """What is lost beside charges and caps, in the order of the document."""
    yield ApdsNote(("timezone",), "apds.timezone", {"timezone": plan.timezone}, keeps_price=True)
    yield from (ApdsNote((key,), "apds.setting", {"setting": key}) for key in _settings(plan))
    for index, rate in enumerate(plan.rates):
        if rate.applies != EVERY_STAY:
            yield ApdsNote(("rates", index, "applies"), "apds.applies", {"name": rate.name})
        if rate.covers is not None:
            yield ApdsNote(("rates", index, "covers"), "apds.covers", {"name": rate.name})
        if rate.units_run_on:
            yield ApdsNote(("rates", index, "units_at_edges"), "apds.setting", {"setting": "units_at_edges"})
    for index, _ in enumerate(plan.free):
        yield ApdsNote(("free", index), "apds.free")
    for index, extra in enumerate(plan.extras):
        is_plain = (
            extra.applies == EVERY_STAY and extra.per == Period() and not extra.rates and extra.each == 1
        )
        if not (is_plain and len(plan.rates) == 1 and len(plan.rates[0].charges) == 1):
            yield ApdsNote(("extras", index), "apds.extra", {"name": extra.name})
    for index, adjustment in enumerate(plan.adjustments):
        yield ApdsNote(("adjustments", index), "apds.adjustment", {"name": adjustment.name})


def _settings(plan: Plan) -> Iterator[str]:
    """The keys of settings that differ from what is taken where nothing is said."""
    usual = Plan("", plan.currency, plan.timezone, plan.rates)
    chosen = {
        "choose": plan.choose is not Choose.FIRST and len(plan.rates) > 1,
        "classes": plan.classes != usual.classes,
        "holidays": bool(plan.holidays),
        "holiday_calendar": bool(plan.holiday_calendar),
        "seconds": plan.drops_seconds,
        "exact_units": plan.exact_counts_next,
        "round_to": plan.round_to_minor != usual.round_to_minor,
        "rounding": plan.rounding is not Rounding.HALF_UP,
        "visits": plan.visits is not Visits.APART,
        "validations": plan.time_credit is not TimeCredit.VALUE
        or (plan.credit_order, plan.best_credit_only) != (usual.credit_order, False),
        "booking_overstay": plan.booking_overstay_alone,
        "cars_inside": plan.cars_inside_change,
        "day_begins": plan.day_begins_s != 0 and not _says_day(plan),
    }
    return (key for key, is_lost in chosen.items() if is_lost)


def _says_day(plan: Plan) -> bool:
    """Whether each charge begins anew with the day, so that its reset time says when that begins."""
    return all(charge.restart.per == "day" for rate in plan.rates for charge in rate.charges)
