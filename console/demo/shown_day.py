"""A simulated day behind the real window: to be watched, or, without a display, to be photographed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app import ConsoleApp, open_console
from console.compose import Console
from console.demo.attendant import Manner, RobotAttendant
from console.demo.day import DemoLot, demo_lot, robot_for
from console.demo.judge import Summary, summarise
from console.log_file import log_to
from console.look import Look, Options, dress, look_of
from console.runtime.clock import DemoClock
from console.wiring import SimulatorAccess
from core.config import ConsoleConfig
from core.store.folder import DataFolder
from devices.simulator.scenario import Scenario

LOOKED_AT_MS = 250
SETTLE_MS = 900
PART_OF_PLATE = 4
TURN_ROUND_SECONDS = 5.0
WINDOW_SIZE = (1440, 900)
# Once the day is over: who is left, the sealed shift, and all that was paid.
ENDS_WITH = ("inside", "shift", "payments")
MOMENTS = {
    "exit.not_paid": "unpaid-at-exit",
    "exit.overstayed": "overstayed",
    "exit.no_record": "no-record",
    "entry.full": "full",
    "entry.space_free": "car-enters",
    "exit.paid": "paid-leaves",
}


class Photographer(QObject):
    """Takes a picture of the window in both themes, once for each kind of moment.

    When the first car is stopped unpaid it also does what an attendant would with the keys: types a part
    of the plate, takes the car in hand, opens the cash panel, and steps back again.
    """

    def __init__(self, app: ConsoleApp, folder: Path, look: Look) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._look = look
        self._seen: set[str] = set()
        self._typed = ""
        folder.mkdir(parents=True, exist_ok=True)
        app.state.lane_changed.connect(self._on_lane_changed)

    @Slot(str)
    def _on_lane_changed(self, lane_id: str) -> None:
        view = self._app.state.lanes.get(lane_id)
        name = MOMENTS.get(view.reason) if view is not None else None
        if view is None or name is None or name in self._seen:
            return
        self._seen.add(name)
        if view.reason == "exit.not_paid":
            self._typed = view.plate[:PART_OF_PLATE]
            self._later(0, self._find)
        else:
            self._later(SETTLE_MS, lambda: self.take(f"desk-{name}"))

    def _find(self) -> None:
        QTest.keyClicks(self._focus(), self._typed)
        self._later(SETTLE_MS, self._choose)

    def _choose(self) -> None:
        self.take("desk-found")
        QTest.keyClick(self._focus(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        self._later(SETTLE_MS, self._ask_for_cash)

    def _ask_for_cash(self) -> None:
        self.take("desk-car-in-hand")
        QTest.keyClick(self._focus(), Qt.Key.Key_F9)
        self._later(SETTLE_MS, self._step_back)

    def _step_back(self) -> None:
        self.take("desk-cash")
        for _ in range(3):
            QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def _focus(self) -> QWidget:
        return self._app.window.focusWidget() or self._app.window

    def _later(self, milliseconds: int, step: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, step)

    def take(self, name: str) -> None:
        """One picture a theme; the window is left in the one it had."""
        for theme in ("light", "dark"):
            dress(_application(), Look(theme, self._look.language, self._look.scale))
            QApplication.processEvents()
            self._app.window.grab().save(str(self._folder / f"{name}-{theme}.png"))
        dress(_application(), self._look)


def watch_day(application: QApplication, folder: Path, scenario: Scenario, options: Options) -> None:
    """Show the day in a window until it is closed; the attendant helps where nobody else does."""
    manner = Manner(turn_round_seconds=6.0, quiet_seconds=3.0)
    _run(application, folder, scenario, options, manner, until_over=False)


def photograph_day(
    application: QApplication,
    folder: Path,
    scenario: Scenario,
    options: Options,
    pictures: Path,
    *,
    pace: float,
) -> tuple[Summary, dict[str, object]]:
    """Run the day offscreen, photograph its moments, and judge it."""
    manner = Manner(turn_round_seconds=TURN_ROUND_SECONDS)
    return _run(application, folder, scenario, options, manner, until_over=True, pictures=pictures, pace=pace)


def _run(
    application: QApplication,
    folder: Path,
    scenario: Scenario,
    options: Options,
    manner: Manner,
    *,
    until_over: bool,
    pictures: Path | None = None,
    pace: float = 1.0,
) -> tuple[Summary, dict[str, object]]:
    apps: list[ConsoleApp] = []

    def opener(data: DataFolder, clock: DemoClock, access: SimulatorAccess) -> Console:
        apps.append(open_console(data, clock=clock, simulator=access))
        return apps[0].console

    settings = ConsoleConfig(theme="light", language="en")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        closing_log(folder / "lotkeeper.log"),
        demo_lot(folder, scenario, pace=pace, settings=settings, open_console=opener) as demo,
    ):
        app, look = apps[0], look_of(settings, options)
        dress(application, look)
        app.window.resize(*WINDOW_SIZE)
        app.state.sign_on(demo.attendant)
        app.start()
        photographer = Photographer(app, pictures, look) if pictures is not None else None
        robot = robot_for(demo, manner=manner)
        robot.start()
        if until_over:
            _wait_for(robot)
        else:
            application.exec()
        if photographer is not None:
            for name in ENDS_WITH:
                app.context.show(name)
                _let_pass(SETTLE_MS)
                photographer.take(name)
        robot.stop()
        truth = demo.conductor.truth()
        summary = _judge(demo, truth)
        app.stop()
    return summary, truth


@contextmanager
def closing_log(file: Path) -> Iterator[None]:
    """Write the program's log into the file for this while."""
    end = log_to(file)
    try:
        yield
    finally:
        end()


def _judge(demo: DemoLot, truth: dict[str, object]) -> Summary:
    return summarise(demo.console.store, truth)


def _let_pass(milliseconds: int) -> None:
    """Let the window live on for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def _wait_for(robot: RobotAttendant) -> None:
    """Let the window live on until the attendant's day is over."""
    while not robot.ended.is_set():
        _let_pass(LOOKED_AT_MS)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - a programmer's error
    return application
