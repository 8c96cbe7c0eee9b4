"""A relay unit that is asked for its state over and over, by a thread of its own.

A command goes out in its caller's thread, on a connection beside that of the polls, and only to a unit that
has just answered one: what a mute unit is sent it may execute much later, under another car.

    identify ─► first poll answered ─► usable ─► poll
       ▲                                           │ no answer
       └── wait 0.5 → 4 s, or until a caller asks ┘
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.relay_units.contacts import Contacts
from devices.relay_units.unit import CRASHED, VALID_NS, UnitState
from devices.statuses import next_status
from devices.transports.backoff import Backoff
from devices.transports.deadlines import NO_ANSWER, TOO_LATE, gave_up, seconds_until

_LOG = logging.getLogger(__name__)

MS_NS = 1_000_000
POLL_LIMIT_S = 0.6
# A caller waits so long for its turn and the unit so long for the exchange: together less than a second.
TURN_NS = 350 * MS_NS
EXCHANGE_NS = 600 * MS_NS
SHORTEST_PAUSE_S = 0.02
PROVEN_AFTER_NS = 5_000 * MS_NS
JOIN_LIMIT_S = 1.9
# On the lot's own network nobody is spared by longer waits, and cars stand at the gate.
LONGEST_WAIT_S = 4.0


class UnitLink(Protocol):
    """How one make of unit is spoken to; every call is bounded by the time given to it, in seconds.

    ``identify`` and ``poll`` come from one thread; ``pulse`` and ``switch`` from any, one at a time. All
    raise DeviceError ``board.…``.
    """

    def identify(self, limit_s: float) -> None:
        """See that it is the unit it should be, and make it ready."""

    def poll(self, limit_s: float) -> UnitState:
        """Its inputs and relays now."""

    def pulse(self, relay: int, duration_ms: int, limit_s: float) -> None:
        """Close the relay for a time."""

    def switch(self, relay: int, closed: bool, limit_s: float) -> None:
        """Close it to stay, or open it."""

    def close(self) -> None:
        """Let go of the unit; it may be asked again afterwards."""


class PolledUnit:
    """Fills ``RelayUnit`` over a link."""

    def __init__(
        self, name: str, link: UnitLink, *, poll_hz: float = 10.0, poll_limit_s: float = POLL_LIMIT_S
    ) -> None:
        self.inputs = Contacts()
        self._name = name
        self._link = link
        self._interval_s = 1 / poll_hz
        self._poll_limit_s = poll_limit_s
        self._lifecycle = threading.Lock()
        self._users: set[int] = set()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        # Whoever holds the turn may take the condition, never the other way round.
        self._turn = threading.Lock()
        self._changed = threading.Condition()
        self._usable = False
        self._wanted = False
        self._attempts = 0
        self._seen: tuple[UnitState, int] | None = None
        self._answer_ms: float | None = None
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def hold(self, user: object) -> None:
        """Keep the unit connected for this user; returns at once."""
        with self._lifecycle:
            self._users.add(id(user))
            if self._thread is None:
                self._stop = threading.Event()
                with self._changed:
                    self._note(Health.STARTING)
                self._thread = threading.Thread(
                    target=self._run, args=(self._stop,), name=f"relay unit {self._name}", daemon=True
                )
                self._thread.start()

    def release(self, user: object) -> None:
        """The user needs it no more; the last one disconnects it, within 2 s. May be called twice."""
        with self._lifecycle:
            self._users.discard(id(user))
            if self._users or self._thread is None:
                return
            with self._changed:
                self._stop.set()
                self._changed.notify_all()
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    def pulse(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay for a time that the unit itself keeps; returns when it acknowledged."""
        self._act(lambda limit_s: self._link.pulse(relay, duration_ms, limit_s), deadline_ns)

    def switch(self, relay: int, closed: bool, *, deadline_ns: int) -> None:
        """Close the relay until it is opened again, or open it; returns when the unit acknowledged."""
        self._act(lambda limit_s: self._link.switch(relay, closed, limit_s), deadline_ns)

    def relay(self, index: int) -> bool | None:
        """Whether the relay is closed; None where that is not known, or was heard more than 2 s ago."""
        seen = self._seen
        if seen is None or time.monotonic_ns() - seen[1] > VALID_NS:
            return None
        return seen[0].relays.get(index)

    def answer_ms(self) -> float | None:
        """How long the last poll took; None where it was not answered."""
        return self._answer_ms

    def status(self) -> DeviceStatus:
        """OK while polls are answered, STALE after a loss, FAILED once coming back has failed too."""
        with self._changed:
            return self._status

    def _act(self, send: Callable[[float], None], deadline_ns: int) -> None:
        give_up_ns = min(deadline_ns, time.monotonic_ns() + TURN_NS)
        if not self._turn.acquire(timeout=seconds_until(give_up_ns)):
            raise gave_up(deadline_ns, "no answer in time")
        try:
            self._await_usable(give_up_ns, deadline_ns)
            send(_limit_s(deadline_ns))
        except DeviceError as trouble:
            if trouble.cause == NO_ANSWER and trouble.unknown:
                self._lose(trouble)
            raise
        finally:
            self._turn.release()

    def _await_usable(self, give_up_ns: int, deadline_ns: int) -> None:
        """Where the unit is lost, it is asked now instead of after the wait."""
        with self._changed:
            attempts = self._attempts
            while not self._usable:
                if self._thread is None or self._stop.is_set():
                    raise DeviceError(NO_ANSWER, detail="not started")
                if self._attempts != attempts:
                    raise DeviceError(self._status.cause, detail=self._status.detail)
                if time.monotonic_ns() >= give_up_ns:
                    raise gave_up(deadline_ns, "no answer in time")
                self._wanted = True
                self._changed.notify_all()
                self._changed.wait(seconds_until(give_up_ns))

    def _run(self, stop: threading.Event) -> None:
        backoff = Backoff()
        while not stop.is_set():
            try:
                self._poll_once_met(backoff, stop)
            except Exception:  # noqa: BLE001
                # The top of this thread: a bug about one answer must not keep a gate from its unit for good.
                _LOG.exception("the driver of the %s failed", self._name)
                self._lose(DeviceError(CRASHED), failed=True)
                stop.wait(LONGEST_WAIT_S)
        self._leave()

    def _poll_once_met(self, backoff: Backoff, stop: threading.Event) -> None:
        since_ns = time.monotonic_ns()
        try:
            if self._identified():
                self._poll_until_lost(stop)
        finally:
            self.inputs.publish(None, time.monotonic_ns())
        if time.monotonic_ns() - since_ns > PROVEN_AFTER_NS:
            backoff.reset()
        self._wait_to_ask_again(min(backoff.wait_s(), LONGEST_WAIT_S), stop)

    def _identified(self) -> bool:
        with self._changed:
            self._wanted = False
        try:
            self._link.identify(self._poll_limit_s)
            self._look()
        except DeviceError as trouble:
            self._lose(trouble, failed=True)
            return False
        with self._changed:
            self._usable = True
            self._note(Health.OK)
            self._changed.notify_all()
        return True

    def _poll_until_lost(self, stop: threading.Event) -> None:
        due_s = time.monotonic()
        while True:
            # In step with the clock: a slow answer must not make the next look come later.
            due_s = max(due_s + self._interval_s, time.monotonic() + SHORTEST_PAUSE_S)
            if stop.wait(due_s - time.monotonic()):
                break
            with self._changed:
                if not self._usable:
                    break
            try:
                self._look()
            except DeviceError as trouble:
                self._lose(trouble)
                break

    def _look(self) -> None:
        begun_ns = time.monotonic_ns()
        state = self._link.poll(self._poll_limit_s)
        now_ns = time.monotonic_ns()
        self._answer_ms = round((now_ns - begun_ns) / MS_NS, 1)
        self._seen = (state, now_ns)
        self.inputs.publish(state.inputs, now_ns)

    def _wait_to_ask_again(self, wait_s: float, stop: threading.Event) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or stop.is_set(), wait_s)

    def _lose(self, trouble: DeviceError, *, failed: bool = False) -> None:
        with self._changed:
            self._usable = False
            self._answer_ms = None
            self._attempts += failed
            self._note(Health.FAILED if failed else Health.STALE, trouble.cause, trouble.detail)
            self._changed.notify_all()

    def _leave(self) -> None:
        with self._turn:
            self._link.close()
        with self._changed:
            self._usable, self._seen = False, None
            self._note(Health.UNKNOWN)
            self._changed.notify_all()

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        self._status = next_status(self._status, health, cause, detail)


def _limit_s(deadline_ns: int) -> float:
    now_ns = time.monotonic_ns()
    if now_ns >= deadline_ns:
        raise DeviceError(TOO_LATE)
    return seconds_until(min(deadline_ns, now_ns + EXCHANGE_NS))
