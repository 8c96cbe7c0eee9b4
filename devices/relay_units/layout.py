"""How a relay unit that speaks over a broker lays out its topics and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from devices.transports.broker_session import Message


@dataclass(frozen=True, slots=True)
class News:
    """What a unit told with one message: only what it names has a value.

    ``done`` and ``refused`` name commands by their ids; ``pulse_times`` are in the unit's own figures.
    """

    online: bool | None = None
    inputs: Mapping[int, bool | None] = field(default_factory=dict)
    relays: Mapping[int, bool | None] = field(default_factory=dict)
    pulse_times: Mapping[int, int] = field(default_factory=dict)
    beat: int | None = None
    done: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One publication of a command; ``moves`` says that a relay follows it, ``is_done`` by which news."""

    topic: str
    payload: bytes
    is_done: Callable[[News], bool]
    is_refused: Callable[[News], bool] = field(default=lambda _news: False)
    moves: bool = True


class Layout(Protocol):
    """One way to speak; ``beat`` is the newest heartbeat of the unit, None where it has none."""

    topics: tuple[str, ...]
    """The filters under which the unit speaks and is spoken to."""

    def is_command(self, topic: str) -> bool:
        """Whether what is published there moves something, or may."""

    def read(self, message: Message) -> News | None:
        """What the unit told; None where it is not understood."""

    def questions(self) -> tuple[tuple[str, bytes], ...]:
        """What to publish so that it tells its state; none where it does so by itself."""

    def pulse(self, relay: int, duration_ms: int, command_id: str, beat: int | None) -> tuple[Step, ...]:
        """Close the relay for a time, step by step."""

    def switch(self, relay: int, closed: bool, command_id: str, beat: int | None) -> tuple[Step, ...]:
        """Close it to stay, or open it."""
