"""Finds a stay from a plate or a part of it, typed by someone who may mistake 8 for B (P1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA, LCSseq

from core.domain.doubts import Slots, cost_of_chance, doubtful_distance
from core.domain.errors import BadInput
from core.domain.people import Actor, Right
from core.domain.plates import WRONG_COST, distance, fold, normalise, part_distance

MOST_MATCHES = 6
_SHORTLIST = 80
_MOST_EDITS = 2
# An error in three characters leaves two, which stand in far too many plates.
_LEAST_TO_LOOK_WITHIN = 4
_PART_PENALTY = 0.05
_FORMER_PENALTY = 0.15
_TOO_FAR = 2.2


@dataclass(frozen=True, slots=True)
class PlateKey:
    """One text under which a stay can be found; ``former`` for texts that are not its plate.

    ``slots`` are the other characters that the plate's read held possible, empty where that is not known;
    ``chance`` is what the read gave a former text, 0 for unknown.
    """

    stay_id: str
    plate: str
    folded: str
    former: bool = False
    slots: Slots = ()
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A stay that fits what was typed; ``distance`` 0 is exactly that, higher is less alike."""

    stay_id: str
    plate: str
    distance: float


class OpenPlates(Protocol):
    """The plates of the stays that are open, newest first, kept ready for searching."""

    def keys(self) -> tuple[Sequence[PlateKey], Sequence[str]]:
        """The keys and, at the same places, their folded texts."""


def find_stay(plates: OpenPlates, typed: str, *, actor: Actor, most: int = MOST_MATCHES) -> list[Match]:
    """The open stays most like what was typed, best first; BadInput where nothing typed can be in a plate."""
    actor.require(Right.SEARCH_STAYS)
    wanted = normalise(typed)
    if not wanted:
        raise BadInput("search.nothing_typed")
    keys, folds = plates.keys()
    best: dict[str, Match] = {}
    for index in _shortlist(wanted, keys, folds):
        match = _compare(wanted, keys[index])
        known = best.get(match.stay_id)
        if match.distance <= _TOO_FAR and (known is None or match.distance < known.distance):
            best[match.stay_id] = match
    return sorted(best.values(), key=lambda match: match.distance)[:most]


def _shortlist(wanted: str, keys: Sequence[PlateKey], folds: Sequence[str]) -> list[int]:
    """Places worth a closer look: those that contain the text, then those few edits away."""
    folded = fold(wanted)
    containing = [index for index, text in enumerate(folds) if folded in text]
    # Short parts fit many once folded: those that hold the very characters must not be cut off.
    containing.sort(key=lambda index: wanted not in keys[index].plate)
    similar = process.extract(folded, folds, scorer=OSA.distance, score_cutoff=_MOST_EDITS, limit=_SHORTLIST)
    found = dict.fromkeys(containing[:_SHORTLIST])
    found.update(dict.fromkeys(index for _, _, index in similar))
    if len(found) < MOST_MATCHES and len(folded) >= _LEAST_TO_LOOK_WITHIN:
        found.update(dict.fromkeys(_containing_nearly(folded, folds)))
    return list(found)


def _containing_nearly(wanted: str, folds: Sequence[str]) -> list[int]:
    """Places whose text contains the wanted one but for a single character anywhere in it."""
    # Whatever the error, one half stands there unharmed, and all characters but one in their order.
    # Both are quick to see, so that the exact distance is worked out for a few only.
    half = len(wanted) // 2
    left, right = wanted[:half], wanted[half:]
    in_order = process.extract(
        wanted, folds, scorer=LCSseq.similarity, score_cutoff=len(wanted) - 1, limit=None
    )
    near = [
        (part_distance(wanted, text), index) for text, _, index in in_order if left in text or right in text
    ]
    return [index for far, index in sorted(near)[:_SHORTLIST] if far <= WRONG_COST]


def _compare(wanted: str, key: PlateKey) -> Match:
    # The reader knows better than any table which characters of this plate may be others.
    whole = doubtful_distance(wanted, key.plate, key.slots) if key.slots else distance(wanted, key.plate)
    if len(wanted) < len(key.plate):
        missing = len(key.plate) - len(wanted)
        whole = min(whole, part_distance(wanted, key.plate) + _PART_PENALTY * missing)
    return Match(key.stay_id, key.plate, whole + _penalty(key))


def _penalty(key: PlateKey) -> float:
    """What it costs that the text is not the stay's plate: less where the reader held it likely."""
    if not key.former:
        return 0.0
    return min(cost_of_chance(key.chance), _FORMER_PENALTY)
