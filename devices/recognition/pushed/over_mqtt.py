"""Reads that cameras publish at the lot's broker: one topic a camera, in the JSON form that HTTP takes too.

Who may publish under which topic is for the broker to say, by its logins. A read that the broker only kept is
of a vehicle long gone and is not taken.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping

from core.services.ports import DeviceStatus
from devices.recognition.pushed.json_form import read_json
from devices.recognition.pushed.plate import PushedPlate, Unusable
from devices.transports.broker import Broker, Member
from devices.transports.broker_session import Message

_LOG = logging.getLogger(__name__)

LARGEST_BODY_BYTES = 8 * 1024 * 1024
# More pictures than these would be of vehicles that nobody waits for any more.
MOST_WAITING = 16
_LOOK_EVERY_S = 0.2
_STOP_LIMIT_S = 1.0

Take = Callable[[str, PushedPlate], str]


class MqttReads:
    """Hears the topics; pictures are looked at on a thread of its own, the broker's is needed for gates."""

    def __init__(self, broker: Broker, topics: Mapping[str, str], take: Take) -> None:
        """``topics`` by the ids of their cameras; ``take`` as of the listener over HTTP."""
        self._broker = broker
        self._cameras = {topic: camera_id for camera_id, topic in topics.items()}
        self._take = take
        self._waiting: queue.Queue[Message] = queue.Queue(MOST_WAITING)
        self._stopping = threading.Event()
        self._member = Member(tuple(self._cameras), self._on_message)
        self._thread = threading.Thread(target=self._run, name="plates over mqtt", daemon=True)

    @property
    def camera_ids(self) -> frozenset[str]:
        """The cameras that publish here."""
        return frozenset(self._cameras.values())

    def start(self) -> None:
        """Begin to hear."""
        self._thread.start()
        self._broker.join(self._member)

    def stop(self) -> None:
        """Hear no more, within 2 s; may be called twice."""
        self._stopping.set()
        self._broker.leave(self._member)
        if self._thread.is_alive():
            self._thread.join(_STOP_LIMIT_S)

    def status(self) -> DeviceStatus:
        """That of the broker."""
        return self._broker.status()

    def _on_message(self, message: Message) -> None:
        if message.retained or message.topic not in self._cameras:
            return
        try:
            self._waiting.put_nowait(message)
        except queue.Full:
            _LOG.warning("cameras publish more reads than can be looked at")

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                message = self._waiting.get(timeout=_LOOK_EVERY_S)
            except queue.Empty:
                continue
            try:
                self._read(message)
            except Exception:  # noqa: BLE001
                # The top of this thread for one message: the next camera's must be read all the same.
                _LOG.exception("a read over mqtt could not be taken")

    def _read(self, message: Message) -> None:
        camera_id = self._cameras[message.topic]
        try:
            if len(message.payload) > LARGEST_BODY_BYTES:
                raise Unusable(f"at most {LARGEST_BODY_BYTES} bytes")  # noqa: TRY301
            problem = self._take(camera_id, read_json(message.payload))
        except Unusable as error:
            problem = str(error)
        if problem:
            _LOG.warning("camera %.40s published what is no read: %s", camera_id, problem)
