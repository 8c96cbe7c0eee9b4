"""Who belongs to the lot, and the PIN hashes that its consoles share; in the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from core.domain.errors import Refused
from core.domain.journal import from_micros
from core.services.membership import Member, SharedCredential
from core.store.credentials import newer_credentials, shared_credentials, take_credentials
from core.store.sharing_tables import consoles
from core.store.store import Store
from core.store.tables import journal, local_state


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

    def adopt_lot(self, lot_id: str) -> None:
        """Be a console of that lot from now on; Refused ``join.has_history``."""
        if self._store.lot_id != lot_id:
            self._store.write(lambda unit: _adopt(unit.connection, lot_id))
            self._store.lot_id = lot_id


def _adopt(connection: Connection, lot_id: str) -> None:
    _check_is_fresh(connection)
    connection.execute(update(local_state).where(local_state.c.name == "lot_id").values(value=lot_id))


def _check_is_fresh(connection: Connection) -> None:
    if connection.execute(select(func.count()).select_from(journal)).scalar_one():
        raise Refused("join.has_history")
