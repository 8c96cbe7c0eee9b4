"""Whether what is wired to this machine answers, all of it asked at the same time; nothing is moved by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from console.cli.checkup.asking import Question, answers
from console.cli.checkup.boards import ask_board
from console.cli.checkup.cameras import ask_camera
from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, State, skipped
from console.cli.checkup.sockets import connection
from console.runtime.clock import SystemClock
from console.wiring import Wiring
from console.wiring.printers import build_printer
from core.config import Config, LaneConfig, PrinterConfig
from core.domain.lots import Direction, Lane

Ask = Callable[[str], Finding]


def check_hardware(config: Config, *, is_running: bool = False) -> Iterator[Finding]:
    """What is wired, lane by lane; a device that keeps us waiting is given up after 10 s.

    ``is_running`` says that a console of this machine has its hands on all of it.
    """
    if not config.lanes:
        yield skipped("lanes", "none is wired in the configuration")
    with closing(Wiring(SystemClock())) as wiring:
        yield from answers(list(_questions(config, wiring, is_running=is_running)))


def _questions(config: Config, wiring: Wiring, *, is_running: bool) -> Iterator[Question]:
    for lane in config.lanes:
        yield from _of_lane(lane, wiring, is_running=is_running)
    yield Question("printer", _printer(config.printer, is_running=is_running))


def _of_lane(lane: LaneConfig, wiring: Wiring, *, is_running: bool) -> Iterator[Question]:
    # The direction is no machine fact; only a simulated lane asks for it.
    drawn = Lane(lane.id, lane.id, Direction.ENTRY)
    far = wiring.far_sides
    yield Question(f"camera of {lane.id}", ask_camera(lane.camera, drawn, wiring, is_running=is_running))
    if lane.rear_camera is not None:
        rear = ask_camera(lane.rear_camera, drawn, wiring, is_running=is_running)
        yield Question(f"rear camera of {lane.id}", rear)
    yield Question(f"barrier of {lane.id}", ask_board(lane.barrier, far, is_running=is_running))
    yield Question(f"loops of {lane.id}", ask_board(lane.loops, far, is_running=is_running))


def _printer(printer: PrinterConfig, *, is_running: bool) -> Ask:
    match printer.kind:
        case "network":
            return lambda subject: _network_printer(subject, printer, is_running=is_running)
        case _:
            return lambda subject: skipped(subject, f"kind {printer.kind}, nothing to reach")


def _network_printer(subject: str, printer: PrinterConfig, *, is_running: bool) -> Finding:
    reached = connection(subject, printer.host, printer.port)
    if reached.state is not State.OK or is_running:
        return reached
    built = build_printer(printer, Path())
    if built is None:
        return skipped(subject, "none is configured")
    status = observe(built.start, built.status, built.stop)
    return finding_of(subject, status, f"the printer at {printer.host}:{printer.port}")
