"""Names that lead nowhere: rates and charges that are not in the plan, classes without a price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.scene import Scene
from core.domain.rates.plan import EVERY_STAY
from core.domain.rates.plan_parts import applies_of, parts_beside
from core.domain.rates.windows import DAY_S

_TEN_O_CLOCK_S = 10 * 3600
_HOUR_S = 3600


def names(scene: Scene) -> Iterator[Remark]:
    """Unknown rates and charges, rates of the same name, classes nowhere priced, no rate for lost tickets."""
    yield from _unknown_rates(scene)
    yield from _unknown_charges(scene)
    yield from _same_names(scene)
    yield from _classes(scene)
    yield from _lost_tickets(scene)


def _unknown_rates(scene: Scene) -> Iterator[Remark]:
    plan = scene.plan
    known = {rate.name for rate in plan.rates}
    for key, parts in parts_beside(plan):
        for index, part in enumerate(parts):
            for name in sorted(part.rates - known):
                yield _unknown(scene, "rates.check.unknown_rate", (key, index, "rates"), name, known)


def _unknown_charges(scene: Scene) -> Iterator[Remark]:
    known = {charge.name for rate in scene.plan.rates for charge in rate.charges}
    for index, cap in enumerate(scene.plan.caps):
        for name in sorted(cap.of - known):
            yield _unknown(scene, "rates.check.unknown_charge", ("caps", index, "of"), name, known)


def _unknown(scene: Scene, code: str, place: Place, name: str, known: set[str]) -> Remark:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.0)
    facts = {"name": name, "near": near[0] if near else ""}
    return Remark(code, Severity.STOPS, place, facts, (_plain_stay(scene),))


def _same_names(scene: Scene) -> Iterator[Remark]:
    counted = Counter(rate.name for rate in scene.plan.rates)
    for index, rate in enumerate(scene.plan.rates):
        if counted[rate.name] > 1 and any(rate.name == other.name for other in scene.plan.rates[:index]):
            yield Remark("rates.check.same_name", Severity.WARNS, ("rates", index), {"rate": rate.name})


def _classes(scene: Scene) -> Iterator[Remark]:
    """Classes of which no rate speaks; where some rate does for other times, the walk finds those."""
    for vehicle_class in sorted(scene.plan.classes):
        if any(
            not rate.applies.classes or vehicle_class in rate.applies.classes for rate in scene.plan.rates
        ):
            continue
        facts = replace(scene.facts, vehicle_class=vehicle_class)
        stay = scene.stay(scene.monday * DAY_S + _TEN_O_CLOCK_S, _HOUR_S, facts)
        yield Remark(
            "rates.check.class_not_priced", Severity.STOPS, ("classes",), {"class": vehicle_class}, (stay,)
        )


def _lost_tickets(scene: Scene) -> Iterator[Remark]:
    if any(applies.lost_ticket for applies in applies_of(scene.plan)):
        return
    lost = replace(scene.facts, lost_ticket=True)
    stay = scene.stay(scene.monday * DAY_S + _TEN_O_CLOCK_S, _HOUR_S, lost)
    yield Remark("rates.check.no_lost_ticket", Severity.HINTS, ("rates",), {}, (stay,))


def _plain_stay(scene: Scene) -> Example:
    """An hour of a weekday morning by the first rate."""
    applies = scene.plan.rates[0].applies if scene.plan.rates else EVERY_STAY
    return scene.stay(scene.monday * DAY_S + _TEN_O_CLOCK_S, _HOUR_S, scene.facts_for(applies))
