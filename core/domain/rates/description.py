"""What a person may say of a stay: its class, membership, marks, and that its ticket is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from core.domain.rates.facts import NO_FACTS, Facts
from core.domain.rates.plan import DEFAULT_CLASS


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The facts of a stay that a person sets; ``loyalty`` empty: no member."""

    vehicle_class: str = DEFAULT_CLASS
    loyalty: str = ""
    tags: frozenset[str] = frozenset()
    lost_ticket: bool = False

    @classmethod
    def of(cls, facts: Facts) -> Description:
        """What is said in the facts."""
        return cls(
            vehicle_class=facts.vehicle_class,
            loyalty=facts.loyalty,
            tags=facts.tags,
            lost_ticket=facts.lost_ticket,
        )

    def said_of(self, facts: Facts) -> Facts:
        """The facts with this said instead."""
        return replace(
            facts,
            vehicle_class=self.vehicle_class,
            loyalty=self.loyalty,
            tags=self.tags,
            lost_ticket=self.lost_ticket,
        )

    def to_document(self) -> dict[str, Any]:
        """The description as plain values, nothing left out."""
        return {
            "vehicle_class": self.vehicle_class,
            "loyalty": self.loyalty,
            "tags": sorted(self.tags),
            "lost_ticket": self.lost_ticket,
        }


USUAL = Description.of(NO_FACTS)


def changes_between(before: Description, after: Description) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs, as it was and as it is, in plain values."""
    old, new = before.to_document(), after.to_document()
    changed = [name for name, value in new.items() if old[name] != value]
    return {name: old[name] for name in changed}, {name: new[name] for name in changed}


def with_changes(facts: Facts, changes: Mapping[str, Any]) -> Facts:
    """The facts with those of a description that changed, in plain values; all others as they were."""
    return replace(
        facts,
        vehicle_class=changes.get("vehicle_class", facts.vehicle_class),
        loyalty=changes.get("loyalty", facts.loyalty),
        tags=frozenset(changes.get("tags", facts.tags)),
        lost_ticket=changes.get("lost_ticket", facts.lost_ticket),
    )
