"""One connection to an MQTT broker, from its beginning to its end; never used again after that."""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from paho.mqtt.client import (
    MQTT_ERR_NO_CONN,
    MQTT_ERR_SUCCESS,
    Client,
    MQTTMessage,
    MQTTv5,
    topic_matches_sub,
)
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from core.domain.errors import DeviceError
from devices.transports.http_line import QUICK, TORN

NO_ANSWER = "broker.no_answer"
NOBODY = "broker.nobody"
REFUSED = "broker.refused"
NO_LOGIN = "broker.no_login"

CONNECT_LIMIT_S = 2.0
KEEPALIVE_S = 5
# Cameras send pictures; what is larger than their largest is not for us.
LARGEST_BYTES = 12 * 1024 * 1024
_NOBODY_CODE = 0x10
_FIRST_ERROR_CODE = 0x80
_LOGIN_CODES = frozenset({0x86, 0x87})


@dataclass(frozen=True, slots=True)
class BrokerAddress:
    """Where the broker is and who we are to it; ``ca`` is the file of who signed its certificate."""

    host: str
    port: int = 1883
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False
    ca: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What came in; ``retained`` says that the broker keeps it for whoever comes."""

    topic: str
    payload: bytes
    retained: bool
    at_ns: int


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to go out once; ``done`` gets the outcome. ``expires_s`` 0 is never."""

    topic: str
    payload: bytes
    deadline_ns: int
    expires_s: int
    qos: int
    retained: bool = False
    done: Future[None] | None = None

    def fail(self, trouble: DeviceError) -> None:
        """Tell whoever waits, unless the outcome is known already."""
        if self.done is not None and not self.done.done():
            self.done.set_exception(trouble)


Hear = Callable[[Message, Callable[[str, str], bool]], None]


