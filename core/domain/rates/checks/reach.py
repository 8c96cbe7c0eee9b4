"""What is never reached: rates behind one that always applies, charges without time, steps past the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from core.domain.rates.checks.axis import Spans, both, held_by, union, without
from core.domain.rates.checks.remarks import Example, Place, Remark, Severity
from core.domain.rates.checks.sample_days import SampleDays, sample_days
from core.domain.rates.checks.scene import Scene
from core.domain.rates.document_times import length_text
from core.domain.rates.plan import Applies, Charge, Choose, Rate
from core.domain.rates.windows import DAY_S, Window

_HOUR_S = 3600


def reach(scene: Scene) -> Iterator[Remark]:
    """Unreachable rates, charges and steps, each once and the larger part first."""
    for index, rate in enumerate(scene.plan.rates):
        before = _rate_before(scene, index)
        if before is not None:
            yield _rate_remark(scene, index, before)
        yield from _charges(scene, index, rate)
        for number, charge in enumerate(rate.charges):
            yield from _steps(scene, ("rates", index, "charges", number), rate, charge)


def implies(narrow: Applies, wide: Applies, scene: Scene) -> bool:
    """Whether every stay that ``narrow`` speaks of is one that ``wide`` speaks of too."""
    return _facts_imply(narrow, wide, scene) and _times_imply(narrow, wide, scene)


def _rate_before(scene: Scene, index: int) -> Rate | None:
    """The rate that is always taken in place of this one, if there is one."""
    rate = scene.plan.rates[index]
    for before in scene.plan.rates[:index]:
        if not (before.exclusive or scene.plan.choose is Choose.FIRST):
            continue
        if rate.applies.lost_ticket and not before.applies.lost_ticket and not before.exclusive:
            continue  # a lost ticket is priced by the rate for it, wherever that stands
        if implies(rate.applies, before.applies, scene):
            return before
    return None


def _rate_remark(scene: Scene, index: int, before: Rate) -> Remark:
    rate = scene.plan.rates[index]
    windows = () if rate.applies.entry is None else (rate.applies.entry,)
    entries = both(scene.held(windows), scene.week)
    at = entries[0][0] if entries else scene.monday * DAY_S
    example = scene.stay(at, _length_of(rate.applies), scene.facts_for(rate.applies))
    facts = {"rate": rate.name, "before": before.name}
    return Remark("rates.check.unreachable_rate", Severity.WARNS, ("rates", index), facts, (example,))


def _length_of(applies: Applies) -> int:
    """A length of stay that the condition speaks of."""
    if applies.over_s is not None:
        return applies.over_s + 60
    return min(_HOUR_S, applies.up_to_s or _HOUR_S)


def _facts_imply(narrow: Applies, wide: Applies, scene: Scene) -> bool:
    classes = not wide.classes or (narrow.classes or scene.plan.classes) <= wide.classes
    loyalty = (
        not wide.loyalty
        or bool(narrow.loyalty and "any" in wide.loyalty)
        or bool(narrow.loyalty and narrow.loyalty <= wide.loyalty)
    )
    lost = wide.lost_ticket is None or narrow.lost_ticket == wide.lost_ticket
    return classes and loyalty and lost and wide.tags <= narrow.tags


def _times_imply(narrow: Applies, wide: Applies, scene: Scene) -> bool:
    return (
        _window_implies(narrow.entry, wide.entry, scene)
        and _window_implies(narrow.exit, wide.exit, scene)
        and _window_implies(narrow.inside, wide.inside, scene)
        and (wide.over_s is None or (narrow.over_s is not None and narrow.over_s >= wide.over_s))
        and (wide.up_to_s is None or (narrow.up_to_s is not None and narrow.up_to_s <= wide.up_to_s))
        and _days_imply(narrow.exit_days, wide.exit_days)
    )


def _days_imply(narrow: tuple[int, int] | None, wide: tuple[int, int] | None) -> bool:
    return wide is None or (narrow is not None and wide[0] <= narrow[0] and narrow[1] <= wide[1])


def _window_implies(narrow: Window | None, wide: Window | None, scene: Scene) -> bool:
    """Judged by equality, or for windows that every week has alike by what they hold of one."""
    if wide is None or narrow == wide:
        return True
    if narrow is None or narrow.dates or wide.dates or scene.speaks_of_holidays:
        return wide.is_always
    if narrow.through and not wide.through:
        return wide.is_always
    return not without(both(scene.held((narrow,)), scene.week), scene.held((wide,)))


def _charges(scene: Scene, index: int, rate: Rate) -> Iterator[Remark]:
    """Charges whose windows never hold, and those all of whose time is taken by charges before them."""
    windows = [window for charge in rate.charges for window in charge.windows]
    samples = [SampleDays(scene.days, scene.monday, scene.monday + 7), *sample_days(scene, windows)]
    taken: dict[SampleDays, Spans] = dict.fromkeys(samples, ())
    for number, charge in enumerate(rate.charges):
        held = {one: held_by(charge.windows, one.days, one.first, one.last) for one in samples}
        left = [(one, without(held[one], taken[one])) for one in samples]
        place: Place = ("rates", index, "charges", number)
        if not any(held.values()):
            yield Remark("rates.check.never", Severity.WARNS, place, {"charge": charge.name})
        elif not any(spans for _, spans in left):
            yield _charge_remark(scene, place, rate, next((o, held[o]) for o in samples if held[o]))
        for one in samples:
            taken[one] = union((*taken[one], *held[one]))


def _charge_remark(scene: Scene, place: Place, rate: Rate, where: tuple[SampleDays, Spans]) -> Remark:
    sample, spans = where
    number = int(place[-1])
    facts = scene.facts_for(rate.applies)
    if sample.is_holiday:
        facts = sample.with_holiday(facts)
    start, end = spans[0]
    entry = scene.instant(start)
    example = scene.example(entry, entry + timedelta(seconds=min(end - start, _HOUR_S)), facts)
    before = ", ".join(dict.fromkeys(charge.name for charge in rate.charges[:number]))
    figures = {"charge": rate.charges[number].name, "before": before}
    return Remark("rates.check.unreachable_charge", Severity.STOPS, place, figures, (example,))


def _steps(scene: Scene, place: Place, rate: Rate, charge: Charge) -> Iterator[Remark]:
    """Steps behind one that never ends, and bands that end no later than the one before."""
    reached_s = 0
    for number, step in enumerate(charge.steps):
        here: Place = (*place, "steps", number)
        facts = {"charge": charge.name, "step": number + 1}
        if step.length_s is None and number + 1 < len(charge.steps):
            behind: Place = (*place, "steps", number + 1)
            figures = {"charge": charge.name, "step": number + 2, "endless": number + 1}
            after_s = reached_s + 2 * (step.each_s or _HOUR_S)
            yield Remark(
                "rates.check.unreachable_step",
                Severity.STOPS,
                behind,
                figures,
                _example_of(scene, rate, charge, after_s),
            )
            return
        reached_s += step.length_s or 0
        if step.length_s is not None and step.each_s is not None and step.length_s % step.each_s:
            lengths = {"length": length_text(step.length_s), "unit": length_text(step.each_s)}
            yield Remark(
                "rates.check.unit_cut",
                Severity.WARNS,
                here,
                facts | lengths,
                _example_of(scene, rate, charge, reached_s),
            )


def _example_of(scene: Scene, rate: Rate, charge: Charge, length_s: int) -> tuple[Example, ...]:
    spans = both(scene.held(charge.windows), scene.week)
    at = spans[0][0] if spans else scene.monday * DAY_S
    return (scene.stay(at, length_s, scene.facts_for(rate.applies)),)
