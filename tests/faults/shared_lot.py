"""A lot of several consoles that share through a real PostgreSQL and a real hub, over wires that can fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from pathlib import Path

from console.lot_duties import HubWork, Spaces, standing_of
from core.domain.journal import Subject
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Person, Role
from core.domain.reads import VotePolicy
from core.domain.stays import Stay
from core.services.confirm_crossing import crossed
from core.services.lane_decision import decide
from core.services.manage_people import add_person
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.sharing import LinkState
from core.services.take_payment import take_cash
from core.store.membership import StoreMembership
from core.store.queries.stays import inside_list
from core.store.replica import StoreReplica
from core.store.shared.link import DatabaseLink
from core.store.shared.logins import Login
from core.store.shared.projector import Projector
from core.store.shared.requests import DatabaseRequests
from core.store.store import Committed, Store
from core.sync.hub_client import HubLink
from core.sync.hub_server import HubServer
from core.sync.identity import load_hub_certificate, load_identity, verify
from core.sync.sharing import Sharing
from tests.booth import PIN_HASH, PLAN
from tests.core.store.lot import vote_for
from tests.core.store.lots_apart import LOT_ID, console
from tests.core.store.shared.lots_server import SharedDatabase
from tests.core.sync.hub_lot import ClosedDoor, free_port
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.far_sides.tcp_proxy import LOOPBACK, TcpProxy, tcp_proxy
from tests.faults.invariants import Breaches, differences, judge
from tests.faults.ledger import Ledger, Tell

PATIENCE_SECONDS = 30.0
POLICY = VotePolicy()


class LotConsole:
    """One console of the lot, with an entry and an exit of its own and somebody at its drawer."""

    def __init__(self, number: int, store: Store, folder: Path, tell: Tell | None = None) -> None:
        self.number = number
        self.name = f"Console {number}"
        self.store = store
        self.folder = folder
        self.identity = load_identity(folder)
        self.entry = Lane(f"in-{number}", f"Entry {number}", Direction.ENTRY)
        self.exit = Lane(f"out-{number}", f"Exit {number}", Direction.EXIT)
        self.ledger = Ledger()
        self.tell = tell or self.ledger.tell
        self.links: list[DatabaseLink | HubLink] = []
        self.door: HubServer | None = None
        # Where the hub does the shared database's work; empty on others.
        self.database_url = ""
        store.listen(self._on_commit)

    @property
    def database(self) -> Path:
        """Its own file."""
        return self.folder / "lotkeeper.db"

    def share(self) -> None:
        """Begin to share over its links, with the duties that every console and the hub have."""
        spaces, work = Spaces(self.store), HubWork(self.store)
        self._work = work
        duties = {"grants": spaces.grant, "refunds": work.refunds, "proposals": work.proposals}
        if self.database_url:
            own = {"lot_id": self.store.lot_id, "clock": self.store._clock}
            projector = Projector(self.database_url, hub_id=self.store.console_id, **own)
            requests = DatabaseRequests(
                self.database_url, lot_id=self.store.lot_id, console_id=self.store.console_id
            )
            duties |= work.over_database(projector, requests)
        self.sharing = Sharing(
            StoreReplica(self.store),
            self.links,
            clock=self.store._clock,
            standing=lambda: self.store.read(standing_of),
            duties=duties,
            own_duties={"returns": spaces.give_back},
            ask_hub=spaces.ask,
            has_space=spaces.has_one,
        )
        if self.door is not None:
            self.sharing.serve(self.door)
        self.store.listen(spaces.on_commit)
        self.store.listen(lambda committed: self.sharing.on_commit(committed.kinds))
        self.sharing.start()

    def stop_sharing(self) -> None:
        """End it."""
        self.sharing.stop()
        self._work.close()

    def arrive(self, plate: str) -> str:
        """A car comes to its entry and goes in if that opens; the reason of the decision."""
        decision = self._decide(self.entry, plate)
        if decision.command_id is not None:
            self._cross(self.entry, decision.stay_id)
        return decision.reason

    def depart(self, plate: str) -> str:
        """A car comes to its exit and goes out if that opens; the reason of the decision."""
        decision = self._decide(self.exit, plate)
        if decision.command_id is not None:
            self._cross(self.exit, decision.stay_id)
        return decision.reason

    def charge(self, stay_id: str) -> int:
        """The person at its drawer takes what the stay owes; how much that was."""
        cashier = self._cashier()
        if self.store.read(lambda unit: unit.open_shift(self.name)) is None:
            self.store.write(lambda unit: open_shift(unit, actor=cashier, drawer=self.name, float_minor=0))
        due = self.store.read(lambda unit: quote_stay(unit, actor=cashier, stay_id=stay_id)).quote.total_minor
        if due == 0:
            return 0
        payment = self.store.write(
            lambda unit: take_cash(
                unit, actor=cashier, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer=self.name
            )
        )
        self.tell("charged", payment.payment_id)
        return due

    def inside(self) -> tuple[Stay, ...]:
        """Who is in the lot as far as it knows."""
        return self.store.read(inside_list).stays

    def state_of(self, link: str) -> LinkState:
        """How that far side is."""
        return self.sharing.view().links[link].state

    def _decide(self, lane: Lane, plate: str):
        decision = decide(
            self.store,
            lane,
            vote=vote_for(plate),
            sighting_id=self.store.read(lambda unit: unit.new_id()),
            photo="",
            policy=POLICY,
            outside=self.sharing,
        )
        if decision.command_id is not None:
            self.tell("pulses", decision.command_id)
        return decision

    def _cross(self, lane: Lane, stay_id: str | None) -> None:
        self.store.write(
            lambda unit: crossed(
                unit, lane_id=lane.lane_id, direction=lane.direction, stay_id=stay_id, photo=""
            )
        )

    def _cashier(self) -> Actor:
        people = self.store.read(lambda unit: unit.people())
        person = next(one for one in people if one.name == self.name)
        return Actor(person.person_id, person.name, person.role)

    def _on_commit(self, committed: Committed) -> None:
        for entry in committed.entries:
            if entry.console_id == self.store.console_id:
                self.tell("kept", entry.entry_id)


class SharedLot:
    """The lot: its consoles (the first is the hub), its database, and the wires between them.

    ``to_database`` is the wire of all consoles to the database's server, ``to_hub`` that to the hub.
    """

    def __init__(
        self,
        consoles: Sequence[LotConsole],
        database: SharedDatabase,
        to_database: TcpProxy,
        to_hub: TcpProxy,
    ) -> None:
        self.consoles = consoles
        self.database = database
        self.to_database = to_database
        self.to_hub = to_hub
        self._logins: dict[int, Login] = {}

    @property
    def hub(self) -> LotConsole:
        """The console that does the lot's central work."""
        return self.consoles[0]

    @property
    def others(self) -> Sequence[LotConsole]:
        """All but the hub."""
        return self.consoles[1:]

    def judge(self, *, capacity: int | None = None, database: bool = True) -> Breaches:
        """All five invariants, in every console's file and in the database, once all agree.

        What was told by now must be everywhere then; consoles go on working meanwhile.
        """
        told = [deepcopy(one.ledger) for one in self.consoles]
        self.await_agreement(database=database)
        homes = [one.database for one in self.consoles] + ([self.database.url] if database else [])
        return judge(told, homes, capacity=capacity)

    def differences(self, *, database: bool = True) -> tuple[str, ...]:
        """What the consoles, and the database, show differently although they hold the same."""
        files = [one.database for one in self.consoles]
        return differences([*files, self.database.url] if database else files)

    def agrees(self, *, database: bool = True) -> bool:
        """Whether all hold the same, now."""
        marks = [StoreReplica(one.store).marks() for one in self.consoles]
        if database:
            marks.append(self.marks_of_database())
        return all(one == marks[0] for one in marks)

    def marks_of_database(self):
        """How far the database holds each chain, asked past all wires."""
        link = DatabaseLink(
            self.database.url, lot_id=LOT_ID, console_id=self.hub.store.console_id, clock=FakeClock()
        )
        try:
            return link.marks()
        finally:
            link.close()

    def database_link(self, one: LotConsole) -> DatabaseLink:
        """As the console's own login, which may insert into the journal and no more."""
        login = self._logins.get(one.number)
        if login is None:
            login = self.database.console(LOT_ID, f"c{one.number}", may_be_hub=one is self.hub)
            self._logins[one.number] = login
        url = self.database.server.tcp_url(
            self.database.name, user=login.name, password=login.password, port=self.to_database.port
        )
        one.database_url = url if one is self.hub else ""
        return DatabaseLink(url, lot_id=LOT_ID, console_id=one.store.console_id, clock=one.store._clock)

    def await_agreement(self, *, database: bool = True) -> float:
        """Until all hold the same; the seconds it took."""
        began = time.monotonic()
        wait_until(lambda: self.agrees(database=database), "all agree")
        return time.monotonic() - began


