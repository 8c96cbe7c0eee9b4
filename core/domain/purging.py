"""Purging: personal fields forgotten for good, while chain and money still verify.

An entry of the journal says what is forgotten, so that every console that holds it forgets the same, also of
entries that come to it later. Each thing that is forgotten is named twice: as what it is (a stay, a sighting,
a booking), so that its row is folded anew, and as a mark under which it is found at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from core.domain.journal import Subject
from core.domain.people import LANE_ITSELF

MOST_AT_ONCE: Final = 50
"""So many things are forgotten in one transaction: a car at a lane waits for it."""

PHOTO_FIELD: Final = "photo"


class Scope(StrEnum):
    """What is forgotten: only photos, or everything personal; the kind of the entry that says so."""

    PHOTOS = "photo.purged"
    ALL = "personal.purged"

    @property
    def mark(self) -> str:
        """The kind of subject under which what was forgotten is found."""
        return _MARKS[self]

    def covers(self, name: str) -> bool:
        """Whether the field of that name is forgotten."""
        return self is Scope.ALL or name == PHOTO_FIELD


_MARKS: Final[Mapping[Scope, str]] = {Scope.PHOTOS: "photos_purged", Scope.ALL: "purged"}
SCOPES_BY_MARK: Final[Mapping[str, Scope]] = {mark: scope for scope, mark in _MARKS.items()}
PURGES: Final = frozenset(scope.value for scope in Scope)

EVIDENCE_KINDS: Final = frozenset(
    {"gate.commanded", "gate.held", "gate.let_go", "stay.admitted", "stay.released"}
)
"""Acts at a gate. Where a person did one by hand, its photo is kept as long as the money record (D9)."""

LOOSE_KINDS: Final = frozenset(
    {
        "lane.crossed_without_stay",
        "lane.unexplained_crossing",
        "lane.reversed_crossing",
        "gate.up_unasked",
        "gate.held_unasked",
        "lane.message_set",
        "person.approved",
    }
)
"""Entries with personal fields that are about no stay, sighting or booking: forgotten one by one."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What may be forgotten now, by id, and what is kept: how many of what, by reason code."""

    stays: tuple[str, ...] = ()
    sightings: tuple[str, ...] = ()
    bookings: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    kept: Mapping[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.stays) + len(self.sightings) + len(self.bookings) + len(self.entries)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {
            "stays": len(self.stays),
            "sightings": len(self.sightings),
            "bookings": len(self.bookings),
            "entries": len(self.entries),
        }

    def subjects(self, scope: Scope) -> list[Subject]:
        """Under what the entry that forgets them is filed."""
        things = [
            *(Subject("stay", one) for one in self.stays),
            *(Subject("sighting", one) for one in self.sightings),
            *(Subject("booking", one) for one in self.bookings),
        ]
        ids = [*(thing.subject_id for thing in things), *self.entries]
        return [*things, *(Subject(scope.mark, one) for one in ids)]

    def in_pieces(self, most: int = MOST_AT_ONCE) -> list[Targets]:
        """The same in pieces of at most so many things."""
        named = [
            *(("stays", one) for one in self.stays),
            *(("sightings", one) for one in self.sightings),
            *(("bookings", one) for one in self.bookings),
            *(("entries", one) for one in self.entries),
        ]
        return [_piece(named[start : start + most]) for start in range(0, len(named), most)]


def is_evidence(kind: str, who: str) -> bool:
    """Whether the entry is an act at a gate that a person did by hand."""
    return kind in EVIDENCE_KINDS and who != LANE_ITSELF.person_id


def forgotten_of(names: Iterable[str], scope: Scope, *, kind: str, who: str) -> list[str]:
    """Which of an entry's personal fields are forgotten."""
    keeps_photo = is_evidence(kind, who)
    return [name for name in names if scope.covers(name) and not (keeps_photo and name == PHOTO_FIELD)]


def photos_of(fields: Mapping[str, Any]) -> list[str]:
    """The photos that personal fields name."""
    photo = fields.get(PHOTO_FIELD)
    return [photo] if isinstance(photo, str) and photo else []


def widest(scopes: Sequence[Scope]) -> Scope | None:
    """The scope that covers all of them."""
    if not scopes:
        return None
    return Scope.ALL if Scope.ALL in scopes else Scope.PHOTOS


def _piece(named: Sequence[tuple[str, str]]) -> Targets:
    def of(wanted: str) -> tuple[str, ...]:
        return tuple(one for kind, one in named if kind == wanted)

    return Targets(of("stays"), of("sightings"), of("bookings"), of("entries"))
