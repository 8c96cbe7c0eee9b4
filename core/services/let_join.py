"""Lets a console join the lot that knows the code of an invitation; on the hub."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.domain.consoles import LotConsole
from core.domain.errors import BadInput
from core.domain.invitations import MOST_WRONG_TRIES, Invitation
from core.domain.journal import Subject
from core.services.announce_console import check_console_name, current_hub, write_console
from core.services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Applicant:
    """A console that wants to join, as it describes itself; ``name`` is used where none was invited."""

    console_id: str
    name: str
    public_key: str
    entry_lanes: bool


@dataclass(frozen=True, slots=True)
class JoinOutcome:
    """Who joined by which invitation, under which hub; or ``cause``, a reason code, why nobody did."""

    console: LotConsole | None = None
    invitation: Invitation | None = None
    term: int = 0
    cause: str = ""


def let_join(unit: UnitOfWork, applicant: Applicant, *, knows: Callable[[str], bool]) -> JoinOutcome:
    """Write the console down if it ``knows`` the key of an open invitation.

    What fails counts against every open invitation, as nobody can say which one was meant; it is told by the
    outcome, not raised, so that it is kept. A console whose answer was lost may ask again with its code.
    """
    hub = current_hub(unit)
    if hub.console_id != unit.console_id:
        return JoinOutcome(cause="hub.elsewhere")
    if applicant.console_id == unit.console_id:
        # A copy of the hub's own data folder: let in, its key would be the hub's for all others.
        return JoinOutcome(cause="join.has_history")
    invitations = unit.invitations()
    again = next((each for each in invitations if _was_let_in(unit, each, applicant, knows)), None)
    if again is not None:
        return JoinOutcome(_console(unit, applicant.console_id), again, hub.term)
    open_ones = [each for each in invitations if each.is_open(unit.now)]
    if not open_ones:
        return JoinOutcome(cause="join.no_invitation")
    invitation = next((each for each in open_ones if knows(each.key)), None)
    if invitation is None:
        return _failed(unit, open_ones)
    return _let_in(unit, applicant, invitation, hub.term)


def _let_in(unit: UnitOfWork, applicant: Applicant, invitation: Invitation, term: int) -> JoinOutcome:
    try:
        name = check_console_name(invitation.name or applicant.name)
    except BadInput as error:
        return JoinOutcome(cause=error.code)
    used = replace(invitation, used_at=unit.now, used_by=applicant.console_id)
    unit.keep_invitation(used)
    console = write_console(
        unit,
        console_id=applicant.console_id,
        name=name,
        public_key=applicant.public_key,
        entry_lanes=applicant.entry_lanes,
        who=_inviter(unit, invitation),
    )
    return JoinOutcome(console, used, term)


def _was_let_in(
    unit: UnitOfWork, invitation: Invitation, applicant: Applicant, knows: Callable[[str], bool]
) -> bool:
    """Whether this very console used it a moment ago; it asks with the same key."""
    if invitation.used_by != applicant.console_id or unit.now >= invitation.expires_at:
        return False
    console = _console(unit, applicant.console_id)
    return (
        console is not None
        and console.revoked_at is None
        and console.public_key == applicant.public_key
        and knows(invitation.key)
    )


def _failed(unit: UnitOfWork, open_ones: list[Invitation]) -> JoinOutcome:
    for invitation in open_ones:
        unit.keep_invitation(invitation.failed())
    failures = max(each.failures for each in open_ones) + 1
    unit.record("console.join_refused", {"failures": failures, "open": len(open_ones)}, who="system")
    left = MOST_WRONG_TRIES - min(each.failures for each in open_ones) - 1
    return JoinOutcome(cause="join.wrong_code" if left > 0 else "join.too_many_tries")


def _console(unit: UnitOfWork, console_id: str) -> LotConsole | None:
    return next((each for each in unit.lot_consoles() if each.console_id == console_id), None)


def _inviter(unit: UnitOfWork, invitation: Invitation) -> str:
    entries = unit.entries_about(Subject("invitation", invitation.invitation_id))
    return next((entry.who for entry in entries if entry.kind == "console.invited"), "system")
