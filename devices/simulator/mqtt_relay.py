"""A relay unit behind a broker, made of software: speaks Lotkeeper's own layout (docs/mqtt.md).

For practice without hardware, and the example for whoever builds such a unit: it refuses what is retained and
what bears an old beat.
"""

from __future__ import annotations

import json
import threading
import time
from typing import Any

from devices.relay_units.plain_topics import MOST_BEATS_BEHIND
from devices.transports.broker import Broker, Member
from devices.transports.broker_session import BrokerAddress, Message

BEAT_S = 0.5
CHANNELS = 4


class MqttRelay:
    """Four relays and four inputs under a topic; ``pulses`` are the commands that closed a relay."""

    def __init__(self, address: BrokerAddress, topic: str) -> None:
        self.pulses: list[str] = []
        self.refused: list[str] = []
        self.beat = 0
        self._state = f"{topic}/state"
        self._lock = threading.Lock()
        self._inputs = [False] * CHANNELS
        self._relays = [False] * CHANNELS
        self._open_at_s: dict[int, float] = {}
        self._next_beat_s = 0.0
        self._broker = Broker(address)
        self._member = Member((f"{topic}/command",), self._on_message, on_tick=self._on_tick)

    def start(self) -> None:
        """Connect, and come back by itself after a loss."""
        self._broker.join(self._member)

    def stop(self) -> None:
        """Be gone; may be called twice."""
        self._broker.leave(self._member)

    def relay(self, index: int) -> bool:
        """Whether the relay is closed now."""
        with self._lock:
            return self._relays[index]

    def set_input(self, index: int, value: bool) -> None:
        """Open or close an input contact; told at once."""
        with self._lock:
            self._inputs[index] = value
        self._tell()

    def _on_tick(self) -> None:
        now_s = time.monotonic()
        with self._lock:
            over = [relay for relay, at_s in self._open_at_s.items() if at_s <= now_s]
            for relay in over:
                del self._open_at_s[relay]
                self._relays[relay] = False
            is_beat = now_s >= self._next_beat_s
            if is_beat:
                self.beat += 1
                self._next_beat_s = now_s + BEAT_S
        if over or is_beat:
            self._tell()

    def _tell(self, **outcome: str) -> None:
        """At most once and only now: a state that waited for a connection would be a lie."""
        with self._lock:
            said = {"beat": self.beat, "inputs": self._inputs, "relays": self._relays, **outcome}
            self._broker.ask(self._state, json.dumps(said).encode())

    def _on_message(self, message: Message) -> None:
        try:
            wanted = json.loads(message.payload)
            command_id, relay, beat = str(wanted["id"]), int(wanted["relay"]), int(wanted["beat"])
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return
        late = message.retained or beat < self.beat - MOST_BEATS_BEHIND
        if late or not 0 <= relay < CHANNELS or not self._do(command_id, relay, wanted):
            self.refused.append(command_id)
            self._tell(refused=command_id)
        else:
            self._tell(done=command_id)

    def _do(self, command_id: str, relay: int, wanted: dict[str, Any]) -> bool:
        pulse_ms, closed = wanted.get("pulse_ms"), wanted.get("closed")
        is_pulse = isinstance(pulse_ms, int) and 0 < pulse_ms <= 60_000
        if not is_pulse and not isinstance(closed, bool):
            return False
        with self._lock:
            self._open_at_s.pop(relay, None)
            if is_pulse:
                self._open_at_s[relay] = time.monotonic() + wanted["pulse_ms"] / 1000
            self._relays[relay] = is_pulse or closed is True
            if self._relays[relay]:
                self.pulses.append(command_id)
        return True
