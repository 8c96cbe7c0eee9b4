"""Whether a boom went up as often as it was told to (Z7, D5): counted by its contact, lane by lane.

    rose = commands that it rose for + held open + unasked
    commands = those that it rose for + those that found it up + those that it did not rise for

A boom whose position nobody can see is not measured, and neither is the time in which nobody looked: then
there is no arithmetic, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from core.domain.journal import Entry, from_micros, to_micros

COUNTED: Final = "gate.counted"
COMMANDED: Final = "gate.commanded"
UNASKED: Final = frozenset({"gate.up_unasked", "lane.unexplained_crossing", "gate.held_unasked"})
NOT_DONE: Final = frozenset({"gate.failed", "gate.too_late"})
GAPS: Final = frozenset({"console.power_was_away", "console.machine_was_off", "console.broke_off"})
KINDS: Final = frozenset({COUNTED, COMMANDED, "gate.held"}) | UNASKED | NOT_DONE | GAPS
MOST_LEFTOVERS: Final = 50


@dataclass(frozen=True, slots=True)
class BoomCount:
    """What a lane saw of its boom in a while: how often it rose and why, and what commands found.

    ``joined`` are commands that came while it was up; ``missed`` those after which it was not seen to rise.
    """

    commands: int = 0
    joined: int = 0
    missed: int = 0
    rose_commanded: int = 0
    rose_held: int = 0
    rose_unasked: int = 0

    @property
    def rises(self) -> int:
        """How often it went up."""
        return self.rose_commanded + self.rose_held + self.rose_unasked

    @property
    def leftover(self) -> int:
        """What the arithmetic leaves over: rises that nothing explains."""
        return self.rises - (self.commands - self.joined - self.missed) - self.rose_held

    def plus(self, other: BoomCount) -> BoomCount:
        """Both together."""
        mine, its = asdict(self), asdict(other)
        return BoomCount(**{name: mine[name] + its[name] for name in mine})


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something at a gate that no command explains; ``entry_id`` is its entry's, where its picture is."""

    kind: str
    at: datetime
    entry_id: str


@dataclass(frozen=True, slots=True)
class LaneGates:
    """One lane over a shift: ``counted`` is None where its boom was not measured.

    ``commands`` are those of the journal, ``not_done`` those of them that the board surely did not do.
    """

    lane_id: str
    commands: int = 0
    not_done: int = 0
    holds: int = 0
    counted: BoomCount | None = None
    leftovers: tuple[Leftover, ...] = ()
    unasked: int = 0

    @property
    def is_even(self) -> bool | None:
        """Whether everything is explained; None where nobody measured."""
        if self.counted is None:
            return False if self.unasked else None
        return self.counted.leftover == 0 and self.unasked == 0

    def to_document(self) -> dict[str, Any]:
        """The lane as plain values."""
        document = asdict(self)
        document["leftovers"] = [asdict(one) | {"at": to_micros(one.at)} for one in self.leftovers]
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> LaneGates:
        """The lane from plain values."""
        values = {part.name: document[part.name] for part in fields(cls) if part.name in document}
        if values.get("counted") is not None:
            values["counted"] = boom_count(values["counted"])
        values["leftovers"] = tuple(
            Leftover(one["kind"], from_micros(one["at"]), one["entry_id"])
            for one in values.get("leftovers", ())
        )
        return cls(**values)


def boom_count(document: Mapping[str, Any]) -> BoomCount:
    """The count of plain values; what a newer program counts besides is left out."""
    return BoomCount(**{part.name: int(document.get(part.name, 0)) for part in fields(BoomCount)})


def count_gates(entries: Iterable[Entry]) -> tuple[LaneGates, ...]:
    """What the entries of a console's chain say of its gates, by lane id."""
    lanes: dict[str, LaneGates] = {}
    for entry in entries:
        lane_id = entry.payload.get("lane_id")
        if entry.kind in KINDS and isinstance(lane_id, str):
            lanes[lane_id] = _with(lanes.get(lane_id, LaneGates(lane_id)), entry)
    return tuple(lanes[lane_id] for lane_id in sorted(lanes))


def _with(lane: LaneGates, entry: Entry) -> LaneGates:
    if entry.kind == COMMANDED:
        return replace(lane, commands=lane.commands + 1)
    if entry.kind in NOT_DONE:
        return replace(lane, not_done=lane.not_done + 1)
    if entry.kind == "gate.held":
        return replace(lane, holds=lane.holds + 1)
    if entry.kind == COUNTED:
        return replace(lane, counted=(lane.counted or BoomCount()).plus(boom_count(entry.payload)))
    leftovers = (*lane.leftovers, Leftover(entry.kind, entry.at, entry.entry_id))[:MOST_LEFTOVERS]
    return replace(lane, unasked=lane.unasked + 1, leftovers=leftovers)
