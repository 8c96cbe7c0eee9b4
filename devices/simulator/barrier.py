"""The barrier of a simulated lane, filling the ``Barrier`` and ``HoldsOpen`` ports."""

from __future__ import annotations

import threading
import time
from typing import Any

from core.domain.errors import DeviceError
from core.services.ports import Boom, DeviceStatus, Health
from devices.barriers.pulse_ledger import PulseLedger
from devices.simulator.link import Link, LinkLost

ANSWER_LIMIT_S = 0.8
POLL_S = 0.1
BOOM_AGE_LIMIT_NS = 2_000_000_000
BACK_OFF_S = (0.1, 2.0)


class SimulatedBarrier:
    """Asks the world to pulse or to hold the lane's contact, and where the boom is."""

    def __init__(self, address: str, authkey: bytes, lane: str) -> None:
        self._lane = lane
        self._commands = Link(address, authkey)
        self._questions = Link(address, authkey)
        self._pulses = PulseLedger()
        self._holds = PulseLedger()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._boom = (Boom.UNKNOWN, 0)
        self._is_held: bool | None = None
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self) -> None:
        """Connect in the background; returns at once."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._watch, name=f"barrier-{self._lane}", daemon=True)
        self._thread.start()

    def open(self, command_id: str, *, deadline_ns: int) -> None:
        """Pulse once for this command id; raises DeviceError as the port says."""
        pulse = {"do": "pulse", "lane": self._lane, "id": command_id}
        self._pulses.once(command_id, lambda: self._tell(pulse, deadline_ns))

    def hold_open(self, command_id: str, *, deadline_ns: int) -> None:
        """Close the holding contact, once per command id."""
        hold = {"do": "hold", "lane": self._lane, "held": True}
        self._holds.once(command_id, lambda: self._tell(hold, deadline_ns))

    def let_go(self, command_id: str, *, deadline_ns: int) -> None:  # noqa: ARG002
        """Open the holding contact, as often as asked."""
        self._tell({"do": "hold", "lane": self._lane, "held": False}, deadline_ns)

    def is_held(self) -> bool | None:
        """Whether the world holds it, as of the last answer; None where that is older than 2 s."""
        return self._is_held if self._is_fresh() else None

    def leave_held(self) -> None:
        """Nothing is ever switched off at start or stop."""

    def boom(self) -> Boom:
        """Where the boom was at the last answer; UNKNOWN where that is older than 2 s."""
        return self._boom[0] if self._is_fresh() else Boom.UNKNOWN

    def stop(self) -> None:
        """Let go of the world; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2.0)
            self._thread = None
        self._commands.close()
        self._questions.close()

    def status(self) -> DeviceStatus:
        """How the connection is."""
        return self._status

    def _is_fresh(self) -> bool:
        return time.monotonic_ns() - self._boom[1] < BOOM_AGE_LIMIT_NS

    def _tell(self, message: dict[str, Any], deadline_ns: int) -> None:
        if self._stopping.is_set():
            raise DeviceError("barrier.no_answer", detail="not started")
        if time.monotonic_ns() >= deadline_ns:
            raise DeviceError("barrier.too_late")
        try:
            answer = self._commands.ask(message, ANSWER_LIMIT_S)
        except LinkLost as lost:
            raise DeviceError("barrier.no_answer", unknown=lost.sent) from lost
        if not answer.get("ok"):
            raise DeviceError("barrier.refused", detail=str(answer))

    def _watch(self) -> None:
        pause_s = BACK_OFF_S[0]
        while not self._stopping.is_set():
            try:
                answer = self._questions.ask({"ask": "boom", "lane": self._lane}, ANSWER_LIMIT_S)
            except LinkLost:
                self._set_health(Health.FAILED, "barrier.no_answer")
                self._stopping.wait(pause_s)
                pause_s = min(pause_s * 2, BACK_OFF_S[1])
                continue
            self._is_held = bool(answer["held"])
            self._boom = (Boom(answer["boom"]), time.monotonic_ns())
            self._set_health(Health.OK)
            pause_s = BACK_OFF_S[0]
            self._stopping.wait(POLL_S)

    def _set_health(self, health: Health, cause: str = "") -> None:
        if (self._status.health, self._status.cause) != (health, cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause)
