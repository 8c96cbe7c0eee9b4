"""Lets a second person approve one act on the same screen, by what they sign on with."""

from __future__ import annotations

from dataclasses import replace

from core.domain.errors import NotAllowed
from core.domain.people import Actor, Approval, Right
from core.services.sign_on import LONG_AGO, note_wrong, read_credential
from core.services.unit_of_work import Credential, UnitOfWork


def read_approver(unit: UnitOfWork, *, person_id: str, actor: Actor, right: Right) -> Credential:
    """The approver's credential; Refused where they may not try, NotAllowed where they may not approve."""
    if person_id == actor.person_id:
        raise NotAllowed("approval.own", right=right.value, role=actor.role.value, who=actor.person_id)
    person = unit.person(person_id)
    Actor(person_id, person.name, person.role).require(right)
    return read_credential(unit, person_id)


def finish_approval(
    unit: UnitOfWork, *, person_id: str, matched: bool, console: str, actor: Actor, right: Right, purpose: str
) -> Approval | None:
    """Write down that the person approved what the actor is about to do; None where the secret was wrong.

    Wrong secrets count as those of signing on do. ``purpose`` is what they were shown, in words.
    """
    credential = read_approver(unit, person_id=person_id, actor=actor, right=right)
    person = unit.person(person_id)
    said = {"right": right.value, "for": actor.person_id, "console": console}
    if not matched:
        failures = note_wrong(unit, credential, what=right.value)
        unit.record("person.approval_refused", said | {"failures": failures}, who=person_id)
        return None
    unit.set_credential(replace(credential, failures=0, locked_until=LONG_AGO))
    entry = unit.record("person.approved", said, who=person_id, personal={"purpose": purpose[:200]})
    return Approval(
        Actor(person_id, person.name, person.role), entry.entry_id, right=right, asked_by=actor.person_id
    )
