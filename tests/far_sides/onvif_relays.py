"""An ONVIF camera with relays and inputs on loopback. It is ours: ipycam, which is not, has neither.

Written from the ONVIF specifications (Core: WS-UsernameToken, GetServices, pull points; Device IO: relay
outputs and their modes, digital inputs). Its clock may be wrong by ``clock_ahead_s``.
"""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from tests.far_sides.http_peer import HttpPeer

RELAYS = ("RelayA", "RelayB")
INPUTS = ("In1", "In2")
SKEW_S = 5
_SOAP = "http://www.w3.org/2003/05/soap-envelope"
_NAMES = (
    f'xmlns:s="{_SOAP}" xmlns:tds="http://www.onvif.org/ver10/device/wsdl" '
    'xmlns:tmd="http://www.onvif.org/ver10/deviceIO/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema" '
    'xmlns:tr2="http://www.onvif.org/ver20/media/wsdl" '
    'xmlns:tev="http://www.onvif.org/ver10/events/wsdl" xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2" '
    'xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:ter="http://www.onvif.org/ver10/error"'
)
_SERVICES = {
    "http://www.onvif.org/ver10/device/wsdl": "/onvif/device_service",
    "http://www.onvif.org/ver10/deviceIO/wsdl": "/onvif/deviceio",
    "http://www.onvif.org/ver10/events/wsdl": "/onvif/events",
    "http://www.onvif.org/ver20/media/wsdl": "/onvif/media2",
}


