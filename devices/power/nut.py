"""An uninterruptible power supply as a NUT server (upsd) tells of it: lines of text over TCP, port 3493.

The protocol is "Network protocol information" of the Network UPS Tools' developer guide. Asked is every 2 s
``LIST VAR <name>``; of its answer ``ups.status``, ``battery.charge`` and ``battery.runtime`` count. In the
status OL stands for mains, OB for battery, LB for a battery that is nearly empty, FSD for a forced shutdown
that is under way.
"""

from __future__ import annotations

import logging
import re
import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, Self

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure, Power
from devices.transports.backoff import Backoff

log = logging.getLogger(__name__)

PORT: Final = 3493
POLL_S: Final = 2.0
ANSWER_LIMIT_S: Final = 3.0
CONNECT_LIMIT_S: Final = 2.0
MOST_ANSWER_BYTES: Final = 65_536
JOIN_LIMIT_S: Final = 1.8
LONGEST_WAIT_S: Final = 3.0
# What was heard longer ago than this is not known any more.
FRESH_NS: Final = 30_000_000_000

NO_ANSWER: Final = "power.no_answer"
NOT_UNDERSTOOD: Final = "power.not_understood"
CRASHED: Final = "power.crashed"
_ERRORS: Final[Mapping[str, str]] = {
    "UNKNOWN-UPS": "power.unknown_supply",
    "ACCESS-DENIED": "power.access_denied",
    "INVALID-PASSWORD": "power.access_denied",
    "PASSWORD-REQUIRED": "power.access_denied",
    "USERNAME-REQUIRED": "power.access_denied",
    "DATA-STALE": "power.supply_lost",
    "DRIVER-NOT-CONNECTED": "power.supply_lost",
}
_VAR: Final = re.compile(r'VAR \S+ (\S+) "((?:[^"\\]|\\.)*)"')
_NAME: Final = re.compile(r"[A-Za-z0-9_.:@-]{1,60}")


class NutSupply:
    """Fills ``ports.PowerSupply``; thread-safe. Where the server is gone the power is unknown, not lost."""

    def __init__(
        self, host: str, port: int = PORT, *, name: str = "ups", user: str = "", secret: str = ""
    ) -> None:
        self._host = host
        self._port = port
        self._name = name
        self._user = user
        self._secret = secret
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._power = Power()
        self._heard_ns: int | None = None
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self, on_change: Callable[[Power], None]) -> None:
        """Begin to watch; changes come on this driver's own thread."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = threading.Thread(
                target=self._run, args=(on_change,), name="power supply", daemon=True
            )
            self._thread.start()

    def power(self) -> Power:
        """As last heard, all None where that is older than 30 s."""
        with self._lock:
            fresh = self._heard_ns is not None and time.monotonic_ns() - self._heard_ns < FRESH_NS
            return self._power if fresh else Power()

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    def status(self) -> DeviceStatus:
        """How the server answers; FAILED with a cause of its own where it does not hear the supply."""
        with self._lock:
            return self._status

    def measures(self) -> tuple[Measure, ...]:
        """What feeds the machine and how long that lasts."""
        power = self.power()
        return (
            Measure("power.on_battery", power.on_battery),
            Measure("power.charge_percent", power.charge_percent),
            Measure("power.runtime_s", power.runtime_s),
        )

    def _run(self, on_change: Callable[[Power], None]) -> None:
        """This thread's top."""
        backoff = Backoff(longest_s=LONGEST_WAIT_S)
        try:
            while not self._stopping.is_set():
                try:
                    self._watch(on_change, backoff)
                except DeviceError as trouble:
                    self._note(Health.FAILED, trouble.cause, trouble.detail)
                    self._stopping.wait(backoff.wait_s())
        except Exception:
            # Nobody above sees it: a supply that nobody watches must not look well.
            log.exception("the driver of the power supply failed")
            self._note(Health.FAILED, CRASHED)

    def _watch(self, on_change: Callable[[Power], None], backoff: Backoff) -> None:
        if not _NAME.fullmatch(self._name):
            raise DeviceError("power.unknown_supply", detail=self._name)
        with _Conversation(self._host, self._port) as server:
            if self._user:
                server.ask(f"USERNAME {_quoted(self._user)}")
                server.ask(f"PASSWORD {_quoted(self._secret)}")
            while not self._stopping.is_set():
                power = power_of(server.list_variables(self._name))
                backoff.reset()
                self._hear(power, on_change)
                self._stopping.wait(POLL_S)

    def _hear(self, power: Power, on_change: Callable[[Power], None]) -> None:
        with self._lock:
            changed = power != self._power
            self._power, self._heard_ns = power, time.monotonic_ns()
        self._note(Health.OK)
        if changed:
            on_change(power)

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        with self._lock:
            if (health, cause) != (self._status.health, self._status.cause):
                self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)


