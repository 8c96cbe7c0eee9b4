"""What of a stay the price by a plan may depend on, beside its time."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.rates.applying import ANY_MEMBER
from core.domain.rates.plan import DEFAULT_CLASS, Plan
from core.domain.rates.plan_parts import applies_of, classes_of

MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Asked:
    """Classes (the usual one first), memberships and marks that the plan knows; ``prices_lost_ticket``: it
    has a price of its own for a stay without its ticket."""

    classes: tuple[str, ...] = (DEFAULT_CLASS,)
    memberships: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    prices_lost_ticket: bool = False


NOTHING_ASKED = Asked()


def asked_by(plan: Plan) -> Asked:
    """What the plan's parts ask about; a plan that says "any member" knows one kind of them, ``MEMBER``."""
    conditions = tuple(applies_of(plan))
    members = {name for applies in conditions for name in applies.loyalty}
    tags = {tag for applies in conditions for tag in applies.tags}
    return Asked(
        tuple(sorted(classes_of(plan), key=lambda name: (name != DEFAULT_CLASS, name))),
        tuple(sorted({MEMBER if name == ANY_MEMBER else name for name in members})),
        tuple(sorted(tags)),
        any(applies.lost_ticket for applies in conditions),
    )
