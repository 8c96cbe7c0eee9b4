"""Lotkeeper's own layout for relays behind an MQTT broker: docs/mqtt.md describes it for who builds one.

Under the unit's topic it publishes ``state`` (never retained, at every change and at least once a second) and
takes ``command``. Every command bears the newest ``beat`` the console has heard; the unit refuses one that is
more than ``MOST_BEATS_BEHIND`` behind its own, so that nothing that was held up anywhere moves a gate later.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from devices.relay_units.layout import News, Step
from devices.transports.broker_session import Message

# At two beats a second a command is a second old at most: as long as the console waits for its answer. What
# a broker that froze hands on later than that would open for a car that has gone.
MOST_BEATS_BEHIND = 1
LARGEST_BYTES = 8_192
MOST_CHANNELS = 32


class PlainTopics:
    """Fills ``Layout``."""

    def __init__(self, topic: str) -> None:
        self._state, self._status, self._command = f"{topic}/state", f"{topic}/status", f"{topic}/command"
        self.topics: tuple[str, ...] = (self._state, self._status, self._command)

    def is_command(self, topic: str) -> bool:
        """Whether it is the one topic for commands."""
        return topic == self._command

    def read(self, message: Message) -> News | None:
        """What the unit told; None where it is not understood."""
        if message.topic == self._status:
            return News(online=message.payload == b"online")
        if message.topic != self._state or message.retained or len(message.payload) > LARGEST_BYTES:
            return None
        try:
            said = json.loads(message.payload)
        except (ValueError, RecursionError):
            return None
        if not isinstance(said, dict) or type(said.get("beat")) is not int:
            return None
        return News(
            online=True,
            inputs=_flags(said.get("inputs")),
            relays=_flags(said.get("relays")),
            beat=said["beat"],
            done=_text(said, "done"),
            refused=_text(said, "refused"),
        )

    def questions(self) -> tuple[tuple[str, bytes], ...]:
        """None: it tells by itself."""
        return ()

    def pulse(self, relay: int, duration_ms: int, command_id: str, beat: int | None) -> tuple[Step, ...]:
        """Close the relay for a time, in one step."""
        return self._steps({"relay": relay, "pulse_ms": duration_ms}, command_id, beat)

    def switch(self, relay: int, closed: bool, command_id: str, beat: int | None) -> tuple[Step, ...]:
        """Close it to stay, or open it."""
        return self._steps({"relay": relay, "closed": closed}, command_id, beat)

    def _steps(self, wanted: Mapping[str, object], command_id: str, beat: int | None) -> tuple[Step, ...]:
        payload = json.dumps({"id": command_id, "beat": beat, **wanted}).encode()
        return (
            Step(
                self._command,
                payload,
                is_done=lambda news: news.done == command_id,
                is_refused=lambda news: news.refused == command_id,
            ),
        )


def _flags(said: object) -> dict[int, bool | None]:
    if not isinstance(said, list):
        return {}
    return {
        index: value if isinstance(value, bool) else None for index, value in enumerate(said[:MOST_CHANNELS])
    }


def _text(said: Mapping[str, object], key: str) -> str:
    value = said.get(key)
    return value if isinstance(value, str) else ""
