"""A booth with a window: a composed console whose lanes run on devices in memory, and hands for its keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app import ConsoleApp, open_console
from console.runtime.second_look import SecondLook
from console.screens.desk import DeskScreen
from console.screens.desk.reason_panel import ReasonPanel
from core.domain.journal import Subject, to_micros
from core.domain.lots import Lot
from core.domain.people import Actor, Role
from core.domain.reads import VotePolicy
from core.services.keep_photos import PhotoKeeper
from core.services.manage_people import add_person
from core.services.ports import LaneDevices, LoopRole
from core.services.print_receipt import RECEIPT_TASK
from core.services.run_lane import LaneRunner
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.tasks import gate_task_kind, hold_task_kind
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from core.store.tasks import TaskRunner
from devices.barriers.memory import MemoryBarrier
from devices.loops.memory import MemoryLoops
from tests.booth import LANES, PIN_HASH, PLAN
from tests.fakes.camera import FakeCamera
from tests.fakes.clock import FakeClock
from tests.fakes.recogniser import FakeRecogniser

PATIENCE_SECONDS = 60.0


class DeskBooth:
    """What a person at the desk sees and does; ``press`` and ``type`` go to whatever has the keyboard."""

    def __init__(self, folder: Path, *, capacity: int = 5) -> None:
        self.clock = FakeClock()
        self.app: ConsoleApp = open_console(DataFolder(folder), clock=self.clock)
        self.console = self.app.console
        self.store = self.console.store
        self.state = self.app.state
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
        self.barriers: dict[str, MemoryBarrier] = {}
        self.loops: dict[str, MemoryLoops] = {}
        self._photos = PhotoKeeper(self.console.photos.keep, lambda _code: None)
        self._start_lanes()
        self.app.crash.bug_seen.connect(_fail)
        self.state.follow(self.app.jobs)
        self.app.window.show()
        self.app.window.activateWindow()
        self.until(lambda: len(self.state.lanes) == len(LANES), "the lanes run")
        self.sign_on(self.ben)

    @property
    def screen(self) -> DeskScreen:
        """The desk itself."""
        screen = self.app.window.screen_of("desk")
        assert isinstance(screen, DeskScreen)
        return screen

    @property
    def override(self) -> ReasonPanel:
        """The panel that asks why a gate is opened by hand."""
        return next(
            panel
            for panel in self.screen.car.questions.panels
            if isinstance(panel, ReasonPanel) and not panel.isHidden()
        )

    @property
    def message(self) -> str:
        """What the message bar says."""
        return self.app.window.bar.text()

    def sign_on(self, actor: Actor | None) -> None:
        """Someone sits down; None: gets up."""
        self.until(lambda: self.state.is_known, "the store is read")
        self.state.sign_on(actor)
        if actor is not None:
            self.until(lambda: self.app.window.current == "desk", "the desk is shown")

    def open_shift(self) -> None:
        """Ben opens a shift."""
        self.store.write(lambda unit: open_shift(unit, actor=self.ben, drawer="drawer-1", float_minor=1000))
        self.until(lambda: self.state.shift is not None, "the shift is open")

    def car_inside(self, plate: str, *, minutes: int = 90, plan_version: int = PLAN.version) -> str:
        """A car that came in so many minutes ago; its stay."""

        def work(unit):
            stay_id = unit.new_id()
            unit.record(
                "stay.imported",
                {
                    "entry_at": to_micros(unit.now - timedelta(minutes=minutes)),
                    "lane_id": "entry",
                    "plan_id": PLAN.plan_id,
                    "plan_version": plan_version,
                    "entry_known": True,
                },
                who=self.boss.person_id,
                subjects=[Subject("stay", stay_id)],
                personal={"plate": plate, "raw_plate": plate, "photo": ""},
            )
            return stay_id

        return self.store.write(work)

    def inside(self):
        """The open stays."""
        return self.store.read(inside_list).stays

    def stay(self, stay_id: str):
        """One stay."""
        return self.store.read(lambda unit: unit.stay(stay_id))

    def arrive(self, lane_id: str, plate: str | None, confidence: float = 0.95) -> None:
        """A car drives onto the arming loop of the lane; None for a car without a readable plate."""
        if plate is None:
            self.recogniser.sees.pop(lane_id, None)
        else:
            self.recogniser.sees[lane_id] = (plate, confidence)
        self.loops[lane_id].set(LoopRole.ARMING, True)

    def cross(self, lane_id: str) -> None:
        """The car drives through."""
        loops = self.loops[lane_id]
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.ARMING, False)
        loops.set(LoopRole.CLOSING, False)
        self.barriers[lane_id].vehicle_passed()

    def pulses(self, lane_id: str) -> int:
        """How often the lane's barrier was pulsed."""
        return len(self.barriers[lane_id].pulses)

    def type(self, text: str) -> None:
        """Type the text on the keyboard."""
        QTest.keyClicks(self._keyboard(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self._keyboard(), key, modifiers)

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        """Let the program work until the condition holds, generously."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"it never happened: {what}"
            QCoreApplication.processEvents()
            time.sleep(0.002)
        QCoreApplication.processEvents()

    def find(self, plate: str, count: int = 1) -> None:
        """Type a plate and wait for so many cards."""
        self.type(plate)
        car = self.screen.car.car
        self.until(lambda: not car.is_searching and len(car.cards) == count, f"{count} cards for {plate}")

    def choose(self, plate: str) -> None:
        """Type a plate and take the first card with Enter."""
        car = self.screen.car.car
        self.type(plate)
        self.until(lambda: not car.is_searching and bool(car.cards), f"a card for {plate}")
        self.press(Qt.Key.Key_Return)
        self.until(lambda: car.chosen is not None, f"{plate} is in hand")

    def close(self) -> None:
        """Stop everything."""
        for runner in self.console.lanes.values():
            runner.stop()
        self._tasks.stop()
        self._photos.stop()
        self.console.lanes.clear()
        # Nobody signed on: it closes at once, also with an open shift.
        self.state.sign_on(None)
        self.app.window.close()
        self.app.stop()
        self.app.window.deleteLater()
        QCoreApplication.processEvents()

    def _keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.app.window

    def _start_lanes(self) -> None:
        bridge = self.app.bridge
        self.store.listen(bridge.on_commit)
        self.store.listen(SecondLook(self.console.lanes).on_commit)
        self.recogniser.start(lambda answer: self.console.lanes[answer.camera_id].on_answer(answer))
        for lane in LANES:
            self.barriers[lane.lane_id] = MemoryBarrier()
            self.loops[lane.lane_id] = MemoryLoops()
            self.console.lanes[lane.lane_id] = LaneRunner(
                lane=lane,
                devices=LaneDevices(FakeCamera(), self.barriers[lane.lane_id], self.loops[lane.lane_id]),
                recogniser=self.recogniser,
                store=self.store,
                photos=self._photos,
                clock=self.clock,
                changed=bridge.on_lane,
                votes=VotePolicy(frames_at_most=4),
            )
        handlers = {gate_task_kind(name): lane.gate_handler() for name, lane in self.console.lanes.items()}
        handlers |= {hold_task_kind(name): lane.hold_handler() for name, lane in self.console.lanes.items()}
        handlers[RECEIPT_TASK] = self.console.receipts.handler()
        self._tasks = TaskRunner(self.store, handlers, self.clock)
        self._tasks.start()
        for runner in self.console.lanes.values():
            runner.start()


def _fail(trace: str) -> None:
    raise AssertionError(trace)
