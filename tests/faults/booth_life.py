"""One life of a console at a booth: cars come, pay and leave at real lanes until somebody kills it.

All that it does is told to the outside (``ledger``) at the moment it is done; its barrier and its printer
are nothing but such a line. The data folder is made by ``make_booth``, and lived in again and again.
"""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from console.receipts import ReceiptMaker
from core.domain.errors import StoreError
from core.domain.journal import from_micros
from core.domain.lanes import LaneState
from core.domain.lots import Lot
from core.domain.people import Actor, Role
from core.domain.reads import VotePolicy
from core.domain.stays import Stay, StayState
from core.services.keep_photos import PhotoKeeper
from core.services.lane_cameras import lane_of_camera
from core.services.manage_people import add_person
from core.services.ports import Boom, DeviceStatus, Health, LaneDevices, LoopRole
from core.services.print_receipt import RECEIPT_TASK
from core.services.quote_stay import quote_stay
from core.services.resolve_stay import confirm_inside
from core.services.resume_lot import resume_lot
from core.services.run_lane import LaneRunner
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.take_payment import take_cash
from core.services.tasks import gate_task_kind, hold_task_kind
from core.store.folder import Reserve
from core.store.photos import PhotoStore
from core.store.queries.stays import inside_list
from core.store.store import Committed, Store
from core.store.tables import journal
from core.store.tasks import TaskRunner
from devices.barriers.pulse_ledger import PulseLedger
from devices.loops.memory import MemoryLoops
from migrations.history import upgrade_file
from tests.booth import DRAWER, LANES, PIN_HASH, PLAN
from tests.fakes.camera import FakeCamera
from tests.fakes.clock import FakeClock
from tests.fakes.recogniser import FakeRecogniser
from tests.faults.fail_points import BOOTH_POINTS, arm
from tests.faults.ledger import Tell

CAPACITY = 4
PATIENCE_SECONDS = 20.0
RECEIPT_DOTS = 384
RECEIPT_NUMBER = re.compile(rb"Receipt no\. +(\S+)")


def make_booth(folder: Path) -> None:
    """A lot that is set up, with an attendant whose shift is open."""
    upgrade_file(folder / "lotkeeper.db", folder / "backups")
    store = Store.open(folder / "lotkeeper.db", clock=FakeClock())
    lot = Lot(store.lot_id, "Riverside", CAPACITY, "Asia/Taipei", "TWD", LANES)
    boss = store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    ada = Actor(boss.person_id, boss.name, boss.role)
    person = store.write(
        lambda unit: add_person(unit, actor=ada, name="Ben", role=Role.ATTENDANT, pin_hash=PIN_HASH)
    )
    ben = Actor(person.person_id, person.name, person.role)
    store.write(lambda unit: open_shift(unit, actor=ben, drawer=DRAWER, float_minor=1000))
    store.close()
    shutil.rmtree(folder / "backups", ignore_errors=True)


class TellingBarrier:
    """A barrier whose pulse is a line to the outside."""

    def __init__(self, tell: Tell) -> None:
        self.pulses: list[str] = []
        self._tell = tell
        self._ledger = PulseLedger()

    def start(self) -> None:
        pass

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        self._ledger.once(command_id, lambda: self._pulse(command_id))

    def _pulse(self, command_id: str) -> None:
        self._tell("pulses", command_id)
        self.pulses.append(command_id)

    def boom(self) -> Boom:
        return Boom.UNKNOWN

    def stop(self) -> None:
        pass

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)


