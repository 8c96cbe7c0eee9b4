"""Consoles of one lot: each with a store of its own, and the services that its people and lanes use."""

from __future__ import annotations

import random
import shutil
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from core.domain.consoles import JOINED
from core.domain.errors import LinkError
from core.domain.journal import Subject
from core.domain.leases import HUB_APPOINTED
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Role
from core.domain.proposals import ProposalState
from core.domain.rates.simple import simple_plan
from core.domain.reads import Box, Vote, VotePolicy
from core.services.decide_proposals import decide_next
from core.services.grant_spaces import grant_spaces
from core.services.lane_decision import LaneDecision, decide
from core.services.manage_people import add_person
from core.services.return_spaces import ask_for_space, return_spaces
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.sharing import DATABASE, HUB
from core.services.unit_of_work import UnitOfWork
from core.store.overpayment_watch import OverpaymentWatch
from core.store.replica import StoreReplica
from core.store.store import Store
from core.sync.exchange import Exchange
from migrations.history import upgrade_file
from tests.fakes.chains import MemoryLink
from tests.fakes.clock import START
from tests.sharing_world.transport import ReplicaLink, RoughLink, Weather

PLAN = simple_plan(
    "standard",
    1,
    "TWD",
    free_minutes=10,
    first_minutes=60,
    first_minor=30,
    step_minutes=30,
    step_minor=15,
    cap_minor=200,
)
POLICY = VotePolicy()


class Time:
    """The lot's true time, moved by the simulation alone."""

    def __init__(self) -> None:
        self.now = START


class SkewedClock:
    """A console's own clock: off by so much, as booth PCs are."""

    def __init__(self, time: Time, off: timedelta) -> None:
        self._time = time
        self._off = off

    def now(self) -> datetime:
        return self._time.now + self._off

    def monotonic_ns(self) -> int:
        return int((self._time.now - START).total_seconds() * 1e9)


@dataclass(slots=True)
class Console:
    """One console of the lot, with its lanes; ``spaces_asked`` counts how often it asked the hub."""

    number: int
    store_file: Path
    store: Store
    replica: StoreReplica
    has_entry: bool
    overpaid: OverpaymentWatch
    links: dict[str, RoughLink] = field(default_factory=dict)
    exchanges: dict[str, Exchange] = field(default_factory=dict)
    person: Actor | None = None
    hub: Console | None = None
    spaces_asked: int = 0

    @property
    def console_id(self) -> str:
        """Its id."""
        return self.store.console_id

    @property
    def is_hub(self) -> bool:
        """Whether it does the lot's central work."""
        return self.hub is self

    def lane(self, direction: Direction) -> Lane:
        """Its lane that way."""
        return Lane(f"{direction.value}-{self.number}", f"{direction.value} {self.number}", direction)

    def decide(self, direction: Direction, plate: str, *, asks: bool = True) -> LaneDecision:
        """A car with the plate stands at the lane."""
        return decide(
            self.store,
            self.lane(direction),
            vote=Vote(plate, plate, 0.97, 4, 4, (), Box(0, 0, 100, 30), 1),
            sighting_id=self.store.read(lambda unit: unit.new_id()),
            photo="",
            policy=POLICY,
            outside=self if asks else None,
        )

    def exchange(self, name: str) -> int:
        """One round with that far side; rows that came, 0 where it was away."""
        if name not in self.exchanges:
            return 0
        try:
            return self.exchanges[name].round().pulled
        except LinkError:
            return 0

    def duty(self) -> None:
        """What a console does again and again: the hub grants, the others give back."""
        if self.is_hub:
            self.store.write(grant_spaces)
            waiting = self.store.read(lambda unit: unit.proposals(ProposalState.WAITING))
            for _ in waiting:
                self.store.write(decide_next)
            self.overpaid.turn()
        else:
            self.store.write(lambda unit: return_spaces(unit, asked=False))

    def give_what_is_asked(self) -> int:
        """Give back what is beyond the fair share: another console wants a space."""
        return self.store.write(lambda unit: return_spaces(unit, asked=True))

    # Outside

    def refresh(self, milliseconds: int) -> bool:
        """Fetch what the others know."""
        assert milliseconds == 300
        return any([self.exchange(HUB), self.exchange(DATABASE)])

    def ask_space(self, milliseconds: int) -> bool:
        """Ask the hub for a space."""
        assert milliseconds == 300
        self.spaces_asked += 1
        if self.is_hub or self.hub is None:
            return self.exchange(DATABASE) > 0
        if self.links[HUB].cut or not self.store.write(ask_for_space):
            return False
        self.exchange(HUB)
        self.hub.duty()
        return self.exchange(HUB) > 0


