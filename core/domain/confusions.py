"""Which characters are taken for which: reads laid beside the truth, character by character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.plates import GAP_COST, substitution_cost

GAP = ""
# A read that shares less than this with the truth is another text (a sign, another car), not a misread.
LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Confusion:
    """A character read as another; ``GAP`` stands for one that was added or overlooked.

    ``examples`` name where it happened (files or photos), in the order they came.
    """

    read: str
    true: str
    count: int
    examples: tuple[str, ...] = ()


def align(read: str, true: str) -> list[tuple[str, str]]:
    """The characters of both texts side by side, ``GAP`` where one has none; look-alikes are paired first."""
    costs = _costs(read, true)
    pairs: list[tuple[str, str]] = []
    row, column = len(read), len(true)
    while row or column:
        here = costs[row][column]
        if row and column and here == costs[row - 1][column - 1] + _change(read[row - 1], true[column - 1]):
            row, column = row - 1, column - 1
            pairs.append((read[row], true[column]))
        elif row and here == costs[row - 1][column] + GAP_COST:
            row -= 1
            pairs.append((read[row], GAP))
        else:
            column -= 1
            pairs.append((GAP, true[column]))
    pairs.reverse()
    return pairs


def differences(read: str, true: str) -> list[tuple[str, str]]:
    """Where the read is wrong, as (read, true); empty where it is another text altogether."""
    pairs = align(read, true)
    same = sum(left == right for left, right in pairs)
    if not read or same < LEAST_SHARED * len(true):
        return []
    return [pair for pair in pairs if pair[0] != pair[1]]


def confusions(texts: Iterable[tuple[str, str, str]]) -> list[Confusion]:
    """The confusions in (read, true, example), most frequent first."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for read, true, example in texts:
        for pair in differences(read, true):
            found[pair].append(example)
    counted = [
        Confusion(read, true, len(examples), tuple(dict.fromkeys(examples)))
        for (read, true), examples in found.items()
    ]
    return sorted(counted, key=lambda one: (-one.count, one.read, one.true))


def _costs(read: str, true: str) -> list[list[float]]:
    costs = [[column * GAP_COST for column in range(len(true) + 1)]]
    for row, left in enumerate(read, start=1):
        current = [row * GAP_COST]
        for column, right in enumerate(true, start=1):
            current.append(
                min(
                    costs[-1][column - 1] + _change(left, right),
                    costs[-1][column] + GAP_COST,
                    current[-1] + GAP_COST,
                )
            )
        costs.append(current)
    return costs


def _change(left: str, right: str) -> float:
    return substitution_cost(left, right)