class OnvifRelays(HttpPeer):
    """Two relays, two inputs, one login (an empty password lets everybody in)."""

    def __init__(self, *, user: str = "admin", password: str = "", clock_ahead_s: int = 0) -> None:
        super().__init__()
        self.activations: list[str] = []
        self.settings: list[tuple[str, str, str]] = []
        self.only_bistable = False
        self._login = (user, password)
        self._ahead = timedelta(seconds=clock_ahead_s)
        self._modes = dict.fromkeys(RELAYS, ("Bistable", 0.0))
        self._states = dict.fromkeys((*RELAYS, *INPUTS), False)
        self._changed = threading.Condition()
        self._subscriptions: dict[str, set[str]] = {}
        self._timers: dict[str, threading.Timer] = {}

    def relay(self, index: int) -> bool:
        """Whether the relay is closed now."""
        return self._states[RELAYS[index]]

    def set_input(self, index: int, value: bool) -> None:
        """Open or close a contact."""
        self._set(INPUTS[index], value)

    def forget_subscriptions(self) -> None:
        """As after its restart."""
        with self._changed:
            self._subscriptions.clear()
            self._changed.notify_all()

    def stop(self) -> None:
        """As without power, so that nobody's subscription is left."""
        self.forget_subscriptions()
        super().stop()

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        if method != "POST" or not path.startswith("/onvif/"):
            return 404, b"Not Found", {}
        if not body:
            return _fault("ter:InvalidArgs", "there is no question")
        root = fromstring(body.decode())
        asked = next(iter(root.find(f"{{{_SOAP}}}Body")))  # type: ignore[arg-type]
        name = _local(asked)
        if name != "GetSystemDateAndTime" and not self._knows(root):
            return _fault("ter:NotAuthorized", "Sender not Authorized")
        handler = getattr(self, f"_on_{name}", None)
        if handler is None:
            return _fault("ter:ActionNotSupported", f"{name} is not supported")
        said = handler(asked, path)
        return said if isinstance(said, tuple) else _soap(200, said)

    def _knows(self, root: Element) -> bool:
        user, password = self._login
        if not password:
            return True
        said = {_local(each): each.text or "" for each in root.iter()}
        try:
            created = datetime.fromisoformat(said["Created"])
            nonce = base64.b64decode(said["Nonce"])
        except (KeyError, ValueError):
            return False
        if abs((created - datetime.now(UTC) - self._ahead).total_seconds()) > SKEW_S:
            return False
        proof = hashlib.sha1(nonce + said["Created"].encode() + password.encode()).digest()
        return said["Username"] == user and base64.b64decode(said["Password"]) == proof

    def _on_GetSystemDateAndTime(self, _asked: Element, _path: str) -> str:
        now = datetime.now(UTC) + self._ahead
        return (
            "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:UTCDateTime><tt:Time>"
            f"<tt:Hour>{now.hour}</tt:Hour><tt:Minute>{now.minute}</tt:Minute><tt:Second>{now.second}</tt:Second>"
            f"</tt:Time><tt:Date><tt:Year>{now.year}</tt:Year><tt:Month>{now.month}</tt:Month>"
            f"<tt:Day>{now.day}</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>"
            "</tds:GetSystemDateAndTimeResponse>"
        )

    def _on_GetDeviceInformation(self, _asked: Element, _path: str) -> str:
        return (
            "<tds:GetDeviceInformationResponse><tds:Manufacturer>Lotkeeper</tds:Manufacturer>"
            "<tds:Model>Relay camera</tds:Model><tds:FirmwareVersion>1</tds:FirmwareVersion>"
            "</tds:GetDeviceInformationResponse>"
        )

    def _on_GetServices(self, _asked: Element, _path: str) -> str:
        # It knows itself by an address of its own network, as cameras behind a router do.
        listed = "".join(
            f"<tds:Service><tds:Namespace>{namespace}</tds:Namespace>"
            f"<tds:XAddr>http://192.168.77.5{path}</tds:XAddr></tds:Service>"
            for namespace, path in _SERVICES.items()
        )
        return f"<tds:GetServicesResponse>{listed}</tds:GetServicesResponse>"

    def _on_GetProfiles(self, asked: Element, path: str) -> Any:
        if path != "/onvif/media2" or not asked.tag.startswith("{http://www.onvif.org/ver20/media/wsdl}"):
            return _fault("ter:ActionNotSupported", "only the second media service is here")
        size = "<tt:Resolution><tt:Width>1920</tt:Width><tt:Height>1080</tt:Height></tt:Resolution>"
        return (
            '<tr2:GetProfilesResponse><tr2:Profiles token="T1" fixed="true"><tr2:Name>main</tr2:Name>'
            f"<tr2:Configurations><tr2:VideoEncoder>{size}</tr2:VideoEncoder></tr2:Configurations>"
            "</tr2:Profiles></tr2:GetProfilesResponse>"
        )

    def _on_GetStreamUri(self, asked: Element, _path: str) -> Any:
        said = {_local(each): each.text or "" for each in asked.iter()}
        if (said.get("Protocol"), said.get("ProfileToken")) != ("RTSP", "T1"):
            return _fault("ter:NoProfile", "no such profile")
        uri = "rtsp://192.168.77.5:554/t1?a=1&amp;b=2"
        return f"<tr2:GetStreamUriResponse><tr2:Uri>{uri}</tr2:Uri></tr2:GetStreamUriResponse>"

    def _on_GetRelayOutputs(self, _asked: Element, _path: str) -> str:
        listed = "".join(
            f'<tds:RelayOutputs token="{token}"><tt:Properties><tt:Mode>{mode}</tt:Mode>'
            f"<tt:DelayTime>PT{delay_s:g}S</tt:DelayTime><tt:IdleState>open</tt:IdleState></tt:Properties>"
            "</tds:RelayOutputs>"
            for token, (mode, delay_s) in self._modes.items()
        )
        return f"<tds:GetRelayOutputsResponse>{listed}</tds:GetRelayOutputsResponse>"

    def _on_GetDigitalInputs(self, _asked: Element, _path: str) -> str:
        listed = "".join(f'<tmd:DigitalInputs token="{token}"/>' for token in INPUTS)
        return f"<tmd:GetDigitalInputsResponse>{listed}</tmd:GetDigitalInputsResponse>"

    def _on_SetRelayOutputSettings(self, asked: Element, _path: str) -> Any:
        said = {_local(each): each.text or "" for each in asked.iter()}
        if self.only_bistable and said["Mode"] != "Bistable":
            return _fault("ter:ModeError", "Monostable delay time not valid")
        delay_s = float(said["DelayTime"].removeprefix("PT").removesuffix("S"))
        self.settings.append((said["RelayOutputToken"], said["Mode"], said["DelayTime"]))
        self._modes[said["RelayOutputToken"]] = (said["Mode"], delay_s)
        return "<tds:SetRelayOutputSettingsResponse/>"

    def _on_SetRelayOutputState(self, asked: Element, _path: str) -> Any:
        said = {_local(each): each.text or "" for each in asked.iter()}
        token, active = said["RelayOutputToken"], said["LogicalState"] == "active"
        if token not in RELAYS:
            return _fault("ter:RelayToken", "Unknown relay token reference")
        if active:
            self.activations.append(token)
        if token in self._timers:
            self._timers.pop(token).cancel()
        self._set(token, active)
        mode, delay_s = self._modes[token]
        if active and mode == "Monostable":
            timer = threading.Timer(delay_s, self._set, (token, False))
            timer.daemon = True
            self._timers[token] = timer
            timer.start()
        return "<tds:SetRelayOutputStateResponse/>"

    def _on_CreatePullPointSubscription(self, _asked: Element, _path: str) -> str:
        with self._changed:
            path = f"/onvif/pull/{time.monotonic_ns()}"
            self._subscriptions[path] = set(self._states)
        return (
            "<tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference>"
            f"<wsa:Address>http://192.168.77.5{path}</wsa:Address></tev:SubscriptionReference>"
            "</tev:CreatePullPointSubscriptionResponse>"
        )

    def _on_PullMessages(self, asked: Element, path: str) -> Any:
        seconds = float((asked[0].text or "PT0S").removeprefix("PT").removesuffix("S"))
        with self._changed:
            self._changed.wait_for(
                lambda: path not in self._subscriptions or self._subscriptions[path], seconds
            )
            if path not in self._subscriptions:
                return _fault("ter:InvalidArgVal", "no such subscription")
            news, self._subscriptions[path] = self._subscriptions[path], set()
            listed = "".join(self._message(token) for token in sorted(news))
        return f"<tev:PullMessagesResponse>{listed}</tev:PullMessagesResponse>"

    def _message(self, token: str) -> str:
        sort, key = ("Relay", "RelayToken") if token in RELAYS else ("DigitalInput", "InputToken")
        state = self._states[token]
        value = ("active" if state else "inactive") if token in RELAYS else str(state).lower()
        return (
            f"<wsnt:NotificationMessage><wsnt:Topic>tns1:Device/Trigger/{sort}</wsnt:Topic><wsnt:Message>"
            f'<tt:Message><tt:Source><tt:SimpleItem Name="{key}" Value="{token}"/></tt:Source>'
            f'<tt:Data><tt:SimpleItem Name="LogicalState" Value="{value}"/></tt:Data></tt:Message>'
            "</wsnt:Message></wsnt:NotificationMessage>"
        )

    def _set(self, token: str, value: bool) -> None:
        with self._changed:
            if self._states[token] != value:
                self._states[token] = value
                for news in self._subscriptions.values():
                    news.add(token)
                self._changed.notify_all()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _soap(status: int, body: str) -> tuple[int, bytes, dict[str, str]]:
    said = f'<?xml version="1.0"?><s:Envelope {_NAMES}><s:Body>{body}</s:Body></s:Envelope>'
    return status, said.encode(), {"Content-Type": "application/soap+xml"}


def _fault(code: str, reason: str) -> tuple[int, bytes, dict[str, str]]:
    return _soap(
        400,
        f"<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{code}</s:Value></s:Subcode></s:Code>"
        f'<s:Reason><s:Text xml:lang="en">{reason}</s:Text></s:Reason></s:Fault>',
    )
