"""What differs between two documents of a rate plan, place by place, for the journal (L16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MOST_CHANGES = 500
# Which version it is and when it begins is said beside the changes.
_NOT_COMPARED = frozenset({"format", "plan_id", "version", "effective"})


@dataclass(frozen=True, slots=True)
class Change:
    """One place with its value before and after; None where there was, or is, nothing.

    The ``place`` names parts as the landlord named them: ``rates[Day].charges[Night].steps[1].price``.
    """

    place: str
    before: object
    after: object

    def to_document(self) -> dict[str, object]:
        """The change as plain values."""
        return {"place": self.place, "before": self.before, "after": self.after}

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> Change:
        """The change from plain values."""
        return cls(str(document["place"]), document.get("before"), document.get("after"))


def document_changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """All places at which the documents differ, in the order of the new one; at most 500."""
    old, new = dict(_leaves(before, "")), dict(_leaves(after, ""))
    places = [*new, *(place for place in old if place not in new)]
    changes = (Change(place, old.get(place), new.get(place)) for place in places)
    return tuple(change for change in changes if change.before != change.after)[:MOST_CHANGES]


def _leaves(value: object, place: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if place or key not in _NOT_COMPARED:
                yield from _leaves(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list | tuple) and any(isinstance(inner, Mapping) for inner in value):
        names = _names(value)
        # Their order decides: of the charges, and of the rates, the first that fits.
        yield place, names
        for name, inner in zip(names, value, strict=True):
            yield from _leaves(inner, f"{place}[{name}]")
    else:
        yield place, value


def _names(parts: Sequence[object]) -> list[str]:
    """What tells the parts apart: their own names, so that one that moved is no change; else numbers."""
    names = [str(part.get("name", "")) if isinstance(part, Mapping) else "" for part in parts]
    if all(names) and len(set(names)) == len(names):
        return names
    return [str(index) for index in range(len(parts))]
