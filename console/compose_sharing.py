"""Builds what a console shares: its links, its duties for the lot, and what it asks of the others. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from core.services.grant_spaces import grant_spaces
from core.services.ports import Clock
from core.services.return_spaces import ask_for_space, return_spaces
from core.services.sharing import Link
from core.store.queries.sharing import members
from core.store.replica import StoreReplica
from core.store.store import Committed, Store
from core.store.unit_of_work import SqlUnitOfWork
from core.sync.sharing import Server, Sharing, Standing

WANTED = "space.wanted"


def build_sharing(
    store: Store,
    *,
    clock: Clock,
    links: Sequence[Link],
    duties: Mapping[str, Callable[[], None]],
    server: Server | None = None,
    internet: str = "",
) -> tuple[Sharing, Callable[[Committed], None]]:
    """Sharing over these links, and what must be told of every commit; nothing is started yet.

    ``duties`` are what the hub does beside granting spaces.
    """
    spaces = _Spaces(store)
    sharing = Sharing(
        StoreReplica(store),
        links,
        clock=clock,
        standing=lambda: store.read(_standing),
        duties={"grants": spaces.grant, **duties},
        own_duties={"returns": spaces.give_back},
        internet=internet,
        ask_hub=spaces.ask,
        has_space=spaces.has_one,
    )
    if server is not None:
        sharing.serve(server)

    def on_commit(committed: Committed) -> None:
        if any(entry.kind == WANTED and entry.console_id != store.console_id for entry in committed.entries):
            spaces.wanted_elsewhere.set()
        sharing.on_commit(committed.kinds)

    return sharing, on_commit


class _Spaces:
    """The spaces of this console's lot, as duties and questions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.wanted_elsewhere = threading.Event()

    def grant(self) -> None:
        """On the hub: see that every entrance has some."""
        # Looked at first without the writer: mostly there is nothing to grant.
        if self._store.read(_grants_something):
            self._store.write(grant_spaces)

    def give_back(self) -> None:
        """On any other console: keep no more than its share."""
        asked = self.wanted_elsewhere.is_set()
        self.wanted_elsewhere.clear()
        if self._store.read(lambda unit: _has_surplus(unit, asked=asked)):
            self._store.write(lambda unit: return_spaces(unit, asked=asked))

    def ask(self) -> None:
        """Say that a car waits here for a space."""
        self._store.write(ask_for_space)

    def has_one(self) -> bool:
        """Whether this console may let a car in by itself."""
        return self._store.read(_may_let_in)


def _standing(unit: SqlUnitOfWork) -> Standing:
    listed = members(unit)
    at_work = [each for each in listed if each.revoked_at is None]
    hub_id = next((each.console_id for each in listed if each.is_hub), "")
    return Standing(max(1, len(at_work)), hub_id)


def _grants_something(unit: SqlUnitOfWork) -> bool:
    book = unit.lease_book()
    if book.hub_id != unit.console_id:
        return False
    return book.lease_of(unit.console_id).held > 0 or bool(book.grants(unit.occupancy()))


def _has_surplus(unit: SqlUnitOfWork, *, asked: bool) -> bool:
    book = unit.lease_book()
    return book.needs_lease and book.surplus(unit.occupancy(), asked=asked) > 0


def _may_let_in(unit: SqlUnitOfWork) -> bool:
    return unit.lease_book().may_let_in(unit.occupancy()) > 0
