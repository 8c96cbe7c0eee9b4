"""An ONVIF device: its clock, its services, and one question at a time to any of them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from requests.auth import HTTPDigestAuth

from core.domain.errors import DeviceError
from devices.onvif.soap import (
    DEVICE,
    EVENTS,
    LARGEST_BYTES,
    MEDIA,
    NotSoap,
    SoapFault,
    body_of,
    envelope,
    every,
    first,
    text,
    username_token,
)
from devices.relay_units.login import Login
from devices.relay_units.unit import NO_LOGIN, REFUSED, WRONG_DEVICE
from devices.transports.deadlines import NO_ANSWER
from devices.transports.http_line import Answer, HttpLine, LineLost

USUAL_PATH: Final = "/onvif/device_service"
# A clock that was never set says 1970 or 2000; others are none, and times could not be reckoned by them.
_YEARS = range(1970, 2200)
_HEADERS = {"Content-Type": "application/soap+xml; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class OnvifAddress:
    """Where the device service is, and who we are to it."""

    origin: str
    path: str
    host: str
    login: Login


@dataclass(frozen=True, slots=True)
class Identity:
    """What the device says that it is."""

    maker: str
    model: str
    firmware: str


def onvif_address(address: str, login: Login | None = None) -> OnvifAddress:
    """Of a URL (name and password may stand in it) or a bare ``host`` or ``host:port``.

    Raises DeviceError ``board.wrong_device`` where it is no address at all.
    """
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        # Its words may hold a part of the password.
        raise DeviceError(WRONG_DEVICE, detail="its port is no number") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise DeviceError(WRONG_DEVICE, detail="an ONVIF address begins with http:// or https://")
    named = f"[{host}]" if ":" in host else host
    within = Login(unquote(parts.username or ""), unquote(parts.password or ""))
    path = parts.path if len(parts.path) > 1 else USUAL_PATH
    origin = f"{parts.scheme}://{named}" + (f":{port}" if port else "")
    return OnvifAddress(origin, path, host, login if login and login.password else within)


class OnvifDevice:
    """Questions to one device over one connection; not thread-safe.

    All raise DeviceError ``board.no_answer`` (``unknown`` set where an act may have happened),
    ``board.refused``, ``board.no_login``, ``board.wrong_device``.
    """

    def __init__(self, address: OnvifAddress) -> None:
        self._address = address
        self._login = address.login
        auth = HTTPDigestAuth(self._login.user, self._login.password) if self._login.password else None
        self._line = HttpLine(address.origin, auth)
        self._clock_offset = timedelta()
        self._services: Mapping[str, str] = {}

    def meet(self, limit_s: float) -> None:
        """Learn the device's clock and where its services are; within the limit."""
        until_s = time.monotonic() + limit_s
        said = self._date_and_time(limit_s / 2)
        self._clock_offset = _offset(said, datetime.now(UTC))
        self._services = self._found_services(until_s - time.monotonic())

    def has(self, service: str) -> bool:
        """Whether the device has the service of this namespace."""
        return service in self._services

    def identity(self, limit_s: float) -> Identity:
        """Maker, model and firmware."""
        said = self.ask(DEVICE, "<tds:GetDeviceInformation/>", limit_s)
        return Identity(text(said, "Manufacturer"), text(said, "Model"), text(said, "FirmwareVersion"))

    def ask(
        self,
        service: str,
        body: str,
        limit_s: float,
        *,
        path: str = "",
        action: str = "",
        acts: bool = False,
        with_login: bool = True,
    ) -> Element:
        """One question to a service (or to the ``path`` of one of its subscriptions): its answer's body."""
        where = path or self._services.get(service, self._address.path)
        token = ""
        if with_login and self._login.password:
            token = username_token(self._login, datetime.now(UTC) + self._clock_offset)
        to = self._address.origin + where if action else ""
        question = envelope(body, token=token, to=to, action=action)
        try:
            answer = self._line.exchange(
                "POST", where, data=question, headers=_HEADERS, limit_s=limit_s, largest_bytes=LARGEST_BYTES
            )
        except LineLost as lost:
            raise DeviceError(NO_ANSWER, detail=str(lost), unknown=acts and lost.sent) from None
        return _understood(answer, acts=acts)

    def path_of(self, address: str) -> str:
        """The path of an address that the device named: it may know itself by another one than we do."""
        try:
            parts = urlsplit(address)
        except ValueError as problem:
            raise DeviceError(WRONG_DEVICE, detail="it names an address that is none") from problem
        path = parts.path if parts.path.startswith("/") else f"/{parts.path}"
        return path + (f"?{parts.query}" if parts.query else "")

    def close(self) -> None:
        """Let go of the connection; it may be asked again."""
        self._line.close()

    def _date_and_time(self, limit_s: float) -> Element:
        """Everybody may ask for it, the standard says; some devices ask for the login even so."""
        try:
            return self.ask(DEVICE, "<tds:GetSystemDateAndTime/>", limit_s / 2, with_login=False)
        except DeviceError as trouble:
            if trouble.cause != NO_LOGIN or not self._login.password:
                raise
        return self.ask(DEVICE, "<tds:GetSystemDateAndTime/>", limit_s / 2)

    def _found_services(self, limit_s: float) -> dict[str, str]:
        question = "<tds:GetServices><tds:IncludeCapability>false</tds:IncludeCapability></tds:GetServices>"
        try:
            said = self.ask(DEVICE, question, limit_s)
        except DeviceError as trouble:
            if trouble.cause != REFUSED:
                raise
            return self._found_capabilities(limit_s)
        found = {
            text(each, "Namespace"): self.path_of(text(each, "XAddr")) for each in every(said, "Service")
        }
        return {namespace: path for namespace, path in found.items() if namespace}

    def _found_capabilities(self, limit_s: float) -> dict[str, str]:
        """The same of a device too old for GetServices."""
        question = "<tds:GetCapabilities><tds:Category>All</tds:Category></tds:GetCapabilities>"
        said = self.ask(DEVICE, question, limit_s)
        found = {}
        for namespace, name in ((DEVICE, "Device"), (MEDIA, "Media"), (EVENTS, "Events")):
            part = first(said, name)
            if part is not None and text(part, "XAddr"):
                found[namespace] = self.path_of(text(part, "XAddr"))
        return found


def _understood(answer: Answer, *, acts: bool) -> Element:
    if answer.status == 401:
        raise DeviceError(NO_LOGIN, detail="name or password are missing or wrong")
    if answer.status == 404:
        raise DeviceError(WRONG_DEVICE, detail="it has no ONVIF service there")
    try:
        return body_of(answer.body)
    except SoapFault as fault:
        raise DeviceError(NO_LOGIN if fault.is_login else REFUSED, detail=str(fault)) from None
    except NotSoap as problem:
        detail = f"HTTP {answer.status}: {problem}"
        raise DeviceError(NO_ANSWER if acts else WRONG_DEVICE, detail=detail, unknown=acts) from None


def _offset(said: Element, now: datetime) -> timedelta:
    """By how much the device's clock is ahead of ours; nothing where it does not say so clearly."""
    utc = first(said, "UTCDateTime")
    if utc is None:
        return timedelta()
    names = ("Year", "Month", "Day", "Hour", "Minute", "Second")
    try:
        year, month, day, hour, minute, second = (int(text(utc, name)) for name in names)
        if year not in _YEARS:
            return timedelta()
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC) - now
    except (ValueError, OverflowError):
        return timedelta()
