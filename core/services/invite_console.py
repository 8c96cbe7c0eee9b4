"""Invites a console to the lot: on the hub, by an administrator, with a code that is good once."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.invitations import MOST_OPEN, VALID_FOR, Invitation, key_of
from core.domain.journal import Subject
from core.domain.people import Actor, Right
from core.services.announce_console import OwnConsole, announce_console, check_console_name
from core.services.unit_of_work import UnitOfWork

MOST_CONSOLES = 64


def invite_console(
    unit: UnitOfWork, *, actor: Actor, name: str, secret: bytes, own: OwnConsole
) -> Invitation:
    """Keep an invitation for a console of that name; ``secret`` is what the code is made of.

    The first one makes this console the lot's hub. Refused ``hub.elsewhere``, ``console.name_taken``,
    ``join.too_many`` for invitations that are open, ``join.lot_full`` for consoles.
    """
    actor.require(Right.MANAGE_CONSOLES)
    unit.lot()
    cleaned = check_console_name(name)
    announce_console(unit, own, who=actor.person_id)
    belonging = [each for each in unit.lot_consoles() if each.revoked_at is None]
    if any(each.name.casefold() == cleaned.casefold() for each in belonging):
        raise Refused("console.name_taken", name=cleaned)
    if len(belonging) >= MOST_CONSOLES:
        raise Refused("join.lot_full", most=MOST_CONSOLES)
    if sum(each.is_open(unit.now) for each in unit.invitations()) >= MOST_OPEN:
        raise Refused("join.too_many", most=MOST_OPEN)
    invitation = Invitation(unit.new_id(), key_of(secret), cleaned, unit.now, unit.now + VALID_FOR)
    unit.keep_invitation(invitation)
    unit.record(
        "console.invited",
        {"invitation_id": invitation.invitation_id, "name": cleaned},
        who=actor.person_id,
        subjects=[Subject("invitation", invitation.invitation_id)],
    )
    return invitation


def withdraw_invitations(unit: UnitOfWork, *, actor: Actor) -> int:
    """End every invitation that is open, as somebody may have seen a code; how many those were."""
    actor.require(Right.MANAGE_CONSOLES)
    ended = [each for each in unit.invitations() if each.is_open(unit.now)]
    for invitation in ended:
        unit.drop_invitation(invitation.invitation_id)
        unit.record(
            "console.invitation_withdrawn",
            {"invitation_id": invitation.invitation_id},
            who=actor.person_id,
            subjects=[Subject("invitation", invitation.invitation_id)],
        )
    return len(ended)
