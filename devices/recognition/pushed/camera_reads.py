"""A recogniser for cameras that read by themselves: a request is answered with what the camera sends."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from core.services.ports import DeviceStatus, Health, Measure, ReadAnswer, Still
from devices.recognition.pushed.events import Event, EventBook
from devices.recognition.pushed.keys import CameraKeys
from devices.recognition.pushed.listener import PushListener
from devices.recognition.pushed.over_mqtt import MqttReads
from devices.recognition.pushed.picture import still_of
from devices.recognition.pushed.plate import PushedPlate
from devices.statuses import next_status
from devices.transports.backoff import Backoff
from devices.transports.broker import Broker

_LOG = logging.getLogger(__name__)

WAIT_LIMIT_MS = 3_000
# What a camera could not deliver for so long is of a vehicle that is no longer there.
OLDEST = timedelta(seconds=30)
MOST_WAITING = 64
_LOOK_EVERY_S = 0.1
_STOP_LIMIT_S = 1.5
_NOWHERE = Box(0, 0, 0, 0)

_FAULT = "recogniser.no_answer"

StillOf = Callable[[], Still | None]


@dataclass(frozen=True, slots=True)
class _Due:
    """What is answered now: the camera's id and the token that waited, with a read or a cause."""

    key: tuple[str, int]
    event: Event | None
    cause: str


