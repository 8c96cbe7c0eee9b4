"""The figures of an evaluation, as one JSON document; the report for people is written from it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from console.evaluation.reading import Evaluated
from core.domain.confusions import Confusion, confusions
from core.domain.read_rates import (
    BARRIER_PRECISION,
    THRESHOLDS,
    Acting,
    Outcome,
    Share,
    acting,
    at_coverage,
    percentile,
    rates,
    threshold_for,
)

MOST_EXAMPLES = 10
COVERAGE_ASKED = 0.7
Document = dict[str, Any]


def figures_of(name: str, found: Evaluated) -> Document:
    """All figures; shares are percentages, ``interval`` their 95 % interval, times milliseconds."""
    outcomes = found.outcomes
    return {
        "reader": name,
        "pictures": found.asked_for,
        "read": len(outcomes),
        "stopped": found.stopped,
        "barrier_percent": 100 * BARRIER_PRECISION,
        "broken": [{"file": one.name, "problem": one.problem} for one in found.troubles],
        "over_all": _summary(outcomes),
        "by_camera": _grouped(outcomes, lambda one: one.camera),
        "by_region": _grouped(outcomes, lambda one: one.region),
        "thresholds": [_acting(acting(outcomes, threshold)) for threshold in THRESHOLDS],
        "at_70_percent": _maybe(at_coverage(outcomes, COVERAGE_ASKED)),
        "outcomes": [_outcome(one) for one in outcomes],
    }


def differences(main: Sequence[Outcome], other: Sequence[Outcome]) -> Document:
    """Where another's answers differ: ``better`` are right there and wrong here, ``worse`` the reverse."""
    theirs = {one.file: one for one in other}
    both = [(one, theirs[one.file]) for one in main if one.file in theirs]
    changed = [(here, there) for here, there in both if here.read != there.read]
    return {
        "compared": len(both),
        "better": [_pair(*pair) for pair in changed if pair[1].is_exact],
        "worse": [_pair(*pair) for pair in changed if pair[0].is_exact],
        "otherwise_wrong": [
            _pair(*pair) for pair in changed if not pair[0].is_exact and not pair[1].is_exact
        ],
    }


def _summary(outcomes: Sequence[Outcome]) -> Document:
    found = rates(outcomes)
    times = [one.elapsed_ms for one in outcomes]
    return {
        "pictures": len(outcomes),
        "exact": _share(found.exact),
        "within_one": _share(found.within_one),
        "nothing": _share(found.nothing),
        "offered": _share(found.offered),
        "ms_p50": percentile(times, 0.5),
        "ms_p95": percentile(times, 0.95),
        "barrier": _maybe(threshold_for(outcomes)),
        "confusions": [_confusion(one) for one in _confusions(outcomes)],
    }


def _grouped(outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> Document:
    """A summary for each group; nothing where the pictures do not say."""
    names = sorted({key(one) for one in outcomes} - {""})
    return {name: _summary([one for one in outcomes if key(one) == name]) for name in names}


def _share(share: Share) -> Document:
    low, high = share.interval_percent
    return {
        "count": share.count,
        "percent": round(share.percent, 2),
        "interval": [round(low, 2), round(high, 2)],
    }


def _acting(found: Acting) -> Document:
    return {
        "threshold": round(found.threshold, 4),
        "coverage": _share(found.coverage),
        "precision": _share(found.precision) if found.precision.of else None,
    }


def _maybe(found: Acting | None) -> Document | None:
    return None if found is None else _acting(found)


def _confusions(outcomes: Sequence[Outcome]) -> list[Confusion]:
    return confusions((one.read, one.truth, one.file) for one in outcomes if not one.is_exact)


def _confusion(one: Confusion) -> Document:
    return {
        "read": one.read,
        "true": one.true,
        "count": one.count,
        "files": list(one.examples[:MOST_EXAMPLES]),
    }


def _outcome(one: Outcome) -> Document:
    return {
        "file": one.file,
        "truth": one.truth,
        "read": one.read or None,
        "confidence": one.confidence,
        "offered": list(one.offered),
        "camera": one.camera,
        "region": one.region,
        "ms": one.elapsed_ms,
    }


def _pair(here: Outcome, there: Outcome) -> Document:
    return {
        "file": here.file,
        "truth": here.truth,
        "here": here.read or None,
        "here_confidence": here.confidence,
        "there": there.read or None,
        "there_confidence": there.confidence,
    }
