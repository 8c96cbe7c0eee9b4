"""The MQTT broker of the lot: one connection, shared by all devices that speak through it.

MQTT 5 only, for two of its promises: a message expires at the broker, and the broker says when nobody at all
took it. Nothing waits anywhere for a link to come back: every connection is a client of its own with a clean
session (the library would send again on the next one what the last one left unanswered), a publication whose
acknowledgement is missing ends the connection, and its socket is torn, so that the kernel does not deliver
late what lies behind a cut cable. One thread does all the speaking.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from dataclasses import dataclass, field

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.statuses import next_status
from devices.transports.backoff import Backoff
from devices.transports.broker_session import (
    NO_ANSWER,
    BrokerAddress,
    Message,
    Publication,
    Session,
)

_LOG = logging.getLogger(__name__)

CRASHED = "broker.crashed"
TOO_LATE = "broker.too_late"
MISSING = "broker.missing"

TICK_S = 0.05
JOIN_LIMIT_S = 1.9
ACKNOWLEDGED_WITHIN_S = 0.4
LONGEST_WAIT_S = 4.0
PROVEN_AFTER_S = 5.0
MOST_WAITING = 64

Listener = Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class Member:
    """One who speaks through the broker, all on the broker's thread and not for long.

    ``topics`` are the filters heard; ``on_tick`` is called about 20 times a second, connected or not.
    """

    topics: tuple[str, ...]
    on_message: Listener
    on_tick: Callable[[], None] = field(default=lambda: None)


class Broker:
    """The shared connection; thread-safe. An address without a host stays FAILED ``broker.missing``."""

    def __init__(self, address: BrokerAddress) -> None:
        self._address = address
        self._lifecycle = threading.Lock()
        self._lock = threading.Lock()
        self._members: tuple[Member, ...] = ()
        self._waiting: deque[Publication] = deque()
        self._session: Session | None = None
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def join(self, member: Member) -> None:
        """Speak for this member too from now on; the first one connects. Returns at once."""
        with self._lifecycle:
            with self._lock:
                self._members = (*self._members, member)
                session = self._session
            if session is not None:
                session.subscribe(member.topics)
            if self._thread is None:
                self._stop = threading.Event()
                self._note(Health.STARTING)
                self._thread = threading.Thread(
                    target=self._run, args=(self._stop,), name="mqtt broker", daemon=True
                )
                self._thread.start()

    def leave(self, member: Member) -> None:
        """The member is done; the last one disconnects, within 2 s. May be called twice."""
        with self._lifecycle:
            with self._lock:
                self._members = tuple(one for one in self._members if one is not member)
                session = self._session
                used = {topic for one in self._members for topic in one.topics}
                left = bool(self._members)
            if left:
                if session is not None:
                    session.unsubscribe(tuple(topic for topic in member.topics if topic not in used))
                return
            thread, self._thread = self._thread, None
        if thread is not None:
            self._stop.set()
            if session is not None:
                session.wake()
            thread.join(JOIN_LIMIT_S)

    def publish(self, topic: str, payload: bytes, *, deadline_ns: int, expires_s: int = 2) -> None:
        """Publish a command once, never retained; returns when the broker has acknowledged it.

        Raises DeviceError ``broker.no_answer`` (``unknown`` set where it may have been passed on),
        ``broker.nobody`` (nobody hears the topic), ``broker.refused``, ``broker.too_late``.
        """
        done: Future[None] = Future()
        self._hand_over(Publication(topic, payload, deadline_ns, expires_s, qos=1, done=done))
        try:
            done.result(max(0.0, min(ACKNOWLEDGED_WITHIN_S, (deadline_ns - time.monotonic_ns()) / 1e9)))
        except NotYet:
            if done.cancel():  # it was never taken up
                cause = TOO_LATE if time.monotonic_ns() >= deadline_ns else NO_ANSWER
                raise DeviceError(cause, detail="not published in time") from None
            self._tear("a publication was not acknowledged")
            raise DeviceError(NO_ANSWER, detail="the broker did not acknowledge", unknown=True) from None

    def ask(self, topic: str, payload: bytes = b"") -> None:
        """Publish a question that nobody minds losing; nothing happens while there is no connection."""
        with suppress(DeviceError):
            self._hand_over(Publication(topic, payload, time.monotonic_ns() + 1_000_000_000, 1, qos=0))

    def clear_retained(self, topic: str) -> None:
        """Have the broker forget the message that it keeps under the topic."""
        with suppress(DeviceError):
            until_ns = time.monotonic_ns() + 5_000_000_000
            self._hand_over(Publication(topic, b"", until_ns, 0, qos=1, retained=True))

    def status(self) -> DeviceStatus:
        """OK while connected; STALE after a loss, FAILED once coming back has failed too."""
        with self._lock:
            return self._status

    def _hand_over(self, publication: Publication) -> None:
        with self._lock:
            session = self._session
            if session is None:
                raise DeviceError(self._status.cause or NO_ANSWER, detail=self._status.detail)
            if len(self._waiting) >= MOST_WAITING:
                raise DeviceError(NO_ANSWER, detail="too much is waiting to be published")
            self._waiting.append(publication)
        session.wake()

    def _tear(self, why: str) -> None:
        with self._lock:
            session = self._session
        if session is not None:
            session.fail(why)

    def _run(self, stop: threading.Event) -> None:
        backoff = Backoff()
        while not stop.is_set():
            try:
                self._connect_and_wait(backoff, stop)
            except Exception:  # noqa: BLE001
                # The top of this thread: one member's bug must not keep all gates from their broker.
                _LOG.exception("the connection to the broker failed")
                self._note(Health.FAILED, CRASHED)
                stop.wait(LONGEST_WAIT_S)
        self._note(Health.UNKNOWN)

    def _connect_and_wait(self, backoff: Backoff, stop: threading.Event) -> None:
        since_s = time.monotonic()
        self._serve_one_connection(stop)
        if time.monotonic() - since_s > PROVEN_AFTER_S:
            backoff.reset()
        self._wait_ticking(min(backoff.wait_s(), LONGEST_WAIT_S), stop)

    def _serve_one_connection(self, stop: threading.Event) -> None:
        try:
            if not self._address.host:
                raise DeviceError(MISSING)  # noqa: TRY301
            session = Session(self._address, self._hear)
        except DeviceError as trouble:
            self._note(Health.FAILED, trouble.cause, trouble.detail)
            return
        try:
            with self._lock:
                self._session = session
                members = self._members
            self._note(Health.OK)
            session.subscribe(tuple(dict.fromkeys(topic for one in members for topic in one.topics)))
            while not stop.is_set():
                self._publish_waiting(session)
                session.turn(TICK_S)
                self._tick()
        except DeviceError as trouble:
            self._note(Health.STALE, trouble.cause, trouble.detail)
        finally:
            self._let_go(session)
            session.close(politely=stop.is_set())

    def _publish_waiting(self, session: Session) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    return
                publication = self._waiting.popleft()
            if publication.done is None or publication.done.set_running_or_notify_cancel():
                session.publish(publication)

    def _let_go(self, session: Session) -> None:
        """Nothing that waits is kept for another connection."""
        with self._lock:
            if self._session is not session:
                return
            self._session = None
            waiting, self._waiting = self._waiting, deque()
        for publication in waiting:
            publication.fail(DeviceError(NO_ANSWER, detail="the connection was lost; nothing was sent"))

    def _wait_ticking(self, wait_s: float, stop: threading.Event) -> None:
        until_s = time.monotonic() + wait_s
        while not stop.wait(TICK_S) and time.monotonic() < until_s:
            self._tick()

    def _hear(self, message: Message, hears: Callable[[str, str], bool]) -> None:
        with self._lock:
            members = self._members
        for member in members:
            if any(hears(topic, message.topic) for topic in member.topics):
                member.on_message(message)

    def _tick(self) -> None:
        for member in self._members:
            member.on_tick()

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        with self._lock:
            self._status = next_status(self._status, health, cause, detail)