@contextmanager
def shared_lot(
    folder: Path,
    server: PostgresqlServer,
    *,
    count: int,
    capacity: int,
    clock: FakeClock,
    by_hub: bool = True,
    by_database: bool = True,
    starts: bool = True,
) -> Iterator[SharedLot]:
    """A lot that is set up, whose consoles have joined and, unless ``starts`` says no, share."""
    with ExitStack() as stack:
        database = SharedDatabase(server)
        to_database = stack.enter_context(tcp_proxy((LOOPBACK, server.port)))
        to_hub = stack.enter_context(tcp_proxy((LOOPBACK, free_port())))
        consoles = [
            LotConsole(
                number, stack.enter_context(console(folder / f"c{number}", clock)), folder / f"c{number}"
            )
            for number in range(1, count + 1)
        ]
        lot = SharedLot(consoles, database, to_database, to_hub)
        _set_up(lot, capacity)
        for one in consoles:
            if by_database:
                one.links.append(lot.database_link(one))
            if by_hub and one is not lot.hub:
                one.links.append(_hub_link(lot, one))
            for link in one.links:
                stack.callback(link.close)
        if by_hub:
            lot.hub.door = _door(lot)
        if starts:
            for one in consoles:
                one.share()
                stack.callback(one.stop_sharing)
            wait_until(lambda: all(_knows_the_lot(one) for one in consoles), "all know the lot")
            lot.await_agreement(database=by_database)
        yield lot


