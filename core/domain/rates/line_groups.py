"""Long bills made short: lines of the same kind added up, and the largest few with what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.domain.rates.quote import QuoteLine


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that say the same: ``line`` has their units and amounts added up, from the first's start to
    the last's end; ``count`` is how many they are."""

    line: QuoteLine
    count: int = 1


@dataclass(frozen=True, slots=True)
class ShortBill:
    """The groups that are shown, and what is not: ``left_count`` more that come to ``left_minor``."""

    shown: tuple[LineGroup, ...]
    left_count: int = 0
    left_minor: int = 0


def each_line(lines: Sequence[QuoteLine]) -> tuple[LineGroup, ...]:
    """Every line for itself."""
    return tuple(LineGroup(line) for line in lines)


def added_up(lines: Sequence[QuoteLine]) -> tuple[LineGroup, ...]:
    """Lines of the same rule, name, unit and price as one, where the first of them stands; the sum stays."""
    groups: dict[tuple[object, ...], LineGroup] = {}
    for line in lines:
        key = _kind(line)
        known = groups.get(key)
        groups[key] = LineGroup(line) if known is None else _with(known, line)
    return tuple(groups.values())


def short_bill(lines: Sequence[QuoteLine], most: int) -> ShortBill:
    """At most ``most`` rows, what is left out being one: each line, or else lines added up, or else the
    largest of those."""
    if len(lines) <= most:
        return ShortBill(each_line(lines))
    groups = added_up(lines)
    if len(groups) <= most:
        return ShortBill(groups)
    by_size = sorted(range(len(groups)), key=lambda place: -abs(groups[place].line.amount_minor))
    kept = sorted(by_size[: most - 1])
    left = [groups[place] for place in by_size[most - 1 :]]
    return ShortBill(
        tuple(groups[place] for place in kept),
        sum(group.count for group in left),
        sum(group.line.amount_minor for group in left),
    )


def _kind(line: QuoteLine) -> tuple[object, ...]:
    if line.rule == "steps" and not line.unit_minutes:
        # Units that are no whole minutes are told by their span, which only a line by itself has.
        return (line.rule, line.start, line.name)
    return (line.rule, line.name, line.unit_minutes, line.unit_minor, line.per_minutes, line.factor)


def _with(group: LineGroup, line: QuoteLine) -> LineGroup:
    before = group.line
    return LineGroup(
        replace(
            before,
            start=min(before.start, line.start),
            end=max(before.end, line.end),
            amount_minor=before.amount_minor + line.amount_minor,
            units=before.units + line.units,
        ),
        group.count + 1,
    )
