"""A console without windows, for a PC without a screen at a gate: the same composition, until it is ended."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from console.compose import Console, Listeners, compose
from console.log_file import log_to
from console.runtime.service_manager import ServiceManager
from core.domain.errors import StoreError
from core.services.lane_view import LaneView
from core.services.ports import Health
from core.store.folder import DataFolder

log = logging.getLogger(__name__)

DONE: Final = 0
# Without a watchdog the round is made too, for the line that `systemctl status` shows.
ROUND_S: Final = 10.0
_ENDS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_IN_TROUBLE: Final = {Health.STALE, Health.FAILED}

Tell = Callable[[str], None]


class Headless:
    """Runs a composed console until ``end`` is set; whatever goes wrong inside it is its own to mend."""

    def __init__(
        self, console: Console, manager: ServiceManager, end: threading.Event, tell: Tell = print
    ) -> None:
        self._console = console
        self._manager = manager
        self._end = end
        self._tell = tell

    def run(self) -> None:
        """Start the lanes, say that they are at work, give signs of life, and stop in order."""
        try:
            self._console.start()
            self._say_at_work()
            self._manager.ready()
            round_s = min(ROUND_S, (self._manager.watchdog_s or ROUND_S * 2) / 2)
            while not self._end.wait(round_s):
                self.give_sign_of_life()
        finally:
            self._manager.stopping()
            self._console.stop()
        log.info("the console has ended in order")

    def give_sign_of_life(self) -> None:
        """Given once the one thread that writes has answered: while it hangs, no car is recorded any more."""
        try:
            self._console.store.write(lambda _unit: None)
        except StoreError as error:
            log.warning("the store does not answer as it should: %s", error)
            if error.cause == "store.busy":
                return
            # A disk that is full or gone does not become better by starting anew: the lanes go on and say so.
        self._manager.alive(self._status())

    def _status(self) -> str:
        troubled = [
            view.device_id for view in self._console.devices.views() if view.status.health in _IN_TROUBLE
        ]
        lanes = ", ".join(self._console.lanes) or "none"
        return f"lanes at work: {lanes}" + (f"; in trouble: {', '.join(troubled)}" if troubled else "")

    def _say_at_work(self) -> None:
        if self._console.read_lot() is None:
            self._tell("this console belongs to no lot yet: end it, then `lotkeeper console join ADDRESS`")
        self._tell(self._status())
        log.info("%s", self._status())


def run_lanes(path: Path) -> int:
    """Run the lanes of that data folder until a signal ends it; ConfigError or StoreError as by compose."""
    manager = ServiceManager.of_environment(os.environ)
    data = DataFolder(path)
    with ExitStack() as ends:
        end = ends.enter_context(ended_by_signals())
        ends.enter_context(_faults_logged())
        try:
            data.path.mkdir(parents=True, exist_ok=True)
            ends.callback(log_to(data.log))
        except OSError as error:
            raise StoreError("store.folder_not_writable", detail=str(error)) from error
        console = compose(data, listeners=_listeners())
        Headless(console, manager, end, lambda line: print(line, flush=True)).run()
    return DONE


@contextmanager
def ended_by_signals() -> Iterator[threading.Event]:
    """An event that Ctrl+C, a polite kill and a closed terminal set; nobody is there to be asked."""
    end = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        end.set()

    before = {one: signal.signal(one, on_signal) for one in _ENDS}
    try:
        yield end
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _listeners() -> Listeners:
    return Listeners(lane=_on_lane, trouble=lambda code: log.warning("trouble: %s", code))


def _on_lane(view: LaneView) -> None:
    """What a lane does goes into the log, without a plate: that has its place in the journal."""
    if view.trouble or view.gate_cause:
        log.warning("lane %s: %s %s", view.lane.lane_id, view.trouble, view.gate_cause)


@contextmanager
def _faults_logged() -> Iterator[None]:
    """A bug on any thread is logged whole, and the program goes on."""
    before = threading.excepthook

    def on_fault(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            log.critical("a fault in the program", exc_info=args.exc_value)
        before(args)

    threading.excepthook = on_fault
    try:
        yield
    finally:
        threading.excepthook = before
        sys.stdout.flush()
