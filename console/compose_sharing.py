"""Builds what a console shares: its links, its duties for the lot, and what it asks of the others. No Qt.

Built anew whenever this console joined a lot, became its hub, or its lot has another hub.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from console.compose_hub import hub_link, hub_server
from console.lot_duties import HubWork, Spaces, standing_of
from console.shared_side import NothingShared
from core.domain.errors import LinkError, LotkeeperError, StoreError
from core.services.announce_console import current_hub
from core.services.follow_wiring import follow_wiring, is_wired_otherwise
from core.services.sharing import Link
from core.store.membership import StoreMembership
from core.store.queries.sharing import members
from core.store.replica import StoreReplica
from core.store.shared.address import with_password
from core.store.shared.link import DatabaseLink
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from core.store.store import Committed
from core.store.unit_of_work import SqlUnitOfWork
from core.sync.secrets import secret
from core.sync.sharing import Server, Sharing

if TYPE_CHECKING:
    from console.compose import Console

log = logging.getLogger(__name__)

AGAIN_SECONDS = 5.0
_OF_MEMBERSHIP = frozenset({"hub.appointed", "console.joined", "console.revoked"})


class SharedConsole:
    """A console's sharing over its life: begun, begun anew, ended; told of every commit.

    Implements ``core.services.sharing.Outside`` for the lanes, whatever it shares over at the moment.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._membership = StoreMembership(console.store)
        self._spaces = Spaces(console.store)
        self._work = HubWork(console.store, console.trust.own)
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._begun = False
        self._built_for: object = None
        self._current: Sharing | None = None
        console.store.listen(self.on_commit)

    def begin(self) -> None:
        """Share over what is configured and known now; what was shared before is ended first."""
        with self._lock:
            self._begin_anew()

    def begin_where_changed(self) -> None:
        """Share anew where the lot has another hub now; else nothing happens. Returns when it is done."""
        with self._lock:
            if self._begun and (self._current is None or self._place_in_lot() != self._built_for):
                self._begin_anew()

    def end(self) -> None:
        """Share no more; may be called twice."""
        self._ended.set()
        with self._lock:
            self._end_current()

    def refresh(self, milliseconds: int) -> bool:
        """Fetch what the others know by now, waiting at most so long."""
        current = self._current
        return current is not None and current.refresh(milliseconds)

    def ask_space(self, milliseconds: int) -> bool:
        """Ask the hub for a space, waiting at most so long; whether this console holds one then."""
        current = self._current
        return current is not None and current.ask_space(milliseconds)

    def on_commit(self, committed: Committed) -> None:
        """Something was committed, here or taken from others; on the writer thread, returns at once."""
        self._spaces.on_commit(committed)
        kinds = committed.kinds
        # Taken out once: another thread may be about to share anew.
        current = self._current
        if current is not None:
            current.on_commit(kinds)
        if kinds & _OF_MEMBERSHIP:
            threading.Thread(target=self._follow, name="share-anew", daemon=True).start()

    def _follow(self) -> None:
        """The lot may have another hub now; this thread's top. What fails is tried again until it is done."""
        while True:
            try:
                self.begin_where_changed()
            except LotkeeperError as error:
                log.warning("sharing could not be begun anew: %s", error)
            else:
                return
            if self._ended.wait(AGAIN_SECONDS):
                return

    def _begin_anew(self) -> None:
        if self._ended.is_set():
            return
        self._begun = True
        self._end_current()
        place, sharing = self._place_in_lot(), self._build()
        self._built_for = place
        self._current = self._console.sharing = sharing
        sharing.start()

    def _end_current(self) -> None:
        current, self._current = self._current, None
        self._console.sharing = NothingShared()
        if current is not None:
            # First, so that no duty is in the middle of a long call when its thread is to end.
            self._work.close()
            current.stop()

    def _place_in_lot(self) -> object:
        """What links and door are built for: the lot, its hub, and where that is."""
        store = self._console.store
        return store.lot_id, store.read(current_hub).console_id == store.console_id, self._membership.hubs()

    def _build(self) -> Sharing:
        console, store = self._console, self._console.store
        links: list[Link] = []
        duties: dict[str, Callable[[], None]] = {
            "grants": self._spaces.grant,
            "proposals": self._work.proposals,
            "refunds": self._work.refunds,
        }
        far_duties: Mapping[str, Callable[[], None]] = {}
        database = self._database()
        if database is not None:
            links.append(database)
            far_duties = self._database_duties()
        own = console.trust.own
        hub = None if own is None else hub_link(store, console.config.shared, own, console.clock)
        if hub is not None:
            links.append(hub)
        sharing = Sharing(
            StoreReplica(store),
            links,
            clock=console.clock,
            standing=lambda: store.read(standing_of),
            duties=duties,
            far_duties=far_duties,
            own_duties={"wiring": self._follow_wiring, "returns": self._spaces.give_back},
            internet=console.config.shared.internet,
            ask_hub=self._spaces.ask,
            has_space=self._spaces.has_one,
            members=lambda: store.read(_at_work),
        )
        server = self._server()
        if server is not None:
            sharing.serve(server)
        return sharing

    def _follow_wiring(self) -> None:
        """Spaces go where cars come in: whoever joined before its lanes were wired says so afterwards."""
        console = self._console
        wired = {lane.id for lane in console.config.lanes}
        # Looked at first without the writer: mostly nothing has changed.
        if console.store.read(lambda unit: is_wired_otherwise(unit, wired)):
            console.store.write(lambda unit: follow_wiring(unit, wired))

    def _database(self) -> DatabaseLink | None:
        """The shared database, None where none is set up or its address is none."""
        console, shared = self._console, self._console.config.shared
        if not shared.database:
            return None
        try:
            return DatabaseLink(
                self._database_url(),
                lot_id=console.store.lot_id,
                console_id=console.store.console_id,
                ca_file=shared.database_ca,
                clock=console.clock,
            )
        except LinkError as error:
            console.listeners.trouble(error.cause)
            return None

    def _database_duties(self) -> Mapping[str, Callable[[], None]]:
        console, shared = self._console, self._console.config.shared
        url, lot_id, console_id = self._database_url(), console.store.lot_id, console.store.console_id
        projector = Projector(
            url, lot_id=lot_id, hub_id=console_id, ca_file=shared.database_ca, clock=console.clock
        )
        requests = DatabaseRequests(url, lot_id=lot_id, console_id=console_id, ca_file=shared.database_ca)
        return self._work.over_database(projector, requests)

    def _database_url(self) -> str:
        """The URL with the password that this machine keeps for it, where the URL itself has none."""
        console = self._console
        return with_password(console.config.shared.database, secret("database", console.folder.path))

    def _server(self) -> Server | None:
        """The hub's door, where this console was appointed hub; a lone lot opens none."""
        console, own = self._console, self._console.trust.own
        if own is None:
            return None
        try:
            return hub_server(console.store, console.folder, console.config.shared, own, console.clock)
        except StoreError as error:
            console.listeners.trouble(error.cause)
            return None


def _at_work(unit: SqlUnitOfWork) -> frozenset[str]:
    """The consoles that belong to the lot."""
    return frozenset(each.console_id for each in members(unit) if each.revoked_at is None)
