"""Proposes a change of rates, lot or people to the hub, from a console that is not the hub itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from core.domain.errors import Refused
from core.domain.journal import Subject
from core.domain.people import Actor
from core.domain.proposals import PROPOSED, ProposalState, What, fingerprint
from core.services.unit_of_work import UnitOfWork

MOST_WAITING: Final = 100


def is_proposed(unit: UnitOfWork) -> bool:
    """Whether changes are proposed here, because another console is the lot's hub."""
    return unit.lease_book().needs_lease


def propose(
    unit: UnitOfWork, *, actor: Actor, what: What, target_id: str, document: Mapping[str, Any]
) -> str:
    """Write the change down for the hub to decide about; returns the proposal's id.

    Whoever calls has asked for the right. Refused ``reference.too_many_waiting``.
    """
    if len(unit.proposals(ProposalState.WAITING)) >= MOST_WAITING:
        raise Refused("reference.too_many_waiting", most=MOST_WAITING)
    proposal_id = unit.new_id()
    plain, personal = without_name(what, document)
    unit.record(
        PROPOSED,
        {
            "what": what.value,
            "target_id": target_id,
            "base": base_of(what, value_of(unit, what, target_id)),
            "document": plain,
        },
        who=actor.person_id,
        subjects=[Subject("proposal", proposal_id)],
        personal=personal,
    )
    return proposal_id


def value_of(unit: UnitOfWork, what: str, target_id: str) -> dict[str, Any]:
    """The value that such a proposal would change, as this console knows it; empty for a new person."""
    if what == What.LOT:
        return unit.lot().to_document()
    if what == What.PERSON:
        person = unit.person(target_id)
        return {
            "name": person.name,
            "role": person.role.value,
            "active": person.active,
            "language": person.language,
        }
    if what in {What.RATES, What.WITHDRAWAL}:
        # Of all plans: one that was published meanwhile may be the one that this would have replaced.
        standing = [one for one in unit.published_versions() if one.withdrawn_at is None]
        return {"versions": [[one.plan_id, one.version] for one in standing]}
    return {}


def base_of(what: str, value: Mapping[str, Any]) -> str:
    """What a proposal says of the value that it rests on; nothing of anybody's name."""
    return fingerprint(without_name(what, value)[0])


def without_name(what: str, document: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The document as it may stand in the journal's payload, and the name of a person apart from it."""
    if what not in {What.PERSON, What.NEW_PERSON} or "name" not in document:
        return dict(document), None
    plain = {name: value for name, value in document.items() if name != "name"}
    return plain, {"name": document["name"]}
