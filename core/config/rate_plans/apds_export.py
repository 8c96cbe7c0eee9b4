"""Writes a rate plan as APDS 4 RateTables, and names what they cannot say.

A RateTable stands for a charge in its windows: its ``rateTableName`` is the plan's name, ``rateTableID``
the rate's, and the description of its lines the charge's, so that a plan can be read back. Source: the
APDS 4 API and the examples of rate line types (sandbox.parking-data-standards.org).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from core.config.rate_plans.apds_lines import amount, lines_of
from core.config.rate_plans.apds_losses import losses_of
from core.config.rate_plans.apds_notes import ApdsNote, Place
from core.config.rate_plans.apds_validity import validity_of
from core.domain.rates.document_times import clock_text
from core.domain.rates.plan import EVERY_STAY, Cap, Charge, Extra, Per, Period, Plan, Rate

LANGUAGE = "en"
_Note = Callable[..., None]


def to_apds(plan: Plan) -> tuple[dict[str, Any], tuple[ApdsNote, ...]]:
    """The RateTable (of several: a list of them under ``data``), and what it does not say of the plan.

    A part that would be charged wrongly without what APDS lacks is left out, and named.
    """
    notes: list[ApdsNote] = list(losses_of(plan))
    tables = [
        table
        for index, rate in enumerate(plan.rates)
        for number in range(len(rate.charges))
        for table in _tables(plan, (index, number), notes)
    ]
    _name_caps_left_out(plan, notes)
    for sequence, table in enumerate(tables, start=1):
        table["id"] = f"{plan.plan_id}.{sequence}"
    document = tables[0] if len(tables) == 1 else {"data": tables}
    return document, tuple(notes)


def text(words: str) -> list[dict[str, str]]:
    """A MultilingualString of one language."""
    return [{"language": LANGUAGE, "string": words}]


def cap_of(plan: Plan, rate: Rate, charge: Charge) -> Cap | None:
    """The one cap that a collection of this charge can say, if there is one."""
    mine = [cap for cap in plan.caps if _counts_only(cap, plan, rate, charge)]
    return mine[0] if len(mine) == 1 else None


def extras_of(plan: Plan) -> Iterator[Extra]:
    """The extras that a collection of their own can say; in a plan of one charge they add to it."""
    if len(plan.rates) == 1 and len(plan.rates[0].charges) == 1:
        for extra in plan.extras:
            if extra.applies == EVERY_STAY and extra.per == Period() and not extra.rates and extra.each == 1:
                yield extra


def _tables(plan: Plan, at: tuple[int, int], notes: list[ApdsNote]) -> Iterator[dict[str, Any]]:
    rate = plan.rates[at[0]]
    charge = rate.charges[at[1]]
    place: Place = ("rates", at[0], "charges", at[1])

    def note(where: Place, code: str, *, keeps_price: bool = False, **facts: object) -> None:
        notes.append(ApdsNote((*place, *where), code, facts, keeps_price))

    validity = validity_of(charge.windows, plan.effective, note)
    lines = lines_of(charge, plan.currency, note)
    if validity is None or lines is None:
        note((), "apds.charge_left_out", charge=charge.name)
        return
    collection = _collection(plan, rate, charge, note)
    collection["rateLines"] = [{**line, "description": text(charge.name)} for line in lines]
    yield {
        "id": "",
        "version": plan.version,
        "rateTableName": text(plan.name),
        "rateTableID": text(rate.name),
        "availability": "public",
        "rateType": "hourly",
        "rateLineCollections": [collection, *_extra_collections(plan)],
        **({"validity": validity} if validity else {}),
    }


def _collection(plan: Plan, rate: Rate, charge: Charge, note: _Note) -> dict[str, Any]:
    collection = _empty_collection(plan, 1)
    if charge.restart.per is Per.DAY:
        collection["resetTime"] = clock_text(plan.day_begins_s)
    elif charge.restart.per is not Per.STAY:
        note(("restart",), "apds.restart", charge=charge.name)
    if charge.counts_elapsed:
        note(("count",), "apds.elapsed", charge=charge.name)
    cap = cap_of(plan, rate, charge)
    for key, value in (
        ("maxValueCollection", cap.most_minor if cap else None),
        ("minValueCollection", cap.least_minor if cap else None),
    ):
        if value is not None:
            collection[key] = {
                "currencyType": plan.currency,
                "currencyValue": amount(value, plan.currency),
            }
    return collection


def _empty_collection(plan: Plan, sequence: int) -> dict[str, Any]:
    collection: dict[str, Any] = {
        "collectionSequence": sequence,
        "applicableCurrency": plan.currency,
        "relativeTimes": False,
        "taxIncluded": not plan.tax_on_top,
    }
    if plan.tax_points:
        collection["taxRate"] = float(plan.tax_points) / 100
    return collection


def _extra_collections(plan: Plan) -> Iterator[dict[str, Any]]:
    for sequence, extra in enumerate(extras_of(plan), start=2):
        collection = _empty_collection(plan, sequence)
        line: dict[str, Any] = {
            "sequence": 1,
            "rateLineType": "perUnit" if extra.quantity else "flatRate",
            "value": amount(extra.price_minor, plan.currency),
            "usageCondition": "unlimited" if extra.quantity else "once",
            "description": text(extra.name),
        }
        if extra.quantity:
            line["unit"] = extra.quantity
        collection["rateLines"] = [line]
        yield collection


def _counts_only(cap: Cap, plan: Plan, rate: Rate, charge: Charge) -> bool:
    """Whether the cap counts this charge alone, always, and begins anew when its ladder does."""
    alone = len(plan.rates) == 1 and all(one is charge or not one.steps for one in rate.charges)
    counts = cap.of == {charge.name} or (not cap.of and alone)
    of_rate = not cap.rates or cap.rates == {rate.name}
    same_name = sum(charge.name == one.name for each in plan.rates for one in each.charges)
    return (
        counts
        and of_rate
        and same_name == 1
        and cap.applies == EVERY_STAY
        and (cap.which, cap.days) == ((1, None), frozenset())
        and cap.per == charge.restart
        and cap.per.per in (Per.STAY, Per.DAY)
    )


def _name_caps_left_out(plan: Plan, notes: list[ApdsNote]) -> None:
    said = {id(cap_of(plan, rate, charge)) for rate in plan.rates for charge in rate.charges}
    for index, cap in enumerate(plan.caps):
        if id(cap) not in said:
            notes.append(ApdsNote(("caps", index), "apds.cap", {"cap": cap.name}))
