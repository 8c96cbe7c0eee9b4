"""Whether cameras, boards and the printer answer, each within a few seconds and all at the same time."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.wiring.boards import MODBUS_PORT
from core.config import BarrierConfig, CameraConfig, Config, LoopsConfig, PrinterConfig
from core.domain.errors import DeviceError
from devices.cameras.rtsp_probe import RtspAddress, ask

CONNECT_LIMIT_S = 2.0
LIMIT_S = 6.0
_LOGIN = {401, 403}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, outside this process."""

    subject: str
    ask: Callable[[str], Finding]


def check_hardware(config: Config) -> Iterator[Finding]:
    """What is wired, lane by lane; a device that keeps us waiting is given up after 6 s."""
    if not config.lanes:
        yield skipped("lanes", "none is wired in the configuration")
    yield from answers(list(_questions(config)))


def answers(questions: Sequence[Question], *, limit_s: float = LIMIT_S) -> list[Finding]:
    """Ask all at once, and give the findings in the questions' order, after ``limit_s`` at the latest."""
    found: dict[int, Finding] = {}

    def run(place: int, question: Question) -> None:
        found[place] = question.ask(question.subject)

    threads = [
        # A name that nobody resolves may keep its thread for minutes; the program ends without it.
        threading.Thread(target=run, args=(place, question), daemon=True)
        for place, question in enumerate(questions)
    ]
    for thread in threads:
        thread.start()
    ends_at = time.monotonic() + limit_s
    for thread in threads:
        thread.join(max(0.0, ends_at - time.monotonic()))
    return [
        found.get(place) or trouble(question.subject, f"no answer within {limit_s:g} s", _LOOK_AT_THE_LINE)
        for place, question in enumerate(questions)
    ]


_LOOK_AT_THE_LINE = "look at its power and cable, and at its address in the configuration"


def _questions(config: Config) -> Iterator[Question]:
    for lane in config.lanes:
        yield Question(f"camera of {lane.id}", _camera(lane.camera))
        if lane.rear_camera is not None:
            yield Question(f"rear camera of {lane.id}", _camera(lane.rear_camera))
        yield Question(f"barrier of {lane.id}", _board(lane.barrier))
        yield Question(f"loops of {lane.id}", _board(lane.loops))
    yield Question("printer", _printer(config.printer))


def _camera(camera: CameraConfig) -> Callable[[str], Finding]:
    match camera.kind:
        case "rtsp":
            return lambda subject: _stream(subject, camera.address)
        case "video" | "folder":
            return lambda subject: _path(subject, Path(camera.address), camera.kind)
        case _:
            return lambda subject: skipped(subject, f"kind {camera.kind}, nothing to reach")


def _stream(subject: str, url: str) -> Finding:
    try:
        address = RtspAddress.parse(url)
        status = ask(address, "DESCRIBE")
    except DeviceError as error:
        steps = {
            "camera.bad_address": "write its address as rtsp://HOST:PORT/PATH in the configuration",
            "camera.not_found": "correct the host in its address: nobody has that name",
            "camera.refused": "switch RTSP on in the camera, or correct the port in its address",
        }
        said = {
            "camera.bad_address": "its address is none of RTSP",
            "camera.not_found": "no such host",
            "camera.refused": "refuses the connection",
        }
        return trouble(
            subject,
            ": ".join(filter(None, (error.detail, said.get(error.cause, "no answer")))),
            steps.get(error.cause, _LOOK_AT_THE_LINE),
        )
    if status == 404:
        return trouble(subject, f"{address.shown} has no such stream", "correct the path in its address")
    login = ", and asks for name and password" if status in _LOGIN else ""
    return ok(subject, f"{address.shown} answers{login}")


def _path(subject: str, path: Path, kind: str) -> Finding:
    if path.is_dir() if kind == "folder" else path.is_file():
        return ok(subject, str(path))
    return trouble(subject, f"there is no {kind} {path}", "correct its address in the configuration")


def _board(device: BarrierConfig | LoopsConfig) -> Callable[[str], Finding]:
    if device.kind == "modbus_tcp":
        return lambda subject: _connection(subject, device.host, device.port or MODBUS_PORT)
    return lambda subject: skipped(subject, f"kind {device.kind}, nothing to reach")


def _printer(printer: PrinterConfig) -> Callable[[str], Finding]:
    if printer.kind == "network":
        return lambda subject: _connection(subject, printer.host, printer.port)
    return lambda subject: skipped(subject, f"kind {printer.kind}, nothing to reach")


def _connection(subject: str, host: str, port: int) -> Finding:
    """Whether somebody listens; nothing is said to it, so that nothing can move."""
    try:
        with socket.create_connection((host, port), timeout=CONNECT_LIMIT_S):
            return ok(subject, f"{host}:{port} answers")
    except socket.gaierror:
        return trouble(subject, f"no host is called {host}", "correct its host in the configuration")
    except ConnectionRefusedError:
        step = "correct its port in the configuration, or switch the device's service on"
        return trouble(subject, f"{host}:{port} refuses the connection", step)
    except (OSError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or "no answer"
        return trouble(subject, f"{host}:{port}: {said}", _LOOK_AT_THE_LINE)
