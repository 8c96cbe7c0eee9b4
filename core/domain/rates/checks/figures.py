"""Figures that cannot be meant: a cap below a single unit, a minimum above a cap, steps of no length."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from core.domain.rates.checks.axis import both
from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.scene import Scene
from core.domain.rates.plan import EVERY_STAY, STAY, Cap, Charge, Plan, Rate, Step
from core.domain.rates.windows import DAY_S

_HOUR_S = 3600
_LONGEST_LOOKED_AT_S = 8 * DAY_S


def unsound(plan: Plan) -> Iterator[Remark]:
    """What keeps a plan from being priced at all: steps whose length or unit is none."""
    for index, rate in enumerate(plan.rates):
        for number, charge in enumerate(rate.charges):
            for at, step in enumerate(charge.steps):
                lengths = (step.length_s, step.each_s, step.per_s)
                if any(length is not None and length <= 0 for length in lengths):
                    place = ("rates", index, "charges", number, "steps", at)
                    facts = {"charge": charge.name, "step": at + 1}
                    yield Remark("rates.check.step_without_length", Severity.STOPS, place, facts)


def figures(scene: Scene) -> Iterator[Remark]:
    """Caps below a unit of what they cap, and minimums above a maximum."""
    for index, cap in enumerate(scene.plan.caps):
        if cap.most_minor is not None:
            yield from _below_a_unit(scene, index, cap, cap.most_minor)
        if cap.least_minor is not None:
            yield from _above_a_cap(scene, index, cap, cap.least_minor)


def plain(amount_minor: Decimal) -> int | str:
    """An amount of minor units for the words: whole where it is."""
    return int(amount_minor) if amount_minor == int(amount_minor) else f"{amount_minor.normalize():f}"


def unit_minor(step: Step) -> Decimal:
    """What a single unit of the step costs, in minor units."""
    if step.each_s is not None and step.per_s is not None:
        return step.price_minor * step.each_s / step.per_s
    return step.price_minor


def _below_a_unit(scene: Scene, index: int, cap: Cap, most_minor: Decimal) -> Iterator[Remark]:
    """The first charge with a single unit dearer than the cap."""
    for rate_at, rate in enumerate(scene.plan.rates):
        if cap.rates and rate.name not in cap.rates:
            continue
        for charge_at, charge in enumerate(rate.charges):
            if cap.of and charge.name not in cap.of:
                continue
            reached_s = 0
            for step_at, step in enumerate(charge.steps):
                is_unit = not step.is_total or step_at == 0
                if is_unit and unit_minor(step) > most_minor:
                    where: Place = ("rates", rate_at, "charges", charge_at, "steps", step_at)
                    yield _dear_unit(scene, (index, cap), (rate, charge, step), where, reached_s)
                    return
                reached_s += step.length_s or 0


def _dear_unit(
    scene: Scene, of: tuple[int, Cap], part: tuple[Rate, Charge, Step], where: Place, reached_s: int
) -> Remark:
    """It stops the plan where the cap always holds and a stay shows it; a cap of some days may be meant."""
    index, cap = of
    rate, charge, step = part
    is_plain = (cap.days, cap.which, cap.applies) == (frozenset(), (1, None), EVERY_STAY)
    example = _capped(scene, cap, rate, charge, reached_s)
    facts = {
        "cap": cap.name,
        "charge": charge.name,
        "step": int(where[-1]) + 1,
        "cap_minor": plain(cap.most_minor or Decimal(0)),
        "unit_minor": plain(unit_minor(step)),
    }
    severity = Severity.STOPS if is_plain and example is not None else Severity.WARNS
    return Remark(
        "rates.check.cap_below_unit", severity, ("caps", index), facts, (example,) if example else ()
    )


def _capped(scene: Scene, cap: Cap, rate: Rate, charge: Charge, reached_s: int) -> Example | None:
    """A stay that reaches the dear unit and is charged the cap instead."""
    spans = both(scene.held(charge.windows), scene.week)
    at = spans[0][0] if spans else scene.monday * DAY_S
    facts = scene.facts_for(rate.applies)
    length_s = reached_s + 60
    while length_s <= _LONGEST_LOOKED_AT_S:
        example = scene.stay(at, length_s, facts)
        lines = example.quote.lines if example.quote is not None else ()
        if any(line.rule == "cap" and line.amount_minor < 0 and line.name == cap.name for line in lines):
            return example
        length_s = max(length_s * 2, _HOUR_S)
    return None


def _above_a_cap(scene: Scene, index: int, cap: Cap, least_minor: Decimal) -> Iterator[Remark]:
    """A minimum that a maximum of the same periods and charges contradicts."""
    for other in scene.plan.caps:
        if other.most_minor is None or other.most_minor >= least_minor or not _same_scope(cap, other):
            continue
        facts = {
            "cap": cap.name,
            "other": other.name,
            "least_minor": plain(least_minor),
            "most_minor": plain(other.most_minor),
        }
        examples = _short_stays(scene, cap)
        severity = Severity.STOPS if examples else Severity.WARNS
        yield Remark("rates.check.minimum_above_cap", severity, ("caps", index), facts, examples)
        return


def _same_scope(cap: Cap, other: Cap) -> bool:
    """Whether whatever the minimum counts lies within what the maximum counts, whenever both hold."""
    return (
        other.per in (cap.per, STAY)
        and (not other.of or (bool(cap.of) and cap.of <= other.of))
        and (not other.rates or (bool(cap.rates) and cap.rates <= other.rates))
        and other.applies in (cap.applies, EVERY_STAY)
        and (not other.days or other.days == cap.days)
        and other.which in (cap.which, (1, None))
    )


def _short_stays(scene: Scene, cap: Cap) -> tuple[Example, ...]:
    """The first stay of the week's first day that costs anything."""
    rates = [rate for rate in scene.plan.rates if not cap.rates or rate.name in cap.rates]
    for rate in rates:
        for charge in rate.charges:
            if not charge.steps or (cap.of and charge.name not in cap.of):
                continue
            spans = both(scene.held(charge.windows), scene.week)
            for length_s in (60, 900, _HOUR_S, 4 * _HOUR_S, DAY_S) if spans else ():
                example = scene.stay(spans[0][0], length_s, scene.facts_for(rate.applies))
                if example.total_minor:
                    return (example,)
    return ()