class CameraReads:
    """Fills ``core.services.ports.Recogniser`` for some cameras; all calls may come from any thread.

    ``stills`` gives the camera's newest picture, for a read that came without one. The cameras of ``mqtt``
    publish at the broker, all others come to the listener, with their own key of ``keys`` or the secret that
    those without one share; where there are no others, nothing listens. A read belongs to the
    vehicle that is there when it comes, or that comes within 2 s, a late delivery to whoever was there when
    it was taken; each is given once.
    """

    def __init__(
        self,
        stills: Mapping[str, StillOf],
        *,
        host: str,
        port: int,
        secret: str,
        keys: Mapping[str, str] | None = None,
        broker: Broker | None = None,
        topics: Mapping[str, str] | None = None,
        wait_limit_ms: int = WAIT_LIMIT_MS,
    ) -> None:
        self._stills = dict(stills)
        self._place = (host, port)
        self._keys = CameraKeys(secret, keys)
        self._mqtt = MqttReads(broker, topics, self.take) if broker is not None and topics else None
        publishing = self._mqtt.camera_ids if self._mqtt is not None else frozenset()
        self._listened = frozenset(stills) - publishing
        self._wait_limit_ns = wait_limit_ms * 1_000_000
        self._changed = threading.Condition()
        self._events = {camera_id: EventBook() for camera_id in stills}
        self._waiting: dict[tuple[str, int], int] = {}
        self._number = 0
        self._stopping = False
        self._backoff = Backoff()
        self._next_try_s = 0.0
        self._listener: PushListener | None = None
        self._thread: threading.Thread | None = None
        self._on_answer: Callable[[ReadAnswer], None] = lambda _answer: None
        self._status = DeviceStatus(Health.UNKNOWN, 0)

    @property
    def camera_ids(self) -> frozenset[str]:
        """The cameras it answers for."""
        return frozenset(self._stills)

    @property
    def port(self) -> int:
        """The port it listens on; 0 where it does not."""
        return self._listener.port if self._listener is not None else 0

    def start(self, on_answer: Callable[[ReadAnswer], None]) -> None:
        """Listen; where that fails the status says why, and every request is answered with it.

        May be called twice.
        """
        if self._thread is not None:
            return
        self._on_answer = on_answer
        if self._listened:
            self._listen()
        if self._mqtt is not None:
            self._mqtt.start()
        self._thread = threading.Thread(target=self._run, name="camera-reads", daemon=True)
        self._thread.start()

    def request(self, camera_id: str, token: int, *, not_before_sequence: int = 0) -> None:  # noqa: ARG002
        """Ask for what the camera reads of this vehicle.

        The answer comes as soon as it has one that was not given yet; after the time limit it is
        ``camera.no_read`` with the camera's newest picture. Returns at once.
        """
        with self._changed:
            if self._stopping:
                raise DeviceError("recogniser.stopped")
            now_ns = time.monotonic_ns()
            if camera_id in self._events:
                self._events[camera_id].arrived(token, now_ns)
            if len(self._waiting) >= MOST_WAITING:
                raise DeviceError("recogniser.busy")
            self._waiting.setdefault((camera_id, token), now_ns)
            self._changed.notify()

    def take(self, camera_id: str, plate: PushedPlate) -> str:
        """What a camera sent; an empty text, or why it is of no use. From any thread."""
        if camera_id not in self._stills:
            return f"no camera {camera_id[:40]} that reads by itself"
        if plate.captured_at is not None and abs(datetime.now(UTC) - plate.captured_at) > OLDEST:
            self._note_clock(camera_id)
            return "the read is too old, or the camera's clock is wrong"
        now_ns = time.monotonic_ns()
        still = still_of(plate.jpeg, sequence=0, captured_ns=now_ns) if plate.jpeg else None
        with self._changed:
            self._number += 1
            if still is not None:
                still = replace(still, sequence=self._number)
            self._events[camera_id].add(Event(self._number, now_ns, plate, still))
            if self._listener is not None:
                self._note_well()
            self._changed.notify()
        return ""

    def stop(self) -> None:
        """Stop within 2 s, what waits answered ``recogniser.stopped``; may be called twice."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_STOP_LIMIT_S)
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()
        if self._mqtt is not None:
            self._mqtt.stop()

    def status(self) -> DeviceStatus:
        """OK while it listens and the broker is there, where it is needed; else FAILED with the cause.

        STALE ``listener.clock`` where a camera's time is off, ``listener.key_refused`` where one came with
        a wrong key, until the next read that is good.
        """
        heard = self._mqtt.status() if self._mqtt is not None else None
        if heard is not None and (heard.health is not Health.OK or not self._listened):
            return heard
        return self._status

    def measures(self) -> tuple[Measure, ...]:
        """How often somebody was refused for a wrong key."""
        return (Measure("recogniser.refused_keys", self._keys.refused),)

    def _listen(self) -> None:
        host, port = self._place
        try:
            listener = PushListener(host, port, self._keys, self.take, self._note_refused)
        except DeviceError as error:
            # Another program may let go of the port; it is tried again.
            _LOG.warning("cameras that read by themselves are not heard: %s", error)
            self._next_try_s = time.monotonic() + self._backoff.wait_s()
            self._note(Health.FAILED, error.cause, error.detail)
            return
        self._listener = listener
        self._note_well()

    def _note_well(self) -> None:
        unheard = sorted(each for each in self._listened if not self._keys.can_be_heard(each))
        if unheard:
            self._note(Health.STALE, "listener.no_secret", ", ".join(unheard))
        else:
            self._note(Health.OK)

    def _note_clock(self, camera_id: str) -> None:
        self._note(Health.STALE, "listener.clock", camera_id)

    def _note_refused(self, camera_id: str) -> None:
        # Of names that nobody here has, no trouble is made: anybody on the network could make it.
        if camera_id in self._stills:
            self._note(Health.STALE, "listener.key_refused", camera_id)

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        self._status = next_status(self._status, health, cause, detail)

    def _run(self) -> None:
        while not self._turn():
            if self._listened and self._listener is None and time.monotonic() >= self._next_try_s:
                try:
                    self._listen()
                except Exception:  # noqa: BLE001
                    # The top of this thread for the port: it is tried again, lanes are answered.
                    _LOG.exception("cameras that read by themselves are not heard")
                    self._next_try_s = time.monotonic() + self._backoff.wait_s()

    def _turn(self) -> bool:
        """Answer what can be answered, waiting a moment where there is nothing; whether it is the end."""
        with self._changed:
            due = self._due_or_fault(time.monotonic_ns())
            if not due and not self._stopping:
                self._changed.wait(_LOOK_EVERY_S)
            stopping = self._stopping
            for waiting in due:
                del self._waiting[waiting.key]
            if stopping:
                due += [_Due(key, None, "recogniser.stopped") for key in self._waiting]
                self._waiting.clear()
        for waiting in due:
            self._hand_out(waiting)
        return stopping

    def _due_or_fault(self, now_ns: int) -> list[_Due]:
        """What can be answered now; called with the lock held."""
        try:
            return self._due(now_ns)
        except Exception:  # noqa: BLE001
            # The top of this thread for what cameras sent: whoever waits is told, and may ask again.
            _LOG.exception("what cameras read could not be looked through")
            return [_Due(key, None, _FAULT) for key in self._waiting]

    def _due(self, now_ns: int) -> list[_Due]:
        due: list[_Due] = []
        for key, asked_ns in self._waiting.items():
            camera_id, token = key
            event = self._events[camera_id].take(token) if camera_id in self._events else None
            if event is not None:
                due.append(_Due(key, event, "" if event.plate.text else "camera.no_read"))
            elif camera_id not in self._events:
                due.append(_Due(key, None, "camera.unknown"))
            elif fault := self._fault_of(camera_id):
                due.append(_Due(key, None, fault))
            elif now_ns - asked_ns >= self._wait_limit_ns:
                due.append(_Due(key, None, "camera.no_read"))
        return due

    def _fault_of(self, camera_id: str) -> str:
        """Why nothing can come from the camera now; empty where it can."""
        if camera_id in self._listened:
            if self._listener is None:
                return self._status.cause
            return "" if self._keys.can_be_heard(camera_id) else "listener.no_secret"
        heard = self._mqtt.status() if self._mqtt is not None else None
        return heard.cause if heard is not None and heard.health is Health.FAILED else ""

    def _answer(self, camera_id: str, token: int, event: Event | None, cause: str) -> ReadAnswer:
        if event is None:
            still = self._newest_still(camera_id)
            return ReadAnswer(token, camera_id, 0, time.monotonic_ns(), (), still, cause, 0.0)
        read = Read(event.plate.text, event.plate.confidence, _NOWHERE)
        return ReadAnswer(
            token=token,
            camera_id=camera_id,
            sequence=event.number,
            captured_ns=event.seen_ns,
            reads=(read,) if event.plate.text else (),
            still=event.still or self._newest_still(camera_id),
            cause=cause,
            elapsed_ms=0.0,
            has_voted=True,
        )

    def _newest_still(self, camera_id: str) -> Still | None:
        take = self._stills.get(camera_id)
        try:
            return take() if take is not None else None
        except DeviceError:
            return None

    def _hand_out(self, due: _Due) -> None:
        camera_id, token = due.key
        try:
            answer = self._answer(camera_id, token, due.event, due.cause)
        except Exception:  # noqa: BLE001
            # The top of this thread for the camera's picture: the lane hears that it gets none.
            _LOG.exception("no answer could be made for camera %s", camera_id)
            answer = ReadAnswer(token, camera_id, 0, time.monotonic_ns(), (), None, _FAULT, 0.0)
        try:
            self._on_answer(answer)
        except Exception:  # noqa: BLE001
            # The top of this thread for what the listener does: its bug must not cost the other lanes theirs.
            _LOG.exception("the listener failed on an answer for camera %s", camera_id)
