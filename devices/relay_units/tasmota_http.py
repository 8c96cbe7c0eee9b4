"""Tasmota relays over their web commands (``/cm?cmnd=…``): ``PulseTime`` lets the relay end its pulse itself.

Every pulse first says how long it is to be, every holding that it has no end: the figure stays in the device,
and a gate must not stay up because somebody changed it there. ``PowerOnState 0`` leaves the relays open when
the power comes back (and 5 would turn every pulse round): it is set where it is another.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from core.domain.errors import DeviceError
from devices.relay_units.login import Login
from devices.relay_units.tasmota_words import (
    LARGEST_BYTES,
    SAFE_POWER_ON_STATE,
    TasmotaNews,
    news_of,
    pulse_figure,
)
from devices.relay_units.unit import NO_LOGIN, REFUSED, WRONG_DEVICE, UnitState
from devices.transports.deadlines import NO_ANSWER
from devices.transports.http_line import HttpLine, LineLost

TASMOTA_PORT = 80
USUAL_USER = "admin"


class TasmotaLink:
    """Fills ``UnitLink``; Tasmota knows one login only, for all that is asked and done."""

    def __init__(self, host: str, port: int = TASMOTA_PORT, *, login: Login) -> None:
        origin = f"http://{host}:{port}"
        self._asking, self._acting = HttpLine(origin), HttpLine(origin)
        self._login = {"user": login.user or USUAL_USER, "password": login.password} if login.password else {}

    def identify(self, limit_s: float) -> None:
        """See that it answers as Tasmota does."""
        news = self._ask(self._asking, "Power0", limit_s)
        if not news.relays:
            raise DeviceError(WRONG_DEVICE, detail="it names no relay")
        if self._ask(self._asking, "PowerOnState", limit_s).power_on_state != SAFE_POWER_ON_STATE:
            self._ask(self._asking, f"PowerOnState {SAFE_POWER_ON_STATE}", limit_s)

    def poll(self, limit_s: float) -> UnitState:
        """Its relays, then its switches."""
        relays = self._ask(self._asking, "Status 11", limit_s).relays
        inputs = self._ask(self._asking, "Status 10", limit_s).inputs
        return UnitState(inputs=inputs, relays=relays)

    def pulse(self, relay: int, duration_ms: int, limit_s: float) -> None:
        """Say how long, then close the relay."""
        self._time(relay, pulse_figure(duration_ms), limit_s / 2)
        self._power(relay, True, limit_s / 2)

    def switch(self, relay: int, closed: bool, limit_s: float) -> None:
        """Close it to stay, or open it."""
        if closed:
            self._time(relay, 0, limit_s / 2)
        self._power(relay, closed, limit_s / 2)

    def close(self) -> None:
        """Let go of both connections."""
        self._asking.close()
        self._acting.close()

    def _time(self, relay: int, figure: int, limit_s: float) -> None:
        news = self._ask(self._acting, f"PulseTime{relay + 1} {figure}", limit_s)
        if news.pulse_times.get(relay) != figure:
            raise DeviceError(REFUSED, detail=f"it does not take {figure} as PulseTime{relay + 1}")

    def _power(self, relay: int, closed: bool, limit_s: float) -> None:
        wanted = f"Power{relay + 1} {'ON' if closed else 'OFF'}"
        news = self._ask(self._acting, wanted, limit_s, acts=True)
        if relay not in news.relays:
            raise DeviceError(REFUSED, detail=f"it has no relay {relay + 1}")
        if news.relays[relay] is not closed:
            raise DeviceError(NO_ANSWER, detail=f"{wanted}: its relay says otherwise", unknown=True)

    def _ask(self, line: HttpLine, command: str, limit_s: float, *, acts: bool = False) -> TasmotaNews:
        query = urlencode({**self._login, "cmnd": command}, quote_via=quote)
        try:
            answer = line.exchange("GET", f"/cm?{query}", limit_s=limit_s, largest_bytes=LARGEST_BYTES)
        except LineLost as lost:
            raise DeviceError(
                NO_ANSWER, detail=_without(query, str(lost)), unknown=acts and lost.sent
            ) from None
        if answer.status == 401 or b"Need user" in answer.body:
            raise DeviceError(NO_LOGIN, detail="name or password are missing or wrong")
        if answer.status == 404:
            raise DeviceError(WRONG_DEVICE, detail="it takes no web commands")
        news = news_of(answer.body) if answer.status == 200 else None
        if news is None:
            raise DeviceError(NO_ANSWER, detail=f"HTTP {answer.status}, not Tasmota's answer", unknown=acts)
        return news


def _without(query: str, text: str) -> str:
    """The query holds the password, and no log needs it."""
    return text.replace(query, "…")
