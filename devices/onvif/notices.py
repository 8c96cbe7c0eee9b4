"""What an ONVIF device notices by itself: its inputs and relays, through a pull point.

The messages are ``tns1:Device/Trigger/DigitalInput`` with ``InputToken`` and ``LogicalState``, and
``tns1:Device/Trigger/Relay`` with ``RelayToken``; at the beginning the device tells the state of each
(source: ONVIF Core and Device IO specifications).
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifDevice
from devices.onvif.soap import EVENTS, every, first, text
from devices.relay_units.unit import REFUSED

LASTS_S = 60
RENEW_AFTER_S = 20.0
MOST_MESSAGES = 64
_ACTIONS = "http://www.onvif.org/ver10/events/wsdl"
_TRUE = frozenset({"true", "1", "active"})
_FALSE = frozenset({"false", "0", "inactive"})


@dataclass(slots=True)
class Noticed:
    """The states by the device's tokens."""

    inputs: dict[str, bool | None] = field(default_factory=dict)
    relays: dict[str, bool | None] = field(default_factory=dict)


class Notices:
    """One subscription; not thread-safe."""

    def __init__(self, device: OnvifDevice) -> None:
        self.noticed = Noticed()
        self._device = device
        self._path = ""
        self._renew_at_s = 0.0

    def begin(self, limit_s: float) -> None:
        """Subscribe; the states come with the first pull."""
        self.noticed = Noticed()
        said = self._device.ask(
            EVENTS,
            "<tev:CreatePullPointSubscription>"
            f"<tev:InitialTerminationTime>PT{LASTS_S}S</tev:InitialTerminationTime>"
            "</tev:CreatePullPointSubscription>",
            limit_s,
            action=f"{_ACTIONS}/EventPortType/CreatePullPointSubscriptionRequest",
        )
        reference = first(said, "SubscriptionReference")
        address = text(reference, "Address") if reference is not None else ""
        if not address:
            raise DeviceError(REFUSED, detail="it names no pull point")
        self._path = self._device.path_of(address)
        self._renew_at_s = time.monotonic() + RENEW_AFTER_S

    def pull(self, wait_s: int, limit_s: float) -> bool:
        """Take what was noticed, waiting so long for it; whether there was anything."""
        if time.monotonic() >= self._renew_at_s:
            self._renew(limit_s)
        said = self._device.ask(
            EVENTS,
            f"<tev:PullMessages><tev:Timeout>PT{wait_s}S</tev:Timeout>"
            f"<tev:MessageLimit>{MOST_MESSAGES}</tev:MessageLimit></tev:PullMessages>",
            limit_s,
            path=self._path,
            action=f"{_ACTIONS}/PullPointSubscription/PullMessagesRequest",
        )
        news = False
        for message in every(said, "NotificationMessage"):
            items = {each.get("Name", ""): each.get("Value", "") for each in every(message, "SimpleItem")}
            news |= self._take(items)
        return news

    def _take(self, items: dict[str, str]) -> bool:
        said = items.get("LogicalState", "").lower()
        state = True if said in _TRUE else False if said in _FALSE else None
        if "InputToken" in items:
            self.noticed.inputs[items["InputToken"]] = state
        elif "RelayToken" in items:
            self.noticed.relays[items["RelayToken"]] = state
        else:
            return False
        return True

    def _renew(self, limit_s: float) -> None:
        self._renew_at_s = time.monotonic() + RENEW_AFTER_S
        try:
            self._device.ask(
                EVENTS,
                f"<wsnt:Renew><wsnt:TerminationTime>PT{LASTS_S}S</wsnt:TerminationTime></wsnt:Renew>",
                limit_s,
                path=self._path,
                action="http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/RenewRequest",
            )
        except DeviceError as trouble:
            # Some only know how to pull, which renews as well.
            if trouble.cause != REFUSED:
                raise
