"""The lots of a simulated city: each with a size, a kind, prices and people of its own, all from one seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from console.simulation.demand import KINDS, Demand
from console.simulation.ledger import MemoryLot
from console.simulation.unit import act
from core.domain.journal import Subject
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Role
from core.domain.rates.simple import simple_plan
from core.services.manage_people import enrol
from core.services.set_up_lot import set_up_lot

ZONE, CURRENCY = "Asia/Taipei", "TWD"
_STREETS = (
    "Market",
    "Harbour",
    "Station",
    "River",
    "Temple",
    "Garden",
    "Museum",
    "Stadium",
    "Hill",
    "Bridge",
)
_KINDS_OF_PLACE = ("Street", "Square", "Gate", "Park", "Centre", "Terrace")
_NAMES = ("Mei-ling", "Jian", "Yu-ting", "Wei", "Hui-min", "Zhi-hao", "Ya-wen", "Chia", "Tzu-yu", "Bo-han")
_HASH = "simulated: nobody signs on"


@dataclass(frozen=True, slots=True)
class CityLot:
    """A simulated lot with what its days need: its kind, its consoles, and who works there."""

    ledger: MemoryLot
    demand: Demand
    attendants: tuple[Actor, ...]
    supervisor: Actor

    @property
    def exit_console(self) -> str:
        """Where cars pay and leave: the only console of a small lot."""
        return self.ledger.consoles[-1]


def make_lot(number: int, seed: int, begin: datetime) -> CityLot:
    """The city's lot of that number (from 0), set up at that instant; always the same for the same seed."""
    chance = random.Random(f"{seed}/{number}")
    demand = KINDS[number % len(KINDS)]
    capacity = int(chance.triangular(30, 400, 90))
    consoles = tuple(_id(seed, number, place) for place in range(1, 1 + (2 if capacity > 80 else 1)))
    ledger = MemoryLot(_id(seed, number, 0), consoles, begin, chance)
    lot = Lot(
        lot_id=ledger.lot_id,
        name=f"{_STREETS[number % 10]} {_KINDS_OF_PLACE[number // 10 % 6]} {number + 1}",
        capacity=capacity,
        timezone=ZONE,
        currency=CURRENCY,
        lanes=(Lane("in", "Entry", Direction.ENTRY), Lane("out", "Exit", Direction.EXIT)),
        bookable_spaces=tuple(f"B{space}" for space in range(1, 1 + capacity // 20)),
        fee_ceiling_minor=chance.randrange(600, 900, 50),
    )
    supervisor, attendants = _set_up(ledger, lot, chance)
    return CityLot(ledger, demand, attendants, supervisor)


def _set_up(ledger: MemoryLot, lot: Lot, chance: random.Random) -> tuple[Actor, tuple[Actor, ...]]:
    hourly = chance.randrange(30, 70, 10)
    plan = simple_plan(
        "standard",
        1,
        CURRENCY,
        free_minutes=chance.choice((0, 10, 15)),
        first_minutes=60,
        first_minor=hourly,
        step_minutes=30,
        step_minor=hourly // 2,
        cap_minor=hourly * 8,
        timezone=ZONE,
    )
    names = chance.sample(_NAMES, 5)
    first = act(
        ledger,
        ledger.hub_id,
        lambda unit: set_up_lot(unit, lot=lot, plan=plan, administrator=names[0], pin_hash=_HASH),
    )
    roles = (Role.SUPERVISOR, Role.ATTENDANT, Role.ATTENDANT, Role.ATTENDANT)
    people = [
        act(
            ledger,
            ledger.hub_id,
            lambda unit, name=name, role=role: enrol(  # type: ignore[misc]
                unit, name=name, role=role, pin_hash=_HASH, who=first.person_id
            ),
        )
        for name, role in zip(names[1:], roles, strict=True)
    ]
    if len(ledger.consoles) > 1:
        _share(ledger, first.person_id)
    supervisor, *attendants = [Actor(one.person_id, one.name, one.role) for one in people]
    return supervisor, tuple(attendants)


def _share(ledger: MemoryLot, who: str) -> None:
    """Let the second console join, and say that the first is the hub."""
    for number, console_id in enumerate(ledger.consoles, start=1):
        console = {
            "console_id": console_id,
            "name": "Booth" if number == 1 else "Exit",
            "number": number,
            "public_key": ledger.chance.randbytes(32).hex(),
            "entry_lanes": number == 1,
        }
        ledger.append(
            ledger.hub_id,
            "console.joined",
            {"console": console},
            who=who,
            subjects=[Subject("console", console_id)],
            personal=None,
        )
    ledger.append(
        ledger.hub_id,
        "hub.appointed",
        {"console_id": ledger.hub_id, "term": 1},
        who=who,
        subjects=[Subject("hub", ledger.lot_id)],
        personal=None,
    )


def _id(seed: int, number: int, place: int) -> str:
    """An id that no two lots of a city share, nor two cities of different seeds."""
    return str(UUID(int=random.Random(f"{seed}/{number}/{place}").getrandbits(128), version=4))
