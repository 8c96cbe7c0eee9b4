"""The hub's console is killed between each two steps of sharing: nothing is lost or granted twice."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from core.domain.people import LANE_ITSELF
from core.domain.stays import StayState
from core.services.return_spaces import give_back
from core.store.replica import StoreReplica
from core.store.verify import verify_file
from core.sync.exchange import Exchange
from tests.fakes.clock import FakeClock
from tests.far_sides.postgresql import PostgresqlServer
from tests.faults.conftest import Note
from tests.faults.fail_points import SHARING_POINTS, Point
from tests.faults.hand_on import exchange_all, hand_on, project
from tests.faults.invariants import NONE, differences, judge, rows_at
from tests.faults.ledger import Ledger
from tests.faults.nursery import Newborn
from tests.faults.shared_lot import LotConsole, SharedLot, shared_lot
from tests.faults.sharing_life import last_instant, live_sharing

CAPACITY = 60
HITS, SOAK_HITS = 2, 20
KILLS, SOAK_KILLS = 8, 60
SEED = 5
CARS_AT_THE_END = 6
LONGEST_LIFE_SECONDS = 0.8


class Pair:
    """A hub that lives and dies in processes of its own, and a second console that goes on beside it."""

    def __init__(self, lot: SharedLot) -> None:
        self.lot = lot
        self.ledger = Ledger()
        self.second = lot.others[0]
        self._exchange = Exchange(*_ends(self.second), relays=lambda: False)
        self._cars = 0

    def go_on(self) -> None:
        """The second console lets all out and others in, gives its spaces back, and exchanges a round."""
        self.exchange()
        self.second.store._clock.instant = last_instant(self.second.store) + timedelta(minutes=1)
        gone = {row.about("stay") for row in rows_at(self.lot.hub.database) if row.kind == "stay.left"}
        for stay in self.second.inside():
            # A car that the hub let out, and did not live to tell of, does not come to another exit.
            if stay.stay_id in gone or stay.state is StayState.HELD:
                continue
            self.second.charge(stay.stay_id)
            assert self.second.depart(stay.plate) in {"exit.paid", "exit.nothing_due"}
        for _ in range(2):
            self._cars += 1
            self.second.arrive(f"S{self._cars:05}")
        self.second.store.write(_give_all_back)
        self.exchange()

    def exchange(self) -> None:
        exchange_all(self._exchange)

    def born(self, **how: object) -> Newborn:
        """The hub comes to life."""
        hub = self.lot.hub
        return Newborn(live_sharing, hub.folder, hub.number, self.lot.database.url, **how)

    def check(self) -> None:
        """A last life in peace; then all five invariants hold in both consoles and the database."""
        hub = self.born(cars=CARS_AT_THE_END)
        hub.await_death(self.ledger)
        assert hub.exit_code == 0
        hand_on(self.lot.hub.database, self.lot.database.url)
        self.exchange()
        files = [one.database for one in self.lot.consoles]
        homes = [*files, self.lot.database.url]
        assert judge([self.ledger, self.second.ledger], homes, capacity=CAPACITY) == NONE
        project(self.lot.database.url, self.second.store.console_id)
        assert differences(homes) == ()
        assert all(verify_file(file).problems == () for file in files)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, server: PostgresqlServer) -> Iterator[Pair]:
    """One lot for the whole deck: it lives on after each death."""
    with shared_lot(
        tmp_path_factory.mktemp("pair"),
        server,
        count=2,
        capacity=CAPACITY,
        clock=FakeClock(),
        by_hub=False,
        starts=False,
    ) as lot:
        # From here on the hub's file belongs to the processes that are born.
        lot.hub.store.close()
        made = Pair(lot)
        hub = made.born(cars=1)
        hub.await_death(made.ledger)
        made.exchange()
        lot.others[0].sharing = Alone()
        yield made


class Alone:
    """FAKE: nobody can be asked."""

    def refresh(self, milliseconds: int) -> bool:
        return False

    def ask_space(self, milliseconds: int) -> bool:
        return False


@pytest.mark.parametrize("point", SHARING_POINTS, ids=lambda point: point.name)
def test_a_hub_killed_between_two_steps_of_sharing_goes_on(pair: Pair, point: Point) -> None:
    kill_at(pair, point, HITS)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("point", SHARING_POINTS, ids=lambda point: point.name)
def test_a_hub_killed_twenty_times_between_two_steps_of_sharing_goes_on(pair: Pair, point: Point) -> None:
    kill_at(pair, point, SOAK_HITS)


def test_a_hub_killed_at_random_while_it_shares_loses_nothing(pair: Pair, note: Note) -> None:
    note(kill_at_random(pair, KILLS))


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_hub_killed_often_while_it_shares_loses_nothing(pair: Pair, note: Note) -> None:
    note(kill_at_random(pair, SOAK_KILLS))


def kill_at(pair: Pair, point: Point, hits: int) -> None:
    for number in range(hits):
        pair.go_on()
        hub = pair.born(point=point.name, hit=1 if point.once else number % 2 + 1)
        hub.await_death(pair.ledger)
        assert hub.exit_code == -signal.SIGKILL, f"it never came to {point.name!r}"
    pair.check()


def kill_at_random(pair: Pair, kills: int) -> str:
    chance = random.Random(SEED)
    before = len(pair.ledger.kept)
    for _ in range(kills):
        pair.go_on()
        hub = pair.born()
        hub.wait_for("ready ")
        time.sleep(chance.random() * LONGEST_LIFE_SECONDS)
        hub.kill(pair.ledger)
        assert hub.exit_code == -signal.SIGKILL
    pair.check()
    return f"{kills} kills at random while sharing: {len(pair.ledger.kept) - before} entries acknowledged"


def _give_all_back(unit) -> None:
    held = unit.lease_book().lease_of(unit.console_id).held
    if held > 0:
        give_back(unit, held, actor=LANE_ITSELF)


def _ends(one: LotConsole):
    (link,) = one.links
    return StoreReplica(one.store), link
