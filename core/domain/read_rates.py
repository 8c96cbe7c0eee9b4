"""How well plates are read: rates over labelled pictures, and what may be acted on without asking.

Pure arithmetic over ``Outcome`` values; where a reader got them from is of no account here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Two-sided 95 % of the normal distribution.
Z_95 = 1.959963985
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99)
BARRIER_PRECISION = 0.995


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled picture and what was read in it.

    ``truth`` and ``read`` are normalised plates, ``read`` empty for no plate; ``confidence`` lies in 0…1;
    ``offered`` are all texts that a person would be shown, the read among them; ``camera`` and
    ``region`` are empty where they are not known.
    """

    file: str
    truth: str
    read: str
    confidence: float
    elapsed_ms: float = 0.0
    offered: tuple[str, ...] = ()
    camera: str = ""
    region: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether every character is right."""
        return self.read == self.truth

    @property
    def edits(self) -> int:
        """Characters to change, add or drop until the read is the truth."""
        return edits(self.read, self.truth)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of a number."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        """In 0…100; 0 of nothing."""
        return 100.0 * self.count / self.of if self.of else 0.0

    @property
    def interval_percent(self) -> tuple[float, float]:
        """Between which percentages the true share lies, with 95 % confidence."""
        low, high = wilson(self.count, self.of)
        return 100.0 * low, 100.0 * high


@dataclass(frozen=True, slots=True)
class Rates:
    """How many of the pictures were read how; ``offered`` counts those where the truth was on offer."""

    exact: Share
    within_one: Share
    nothing: Share
    offered: Share


@dataclass(frozen=True, slots=True)
class Acting:
    """What acting alone at a confidence of at least ``threshold`` would have meant.

    ``coverage`` is the share of pictures acted on, ``precision`` the share of those that were right.
    """

    threshold: float
    coverage: Share
    precision: Share


def rates(outcomes: Sequence[Outcome]) -> Rates:
    """The rates over the pictures."""
    total = len(outcomes)
    return Rates(
        exact=Share(sum(one.is_exact for one in outcomes), total),
        within_one=Share(sum(one.edits <= 1 for one in outcomes), total),
        nothing=Share(sum(not one.read for one in outcomes), total),
        offered=Share(sum(one.truth in (one.read, *one.offered) for one in outcomes), total),
    )


def acting(outcomes: Sequence[Outcome], threshold: float) -> Acting:
    """What acting alone from that confidence on would have meant."""
    acted = [one for one in outcomes if one.read and one.confidence >= threshold]
    return Acting(
        threshold=threshold,
        coverage=Share(len(acted), len(outcomes)),
        precision=Share(sum(one.is_exact for one in acted), len(acted)),
    )


def threshold_for(outcomes: Sequence[Outcome], precision: float = BARRIER_PRECISION) -> Acting | None:
    """The lowest confidence from which on that share of what is acted on was right; None where none is.

    Each confidence that occurs is tried. The interval of its precision says how much that is worth: a
    few hundred pictures cannot prove 99.5 %.
    """
    best: Acting | None = None
    ordered = sorted((one for one in outcomes if one.read), key=lambda one: -one.confidence)
    right = 0
    for count, one in enumerate(ordered, start=1):
        right += one.is_exact
        is_last_of_its_confidence = count == len(ordered) or ordered[count].confidence < one.confidence
        if is_last_of_its_confidence and right >= precision * count:
            best = Acting(one.confidence, Share(count, len(outcomes)), Share(right, count))
    return best


def at_coverage(outcomes: Sequence[Outcome], coverage: float) -> Acting | None:
    """The highest confidence from which on at least that share of the pictures is acted on."""
    ordered = sorted((one.confidence for one in outcomes if one.read), reverse=True)
    needed = max(1, math.ceil(coverage * len(outcomes)))
    return acting(outcomes, ordered[needed - 1]) if needed <= len(ordered) else None


def wilson(count: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """The Wilson score interval of a share, in 0…1; all of it where nothing was counted.

    Source: E. B. Wilson, Probable inference, J. Am. Stat. Assoc. 22 (1927).
    """
    if not of:
        return 0.0, 1.0
    share = count / of
    spread = 1 + z * z / of
    middle = share + z * z / (2 * of)
    margin = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # At the ends rounding would leave a hair outside 0…1.
    low = 0.0 if count == 0 else (middle - margin) / spread
    high = 1.0 if count == of else (middle + margin) / spread
    return low, high


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which that share of the values lies, nearest rank; 0 where there are none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def edits(first: str, second: str) -> int:
    """Characters to change, add or drop to turn one text into the other (Levenshtein)."""
    previous = list(range(len(second) + 1))
    for row, left in enumerate(first, start=1):
        current = [row]
        for column, right in enumerate(second, start=1):
            current.append(
                min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (left != right))
            )
        previous = current
    return previous[-1]
