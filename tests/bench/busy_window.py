"""``python -m tests.bench.busy_window FOLDER SECONDS OUT``: the console at its busiest, with a heartbeat."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from console.app import ConsoleApp, make_application, open_console
from console.compose import Console, SimulatorAccess
from console.demo.day import START, demo_lot, robot_for
from console.runtime.clock import DemoClock
from console.widgets.plate_field import PlateField
from core.services.ports import Health, ReadAnswer
from core.store.folder import DataFolder
from core.store.store import Store
from devices.simulator.scenario import plan_day
from migrations.history import upgrade_file
from tests.bench.heartbeat import Heartbeat
from tests.bench.open_stays import fill_stays
from tests.bench.plates import invent, mistyped

SEED = 20_260_513
CARS, CAPACITY, OPEN_STAYS = 60, 14, 2000
# A quick typist; a plate is left standing for a moment before the next is begun.
KEY_MS, KEYS_TO_REST = 90, 4
WARM_UP_MS = 4000
LIMIT_MS = 60_000
LOOK_EVERY_MS = 100
OUR_TOKEN = 1_000_000_000


class Typist(QObject):
    """Types one mistyped plate after another into the plate field."""

    def __init__(self, window: QObject, plates: list[str], shown: Callable[[], int]) -> None:
        super().__init__()
        chance = Random(SEED)
        self.searches = 0
        self.searches_with_cars = 0
        self._window = window
        self._shown = shown
        self._plates = cycle(mistyped(plate, chance) for plate in plates[:200])
        self._left = ""
        self._rest = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_key)

    def start(self) -> None:
        """Begin."""
        self._timer.start(KEY_MS)

    @Slot()
    def _on_key(self) -> None:
        field = self._window.findChild(PlateField)
        if not isinstance(field, QLineEdit):
            return
        if self._left:
            QTest.keyClicks(field, self._left[0])
            self._left = self._left[1:]
        elif self._rest < KEYS_TO_REST:
            self._rest += 1
        else:
            self.searches_with_cars += self._shown() > 0
            field.clear()
            self._left, self._rest = next(self._plates), 0
            self.searches += 1


class Reader:
    """Keeps the recogniser at work: whenever a picture was read, the next one is asked for."""

    def __init__(self, console: Console) -> None:
        self.answers = 0
        self._ended = False
        self._recogniser = console.recogniser
        for lane_id, runner in console.lanes.items():
            runner.on_answer = partial(self._on_answer, runner.on_answer)  # type: ignore[method-assign]
            self._ask(lane_id, 0)

    def stop(self) -> None:
        """Ask for no more."""
        self._ended = True

    def _on_answer(self, pass_on: Callable[[ReadAnswer], None], answer: ReadAnswer) -> None:
        pass_on(answer)
        if answer.token == OUR_TOKEN and not self._ended:
            self.answers += 1
            self._ask(answer.camera_id, answer.sequence)

    def _ask(self, lane_id: str, after: int) -> None:
        if self._recogniser is not None:
            self._recogniser.request(lane_id, OUR_TOKEN, not_before_sequence=after + 1)


class Measurement(QObject):
    """Waits until both lanes are live, then lets everything happen at once and counts."""

    def __init__(self, app: ConsoleApp, plates: list[str], seconds: float, quit_: Callable[[], None]) -> None:
        super().__init__()
        self.heartbeat = Heartbeat()
        self.commits = 0
        self.reader: Reader | None = None
        self.typist = Typist(app.window, plates, lambda: _cards_shown(app))
        self._app = app
        self._seconds = seconds
        self._quit = quit_
        self._waited_ms = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(LOOK_EVERY_MS)
        app.bridge.committed.connect(self._on_committed)

    @Slot(object)
    def _on_committed(self, _committed: object) -> None:
        self.commits += 1

    @Slot()
    def _on_look(self) -> None:
        self._waited_ms += LOOK_EVERY_MS
        if self._waited_ms > LIMIT_MS:
            raise SystemExit("the lanes did not come up")
        console = self._app.console
        recogniser = console.recogniser
        cameras = [lane.devices.camera.status().health for lane in console.lanes.values()]
        if len(cameras) < 2 or recogniser is None or recogniser.status().health is not Health.OK:
            return
        if any(health is not Health.OK for health in cameras):
            return
        self._timer.stop()
        self.reader = Reader(console)
        self.typist.start()
        QTimer.singleShot(WARM_UP_MS, self.heartbeat.start)
        QTimer.singleShot(int(WARM_UP_MS + self._seconds * 1000), self._on_end)

    @Slot()
    def _on_end(self) -> None:
        self.heartbeat.stop()
        if self.reader is not None:
            self.reader.stop()
        self._quit()


def main() -> None:
    """Run the console on a simulated lot for so many seconds and write the stalls down."""
    folder, seconds, out = Path(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    application = make_application()
    plates = invent(OPEN_STAYS, Random(SEED))
    apps: list[ConsoleApp] = []

    def opener(data: DataFolder, clock: DemoClock, access: SimulatorAccess) -> Console:
        _fill(data, clock, plates)
        apps.append(open_console(data, clock=clock, simulator=access))
        return apps[0].console

    with demo_lot(folder / "data", plan_day(CARS, 7, START, CAPACITY), open_console=opener) as demo:
        app = apps[0]
        app.window.resize(1440, 900)
        app.state.sign_on(demo.attendant)
        app.start()
        robot = robot_for(demo)
        robot.start()
        # Not quit(): with a shift open the window would ask before it closes.
        measured = Measurement(app, plates, seconds, application.exit)
        application.exec()
        robot.stop()
        app.stop()
    figures = {
        "stalls_ms": measured.heartbeat.stalls_ms,
        "answers": measured.reader.answers if measured.reader is not None else 0,
        "searches": measured.typist.searches,
        "shown": measured.typist.searches_with_cars,
        "commits": measured.commits,
    }
    out.write_text(json.dumps(figures))


def _fill(data: DataFolder, clock: DemoClock, plates: list[str]) -> None:
    """Many cars inside, before the console opens and reads them."""
    upgrade_file(data.database, data.backups)
    store = Store.open(data.database, clock=clock)
    lot_id = store.lot_id
    store.close()
    fill_stays(data.database, lot_id, plates, Random(SEED))


def _cards_shown(app: ConsoleApp) -> int:
    desk = next((child for child in app.window.findChildren(QObject) if hasattr(child, "car")), None)
    return len(desk.car.car.cards) if desk is not None and hasattr(desk.car, "car") else 0


if __name__ == "__main__":
    main()
