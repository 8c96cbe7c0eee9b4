"""Whether the boom does what it was asked, and nothing else, as far as its contacts tell.

    commanded ─► acknowledged ─► up, within 10 s            else ``barrier.not_up``
    the vehicle is over both loops ─► down, within 15 s     else ``barrier.not_down``
    down ─► up without a command ................ ``barrier.up_unasked``, an incident (D5)

A boom without contacts is unknown and has none of these. Pure: told what happens, it knows no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.domain.boom_counter import BoomCounter

NOT_UP: Final = "barrier.not_up"
NOT_DOWN: Final = "barrier.not_down"
UP_UNASKED: Final = "barrier.up_unasked"


class Position(StrEnum):
    """Where the boom is."""

    UP = "up"
    DOWN = "down"
    MOVING = "moving"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class BoomLimits:
    """How long the boom may take, in milliseconds; a command explains what the boom does for so long."""

    up_after_ms: int = 10_000
    down_after_ms: int = 15_000
    explains_ms: int = 20_000


class BoomWatch:
    """One lane's boom; ``counter`` counts how often it goes up, and why."""

    def __init__(self, limits: BoomLimits | None = None) -> None:
        self._limits = limits or BoomLimits()
        self._commanded_ns: int | None = None
        self._awaits_up_ns: int | None = None
        self._awaits_down_ns: int | None = None
        self._last = Position.UNKNOWN
        self._is_unasked = False
        self.counter = BoomCounter()

    def commanded(self, now_ns: int, *, to_hold: bool = False) -> None:
        """The gate was asked to open, or to be held open; also where nobody knows whether it heard."""
        is_down = None if self._last is Position.UNKNOWN else self._last is Position.DOWN
        self.counter.commanded(now_ns, is_down=is_down, to_hold=to_hold)
        self._commanded_ns = now_ns
        self._awaits_down_ns = None

    def acknowledged(self, now_ns: int) -> None:
        """The board heard the command."""
        self._awaits_up_ns = now_ns

    def crossed(self, now_ns: int) -> None:
        """A vehicle went through and is behind the boom."""
        self._awaits_up_ns = None
        self._awaits_down_ns = now_ns

    def look(self, position: Position, now_ns: int, *, is_held: bool, is_occupied: bool) -> bool:
        """Where the boom is now; whether it has just gone up without anybody having asked for it.

        ``is_occupied`` says that a vehicle stands on one of the loops: over it no boom comes down.
        """
        if position is Position.UNKNOWN:
            # What was not seen is not judged afterwards.
            self._awaits_up_ns = self._awaits_down_ns = None
            self._is_unasked = False
            self._last = position
            self.counter.lost_sight()
            return False
        if is_held:
            self._commanded_ns = now_ns
        if is_held or is_occupied:
            self._awaits_down_ns = None if self._awaits_down_ns is None else now_ns
        if position is Position.UP:
            self._awaits_up_ns = None
        if position is Position.DOWN:
            self._awaits_down_ns = None
            self._is_unasked = False
        rose = self._last is Position.DOWN and position is not Position.DOWN
        self._last = position
        self.counter.look(now_ns, self._limits.explains_ms * 1_000_000)
        if not rose:
            return False
        is_explained = self._is_explained(now_ns)
        self.counter.rose(is_held=is_held, is_explained=is_explained)
        self._is_unasked = self._is_unasked or not is_explained
        return not is_explained

    def found(self, now_ns: int) -> tuple[str, ...]:
        """The reason codes of all that is wrong now."""
        checks = (
            (UP_UNASKED, self._is_unasked),
            (NOT_UP, self._is_over(self._awaits_up_ns, self._limits.up_after_ms, now_ns)),
            (NOT_DOWN, self._is_over(self._awaits_down_ns, self._limits.down_after_ms, now_ns)),
        )
        return tuple(code for code, is_so in checks if is_so)

    def _is_explained(self, now_ns: int) -> bool:
        return self._commanded_ns is not None and not self._is_over(
            self._commanded_ns, self._limits.explains_ms, now_ns
        )

    @staticmethod
    def _is_over(since_ns: int | None, limit_ms: int, now_ns: int) -> bool:
        return since_ns is not None and (now_ns - since_ns) / 1e6 >= limit_ms
