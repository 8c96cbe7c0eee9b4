"""What a palette and a key sheet list, and how a list of them is narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

LONGEST_QUERY: Final = 64
_GOOD_ENOUGH: Final = 70.0


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """Something that can be done: its id, its words, its key, and why not now where it is not enabled."""

    item_id: str
    title: str
    key: str = ""
    enabled: bool = True
    reason: str = ""
    icon: str = ""
    group: str = ""


def narrowed(items: Sequence[PaletteItem], query: str) -> list[PaletteItem]:
    """The items that the query may mean, likeliest first; all, in their order, where it is empty.

    Beginnings come before parts, parts before misspellings; what cannot be done now comes after what can.
    """
    wanted = " ".join(query[:LONGEST_QUERY].casefold().split())
    if not wanted:
        return list(items)
    marks = [(_mark(item, wanted), place, item) for place, item in enumerate(items)]
    found = [row for row in marks if row[0] > 0]
    found.sort(key=lambda row: (-row[0], not row[2].enabled, row[1]))
    return [item for _, _, item in found]


def _mark(item: PaletteItem, wanted: str) -> float:
    title = item.title.casefold()
    steps = (
        (400.0, wanted == item.key.casefold()),
        (300.0, title.startswith(wanted)),
        (200.0, any(word.startswith(wanted) for word in title.split())),
        (150.0, wanted in title),
        (120.0, len(wanted) > 1 and _is_initials(title, wanted)),
    )
    best = max((mark for mark, holds in steps if holds), default=0.0)
    if best or len(wanted) < 3:
        return best
    likeness = max(fuzz.partial_ratio(wanted, title), fuzz.token_set_ratio(wanted, title))
    return likeness if likeness >= _GOOD_ENOUGH else 0.0


def _is_initials(title: str, wanted: str) -> bool:
    return "".join(word[0] for word in title.split()).startswith(wanted)