class Session:
    """A connected client; ``turn`` and ``publish`` from one thread, the rest from any."""

    def __init__(self, address: BrokerAddress, hear: Hear) -> None:
        """Connect, within about 4 s; raises DeviceError ``broker.no_answer``, ``no_login``, ``refused``."""
        self._address = address
        self._hear = hear
        self._pending: dict[int, Publication] = {}
        self._wanted: list[tuple[bool, tuple[str, ...]]] = []
        self._lock = threading.Lock()
        self._ended = ""
        self._accepted: ReasonCode | None = None
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._client = self._connected()

    def subscribe(self, topics: tuple[str, ...]) -> None:
        """Hear these from now on; also what somebody else publishes there as a command."""
        self._want(True, topics)

    def unsubscribe(self, topics: tuple[str, ...]) -> None:
        """Hear these no more."""
        self._want(False, topics)

    def wake(self) -> None:
        """Let ``turn`` return now."""
        with suppress(OSError):
            self._far.send(b"!")

    def fail(self, why: str) -> None:
        """Let ``turn`` end the connection now."""
        self._ended = why
        self.wake()

    def publish(self, publication: Publication) -> None:
        """Send it, unless its time is over."""
        if time.monotonic_ns() >= publication.deadline_ns:
            publication.fail(DeviceError("broker.too_late"))
            return
        if not publication.topic:
            publication.fail(DeviceError(REFUSED, detail="there is no topic"))
            return
        properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
        if publication.expires_s:
            properties.MessageExpiryInterval = publication.expires_s
        try:
            sent = self._client.publish(
                publication.topic,
                publication.payload,
                qos=publication.qos,
                retain=publication.retained,
                properties=properties,
            )
        except ValueError as problem:
            publication.fail(DeviceError(REFUSED, detail=str(problem)))
            return
        if sent.rc == MQTT_ERR_NO_CONN:
            publication.fail(DeviceError(NO_ANSWER, detail="not connected; nothing was sent"))
        elif publication.qos and publication.done is not None:
            self._pending[sent.mid] = publication

    def turn(self, limit_s: float) -> None:
        """Speak and listen for a moment; raises DeviceError where the connection is over."""
        self._subscribe_wanted()
        self._exchange(limit_s)
        if self._ended:
            raise DeviceError(NO_ANSWER, detail=self._ended)

    def close(self, *, politely: bool) -> None:
        """End it; what was not acknowledged may have been passed on, and is not sent again to the broker."""
        politely = politely and not self._pending
        for publication in self._pending.values():
            publication.fail(DeviceError(NO_ANSWER, detail="the connection was lost", unknown=True))
        self._pending.clear()
        wire = self._client.socket()
        if politely:
            if isinstance(wire, socket.socket):
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, bytes(len(TORN)))
            self._client.disconnect()
            wire = self._client.socket()  # there still, where the farewell could not be sent
        if wire is not None:
            wire.close()
        self._near.close()
        self._far.close()

    def _connected(self) -> Client:
        client = Client(
            CallbackAPIVersion.VERSION2,
            client_id=f"lotkeeper-{uuid.uuid4().hex[:12]}",
            protocol=MQTTv5,
            reconnect_on_failure=False,
        )
        client.connect_timeout = CONNECT_LIMIT_S
        client.on_connect = self._on_connect
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        client.on_socket_open = _prepare
        address = self._address
        if address.user:
            client.username_pw_set(address.user, address.password)
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.MaximumPacketSize = LARGEST_BYTES
        self._client = client
        try:
            if address.tls:
                client.tls_set(ca_certs=address.ca or None)
            client.connect(address.host, address.port, KEEPALIVE_S, clean_start=True, properties=properties)
            self._await_acceptance()
        except (OSError, ssl.SSLError, ValueError, DeviceError) as problem:
            self.close(politely=False)
            if isinstance(problem, DeviceError):
                raise
            raise DeviceError(NO_ANSWER, detail=f"{address.host}:{address.port}: {problem}") from problem
        return client

    def _await_acceptance(self) -> None:
        until_s = time.monotonic() + CONNECT_LIMIT_S
        while self._accepted is None:
            if self._ended or time.monotonic() >= until_s:
                raise DeviceError(NO_ANSWER, detail=self._ended or "the broker does not greet")
            self._exchange(0.1)
        code = self._accepted.value
        if code >= _FIRST_ERROR_CODE:
            cause = NO_LOGIN if code in _LOGIN_CODES else REFUSED
            raise DeviceError(cause, detail=str(self._accepted))

    def _exchange(self, limit_s: float) -> None:
        wire = self._client.socket()
        if wire is None:
            self._ended = self._ended or "the broker hung up"
            return
        pending = isinstance(wire, ssl.SSLSocket) and wire.pending() > 0
        writing = [wire] if self._client.want_write() else []
        readable, writable, _ = select.select([wire, self._near], writing, [], 0 if pending else limit_s)
        if self._near in readable:
            with suppress(BlockingIOError):
                self._near.recv(4096)
        outcomes = []
        if wire in readable or pending:
            _acknowledge_at_once(wire)
            outcomes.append(self._client.loop_read())
        if wire in writable:
            outcomes.append(self._client.loop_write())
        outcomes.append(self._client.loop_misc())
        if any(outcome != MQTT_ERR_SUCCESS for outcome in outcomes):
            self._ended = self._ended or "the connection broke"

    def _want(self, wanted: bool, topics: tuple[str, ...]) -> None:
        if topics:
            with self._lock:
                self._wanted.append((wanted, topics))
            self.wake()

    def _subscribe_wanted(self) -> None:
        with self._lock:
            changes, self._wanted = self._wanted, []
        for wanted, topics in changes:
            if wanted:
                # Not what we say ourselves; and whether the broker keeps it is told of every message.
                options = SubscribeOptions(qos=1, noLocal=True, retainAsPublished=True)
                self._client.subscribe([(topic, options) for topic in topics])
            else:
                self._client.unsubscribe(list(topics))

    def _on_connect(self, _client: Client, _data: object, _flags: object, code: ReasonCode, _p: Any) -> None:
        self._accepted = code

    def _on_disconnect(
        self, _client: Client, _data: object, _flags: object, code: ReasonCode, _p: Any
    ) -> None:
        self._ended = self._ended or f"the broker hung up: {code}"

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        heard = Message(message.topic, bytes(message.payload), bool(message.retain), time.monotonic_ns())
        self._hear(heard, topic_matches_sub)

    def _on_publish(self, _client: Client, _data: object, mid: int, code: ReasonCode, _p: Any) -> None:
        publication = self._pending.pop(mid, None)
        if publication is None or publication.done is None or publication.done.done():
            return
        if code.value == _NOBODY_CODE:
            publication.fail(DeviceError(NOBODY, detail=f"nobody hears {publication.topic}"))
        elif code.value >= _FIRST_ERROR_CODE:
            publication.fail(DeviceError(REFUSED, detail=str(code)))
        else:
            publication.done.set_result(None)


def _prepare(_client: Client, _data: object, wire: Any) -> None:
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, TORN)
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _acknowledge_at_once(wire: Any) -> None:
    """The broker sends its next word when the last is acknowledged."""
    if QUICK is not None:
        wire.setsockopt(socket.IPPROTO_TCP, QUICK, 1)
