"""What Tasmota says of its relays and switches, the same over HTTP and MQTT.

``{"POWER1":"ON"}``, ``{"StatusSTS":{"POWER":"OFF"}}``, ``{"StatusSNS":{"Switch1":"ON"}}``,
``{"Switch1":{"Action":"ON"}}``, ``{"PulseTime1":{"Set":5,"Remaining":5}}``; a device of one relay leaves out
its number. Its own figures for a pulse: 1 to 111 are tenths of a second, from 112 on whole seconds plus 100
(source: the project's published documentation of commands).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from devices.relay_units.layout import News

LARGEST_BYTES = 16_384
LONGEST_TENTHS = 111
SAFE_POWER_ON_STATE = 0
_NAME = re.compile(r"(POWER|Switch|PulseTime)(\d{0,2})")
_ON_OFF = {"ON": True, "OFF": False}


@dataclass(frozen=True, slots=True)
class TasmotaNews(News):
    """With what becomes of the relays when the power comes back, where it was asked for."""

    power_on_state: int | None = None


def pulse_figure(duration_ms: int) -> int:
    """The time of a pulse in Tasmota's own figures."""
    tenths = max(1, round(duration_ms / 100))
    return tenths if tenths <= LONGEST_TENTHS else 100 + round(duration_ms / 1000)


def news_of(payload: bytes) -> TasmotaNews | None:
    """What an answer of Tasmota tells; None where it is none."""
    if len(payload) > LARGEST_BYTES:
        return None
    try:
        said = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    inputs: dict[int, bool | None] = {}
    relays: dict[int, bool | None] = {}
    pulse_times: dict[int, int] = {}
    for sort, index, value in _named(said):
        if sort == "PulseTime":
            figure = _figure(value)
            if figure is not None:
                pulse_times[index] = figure
        else:
            (relays if sort == "POWER" else inputs)[index] = _flag(value)
    return TasmotaNews(
        online=True,
        inputs=inputs,
        relays=relays,
        pulse_times=pulse_times,
        power_on_state=_figure(said.get("PowerOnState")),
    )


def _named(said: Mapping[str, object]) -> Iterator[tuple[str, int, object]]:
    for part in (said, said.get("StatusSTS"), said.get("StatusSNS")):
        for key, value in part.items() if isinstance(part, dict) else ():
            found = _NAME.fullmatch(key)
            if found is not None:
                yield found[1], max(0, int(found[2] or 1) - 1), value


def _flag(value: object) -> bool | None:
    action = value.get("Action") if isinstance(value, dict) else value
    return _ON_OFF.get(action) if isinstance(action, str) else None


def _figure(value: object) -> int | None:
    """Newer firmware says {"Set": 5}, older "5 (active 5)"."""
    if isinstance(value, dict):
        value = value.get("Set")
    if isinstance(value, str):
        first = value.split(" ", 1)[0]
        return int(first) if first.isdecimal() and len(first) < 7 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
