"""What a read plate left open: other characters place by place, and other whole texts, with their chances."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.domain.lattices import BLANK, Lattice, log_chances, places_of
from core.domain.plates import GAP_COST, WRONG_COST, normalise, substitution_cost

# For each character of a plate: (character, chance) of what else it may be, likeliest first.
Slots = tuple[tuple[tuple[str, float], ...], ...]

LEAST_CHANCE = 0.01
MOST_OTHERS = 5
MOST_PLATE = 64
MOST_TEXTS = 8
_THOUSANDTHS = 1000

# A character that the reader was sure of is not so easily another one: looking alike was considered there.
SURE_CONFUSABLE_COST = 0.35
# What a chance makes typing cost: 0.3 costs 0.16, 0.01 costs 0.56, nothing less than 0.05.
_LEAST_COST = 0.05
_COST_OF_DECADE = 0.27


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubts about one plate: ``slots`` one for each of its characters, ``texts`` other whole plates.

    A character of which the reader was sure has an empty slot; where the reader told nothing of single
    characters there are no slots at all.
    """

    slots: Slots = ()
    texts: tuple[tuple[str, float], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.slots or self.texts)

    def chance_of(self, text: str) -> float:
        """The chance of one of the other texts, 0 where it is not among them."""
        return dict(self.texts).get(text, 0.0)

    def to_plain(self) -> dict[str, Any]:
        """As JSON holds it, chances in thousandths."""
        return {
            "slots": [_plain(slot) for slot in self.slots],
            "texts": _plain(self.texts),
        }

    @classmethod
    def from_plain(cls, plain: object) -> Doubts:
        """What ``to_plain`` wrote, None being no doubts; ValueError for anything else."""
        if plain is None:
            return cls()
        if not isinstance(plain, Mapping) or not isinstance(plain.get("slots"), list):
            raise ValueError("doubts are a table of slots and texts")  # noqa: TRY004 - one error for all
        if len(plain["slots"]) > MOST_PLATE:
            raise ValueError(f"doubts have at most {MOST_PLATE} slots, not {len(plain['slots'])}")
        return cls(tuple(_pairs(slot, longest=1) for slot in plain["slots"]), _pairs(plain.get("texts")))


NO_DOUBTS = Doubts()


def _plain(pairs: Sequence[tuple[str, float]]) -> list[Any]:
    plain: list[Any] = []
    for text, chance in pairs:
        plain += [text, min(max(round(chance * _THOUSANDTHS), 1), _THOUSANDTHS)]
    return plain


def _pairs(plain: object, *, longest: int = MOST_PLATE) -> tuple[tuple[str, float], ...]:
    if not isinstance(plain, list) or len(plain) % 2 or len(plain) > 2 * MOST_PLATE:
        raise ValueError("doubts list texts and chances in turn")
    for text, thousandths in zip(plain[::2], plain[1::2], strict=True):
        if not isinstance(text, str) or not 1 <= len(text) <= longest:
            raise ValueError(f"doubts name {str(text)[:20]!r}, expected 1 to {longest} characters")
        if type(thousandths) is not int or not 0 <= thousandths <= _THOUSANDTHS:
            raise ValueError(f"doubts give {str(thousandths)[:12]}, expected 0 to {_THOUSANDTHS} thousandths")
    return tuple((text, number / _THOUSANDTHS) for text, number in zip(plain[::2], plain[1::2], strict=True))


def slots_of(plate: str, lattices: Sequence[tuple[Lattice, float]]) -> Slots:
    """For each character of the plate what else the lattices, each with its weight, hold possible there.

    The chance of another character is that of the plate with this one exchanged, exactly, against all the
    others that may stand there. Empty slots where there are no lattices, or none that can hold the plate.
    """
    aligned = [(lattice, weight, places_of(lattice, plate)) for lattice, weight in lattices]
    usable = [(lattice, weight, places) for lattice, weight, places in aligned if places]
    if not usable:
        return ((),) * len(plate)
    return tuple(_slot(plate, place, usable) for place in range(len(plate)))


def _slot(
    plate: str, place: int, usable: Sequence[tuple[Lattice, float, list[tuple[int, int]]]]
) -> tuple[tuple[str, float], ...]:
    seen: dict[str, float] = {}
    for lattice, _, places in usable:
        # The neighbours' steps are theirs; whatever lies between may belong to this character.
        first = places[place - 1][1] + 1 if place else 0
        end = places[place + 1][0] if place + 1 < len(places) else len(lattice.steps)
        for step in lattice.steps[first:end]:
            for character, chance in step:
                if chance < LEAST_CHANCE or character in {BLANK, plate[place]}:
                    continue
                # A reader's alphabet may hold signs that stand between characters.
                if normalise(character) == character:
                    seen[character] = max(seen.get(character, 0.0), chance)
    others = sorted(seen, key=lambda character: -seen[character])[:MOST_OTHERS]
    if not others:
        return ()
    texts = [plate[:place] + character + plate[place + 1 :] for character in (plate[place], *others)]
    scores = [0.0] * len(texts)
    for lattice, weight, _ in usable:
        for number, score in enumerate(log_chances(lattice, texts)):
            scores[number] += weight * score
    best = max(scores)
    shares = [math.exp(score - best) for score in scores]
    total = sum(shares)
    found = ((other, round(share / total, 3)) for other, share in zip(others, shares[1:], strict=True))
    return tuple(sorted((pair for pair in found if pair[1] >= LEAST_CHANCE), key=lambda pair: -pair[1]))


def doubtful_distance(wanted: str, plate: str, slots: Slots) -> float:
    """The weighted edit distance of ``core.domain.plates``, but with the costs that the doubts set.

    A character that the reader held possible at its place costs little, by its chance; one that only looks
    like a character of which the reader was sure costs more than it would without that knowledge.
    """
    previous_but_one: list[float] = []
    previous = [index * GAP_COST for index in range(len(plate) + 1)]
    for row, left in enumerate(wanted, start=1):
        current = [row * GAP_COST]
        for column, right in enumerate(plate, start=1):
            cost = min(
                previous[column] + GAP_COST,
                current[column - 1] + GAP_COST,
                previous[column - 1] + _cost(left, right, slots, column - 1),
            )
            if row > 1 and column > 1 and left == plate[column - 2] and wanted[row - 2] == right:
                cost = min(cost, previous_but_one[column - 2] + WRONG_COST)
            current.append(cost)
        previous_but_one, previous = previous, current
    return previous[-1]


def _cost(typed: str, read: str, slots: Slots, place: int) -> float:
    if typed == read:
        return 0.0
    for character, chance in slots[place] if place < len(slots) else ():
        if character == typed:
            return cost_of_chance(chance)
    plain = substitution_cost(typed, read)
    return plain if plain >= WRONG_COST else SURE_CONFUSABLE_COST


def cost_of_chance(chance: float) -> float:
    """What it costs to mean something to which the reader gave this chance."""
    if chance <= 0.0:
        return WRONG_COST
    return min(max(-math.log10(chance) * _COST_OF_DECADE + 0.02, _LEAST_COST), WRONG_COST)
