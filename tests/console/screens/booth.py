"""A booth without lanes: a composed console over a fresh folder, and hands on its keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.commands.table import CommandTable
from console.compose import Listeners, compose
from console.runtime.bridge import Bridge
from console.runtime.jobs import Jobs
from console.screens.context import Context
from console.state.lot_state import LotState
from core.domain.lots import Direction, Lane, Lot
from core.domain.people import Actor, Role
from core.domain.rates.simple import simple_plan
from core.services.import_stays import InsideRow, import_stays
from core.services.manage_people import add_person
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.set_up_lot import set_up_lot
from core.services.take_payment import take_cash
from core.store.folder import DataFolder
from core.store.queries.stays import inside_list
from tests.fakes.clock import FakeClock

PATIENCE_SECONDS = 60.0
PIN = "739155"
PLAN = simple_plan(
    "standard",
    1,
    "TWD",
    free_minutes=15,
    first_minutes=60,
    first_minor=40,
    step_minutes=30,
    step_minor=20,
    cap_minor=200,
)
LANES = (Lane("entry-1", "Entry 1", Direction.ENTRY), Lane("exit-1", "Exit 1", Direction.EXIT))


class ScreenBooth:
    """What someone in front of one screen sees and does."""

    def __init__(self, folder: Path) -> None:
        bridge = Bridge()
        self.clock = FakeClock()
        listeners = Listeners(commit=bridge.on_commit, receipt=bridge.on_receipt, trouble=bridge.on_trouble)
        self.console = compose(DataFolder(folder), clock=self.clock, listeners=listeners)
        self.store = self.console.store
        self.store.listen(bridge.on_commit)
        self.shown: list[str] = []
        self.bugs: list[BaseException] = []
        self.state = LotState(bridge, drawer="drawer-1")
        self.jobs = Jobs(self.store, on_error=self.state.post_error, on_bug=self.bugs.append)
        self.ctx = Context(self.console, self.state, self.jobs, CommandTable(), self.shown.append)
        self._bridge = bridge
        self._screen: QWidget | None = None
        self.state.follow(self.jobs)

    def set_up(self) -> Actor:
        """A lot with Ann as its administrator, who is signed on."""
        lot = Lot(self.store.lot_id, "Riverside", 60, "Asia/Taipei", "TWD", LANES)
        pin_hash = self.console.hasher.hash(PIN)
        ann = self.store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ann", pin_hash=pin_hash)
        )
        self.ann = Actor(ann.person_id, ann.name, ann.role)
        self.state.sign_on(self.ann)
        self.until(lambda: self.state.lot is not None, "the lot is known")
        return self.ann

    def add(self, name: str, role: Role = Role.ATTENDANT) -> Actor:
        """Someone else, with the same PIN."""
        pin_hash = self.console.hasher.hash(PIN)
        person = self.store.write(
            lambda unit: add_person(unit, actor=self.ann, name=name, role=role, pin_hash=pin_hash)
        )
        return Actor(person.person_id, person.name, person.role)

    def car_inside(self, plate: str, *, minutes: int = 90) -> str:
        """A car that came in so many minutes ago."""
        rows = [InsideRow(plate, self.clock.now() - timedelta(minutes=minutes))]
        self.store.write(lambda unit: import_stays(unit, actor=self.ann, rows=rows))
        return self.store.read(lambda unit: inside_list(unit, part_of_plate=plate)).stays[0].stay_id

    def pay(self, stay_id: str) -> int:
        """Ann takes what is due in cash, on a shift she opens if there is none; the amount."""

        def work(unit):
            if unit.open_shift("drawer-1") is None:
                open_shift(unit, actor=self.ann, drawer="drawer-1", float_minor=1000)
            due = quote_stay(unit, actor=self.ann, stay_id=stay_id).quote.total_minor
            take_cash(
                unit, actor=self.ann, stay_id=stay_id, shown_minor=due, tendered_minor=due, drawer="drawer-1"
            )
            return due

        return self.store.write(work)

    def stay(self, stay_id: str):
        """The stay as it is stored."""
        return self.store.read(lambda unit: unit.stay(stay_id))

    def show(self, screen: QWidget) -> None:
        """Bring the screen to the front."""
        self._screen = screen
        screen.resize(1280, 800)
        screen.show()
        screen.activateWindow()
        self.until(screen.isActiveWindow, "the window is active")

    def type(self, text: str) -> None:
        """Type the text on the keyboard."""
        QTest.keyClicks(self._keyboard(), text)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        times: int = 1,
    ) -> None:
        """Press a key, so many times."""
        for _ in range(times):
            QTest.keyClick(self._keyboard(), key, modifiers)
            QCoreApplication.processEvents()

    def until(self, condition: Callable[[], bool], what: str = "") -> None:
        """Let the program work until the condition holds, generously."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert not self.bugs, self.bugs
            assert time.monotonic() < deadline, f"it never happened: {what}"
            QCoreApplication.processEvents()
            time.sleep(0.002)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Stop everything; a bug on the way is a failure."""
        self.jobs.stop()
        self.console.stop()
        if self._screen is not None:
            self._screen.close()
            self._screen.deleteLater()
        QCoreApplication.processEvents()
        assert not self.bugs, self.bugs

    def _keyboard(self) -> QWidget:
        widget = QApplication.focusWidget() or self._screen
        assert widget is not None
        return widget