class Lotful:
    """All consoles of a lot; the first is the hub. Every seed is another network, other clocks."""

    def __init__(
        self,
        folder: Path,
        *,
        consoles: int,
        capacity: int,
        weather: Weather,
        seed: random.Random,
        entrances: frozenset[int] | None = None,
        database: MemoryLink | None = None,
    ) -> None:
        self.time = Time()
        self.capacity = capacity
        self.weather = weather
        self.database = database or MemoryLink(DATABASE)
        self._term = 1
        self._random = seed
        self._folder = folder
        with_entry = entrances if entrances is not None else frozenset(range(1, consoles + 1))
        first = self._console(1, has_entry=1 in with_entry)
        first.hub = first
        self.boss = self._set_up(first, consoles)
        self.hub = first
        self.consoles = [first]
        for number in range(2, consoles + 1):
            console = self._console(number, lot_id=first.store.lot_id, has_entry=number in with_entry)
            console.hub = first
            self.consoles.append(console)
        first.store.write(self._join_all)
        for console in self.consoles:
            self._connect(console)
        self.calm()
        for console in self.consoles:
            self._staff(console)
        self.calm()

    def close(self) -> None:
        """Let go of all files."""
        for console in self.consoles:
            console.store.close()

    def appoint(self, console: Console) -> None:
        """The hub hands its role to another console, which learns of it as of everything else."""
        self._term += 1
        term = self._term
        self.hub.store.write(lambda unit: self._appoint(unit, console, term))
        self.hub = console
        for one in self.consoles:
            one.hub = console
            self._connect(one)

    def calm(self, most_rounds: int = 60) -> None:
        """The network heals; everybody exchanges until nobody has anything new. Fails if that never ends."""
        for console in self.consoles:
            for link in console.links.values():
                link.cut = False
                link.weather = Weather()
        for _ in range(most_rounds):
            before = [dict(console.replica.marks()) for console in self.consoles]
            for console in self.consoles:
                for name in console.exchanges:
                    console.exchanges[name].round()
            after = [dict(console.replica.marks()) for console in self.consoles]
            if before == after and all(marks == after[0] for marks in after):
                break
        else:
            raise AssertionError("the consoles never came to hold the same")
        for console in self.consoles:
            for link in console.links.values():
                link.weather = self.weather

    def _console(self, number: int, *, has_entry: bool, lot_id: str = "") -> Console:
        folder = self._folder / f"console-{number}"
        folder.mkdir()
        file = folder / "lotkeeper.db"
        template = self._folder / "template.db"
        if not template.exists():
            upgrade_file(template, self._folder)
        shutil.copy(template, file)
        if lot_id:
            with sqlite3.connect(file) as connection:
                connection.execute("INSERT INTO local_state (name, value) VALUES ('lot_id', ?)", (lot_id,))
            connection.close()
        off = timedelta(seconds=0 if number == 1 else self._random.randint(-90, 90))
        store = Store.open(file, clock=SkewedClock(self.time, off))
        return Console(number, file, store, StoreReplica(store), has_entry, OverpaymentWatch(store))

    def _set_up(self, hub: Console, consoles: int) -> Actor:
        lanes = tuple(
            Lane(f"{way.value}-{number}", f"{way.value} {number}", way)
            for number in range(1, consoles + 1)
            for way in Direction
        )
        lot = Lot(hub.store.lot_id, "Riverside", self.capacity, "Asia/Taipei", "TWD", lanes)
        person = hub.store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash="x")
        )
        return Actor(person.person_id, person.name, person.role)

    def _join_all(self, unit: UnitOfWork) -> None:
        for console in self.consoles:
            said = {
                "console_id": console.console_id,
                "number": console.number,
                "name": f"Console {console.number}",
                "public_key": f"{console.number:064}",
                "entry_lanes": console.has_entry,
            }
            subject = Subject("console", console.console_id)
            unit.record(JOINED, {"console": said}, who=self.boss.person_id, subjects=[subject])
        self._appoint(unit, self.hub, self._term)

    def _appoint(self, unit: UnitOfWork, console: Console, term: int) -> None:
        unit.record(
            HUB_APPOINTED,
            {"console_id": console.console_id, "term": term},
            who=self.boss.person_id,
            subjects=[Subject("hub", unit.lot_id)],
        )

    def _connect(self, console: Console) -> None:
        if console.is_hub:
            far = {DATABASE: RoughLink(self.database, self.weather, self._random)}
        else:
            served = ReplicaLink(HUB, self.hub.replica)
            far = {
                HUB: RoughLink(served, self.weather, self._random),
                DATABASE: RoughLink(self.database, self.weather, self._random),
            }
        console.links, console.exchanges = far, {}
        for name, link in far.items():
            relays = name == HUB or console.is_hub
            console.exchanges[name] = Exchange(console.replica, link, relays=partial(bool, relays))

    def _staff(self, console: Console) -> None:
        """Somebody with an open drawer at each console."""
        person = self.hub.store.write(
            lambda unit: add_person(
                unit, actor=self.boss, name=f"Ben {console.number}", role=Role.ATTENDANT, pin_hash="x"
            )
        )
        console.person = Actor(person.person_id, person.name, person.role)
        actor, drawer = console.person, f"drawer-{console.number}"
        console.store.write(lambda unit: open_shift(unit, actor=actor, drawer=drawer, float_minor=5000))
