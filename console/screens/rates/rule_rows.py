"""The plan as rows of sentences, grouped by rate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.screens.rates.places import THE_PLAN, Kind, Place, parts_beside
from console.words.rate_plan import part_sentence
from console.words.rate_windows import joined
from core.domain.rates.plan import Choose, Plan, Rate

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row: ``text`` is the sentence, ``remark`` a quiet line, ``heading`` begins a group.

    ``is_marked``: the check has something to say about it. A heading without a place is only read.
    """

    place: Place | None
    text: str
    remark: str = ""
    heading: bool = False
    is_marked: bool = False


def rule_rows(plan: Plan, marked: Collection[Place] = ()) -> list[RuleRow]:
    """All rows of the plan: itself, its rates with their charges, then what is for every stay."""
    rows = [RuleRow(THE_PLAN, plan.name or tr("Rates", "Nameless plan"), _plan_remark(plan), heading=True)]
    beside = list(parts_beside(plan))
    of_all = [place for place, part in beside if not _belongs(plan, part.rates)]
    for rate_at, rate in enumerate(plan.rates):
        rows.append(_rate_row(plan, rate, rate_at))
        for at, charge in enumerate(rate.charges):
            words = part_sentence(charge, plan, follows=at > 0)
            name = charge.name if len(rate.charges) > 1 else ""
            rows.append(RuleRow(Place(Kind.CHARGE, at, rate_at), words, name))
        for place, part in beside:
            if _belongs(plan, part.rates) and rate.name in part.rates:
                rows.append(_other_row(plan, place))
    if of_all and len(plan.rates) > 1:
        rows.append(RuleRow(None, tr("Rates", "With every rate"), heading=True))
    rows += [_other_row(plan, place) for place in of_all]
    return [_marked(row) if row.place in marked else row for row in rows]


def _rate_row(plan: Plan, rate: Rate, rate_at: int) -> RuleRow:
    remark = part_sentence(rate, plan)
    return RuleRow(Place(Kind.RATE, rate_at), rate.name or tr("Rates", "Nameless rate"), remark, heading=True)


def _other_row(plan: Plan, place: Place) -> RuleRow:
    match place.kind:
        case Kind.FREE:
            return RuleRow(place, part_sentence(plan.free[place.at], plan))
        case Kind.CAP:
            cap = plan.caps[place.at]
            return RuleRow(place, part_sentence(cap, plan), cap.name)
        case Kind.EXTRA:
            return RuleRow(place, part_sentence(plan.extras[place.at], plan))
        case _:
            return RuleRow(place, part_sentence(plan.adjustments[place.at], plan))


def _belongs(plan: Plan, rates: frozenset[str]) -> bool:
    """Whether such a part stands below its one rate."""
    return len(rates) == 1 and any(rate.name in rates for rate in plan.rates)


def _plan_remark(plan: Plan) -> str:
    said = [plan.currency, plan.timezone]
    if len(plan.rates) > 1:
        said.append(
            {
                Choose.FIRST: tr("Rates", "the first rate that applies"),
                Choose.CHEAPEST: tr("Rates", "the cheapest rate that applies"),
                Choose.DEAREST: tr("Rates", "the dearest rate that applies"),
            }[plan.choose]
        )
    return joined(said)


def _marked(row: RuleRow) -> RuleRow:
    return RuleRow(row.place, row.text, row.remark, row.heading, is_marked=True)