class TellingPrinter:
    """A printer that tells which originals came out; a copy says that it is one."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def print(self, escpos: bytes) -> None:
        number = RECEIPT_NUMBER.search(escpos)
        if number is not None and b"COPY" not in escpos:
            self._tell("printed", number[1].decode())

    def status(self) -> DeviceStatus:
        return DeviceStatus(Health.OK, 0)


class BoothLife:
    """A console from its start on; ``day`` is a life that ends by itself."""

    def __init__(self, folder: Path, tell: Tell, *, seed: int = 0, reserve: Reserve | None = None) -> None:
        self.minds_trouble = False
        self._tell = tell
        self._chance = random.Random(seed)
        self.clock = FakeClock()
        self.store = Store.open(folder / "lotkeeper.db", clock=self.clock, reserve=reserve)
        self.clock.instant = self._last_instant() + timedelta(minutes=1)
        self.store.listen(self._on_commit)
        people = self.store.read(lambda unit: unit.people())
        self.ben = next(Actor(one.person_id, one.name, one.role) for one in people if one.name == "Ben")
        self.store.write(resume_lot)
        self.photos = PhotoKeeper(PhotoStore(folder / "photos").keep, lambda _cause: None)
        self.recogniser = FakeRecogniser()
        self.barriers = {lane.lane_id: TellingBarrier(tell) for lane in LANES}
        self.loops = {lane.lane_id: MemoryLoops() for lane in LANES}
        self.lanes = {lane.lane_id: self._runner(lane.lane_id) for lane in LANES}
        self.recogniser.start(lambda answer: self.lanes[lane_of_camera(answer.camera_id)].on_answer(answer))
        self.receipts = ReceiptMaker(
            self.store, folder / "receipts", TellingPrinter(tell), width_dots=RECEIPT_DOTS
        )
        handlers = {gate_task_kind(name): lane.gate_handler() for name, lane in self.lanes.items()}
        handlers |= {hold_task_kind(name): lane.hold_handler() for name, lane in self.lanes.items()}
        self.tasks = TaskRunner(self.store, {**handlers, RECEIPT_TASK: self.receipts.handler()}, self.clock)
        self.tasks.start()
        for runner in self.lanes.values():
            runner.start()
        tell("ready", "")

    def live(self, cars: int | None = None) -> None:
        """Empty the lot of who was found there, then let cars come and go: for ever, or so many."""
        for stay in self.inside():
            self.leave(stay)
        number = 0
        while cars is None or number < cars:
            number += 1
            self.come(f"K{self._chance.randrange(10_000_000):07}")
            self.clock.pass_by(minutes=self._chance.choice([3, 25, 70]))
            inside = self.inside()
            if len(inside) >= CAPACITY:
                self.be_refused(f"F{number:06}")
                self.leave(self._chance.choice(inside))
            elif inside and self._chance.random() < 0.5:
                self.leave(self._chance.choice(inside))

    def close(self) -> None:
        """End in good order."""
        for runner in self.lanes.values():
            runner.stop()
        self.tasks.stop()
        self.photos.stop()
        self.store.close()

    def inside(self) -> tuple[Stay, ...]:
        """Who is in the lot as far as the store knows."""
        return self.store.read(inside_list).stays

    def come(self, plate: str) -> None:
        """A car comes and goes in."""
        pulses = self.barriers["entry"].pulses
        before = len(pulses)
        self._arrive("entry", plate)
        self.wait(lambda: len(pulses) > before, "the entry opens")
        self._cross("entry")
        self.wait(
            lambda: any(one.plate == plate and one.state == "inside" for one in self.inside()), "inside"
        )

    def be_refused(self, plate: str) -> None:
        """A car comes to a full lot and goes away again."""
        self._arrive("entry", plate)
        self.wait(lambda: self.lanes["entry"].view.reason == "entry.full", "the lot is full")
        self.loops["entry"].set(LoopRole.ARMING, False)
        self.wait(lambda: not self.loops["entry"].occupied(LoopRole.ARMING), "it drives away")

    def leave(self, stay: Stay) -> None:
        """A car pays what it owes and goes out."""
        if stay.state is StayState.HELD:
            self.store.write(lambda unit: confirm_inside(unit, actor=self.ben, stay_id=stay.stay_id))
        self.pay(stay.stay_id)
        pulses = self.barriers["exit"].pulses
        before = len(pulses)
        self._arrive("exit", stay.plate)
        self.wait(lambda: len(pulses) > before, "the exit opens")
        self._cross("exit")
        self.wait(lambda: all(one.stay_id != stay.stay_id for one in self.inside()), "gone")

    def pay(self, stay_id: str) -> None:
        """The attendant takes what is due, if anything is, and says so to the driver."""
        due = self.store.read(lambda unit: quote_stay(unit, actor=self.ben, stay_id=stay_id))
        if due.quote.total_minor > 0:
            payment_id = take_from_driver(self.store, self.ben, stay_id, due.quote.total_minor)
            self._tell("charged", payment_id)

    def let_through_who_waits(self) -> None:
        """Whoever stands at a lane since the store failed: the lane decides by itself, and it goes."""
        for lane_id, loops in self.loops.items():
            if not loops.occupied(LoopRole.ARMING):
                continue
            lane = self.lanes[lane_id]
            self.wait(lambda one=lane: one.view.state is LaneState.OPENING or one.view.waiting, "it decides")
            if lane.view.state is LaneState.OPENING:
                self._cross(lane_id)
            loops.set(LoopRole.ARMING, False)
            self.wait(lambda one=lane: one.view.state is LaneState.EMPTY, "it is gone")

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until it holds; StoreError where a lane is in trouble with the store and somebody minds."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"it never happened: {what}"
            troubles = [lane.view.trouble for lane in self.lanes.values() if lane.view.trouble]
            if self.minds_trouble and troubles:
                raise StoreError(troubles[0])
            time.sleep(0.001)

    def _runner(self, lane_id: str) -> LaneRunner:
        return LaneRunner(
            lane=next(lane for lane in LANES if lane.lane_id == lane_id),
            devices=LaneDevices(FakeCamera(), self.barriers[lane_id], self.loops[lane_id], None),
            recogniser=self.recogniser,
            store=self.store,
            photos=self.photos,
            clock=self.clock,
            changed=lambda _view: None,
            votes=VotePolicy(frames_at_most=4),
        )

    def _arrive(self, lane_id: str, plate: str) -> None:
        self.recogniser.sees[lane_id] = (plate, 0.95)
        self.loops[lane_id].set(LoopRole.ARMING, True)

    def _cross(self, lane_id: str) -> None:
        loops = self.loops[lane_id]
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.ARMING, False)
        loops.set(LoopRole.CLOSING, False)

    def _on_commit(self, committed: Committed) -> None:
        for entry in committed.entries:
            self._tell("kept", entry.entry_id)

    def _last_instant(self) -> datetime:
        with self.store.reading() as view:
            return from_micros(view.connection.execute(select(func.max(journal.c.at))).scalar_one())


def take_from_driver(store: Store, actor: Actor, stay_id: str, amount_minor: int) -> str:
    """Take what is due, in coins that fit; returns the payment's id once it is committed."""
    payment = store.write(
        lambda unit: take_cash(
            unit,
            actor=actor,
            stay_id=stay_id,
            shown_minor=amount_minor,
            tendered_minor=amount_minor,
            drawer=DRAWER,
        )
    )
    return payment.payment_id


def live(
    tell: Tell, folder: Path, seed: int, *, point: str = "", hit: int = 1, cars: int | None = None
) -> None:
    """A life in the folder: until it is killed, until it comes to the point, or for so many cars."""
    if point:
        arm(next(one for one in BOOTH_POINTS if one.name == point), hit, tell)
    life = BoothLife(folder, tell, seed=seed)
    life.live(cars)
    life.close()
