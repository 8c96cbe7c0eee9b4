"""Who belongs to the lot, and the PIN hashes that its consoles share; in the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from core.domain.errors import Refused
from core.domain.journal import from_micros
from core.domain.leases import Hub
from core.services.announce_console import current_hub
from core.services.join_lot import Joined
from core.services.membership import HubContact, Member, SharedCredential
from core.store.credentials import newer_credentials, shared_credentials, take_credentials
from core.store.sharing_tables import consoles
from core.store.store import Store
from core.store.tables import journal, local_state
from core.store.told import keep_told, told
from core.store.upserts import upsert


class StoreMembership:
    """Members, CredentialShelf and NewHome on a console's store; safe from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def member(self, console_id: str) -> Member | None:
        """The console, None where the lot never had it."""
        with self._store.reading() as view:
            row = view.connection.execute(
                select(consoles).where(consoles.c.lot_id == view.lot_id, consoles.c.console_id == console_id)
            ).first()
        if row is None:
            return None
        return Member(
            console_id=row.console_id,
            number=row.number,
            name=row.name,
            public_key=row.public_key,
            joined_at=from_micros(row.joined_at),
            revoked_at=None if row.revoked_at is None else from_micros(row.revoked_at),
            is_hub=row.is_hub,
        )

    def credentials(self) -> list[SharedCredential]:
        """All PIN hashes, by person."""
        with self._store.reading() as view:
            return shared_credentials(view.connection, view.lot_id)

    def take_credentials(self, offered: Sequence[SharedCredential]) -> int:
        """Keep those that were set later; how many those were."""
        if not newer_credentials(self.credentials(), offered):
            return 0
        return self._store.write(lambda unit: take_credentials(unit.connection, unit.lot_id, offered))

    def check_may_adopt(self, lot_id: str) -> None:
        """Refused ``join.has_history`` where this console did something in another lot."""
        if self._store.lot_id != lot_id:
            with self._store.reading() as view:
                _check_is_fresh(view.connection)

    def adopt(self, joined: Joined) -> None:
        """Be a console of that lot from now on, and know its hub; Refused ``join.has_history``."""
        self._store.write(lambda unit: _adopt(unit.connection, unit.lot_id, joined))
        self._store.lot_id = joined.lot_id

    def hubs(self) -> list[HubContact]:
        """Who may answer as the lot's hub, the likeliest first; none for the hub itself, or without one.

        The journal says it; a console that has just joined, and has no journal yet, goes by what it was told.
        Then any other console of the lot: it may have been made the hub while this one was out of reach.
        """
        with self._store.reading() as view:
            appointed = current_hub(view)
            if appointed.console_id == view.console_id:
                return []
            row = view.connection.execute(
                select(consoles).where(
                    consoles.c.lot_id == view.lot_id, consoles.c.console_id == appointed.console_id
                )
            ).first()
            others = view.connection.execute(
                select(consoles)
                .where(
                    consoles.c.lot_id == view.lot_id,
                    consoles.c.revoked_at.is_(None),
                    consoles.c.console_id.notin_((view.console_id, appointed.console_id)),
                )
                .order_by(consoles.c.number)
            ).all()
            said = told(view.connection, view.lot_id)
        found = [] if row is None else [HubContact(row.console_id, row.public_key, appointed.address)]
        if said is not None and _is_news(said, appointed, found):
            found.append(HubContact(said.hub_id, said.hub_key))
        known = {each.public_key for each in found}
        return found + [
            HubContact(row.console_id, row.public_key) for row in others if row.public_key not in known
        ]


def _adopt(connection: Connection, lot_id: str, joined: Joined) -> None:
    if lot_id != joined.lot_id:
        _check_is_fresh(connection)
        upsert(connection, local_state, ("name",), {"name": "lot_id", "value": joined.lot_id})
    keep_told(connection, joined)


def _is_news(said: Joined, appointed: Hub, found: Sequence[HubContact]) -> bool:
    """Whether the journal does not say it yet: a later appointment, or a new key of the same hub."""
    if any(each.public_key == said.hub_key for each in found):
        return False
    return said.term > appointed.term or said.hub_id == appointed.console_id


def _check_is_fresh(connection: Connection) -> None:
    if connection.execute(select(func.count()).select_from(journal)).scalar_one():
        raise Refused("join.has_history")
