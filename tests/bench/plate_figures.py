"""The rows of the reading bench: how right both readers were, over all, by region, and where surest."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.read_rates import BARRIER_PRECISION, Acting, Outcome, Share, at_coverage, rates
from tests.bench.report import Row

BASELINE = "rapidocr as it comes"
GOAL_EXACT, GOAL_EXACT_OF_A_REGION, GOAL_WITHIN_ONE = 0.95, 0.90, 0.97
COVERAGE = 0.7


def accuracy_rows(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> tuple[tuple[Row, ...], list[str]]:
    """The rows, and for each share the line with its 95 % interval (Wilson)."""
    rows: list[Row] = []
    remarks: list[str] = []

    def add(name: str, own: Share, other: Share, goal: float) -> None:
        rows.append(_share_row(name, own, other, goal))
        remarks.append(f"{name}: {_words(own)}; {BASELINE} {_words(other)}")

    own, other = rates(ours), rates(theirs)
    add("plates_exact", own.exact, other.exact, GOAL_EXACT)
    rows.append(_difference(own.exact, other.exact))
    for region in sorted({one.region for one in ours} - {""}):
        own_there, other_there = (
            rates([one for one in outcomes if one.region == region]) for outcomes in (ours, theirs)
        )
        add(f"plates_exact_{region}", own_there.exact, other_there.exact, GOAL_EXACT_OF_A_REGION)
    add("plates_within_one", own.within_one, other.within_one, GOAL_WITHIN_ONE)
    add("plates_precision_70", _acted_on(ours), _acted_on(theirs), BARRIER_PRECISION)
    remarks.append(_in_pairs(ours, theirs))
    return tuple(rows), remarks


def limit_row(name: str, value: float, unit: str, baseline_value: float, most: float) -> Row:
    """A figure that should not be above ``most``."""
    return Row(
        name,
        value,
        unit,
        BASELINE,
        baseline_value,
        f"at most {most:.0f} {unit.split(maxsplit=1)[0]}",
        value <= most,
    )


def _share_row(name: str, own: Share, other: Share, goal: float) -> Row:
    share = own.count / own.of if own.of else 0.0
    other_share = other.count / other.of if other.of else 0.0
    return Row(name, share, f"of {own.of}", BASELINE, other_share, f"at least {goal}", share >= goal)


def _difference(own: Share, other: Share) -> Row:
    points = own.percent - other.percent
    return Row("plates_exact_difference", points, "points more exact", BASELINE, 0.0)


def _acted_on(outcomes: Sequence[Outcome]) -> Share:
    """How many are right of the surest 70 %; of none where less than that was read at all."""
    found: Acting | None = at_coverage(outcomes, COVERAGE)
    return Share(0, 0) if found is None else found.precision


def _words(share: Share) -> str:
    if not share.of:
        return "too few read"
    low, high = share.interval_percent
    return f"{share.count} of {share.of}, {share.percent:.1f} % ({low:.1f} to {high:.1f})"


def _in_pairs(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> str:
    both = list(zip(ours, theirs, strict=True))
    gained = sum(own.is_exact and not other.is_exact for own, other in both)
    lost = sum(other.is_exact and not own.is_exact for own, other in both)
    return f"of {len(both)} pictures {gained} are right only here, {lost} only with {BASELINE}"
