"""Tasmota relays over a broker, in the layout they come with: ``cmnd/…``, ``stat/…`` and ``tele/…``.

The unit is asked for its state twice a second, because by itself it tells it every five minutes. Contacts are
heard at once where its switches are detached from its relays (``SetOption114 1``). When it comes online and
every ten minutes it is told ``PowerOnState 0``, which it only writes down where it was another: its relays
are open when the power comes back.
"""

from __future__ import annotations

from devices.relay_units.layout import News, Step
from devices.relay_units.tasmota_words import SAFE_POWER_ON_STATE, news_of, pulse_figure
from devices.transports.broker_session import Message

SAFETY_EVERY_QUESTIONS = 1200


class TasmotaTopics:
    """Fills ``Layout`` for the device of this topic, with ``%prefix%/%topic%/`` as its full topic."""

    def __init__(self, topic: str) -> None:
        self._command, self._told = f"cmnd/{topic}/", f"stat/{topic}/"
        self._questions = 0
        self._will, self._telemetry = f"tele/{topic}/LWT", f"tele/{topic}/"
        self.topics: tuple[str, ...] = (f"{self._command}#", f"{self._told}#", f"{self._telemetry}#")

    def is_command(self, topic: str) -> bool:
        """Whether it is one of its topics for commands."""
        return topic.startswith(self._command)

    def read(self, message: Message) -> News | None:
        """What the device told; None where it is not understood."""
        if message.topic == self._will:
            online = message.payload == b"Online"
            if online:
                # What it was told before it was there, it never heard.
                self._questions = 0
            return News(online=online)
        return None if message.retained else news_of(message.payload)

    def questions(self) -> tuple[tuple[str, bytes], ...]:
        """For its relays, and for its switches."""
        asked = ((f"{self._command}STATUS", b"11"), (f"{self._command}STATUS", b"10"))
        is_time = self._questions % SAFETY_EVERY_QUESTIONS == 0
        self._questions += 1
        safety = (f"{self._command}PowerOnState", str(SAFE_POWER_ON_STATE).encode())
        return (*asked, safety) if is_time else asked

    def pulse(self, relay: int, duration_ms: int, command_id: str, beat: int | None) -> tuple[Step, ...]:  # noqa: ARG002
        """Say how long, then close the relay."""
        return (self._time(relay, pulse_figure(duration_ms)), self._power(relay, True))

    def switch(self, relay: int, closed: bool, command_id: str, beat: int | None) -> tuple[Step, ...]:  # noqa: ARG002
        """Close it to stay, or open it."""
        power = self._power(relay, closed)
        return (self._time(relay, 0), power) if closed else (power,)

    def _time(self, relay: int, figure: int) -> Step:
        return Step(
            f"{self._command}PulseTime{relay + 1}",
            str(figure).encode(),
            is_done=lambda news: news.pulse_times.get(relay) == figure,
            is_refused=lambda news: relay in news.pulse_times,
            moves=False,
        )

    def _power(self, relay: int, closed: bool) -> Step:
        return Step(
            f"{self._command}Power{relay + 1}",
            b"ON" if closed else b"OFF",
            is_done=lambda news: news.relays.get(relay) is closed,
        )