def wait_until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"it never happened: {what}"
        time.sleep(0.01)


def _set_up(lot: SharedLot, capacity: int) -> None:
    hub = lot.hub
    lanes = tuple(lane for one in lot.consoles for lane in (one.entry, one.exit))
    described = Lot(LOT_ID, "Riverside", capacity, "Asia/Taipei", "TWD", lanes)

    def set_up(unit) -> Person:
        return set_up_lot(unit, lot=described, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)

    ada = hub.store.write(set_up)
    boss = Actor(ada.person_id, ada.name, ada.role)
    for one in lot.consoles:
        hub.store.write(
            lambda unit, one=one: add_person(
                unit, actor=boss, name=one.name, role=Role.ATTENDANT, pin_hash=PIN_HASH
            )
        )
        hub.store.write(lambda unit, one=one: join(unit, one))
    hub.store.write(
        lambda unit: unit.record(
            "hub.appointed",
            {"console_id": hub.store.console_id, "term": 1},
            who=boss.person_id,
            subjects=[Subject("hub", unit.lot_id)],
        )
    )


def join(unit, one: LotConsole) -> None:
    """The console belongs to the lot from now on; written by the hub."""
    described = {
        "console_id": one.store.console_id,
        "number": one.number,
        "name": one.name,
        "public_key": one.identity.public_key,
        "entry_lanes": True,
    }
    unit.record(
        "console.joined",
        {"console": described},
        who="system",
        subjects=[Subject("console", one.store.console_id)],
    )


def _hub_link(lot: SharedLot, one: LotConsole) -> HubLink:
    return HubLink(
        (LOOPBACK, lot.to_hub.port),
        lot_id=LOT_ID,
        console_id=one.store.console_id,
        hub_id=lot.hub.store.console_id,
        hub_key=lot.hub.identity.public_key,
        signer=one.identity,
        verify=verify,
    )


def _door(lot: SharedLot) -> HubServer:
    hub = lot.hub
    membership = StoreMembership(hub.store)
    return HubServer(
        StoreReplica(hub.store),
        members=membership,
        credentials=membership,
        door=ClosedDoor(),
        signer=hub.identity,
        verify=verify,
        certificate=load_hub_certificate(hub.folder),
        clock=hub.store._clock,
        host=LOOPBACK,
        port=lot.to_hub.target[1],
    )


def _knows_the_lot(one: LotConsole) -> bool:
    people = one.store.read(lambda unit: unit.people())
    return any(person.name == one.name for person in people)
