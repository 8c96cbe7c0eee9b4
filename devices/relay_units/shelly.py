"""Shelly relays of the second generation and later, over their RPC on HTTP.

``Switch.Set`` with ``toggle_after`` makes the unit itself end the pulse; ``Shelly.GetStatus`` tells all
inputs and relays at once; ``GET /shelly`` says, without a login, what the unit is. Logins are Digest with
SHA-256, and the name is ``admin`` on every unit (source: the maker's documentation of its Gen2 API).

A relay that moves a gate must be open when the power comes back: ``initial_state`` is set to ``off`` once
it was used, if it is not so already.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from typing import Any, Final

from requests.auth import AuthBase, HTTPDigestAuth

from core.domain.errors import DeviceError
from devices.relay_units.login import Login
from devices.relay_units.unit import NO_LOGIN, REFUSED, WRONG_DEVICE, UnitState
from devices.transports.deadlines import NO_ANSWER
from devices.transports.http_line import Answer, HttpLine, LineLost

_LOG = logging.getLogger(__name__)

SHELLY_PORT = 80
OLDEST_GENERATION = 2
LARGEST_BYTES = 65_536
USUAL_USER: Final = "admin"
# The unit is told to be safe when no car is likely to be on its loops: it costs a look at them.
QUIET_AFTER_S: Final = 3.0


class ShellyLink:
    """Fills ``UnitLink``; ``acting`` is the login for commands, ``asking`` the one for all that only asks."""

    def __init__(self, host: str, port: int = SHELLY_PORT, *, acting: Login, asking: Login) -> None:
        origin = f"http://{host}:{port}"
        self._asking = HttpLine(origin, _digest(asking))
        self._acting = HttpLine(origin, _digest(acting))
        self._moved: frozenset[int] = frozenset()
        self._moved_at_s = 0.0
        self._safe: frozenset[int] = frozenset()

    def identify(self, limit_s: float) -> None:
        """See that it is a Shelly that understands the RPC."""
        said = _object(self._once(self._asking, "GET", "/shelly", None, limit_s))
        generation = said.get("gen")
        if not isinstance(generation, int) or generation < OLDEST_GENERATION:
            raise DeviceError(WRONG_DEVICE, detail=f"no Shelly of generation {OLDEST_GENERATION} or later")

    def poll(self, limit_s: float) -> UnitState:
        """All inputs and relays, in one question."""
        status = self._call(self._asking, "Shelly.GetStatus", {}, limit_s)
        unsafe = self._moved - self._safe
        if unsafe and time.monotonic() - self._moved_at_s > QUIET_AFTER_S:
            self._make_safe(min(unsafe), limit_s / 2)
        return UnitState(inputs=_flags(status, "input:", "state"), relays=_flags(status, "switch:", "output"))

    def pulse(self, relay: int, duration_ms: int, limit_s: float) -> None:
        """Close the relay; the unit opens it after the time."""
        wanted = {"id": relay, "on": True, "toggle_after": duration_ms / 1000}
        self._call(self._acting, "Switch.Set", wanted, limit_s, acts=True)
        self._note_moved(relay)

    def switch(self, relay: int, closed: bool, limit_s: float) -> None:
        """Close it to stay, or open it."""
        self._call(self._acting, "Switch.Set", {"id": relay, "on": closed}, limit_s, acts=True)
        self._note_moved(relay)

    def input_mode(self, relay: int, limit_s: float) -> str:
        """What the input of the relay's number does to it: ``detached`` is nothing, empty is not told."""
        mode = self._call(self._asking, "Switch.GetConfig", {"id": relay}, limit_s).get("in_mode")
        return mode[:20] if isinstance(mode, str) else ""

    def close(self) -> None:
        """Let go of both connections."""
        self._asking.close()
        self._acting.close()

    def _note_moved(self, relay: int) -> None:
        self._moved |= {relay}
        self._moved_at_s = time.monotonic()

    def _make_safe(self, relay: int, limit_s: float) -> None:
        """See that the relay is open after a power cut; a unit that does not let itself be told is logged."""
        self._safe |= {relay}
        try:
            config = self._call(self._asking, "Switch.GetConfig", {"id": relay}, limit_s)
            if config.get("initial_state") != "off":
                wanted = {"id": relay, "config": {"initial_state": "off"}}
                self._call(self._asking, "Switch.SetConfig", wanted, limit_s)
        except DeviceError as trouble:
            if trouble.cause == NO_ANSWER:
                raise
            _LOG.warning("relay %s may be closed after a power cut: %s", relay, trouble)

    def _call(
        self, line: HttpLine, method: str, params: Mapping[str, object], limit_s: float, *, acts: bool = False
    ) -> Mapping[str, Any]:
        frame = {"id": 1, "src": "lotkeeper", "method": method, "params": params}
        said = _object(self._once(line, "POST", "/rpc", frame, limit_s, acts=acts), unknown=acts)
        error = said.get("error")
        if error is not None:
            raise DeviceError(REFUSED, detail=f"{method}: {_reason(error)}")
        result = said.get("result")
        if not isinstance(result, dict):
            raise DeviceError(NO_ANSWER, detail=f"{method}: no result in the answer", unknown=acts)
        return result

    def _once(
        self, line: HttpLine, method: str, path: str, frame: object, limit_s: float, *, acts: bool = False
    ) -> Answer:
        try:
            answer = line.exchange(method, path, json=frame, limit_s=limit_s, largest_bytes=LARGEST_BYTES)
        except LineLost as lost:
            raise DeviceError(NO_ANSWER, detail=str(lost), unknown=acts and lost.sent) from lost
        if answer.status == 401:
            raise DeviceError(NO_LOGIN, detail="name or password are missing or wrong")
        if answer.status == 404:
            raise DeviceError(WRONG_DEVICE, detail=f"it knows no {path}")
        if answer.status not in {200, 500}:  # an error of the RPC itself comes with 500 on some firmware
            raise DeviceError(REFUSED, detail=f"HTTP {answer.status}")
        return answer


def _digest(login: Login) -> AuthBase | None:
    return HTTPDigestAuth(login.user or USUAL_USER, login.password) if login.password else None


def _object(answer: Answer, *, unknown: bool = False) -> Mapping[str, Any]:
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError) as problem:
        raise DeviceError(NO_ANSWER, detail="what came back is no JSON", unknown=unknown) from problem
    if not isinstance(said, dict):
        raise DeviceError(NO_ANSWER, detail="what came back is no object", unknown=unknown)
    return {**said, "error": said} if answer.status == 500 and "error" not in said else said


def _reason(error: object) -> str:
    said = error.get("message", error.get("code", "")) if isinstance(error, dict) else error
    return str(said)[:120]


def _flags(status: Mapping[str, Any], prefix: str, field: str) -> dict[int, bool | None]:
    """Of ``{"input:0": {"state": true}}`` the flag of each; what is neither true nor false is not known."""
    found: dict[int, bool | None] = {}
    for key, part in status.items():
        number = key.removeprefix(prefix)
        if key.startswith(prefix) and number.isdecimal() and len(number) < 4 and isinstance(part, dict):
            value = part.get(field)
            found[int(number)] = value if isinstance(value, bool) else None
    return found
