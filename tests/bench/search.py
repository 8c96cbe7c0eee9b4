"""The search over 20 000 open stays: how fast, and how often the right car is among the first six.

The baseline is rapidfuzz alone, over the same folded texts, in turn with each query.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.domain.plates import fold
from core.services.find_stay import MOST_MATCHES, find_stay
from core.store.queries.open_plates import OpenPlateIndex
from core.store.store import Store
from tests.bench.figures import percentile, spread
from tests.bench.lot import ATTENDANT, admit_one, bench_store
from tests.bench.open_stays import fill_stays, stay_id_of
from tests.bench.plates import invent, mistyped, part
from tests.bench.report import Outcome, Row

T = TypeVar("T")
SEED = 20_260_513
STAYS, QUERIES, AFTER_COMMIT, WARM_UP = 20_000, 1000, 200, 50
GOAL_P95_MS, GOAL_MISTYPED, GOAL_PARTS = 20.0, 0.99, 0.95
_BARE = "rapidfuzz extract (OSA) on the same folded texts"


@dataclass(slots=True)
class Answers:
    """What a set of queries gave, ours and the baseline's."""

    ours_ms: list[float] = field(default_factory=list)
    bare_ms: list[float] = field(default_factory=list)
    ours_right: int = 0
    bare_right: int = 0
    asked: int = 0


def run(folder: Path) -> Outcome:
    """The bench."""
    chance = Random(SEED)
    plates = invent(STAYS, chance)
    wrong = _queries(plates, mistyped, chance)
    parts = _queries(plates, part, chance)
    with bench_store(folder) as store:
        fill_stays(folder / "lotkeeper.db", store.lot_id, plates, chance)
        index = OpenPlateIndex(store)
        _ask(index, wrong[:WARM_UP])
        of_wrong, of_parts = _ask(index, wrong), _ask(index, parts)
        after_ms = _ask_after_commits(store, index, wrong[:AFTER_COMMIT])
    rows = (
        *_rows("search", of_wrong, GOAL_MISTYPED),
        *_rows("search_parts", of_parts, GOAL_PARTS),
        Row(
            "search_after_commit_p95",
            percentile(after_ms, 0.95),
            "ms p95",
            "the same search with nothing committed before",
            percentile(of_wrong.ours_ms[:AFTER_COMMIT], 0.95),
            f"at most {GOAL_P95_MS:.0f} ms",
            percentile(after_ms, 0.95) <= GOAL_P95_MS,
        ),
    )
    crowded = sum(sum(typed in plate for plate in plates) > MOST_MATCHES for typed, _ in parts)
    remarks = (
        spread("one error", of_wrong.ours_ms),
        spread("one error, bare", of_wrong.bare_ms),
        spread("four characters", of_parts.ours_ms),
        spread("after a commit", after_ms),
        f"{crowded} of {QUERIES} parts stand in more than {MOST_MATCHES} plates, where six cards cannot do",
    )
    return Outcome(rows, remarks)


def _rows(name: str, answers: Answers, goal_recall: float) -> tuple[Row, Row]:
    p95_ms = percentile(answers.ours_ms, 0.95)
    recall, bare_recall = answers.ours_right / answers.asked, answers.bare_right / answers.asked
    return (
        Row(
            f"{name}_p95",
            p95_ms,
            "ms p95",
            _BARE,
            percentile(answers.bare_ms, 0.95),
            f"at most {GOAL_P95_MS:.0f} ms",
            p95_ms <= GOAL_P95_MS,
        ),
        Row(
            f"{name}_recall",
            recall,
            f"in first {MOST_MATCHES}",
            _BARE,
            bare_recall,
            f"at least {goal_recall}",
            recall >= goal_recall,
        ),
    )


def _queries(
    plates: Sequence[str], typed: Callable[[str, Random], str], chance: Random
) -> list[tuple[str, str]]:
    """What is typed, and the stay that is meant."""
    meant = chance.sample(range(len(plates)), QUERIES)
    return [(typed(plates[number], chance), stay_id_of(number)) for number in meant]


def _ask(index: OpenPlateIndex, queries: Sequence[tuple[str, str]]) -> Answers:
    answers = Answers(asked=len(queries))
    keys, folds = index.keys()
    for typed, stay_id in queries:
        found, taken_ms = _timed(lambda typed=typed: find_stay(index, typed, actor=ATTENDANT))  # type: ignore[misc]
        answers.ours_ms.append(taken_ms)
        answers.ours_right += any(match.stay_id == stay_id for match in found)
        bare, taken_ms = _timed(lambda typed=typed: _bare(typed, folds))  # type: ignore[misc]
        answers.bare_ms.append(taken_ms)
        answers.bare_right += any(keys[place].stay_id == stay_id for place in bare)
    return answers


def _ask_after_commits(
    store: Store, index: OpenPlateIndex, queries: Sequence[tuple[str, str]]
) -> list[float]:
    """Milliseconds of searches that each follow the admission of one more car."""
    taken = []
    for number, (typed, _) in enumerate(queries):
        admit_one(store, f"NEW{number:04d}")
        taken.append(_timed(lambda typed=typed: find_stay(index, typed, actor=ATTENDANT))[1])  # type: ignore[misc]
    return taken


def _bare(typed: str, folds: Sequence[str]) -> list[int]:
    return [place for _, _, place in process.extract(fold(typed), folds, scorer=OSA.distance, limit=6)]


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - begun) * 1000
