"""A small lot for tests: a real store, an entry and an exit lane on devices in memory, and people."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from core.domain.lots import Direction, Lane, Lot
from core.domain.payments import Payment
from core.domain.people import Actor, Role
from core.domain.rates.simple import simple_plan
from core.domain.reads import VotePolicy
from core.domain.stays import Stay
from core.services.keep_photos import PhotoKeeper
from core.services.lane_cameras import lane_of_camera
from core.services.lane_loops import LoopSettings
from core.services.lane_view import LaneView
from core.services.manage_people import add_person
from core.services.ports import LaneDevices, LoopRole
from core.services.quote_stay import quote_stay
from core.services.run_lane import LaneRunner
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.sharing import Outside
from core.services.take_payment import take_cash
from core.services.tasks import gate_task_kind, hold_task_kind
from core.store.photos import PhotoStore
from core.store.queries.stays import inside_list
from core.store.store import Store
from core.store.tables import journal
from core.store.tasks import TaskRunner
from devices.barriers.memory import MemoryBarrier
from devices.loops.memory import MemoryLoops
from migrations.history import upgrade_file
from tests.fakes.camera import FakeCamera
from tests.fakes.clock import FakeClock
from tests.fakes.recogniser import FakeRecogniser

DRAWER = "drawer-1"
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
PIN_HASH = "not a hash: nobody signs on in these tests"
LANES = (Lane("entry", "Entry 1", Direction.ENTRY), Lane("exit", "Exit 1", Direction.EXIT))
PATIENCE_SECONDS = 40.0


def wait_until(condition: Callable[[], bool], what: str = "") -> None:
    """Wait until the condition holds, generously."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"it never happened: {what}"
        time.sleep(0.005)


class Booth:
    """One lot, set up, with an administrator and an attendant; lanes run after ``run_lanes``."""

    def __init__(self, folder: Path, *, capacity: int = 5) -> None:
        upgrade_file(folder / "lotkeeper.db", folder / "backups")
        self.folder = folder
        self.clock = FakeClock()
        self.store = Store.open(folder / "lotkeeper.db", clock=self.clock)
        lot = Lot(self.store.lot_id, "Riverside", capacity, "Asia/Taipei", "TWD", LANES)
        boss = self.store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
        )
        self.boss = Actor(boss.person_id, boss.name, boss.role)
        ben = self.store.write(
            lambda unit: add_person(unit, actor=self.boss, name="Ben", role=Role.ATTENDANT, pin_hash=PIN_HASH)
        )
        self.ben = Actor(ben.person_id, ben.name, ben.role)
        self.recogniser = FakeRecogniser()
        self.lanes: dict[str, LaneRunner] = {}
        self.barriers: dict[str, MemoryBarrier] = {}
        self.loops: dict[str, MemoryLoops] = {}
        self.views: list[LaneView] = []
        self.lost_photos: list[str] = []
        self._tasks: TaskRunner | None = None
        self._photos: PhotoKeeper | None = None
        self._lock = threading.Lock()

    def run_lanes(
        self, *, rear: bool = False, outside: Outside | None = None, loops: LoopSettings | None = None
    ) -> None:
        """Start both lanes and the task runner; with ``rear`` each lane has a second camera behind.

        ``outside`` is asked before a car is refused, ``loops`` is what is known of the loops of both lanes.
        """
        self._photos = PhotoKeeper(PhotoStore(self.folder / "photos").keep, self.lost_photos.append)
        self.recogniser.start(lambda answer: self.lanes[lane_of_camera(answer.camera_id)].on_answer(answer))
        for lane in LANES:
            self.barriers[lane.lane_id] = MemoryBarrier()
            self.loops[lane.lane_id] = MemoryLoops()
            self.lanes[lane.lane_id] = LaneRunner(
                lane=lane,
                devices=LaneDevices(
                    FakeCamera(),
                    self.barriers[lane.lane_id],
                    self.loops[lane.lane_id],
                    FakeCamera() if rear else None,
                ),
                recogniser=self.recogniser,
                store=self.store,
                photos=self._photos,
                clock=self.clock,
                changed=self._note,
                votes=VotePolicy(frames_at_most=4),
                outside=outside,
                loops=loops,
            )
        handlers = {gate_task_kind(name): lane.gate_handler() for name, lane in self.lanes.items()}
        handlers |= {hold_task_kind(name): lane.hold_handler() for name, lane in self.lanes.items()}
        self._tasks = TaskRunner(self.store, handlers, self.clock)
        self._tasks.start()
        for runner in self.lanes.values():
            runner.start()

    def close(self) -> None:
        """Stop everything."""
        self.stop_lanes()
        self.store.close()

    def stop_lanes(self) -> None:
        """Stop lanes and tasks, as before a restart of the console."""
        for runner in self.lanes.values():
            runner.stop()
        if self._tasks is not None:
            self._tasks.stop()
        if self._photos is not None:
            self._photos.stop()
        self._tasks = self._photos = None
        self.lanes.clear()

    def arrive(self, lane_id: str, plate: str | None, confidence: float = 0.95) -> None:
        """A car drives onto the arming loop of the lane; ``None`` for a car without a readable plate."""
        if plate is None:
            self.recogniser.sees.pop(lane_id, None)
        else:
            self.recogniser.sees[lane_id] = (plate, confidence)
        self.loops[lane_id].set(LoopRole.ARMING, True)

    def drive_away(self, lane_id: str) -> None:
        """The car reverses off the arming loop."""
        self.loops[lane_id].set(LoopRole.ARMING, False)

    def cross(self, lane_id: str) -> None:
        """The car drives through."""
        loops = self.loops[lane_id]
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.ARMING, False)
        loops.set(LoopRole.CLOSING, False)
        self.barriers[lane_id].vehicle_passed()

    def enter(self, plate: str) -> Stay:
        """A car arrives, is let in, and crosses; returns its stay."""
        before = len(self.barriers["entry"].pulses)
        self.arrive("entry", plate)
        wait_until(lambda: len(self.barriers["entry"].pulses) > before, f"the gate opens for {plate}")
        self.cross("entry")
        wait_until(lambda: any(stay.plate == plate and stay.state == "inside" for stay in self.inside()))
        return next(stay for stay in self.inside() if stay.plate == plate)

    def inside(self) -> tuple[Stay, ...]:
        """The open stays."""
        return self.store.read(inside_list).stays

    def pay(self, stay_id: str, tendered_minor: int = 10_000) -> Payment:
        """Ben takes cash for what is due, opening a shift where he has none."""

        def work(unit):
            if unit.open_shift(DRAWER) is None:
                open_shift(unit, actor=self.ben, drawer=DRAWER, float_minor=1000)
            due = quote_stay(unit, actor=self.ben, stay_id=stay_id).quote.total_minor
            return take_cash(
                unit,
                actor=self.ben,
                stay_id=stay_id,
                shown_minor=due,
                tendered_minor=tendered_minor,
                drawer=DRAWER,
            )

        return self.store.write(work)

    def kinds(self) -> list[str]:
        """The kinds of all journal entries so far, in order."""
        with self.store.reading() as view:
            return list(view.connection.execute(select(journal.c.kind).order_by(journal.c.seq)).scalars())

    def _note(self, view: LaneView) -> None:
        with self._lock:
            self.views.append(view)
