"""Round figures for the scales of charts."""

from __future__ import annotations

from itertools import chain
from typing import Final

_HOUR_S: Final = 3600
_DAY_S: Final = 24 * _HOUR_S
_LENGTHS_S: Final = (
    300, 600, 900, 1800, _HOUR_S, 2 * _HOUR_S, 3 * _HOUR_S, 4 * _HOUR_S, 6 * _HOUR_S, 12 * _HOUR_S,
    _DAY_S, 2 * _DAY_S, 7 * _DAY_S, 14 * _DAY_S, 30 * _DAY_S, 90 * _DAY_S, 180 * _DAY_S, 365 * _DAY_S,
)  # fmt: skip
_LEAST_VALUE_TICKS: Final = 3
_ROUND: Final = (1, 2, 5)


def value_ticks(most: int, ticks: int = _LEAST_VALUE_TICKS) -> list[int]:
    """Round values from 0 to at least ``most``, about so many steps between: 1, 2 or 5 of a power of ten."""
    wanted = max(most, 1) / max(ticks, 1)
    powers = (10**power for power in range(len(str(max(most, 1))) + 1))
    rounds = chain.from_iterable((step * power for step in _ROUND) for power in powers)
    step = next((one for one in rounds if one >= wanted), max(most, 1))
    count = -(-max(most, 1) // step)
    return [step * place for place in range(count + 1)]


def length_ticks(longest_s: int, most: int) -> list[int]:
    """Round lengths of time from 0 to ``longest_s``, at most so many."""
    step = next((one for one in _LENGTHS_S if longest_s / one <= max(most, 1)), _LENGTHS_S[-1])
    return list(range(0, longest_s + 1, step))
