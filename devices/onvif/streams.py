"""The video profiles of an ONVIF device, and the address of a profile's stream."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit
from xml.sax.saxutils import escape

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifAddress, OnvifDevice
from devices.onvif.soap import MEDIA, MEDIA2, every, text
from devices.relay_units.unit import REFUSED

MOST_PROFILES = 32


@dataclass(frozen=True, slots=True)
class Profile:
    """One way to get the picture; a size of 0 is not told."""

    token: str
    name: str
    width: int
    height: int


def profiles_of(device: OnvifDevice, limit_s: float) -> tuple[Profile, ...]:
    """The device's profiles, the main one first as a rule."""
    if _only_newer(device):
        question = "<tr2:GetProfiles><tr2:Type>VideoEncoder</tr2:Type></tr2:GetProfiles>"
        said = device.ask(MEDIA2, question, limit_s)
    else:
        said = device.ask(MEDIA, "<trt:GetProfiles/>", limit_s)
    found: list[Profile] = []
    for each in every(said, "Profiles"):
        token = each.get("token", "")
        if token and len(found) < MOST_PROFILES:
            width, height = _number(text(each, "Width")), _number(text(each, "Height"))
            found.append(Profile(token, text(each, "Name") or token, width, height))
    return tuple(found)


def stream_uri(device: OnvifDevice, address: OnvifAddress, profile: str, limit_s: float) -> str:
    """The RTSP address of the profile, with the login in it, at the host that we know the device by."""
    token = f"ProfileToken>{escape(profile)}</"
    if _only_newer(device):
        protocol = "<tr2:Protocol>RTSP</tr2:Protocol>"
        question = f"<tr2:GetStreamUri>{protocol}<tr2:{token}tr2:ProfileToken></tr2:GetStreamUri>"
        said = device.ask(MEDIA2, question, limit_s)
    else:
        setup = (
            "<trt:StreamSetup><tt:Stream>RTP-Unicast</tt:Stream>"
            "<tt:Transport><tt:Protocol>RTSP</tt:Protocol></tt:Transport></trt:StreamSetup>"
        )
        question = f"<trt:GetStreamUri>{setup}<trt:{token}trt:ProfileToken></trt:GetStreamUri>"
        said = device.ask(MEDIA, question, limit_s)
    try:
        parts = urlsplit(text(said, "Uri"))
        port = parts.port
    except ValueError as problem:
        raise DeviceError(REFUSED, detail="the address of the stream is none") from problem
    if parts.scheme not in {"rtsp", "rtsps"}:
        raise DeviceError(REFUSED, detail="it names no RTSP stream")
    host = f"[{address.host}]" if ":" in address.host else address.host
    login = address.login
    who = f"{quote(login.user, safe='')}:{quote(login.password, safe='')}@" if login.password else ""
    netloc = f"{who}{host}" + (f":{port}" if port else "")
    return urlunsplit((parts.scheme, netloc, parts.path, parts.query, ""))


def _only_newer(device: OnvifDevice) -> bool:
    """Whether it has the second media service alone, as some cameras for Profile T do."""
    return device.has(MEDIA2) and not device.has(MEDIA)


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 6 else 0