def power_of(variables: Mapping[str, str]) -> Power:
    """What the server's variables mean; what they do not say is not measured."""
    words = set(variables.get("ups.status", "").split())
    on_battery = True if "OB" in words else False if "OL" in words else None
    is_low = "FSD" in words or {"OB", "LB"} <= words
    return Power(
        on_battery,
        _number(variables.get("battery.charge"), highest=100),
        _number(variables.get("battery.runtime"), highest=10**7),
        is_low,
    )


def _number(text: str | None, *, highest: int) -> int | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return int(value) if 0 <= value <= highest else None


def _quoted(text: str) -> str:
    cleaned = "".join(one for one in text if one.isprintable())
    escaped = cleaned.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Conversation:
    """One connection; each answer within 3 s and 64 KiB, or DeviceError."""

    def __init__(self, host: str, port: int) -> None:
        try:
            self._socket = socket.create_connection((host, port), CONNECT_LIMIT_S)
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_arguments: object) -> None:
        with suppress(OSError):
            self._socket.close()

    def ask(self, question: str) -> str:
        """The one line that answers."""
        until_s = time.monotonic() + ANSWER_LIMIT_S
        self._send(question)
        return self._line(until_s, [MOST_ANSWER_BYTES])

    def list_variables(self, name: str) -> Mapping[str, str]:
        """All variables of the supply."""
        until_s, left = time.monotonic() + ANSWER_LIMIT_S, [MOST_ANSWER_BYTES]
        self._send(f"LIST VAR {name}")
        if self._line(until_s, left) != f"BEGIN LIST VAR {name}":
            raise DeviceError(NOT_UNDERSTOOD)
        found: dict[str, str] = {}
        while (line := self._line(until_s, left)) != f"END LIST VAR {name}":
            if said := _VAR.fullmatch(line):
                found[said[1]] = said[2].replace('\\"', '"').replace("\\\\", "\\")
        return found

    def _send(self, question: str) -> None:
        try:
            self._socket.settimeout(ANSWER_LIMIT_S)
            self._socket.sendall(f"{question}\n".encode())
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem

    def _line(self, until_s: float, left: list[int]) -> str:
        """The next line; an error that the server names becomes its own cause."""
        while b"\n" not in self._rest:
            content = self._receive(until_s)
            left[0] -= len(content)
            if left[0] < 0:
                raise DeviceError(NOT_UNDERSTOOD, detail="an answer without end")
            self._rest += content
        line, _, self._rest = self._rest.partition(b"\n")
        text = line.decode("utf-8", "replace").strip()
        if text.startswith("ERR "):
            why = text.removeprefix("ERR ").split(" ")[0]
            raise DeviceError(_ERRORS.get(why, NOT_UNDERSTOOD), detail=text[:200])
        return text

    def _receive(self, until_s: float) -> bytes:
        try:
            self._socket.settimeout(max(0.001, until_s - time.monotonic()))
            content = self._socket.recv(4096)
        except OSError as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        if not content:
            raise DeviceError(NO_ANSWER, detail="the server hung up")
        return content
