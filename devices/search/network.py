"""A look at the neighbours on this machine's own networks, for what a lot can be wired to.

Only private addresses around our own, only the few doors that such devices have, nothing but questions: no
password is tried and nothing is moved or printed. Bounded in number, in time, and in how much at once.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Final

from core.domain.errors import DeviceError
from devices.onvif.device import USUAL_PATH, OnvifDevice, onvif_address
from devices.relay_units.shelly import OLDEST_GENERATION
from devices.relay_units.unit import NO_LOGIN
from devices.search.found import Found, What
from devices.search.own_networks import neighbourhoods, own_interfaces
from devices.transports.http_line import Answer, HttpLine, LineLost

AT_ONCE: Final = 64
DOOR_LIMIT_S: Final = 0.4
QUESTION_LIMIT_S: Final = 1.0
LARGEST_BYTES: Final = 16_384
_LOOK_EVERY_S: Final = 0.2

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]
Fields = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Doors:
    """The ports that devices are found at."""

    http: int = 80
    rtsp: int = 554
    modbus: int = 502
    printer: int = 9100


def find_on_network(
    is_cancelled: IsCancelled,
    progress: Progress,
    *,
    hosts: Iterable[str] | None = None,
    doors: Doors | None = None,
) -> Iterator[Found]:
    """What answers, as it answers; a /24 takes some ten seconds. Ends soon after it was cancelled."""
    neighbours = _neighbours() if hosts is None else tuple(hosts)
    askers = _askers(doors or Doors())
    total = len(neighbours) * len(askers)
    pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="network search")
    try:
        open_questions = {
            pool.submit(_ask, host, port, ask, is_cancelled) for host in neighbours for port, ask in askers
        }
        while open_questions and not is_cancelled():
            done, open_questions = wait(open_questions, _LOOK_EVERY_S, return_when=FIRST_COMPLETED)
            yield from _answers(done)
            progress(total - len(open_questions), total)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _neighbours() -> tuple[str, ...]:
    ours = own_interfaces()
    mine = {each.ip for each in ours}
    hosts = (host for network in neighbourhoods(ours) for host in network.hosts())
    return tuple(str(host) for host in hosts if host not in mine)


Ask = Callable[[str, int], Found | None]


def _askers(doors: Doors) -> tuple[tuple[int, Ask], ...]:
    return (
        (doors.http, _at_http),
        (doors.rtsp, _at_rtsp),
        (doors.modbus, _at_modbus),
        (doors.printer, _at_printer),
    )


def _answers(done: Iterable[Future[Found | None]]) -> Iterator[Found]:
    for future in done:
        found = future.result()
        if found is not None:
            yield found


def _ask(host: str, port: int, ask: Ask, is_cancelled: IsCancelled) -> Found | None:
    if is_cancelled():
        return None
    try:
        socket.create_connection((host, port), timeout=DOOR_LIMIT_S).close()
    except OSError:
        return None
    return ask(host, port)


def _at_http(host: str, port: int) -> Found | None:
    line = HttpLine(f"http://{host}:{port}")
    try:
        return _shelly(line, host, port) or _tasmota(line, host, port) or _onvif(host, port)
    except LineLost:
        return None
    finally:
        line.close()


def _shelly(line: HttpLine, host: str, port: int) -> Found | None:
    said = _object(line.exchange("GET", "/shelly", limit_s=QUESTION_LIMIT_S, largest_bytes=LARGEST_BYTES))
    generation = said.get("gen")
    if not isinstance(generation, int) or generation < OLDEST_GENERATION:
        return None
    title = f"Shelly {said.get('app') or said.get('model') or ''}".strip()[:80]
    fields = _at("shelly", host, port)
    return Found(What.BOARD, title, host, fields, needs_login=said.get("auth_en") is True)


def _tasmota(line: HttpLine, host: str, port: int) -> Found | None:
    path = "/cm?cmnd=Status"
    said = _object(line.exchange("GET", path, limit_s=QUESTION_LIMIT_S, largest_bytes=LARGEST_BYTES))
    status = said.get("Status")
    needs_login = "Need user" in str(said.get("WARNING", ""))
    if not isinstance(status, dict) and not needs_login:
        return None
    name = str(status.get("DeviceName", "")) if isinstance(status, dict) else ""
    fields = _at("tasmota", host, port)
    return Found(What.BOARD, f"Tasmota {name}".strip()[:80], host, fields, needs_login=needs_login)


def _onvif(host: str, port: int) -> Found | None:
    address = f"http://{host}{'' if port == Doors().http else f':{port}'}{USUAL_PATH}"
    device = OnvifDevice(onvif_address(address))
    title, needs_login = "ONVIF", False
    try:
        device.meet(QUESTION_LIMIT_S)
        identity = device.identity(QUESTION_LIMIT_S)
        title = f"{identity.maker} {identity.model}".strip()[:80] or title
    except DeviceError as trouble:
        if trouble.cause != NO_LOGIN or not _speaks_soap(host, port):
            return None
        needs_login = True
    finally:
        device.close()
    return Found(What.CAMERA, title, host, {"kind": "onvif", "address": address}, needs_login=needs_login)


def _speaks_soap(host: str, port: int) -> bool:
    """Whether what asks for a login there is ONVIF: any web page of a router asks for one too."""
    line = HttpLine(f"http://{host}:{port}")
    try:
        answer = line.exchange("POST", USUAL_PATH, data=b"", limit_s=QUESTION_LIMIT_S)
    except LineLost:
        return False
    finally:
        line.close()
    return b"Envelope" in answer.body


def _at_rtsp(host: str, port: int) -> Found | None:
    question = f"OPTIONS rtsp://{host}:{port}/ RTSP/1.0\r\nCSeq: 1\r\n\r\n".encode()
    if not _spoken(host, port, question).startswith(b"RTSP/1.0"):
        return None
    where = host if port == Doors().rtsp else f"{host}:{port}"
    return Found(What.CAMERA, "RTSP", where, {"kind": "rtsp", "address": f"rtsp://{where}/"})


def _at_modbus(host: str, port: int) -> Found | None:
    # Read one input of board 1: what is no Modbus says something else or nothing.
    said = _spoken(host, port, bytes.fromhex("4c4b 0000 0006 01 02 0000 0001"))
    if said[:5] != bytes.fromhex("4c4b 0000 00") or len(said) < 9 or said[7] & 0x7F != 2:
        return None
    return Found(What.BOARD, "Modbus TCP", host, _at("modbus_tcp", host, port))


def _at_printer(host: str, port: int) -> Found | None:
    # Nothing is sent: what is no receipt printer would print it.
    fields: Fields = {"kind": "network", "host": host, "port": port}
    return Found(What.PRINTER, f"TCP {port}", host, fields)


def _spoken(host: str, port: int, question: bytes) -> bytes:
    """What comes back first to the question, empty where nothing does in time."""
    try:
        with socket.create_connection((host, port), timeout=DOOR_LIMIT_S) as wire:
            wire.sendall(question)
            wire.settimeout(QUESTION_LIMIT_S)
            return wire.recv(LARGEST_BYTES)
    except OSError:
        return b""


def _at(kind: str, host: str, port: int) -> Fields:
    """A port is only written down where it is not the usual one."""
    usual = {"modbus_tcp": Doors().modbus}.get(kind, Doors().http)
    fields: Fields = {"kind": kind, "host": host}
    return fields if port == usual else {**fields, "port": port}


def _object(answer: Answer) -> Mapping[str, object]:
    try:
        said = json.loads(answer.body) if answer.status == 200 else {}
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
