"""Whether what is wired to this machine answers, all of it asked at the same time; nothing is moved by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from console.cli.checkup.asking import Question, answers
from console.cli.checkup.boards import ask_board
from console.cli.checkup.cameras import ask_camera
from console.cli.checkup.drivers import finding_of, observe
from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.cli.checkup.ports import check_node
from console.cli.checkup.printers import ask_printer
from console.cli.checkup.sockets import connection
from console.runtime.clock import SystemClock
from console.wiring import Wiring
from console.wiring.far_sides import secret_of
from console.wiring.power import build_supply
from core.config import CodeReaderConfig, Config, LaneConfig, PowerConfig, SignConfig
from core.domain.lots import Direction, Lane

Ask = Callable[[str], Finding]
_USUAL_PORTS: Final = {"http": 80, "https": 443}


def check_hardware(
    config: Config, *, named_in: Path = Path("lotkeeper.toml"), is_running: bool = False
) -> Iterator[Finding]:
    """What is wired, lane by lane; a device that keeps us waiting is given up after 10 s.

    ``named_in`` is the configuration's file; ``is_running`` says that a console of this machine has its
    hands on all of it.
    """
    if not config.lanes:
        yield skipped("lanes", "none is wired in the configuration")
    with closing(Wiring(SystemClock())) as wiring:
        wiring.far_sides.mqtt = config.mqtt
        yield from answers(list(_questions(config, wiring, named_in, is_running=is_running)))


def _questions(config: Config, wiring: Wiring, named_in: Path, *, is_running: bool) -> Iterator[Question]:
    if config.mqtt.host:
        yield Question("broker", lambda subject: connection(subject, config.mqtt.host, config.mqtt.port))
    for lane in config.lanes:
        yield from _of_lane(lane, wiring, is_running=is_running)
    yield Question("printer", ask_printer(config.printer, named_in, is_running=is_running))
    if config.reader is not None:
        yield Question("reader", _reader(config.reader))
    if config.power.host:
        yield Question("power supply", _supply(config.power))


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
    if lane.sign is not None:
        yield Question(f"sign of {lane.id}", _sign(lane.sign))
    if lane.reader is not None:
        yield Question(f"reader of {lane.id}", _reader(lane.reader))


def _sign(sign: SignConfig) -> Ask:
    """Its line alone is looked at: whatever it was told would be read by drivers."""
    match sign.kind:
        case "serial":
            return lambda subject: _port(subject, sign.path)
        case "http":
            return lambda subject: _sign_server(subject, secret_of(sign.address))
        case _:
            return lambda subject: skipped(subject, f"kind {sign.kind}, nothing to reach")


def _sign_server(subject: str, address: str) -> Finding:
    step = "write its address as http://HOST:PORT/PATH in the configuration"
    try:
        parts = urlsplit(address)
        port = parts.port or _USUAL_PORTS.get(parts.scheme, 0)
    except ValueError:
        return trouble(subject, "its address cannot be read", step)
    if not parts.hostname or not port:
        return trouble(subject, "its address is none of HTTP", step)
    return connection(subject, parts.hostname, port)


def _reader(reader: CodeReaderConfig) -> Ask:
    if reader.kind == "serial":
        return lambda subject: _port(subject, reader.path)
    return lambda subject: skipped(subject, f"kind {reader.kind}, nothing to reach")


def _port(subject: str, path: str) -> Finding:
    return check_node(subject, Path(path)) or ok(subject, f"{path} is there, and may be used")


def _supply(power: PowerConfig) -> Ask:
    def ask(subject: str) -> Finding:
        supply = build_supply(power)
        if supply is None:
            return skipped(subject, "none is configured")
        status = observe(lambda: supply.start(lambda _power: None), supply.status, supply.stop)
        return finding_of(subject, status, f"the NUT server at {power.host}:{power.port}")

    return ask
