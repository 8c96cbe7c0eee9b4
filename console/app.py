"""The console as a program with windows: builds the objects, hands them down, and ends in order."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from console.commands.table import CommandTable
from console.compose import Console, Listeners, compose
from console.log_file import log_to
from console.look import Look, Options, dress, look_of
from console.runtime.bridge import Bridge
from console.runtime.crash import CrashHook
from console.runtime.garbage import ScreenGarbage
from console.runtime.jobs import Jobs
from console.runtime.sounds import Sounds
from console.runtime.watchdog import StallWatchdog
from console.screens.context import Context
from console.startup_trouble import StartupTrouble
from console.state.announcer import Announcer
from console.state.lot_state import LotState
from console.state.messages import Message, Weight
from console.state.power_messages import PowerMessages
from console.state.sharing_watch import SharingWatch
from console.theme import load_fonts
from console.window import MainWindow
from console.wiring import SimulatorAccess
from core.config import ConsoleConfig, load_config
from core.domain.errors import LotkeeperError
from core.services.ports import Clock
from core.store.folder import DataFolder

log = logging.getLogger(__name__)

DONE, CANNOT_START = 0, 2
SIMULATED_CARS = 40
SIMULATED_CAPACITY = 12
LOOK_FOR_SIGNALS_MS = 200


class ConsoleApp(QObject):
    """The window and all it rests on, over a composed console; ``start`` and ``stop`` in that order."""

    def __init__(self, console: Console, bridge: Bridge) -> None:
        super().__init__()
        self.console = console
        self.bridge = bridge
        self.crash = CrashHook(self)
        self.watchdog = StallWatchdog(self)
        self.garbage = ScreenGarbage(self)
        self.state = LotState(bridge, drawer=console.config.console.drawer, parent=self)
        self.jobs = Jobs(console.store, on_error=self.state.post_error, on_bug=self.crash.take, parent=self)
        self.sounds = Sounds(1.0 if console.config.console.sounds else 0.0)
        self.announcer = Announcer(self.state, bridge, self.sounds, self)
        self.sharing_watch = SharingWatch(console, self.state, self.jobs, self)
        self.power_messages = PowerMessages(self.state, bridge, self)
        self.commands = CommandTable()
        self.context = Context(console, self.state, self.jobs, self.commands, self._show)
        self.window = MainWindow(self.context)
        self._stopped = False
        self.crash.bug_seen.connect(self._on_bug_seen)
        self.window.closed.connect(self.stop)

    def start(self) -> None:
        """Show the window, then start the lanes behind it."""
        self.crash.install()
        self.state.follow(self.jobs)
        self.window.show()
        self.watchdog.start()
        self.garbage.start()
        self.sharing_watch.start()
        QTimer.singleShot(0, self, self._start_lanes)

    @Slot()
    def stop(self) -> None:
        """Stop everything, in the order in which nothing is lost; may be called twice."""
        if self._stopped:
            return
        self._stopped = True
        self.watchdog.stop()
        self.jobs.stop()
        self.console.stop()
        self.garbage.stop()
        self.crash.remove()

    @Slot()
    def _start_lanes(self) -> None:
        """Child processes take their time to start, so this is no work for the GUI thread."""
        if not self._stopped:
            self.jobs.run(self.console.start, self._on_lanes_started)

    def _on_lanes_started(self, _nothing: None) -> None:
        log.info("lanes at work: %s", ", ".join(self.console.lanes) or "none")

    def _show(self, name: str) -> None:
        self.window.show_screen(name)

    @Slot(str)
    def _on_bug_seen(self, trace: str) -> None:
        self.state.post(Message(Weight.ALARM, "program.fault", {"detail": trace}))


def listeners_of(bridge: Bridge) -> Listeners:
    """What happens goes to the bridge, and from there as signals to the screens."""
    return Listeners(
        lane=bridge.on_lane,
        commit=bridge.on_commit,
        receipt=bridge.on_receipt,
        trouble=bridge.on_trouble,
        code=bridge.on_code,
    )


def open_console(
    folder: DataFolder,
    *,
    clock: Clock | None = None,
    simulator: SimulatorAccess | None = None,
    recogniser_kind: str = "",
) -> ConsoleApp:
    """A console of that folder with its window, not started yet; raises what ``compose`` raises."""
    bridge = Bridge()
    console = compose(
        folder,
        clock=clock,
        listeners=listeners_of(bridge),
        simulator=simulator,
        recogniser_kind=recogniser_kind,
    )
    return ConsoleApp(console, bridge)


def run_console(folder: Path, options: Options | None = None) -> int:
    """Open the console and stay until its window closes; 2 where it cannot start.

    What Lotkeeper expects to go wrong is shown in a window of its own, and raised no further.
    """
    chosen = options or Options()
    app = make_application()
    data = DataFolder(folder)
    with ExitStack() as ends:
        try:
            data.path.mkdir(parents=True, exist_ok=True)
            ends.callback(log_to(data.log))
            dress(app, look_of(ConsoleConfig(), chosen))
            dress(app, look_of(load_config(data.config).console, chosen))
            simulator = ends.enter_context(simulated_lot()) if chosen.simulate else None
            console = open_console(data, simulator=simulator)
        except (LotkeeperError, OSError) as error:
            log.error("cannot start: %s", error)  # noqa: TRY400 - expected, no stack wanted
            return show_trouble(app, error)
        ends.callback(console.stop)
        with ended_by_signals(app):
            console.start()
            app.exec()
    return DONE


def make_application() -> QApplication:
    """The one Qt application of this process, with the shipped typefaces."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("lotkeeper")
    app.setApplicationDisplayName("Lotkeeper")
    load_fonts()
    dress(app, Look())
    return app


def show_trouble(app: QApplication, error: Exception) -> int:
    """Say why Lotkeeper cannot start, until the window is closed."""
    trouble = StartupTrouble(error)
    trouble.show()
    print(f"lotkeeper: {trouble.sentence}", file=sys.stderr)
    with ended_by_signals(app):
        app.exec()
    return CANNOT_START


@contextmanager
def simulated_lot() -> Iterator[SimulatorAccess]:
    """A simulated lot in a process of its own, with cars that come from now on."""
    # Loaded here: a real lot does not pay for the simulator.
    from devices.simulator.process import SimulatedLot  # noqa: PLC0415
    from devices.simulator.scenario import plan_day  # noqa: PLC0415

    now = datetime.now(UTC)
    scenario = plan_day(SIMULATED_CARS, now.toordinal(), now, capacity=SIMULATED_CAPACITY)
    with SimulatedLot(scenario) as simulated:
        yield SimulatorAccess(simulated.address, simulated.authkey_hex)


@contextmanager
def ended_by_signals(app: QApplication) -> Iterator[None]:
    """Ctrl+C at a shell and a polite kill end the program at once: nobody is there to be asked twice."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    for one in before:
        signal.signal(one, lambda *_: app.exit())
    # Python handles signals between bytecodes only: Qt's loop must come by now and then.
    timer = QTimer(interval=LOOK_FOR_SIGNALS_MS)
    timer.timeout.connect(_pass)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        for one, handler in before.items():
            signal.signal(one, handler)


def _pass() -> None:
    """Let Python run for a moment."""
