"""Decides, on the hub, about changes that other consoles propose; a conflict is left to a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from core.domain.errors import NotAllowed, OperatorError, Refused
from core.domain.journal import Subject, from_micros
from core.domain.lots import Lot
from core.domain.people import LANE_ITSELF, Actor, Person, Right, Role, check_name
from core.domain.proposals import ACCEPTED, CONFLICT, REFUSED, Proposal, ProposalState, What
from core.domain.rates.document import plan_from_document
from core.services.manage_people import change_person, write_added
from core.services.propose import base_of, value_of, without_name
from core.services.publish_rates import ReadyPlan, publish_plan, withdraw_plan
from core.services.set_up_lot import change_lot
from core.services.unit_of_work import UnitOfWork

RIGHTS: Final[Mapping[str, Right]] = {
    What.RATES: Right.SET_RATES,
    What.WITHDRAWAL: Right.SET_RATES,
    What.LOT: Right.SET_UP_LOT,
    What.NEW_PERSON: Right.MANAGE_PEOPLE,
    What.PERSON: Right.MANAGE_PEOPLE,
}
"""The right that each change needs, of whoever proposed it and of whoever settles a conflict about it."""

# What a document raises that is none: written by a damaged or a newer program.
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


def decide_next(unit: UnitOfWork, *, actor: Actor = LANE_ITSELF) -> Proposal | None:
    """Decide about the oldest proposal that waits; None where none does, or this console is not the hub.

    Accepted as if whoever proposed it had done it here; refused with the reason for which they could not
    have; a conflict where the value it rests on is another by now.
    """
    proposal = next(iter(unit.proposals(ProposalState.WAITING)), None)
    # By a clock that was set back, all would be refused that only has to wait until somebody has set it.
    if proposal is None or not _is_hub(unit) or unit.clock_is_behind():
        return None
    try:
        _check_right(unit, proposal)
        current = value_of(unit, proposal.what, proposal.target_id)
        if base_of(proposal.what, current) != proposal.base:
            _conflict(unit, proposal, current, who=actor.person_id)
        else:
            _accept(unit, proposal, who=actor.person_id)
    except OperatorError as error:
        _decide(unit, proposal, REFUSED, {"reason": error.code}, who=actor.person_id)
    except _UNREADABLE:
        _decide(unit, proposal, REFUSED, {"reason": "reference.unreadable"}, who=actor.person_id)
    return unit.proposal(proposal.proposal_id)


def settle_conflict(unit: UnitOfWork, *, actor: Actor, proposal_id: str, take: bool) -> Proposal:
    """A person who saw both values takes the proposed one, or keeps what there is.

    Refused ``reference.hub_decides`` on a console that is not the hub, ``reference.no_conflict`` where there
    is none (any more); what the change itself is refused for.
    """
    proposal = unit.proposal(proposal_id)
    actor.require(RIGHTS.get(proposal.what, Right.MANAGE_CONSOLES))
    if not _is_hub(unit):
        raise Refused("reference.hub_decides")
    if proposal.state is not ProposalState.CONFLICT:
        raise Refused("reference.no_conflict")
    if take:
        _accept(unit, proposal, who=actor.person_id)
    else:
        _decide(unit, proposal, REFUSED, {"reason": "reference.other_value_kept"}, who=actor.person_id)
    return unit.proposal(proposal_id)


def _is_hub(unit: UnitOfWork) -> bool:
    return not unit.lease_book().needs_lease


def _check_right(unit: UnitOfWork, proposal: Proposal) -> None:
    """Whoever proposed it must hold the right as the hub knows them: they may have been dismissed since."""
    if proposal.what not in RIGHTS:
        raise Refused("reference.unreadable")
    _proposer(unit, proposal).require(RIGHTS[proposal.what])


def _proposer(unit: UnitOfWork, proposal: Proposal) -> Actor:
    person = unit.person(proposal.proposed_by)
    if not person.active:
        raise NotAllowed("right.missing", right=RIGHTS[proposal.what].value, role=person.role.value)
    return Actor(person.person_id, person.name, person.role)


def _accept(unit: UnitOfWork, proposal: Proposal, *, who: str) -> None:
    _CHANGES[What(proposal.what)](unit, proposal, _proposer(unit, proposal))
    _decide(unit, proposal, ACCEPTED, {}, who=who)


def _conflict(unit: UnitOfWork, proposal: Proposal, current: Mapping[str, Any], *, who: str) -> None:
    """Written down with the other value, a person's name apart from it as everywhere."""
    plain, personal = without_name(proposal.what, current)
    _decide(unit, proposal, CONFLICT, {"current": plain}, who=who, personal=personal)


def _decide(
    unit: UnitOfWork,
    proposal: Proposal,
    kind: str,
    payload: Mapping[str, Any],
    *,
    who: str,
    personal: Mapping[str, Any] | None = None,
) -> None:
    subject = Subject("proposal", proposal.proposal_id)
    unit.record(kind, payload, who=who, subjects=[subject], personal=personal)


def _publish(unit: UnitOfWork, proposal: Proposal, proposer: Actor) -> None:
    document = proposal.document
    plan = plan_from_document(document["plan"])
    # What came late begins now: nobody's price changes for the time that is over.
    effective_at = max(from_micros(document["effective_at"]), unit.now)
    calendar = frozenset(date.fromisoformat(day) for day in document.get("from_calendar", ()))
    publish_plan(unit, actor=proposer, ready=ReadyPlan(plan, effective_at, calendar))


def _withdraw(unit: UnitOfWork, proposal: Proposal, proposer: Actor) -> None:
    document = proposal.document
    withdraw_plan(
        unit,
        actor=proposer,
        plan_id=proposal.target_id,
        version=document["version"],
        reason=str(document.get("reason", "")),
    )


def _change_lot(unit: UnitOfWork, proposal: Proposal, proposer: Actor) -> None:
    change_lot(unit, actor=proposer, lot=Lot.from_document(proposal.document))


def _add_person(unit: UnitOfWork, proposal: Proposal, proposer: Actor) -> None:
    document = proposal.document
    name = check_name(document["name"])
    write_added(unit, Person(proposal.target_id, name, Role(document["role"])), who=proposer.person_id)


def _change_person(unit: UnitOfWork, proposal: Proposal, proposer: Actor) -> None:
    document = proposal.document
    person = replace(
        unit.person(proposal.target_id),
        name=check_name(document["name"]),
        role=Role(document["role"]),
        active=bool(document["active"]),
        language=document["language"],
    )
    change_person(unit, actor=proposer, person=person)


_CHANGES: Final[Mapping[What, Callable[[UnitOfWork, Proposal, Actor], None]]] = {
    What.RATES: _publish,
    What.WITHDRAWAL: _withdraw,
    What.LOT: _change_lot,
    What.NEW_PERSON: _add_person,
    What.PERSON: _change_person,
}
