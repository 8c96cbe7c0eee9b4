"""Counts how often a boom goes up and why, for the arithmetic of a shift (``gate_arithmetic``).

Pure: told of commands and of rises by who watches the boom. A command that nobody could see the boom for is
not counted, and neither is what happened while its position was not known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.gate_arithmetic import BoomCount

NOTHING: Final = BoomCount()


class BoomCounter:
    """One lane's boom since the count was taken last."""

    def __init__(self) -> None:
        self._count = NOTHING
        self._pending_ns: int | None = None
        self._pending_hold = False
        self._joined = 0

    @property
    def is_settled(self) -> bool:
        """Whether no command waits for its rise: a count taken now cuts none in two."""
        return self._pending_ns is None

    def commanded(self, now_ns: int, *, is_down: bool | None, to_hold: bool) -> None:
        """The gate was asked to open, or to be held open; ``is_down`` None where nobody sees the boom."""
        if is_down is None:
            return
        if to_hold:
            self._pending_hold = is_down
            return
        if not is_down or self._pending_ns is not None:
            self._add(commands=1, joined=1)
            self._joined += 1
            return
        self._add(commands=1)
        self._pending_ns = now_ns

    def rose(self, *, is_held: bool, is_explained: bool) -> None:
        """It went up from below; ``is_explained`` by a command not long ago."""
        if self._pending_ns is not None:
            self._add(rose_commanded=1)
            self._pending_ns = None
        elif is_held or self._pending_hold:
            self._add(rose_held=1)
        elif is_explained:
            # It came while the boom was still coming down: a rise of its own. Else it is a second rise on
            # one command, which is told apart by being left over.
            its_own = 1 if self._joined else 0
            self._add(rose_commanded=1, joined=-its_own)
        else:
            self._add(rose_unasked=1)
        self._pending_hold = False
        self._joined = 0

    def look(self, now_ns: int, wait_ns: int) -> None:
        """Time went by: a command whose rise was not seen for so long is one without."""
        if self._pending_ns is not None and now_ns - self._pending_ns >= wait_ns:
            self._add(missed=1)
            self._pending_ns = None

    def lost_sight(self) -> None:
        """The position is not known any more: what the last command did is not known either."""
        if self._pending_ns is not None:
            self._add(commands=-1)
        self._pending_ns, self._pending_hold, self._joined = None, False, 0

    def peek(self) -> BoomCount:
        """What was counted so far."""
        return self._count

    def taken(self, count: BoomCount) -> None:
        """So much was written down: count on from there."""
        names = ("commands", "joined", "missed", "rose_commanded", "rose_held", "rose_unasked")
        self._add(**{name: -getattr(count, name) for name in names})

    def _add(self, **more: int) -> None:
        self._count = replace(
            self._count, **{name: getattr(self._count, name) + by for name, by in more.items()}
        )
