"""The lot's consoles and its invitations, as a unit of work reads and writes them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, select

from core.domain.consoles import LotConsole
from core.domain.invitations import Invitation
from core.domain.journal import from_micros, to_micros
from core.store.sharing_tables import consoles, invitations
from core.store.upserts import upsert


def lot_consoles(connection: Connection, lot_id: str) -> list[LotConsole]:
    """Every console that the lot ever had, by its number."""
    rows = connection.execute(
        select(consoles).where(consoles.c.lot_id == lot_id).order_by(consoles.c.number, consoles.c.console_id)
    )
    return [_console(row) for row in rows]


def invitations_of(connection: Connection, lot_id: str) -> list[Invitation]:
    """Every invitation that is kept, the oldest first."""
    rows = connection.execute(
        select(invitations)
        .where(invitations.c.lot_id == lot_id)
        .order_by(invitations.c.made_at, invitations.c.invitation_id)
    )
    return [_invitation(row) for row in rows]


def keep_invitation(connection: Connection, lot_id: str, invitation: Invitation) -> None:
    """Keep it, in place of the one of that id; those that expired before it was made are forgotten."""
    connection.execute(
        delete(invitations).where(
            invitations.c.lot_id == lot_id, invitations.c.expires_at < to_micros(invitation.made_at)
        )
    )
    row = {
        "lot_id": lot_id,
        "invitation_id": invitation.invitation_id,
        "secret_hash": invitation.key,
        "name": invitation.name,
        "made_at": to_micros(invitation.made_at),
        "expires_at": to_micros(invitation.expires_at),
        "failures": invitation.failures,
        "used_at": None if invitation.used_at is None else to_micros(invitation.used_at),
        "used_by": invitation.used_by or None,
    }
    upsert(connection, invitations, ("lot_id", "invitation_id"), row)


def drop_invitation(connection: Connection, lot_id: str, invitation_id: str) -> None:
    """Forget it."""
    connection.execute(
        delete(invitations).where(
            invitations.c.lot_id == lot_id, invitations.c.invitation_id == invitation_id
        )
    )


def _console(row: Row[Any]) -> LotConsole:
    return LotConsole(
        console_id=row.console_id,
        number=row.number,
        name=row.name,
        public_key=row.public_key,
        joined_at=from_micros(row.joined_at),
        entry_lanes=row.entry_lanes,
        revoked_at=None if row.revoked_at is None else from_micros(row.revoked_at),
    )


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(
        invitation_id=row.invitation_id,
        key=row.secret_hash,
        name=row.name,
        made_at=from_micros(row.made_at),
        expires_at=from_micros(row.expires_at),
        failures=row.failures,
        used_at=None if row.used_at is None else from_micros(row.used_at),
        used_by=row.used_by or "",
    )
