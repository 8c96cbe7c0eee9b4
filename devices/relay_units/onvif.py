"""The relays and inputs of an ONVIF camera: many that watch a lane carry the relay for its barrier.

A pulse is a relay in the mode ``Monostable`` with a delay, which the camera itself keeps; held open it is in
the mode ``Bistable``. The modes are set only where they differ: cameras write them to their memory. States
come through a pull point; a camera without one tells nothing of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifAddress, OnvifDevice
from devices.onvif.notices import Notices
from devices.onvif.soap import DEVICE, DEVICE_IO, EVENTS, every, text
from devices.relay_units.unit import REFUSED, UnitState

MOST_RELAYS = 32
# The camera answers a pull as soon as it noticed something, else after this.
PULL_WAIT_S = 1
POLL_LIMIT_S = 1.4


@dataclass(frozen=True, slots=True)
class Mode:
    """How a relay behaves; ``delay`` is a duration in ISO 8601, empty where it stays."""

    delay: str = ""


class OnvifLink:
    """Fills ``UnitLink``: relays and inputs are counted in the order in which the camera names them.

    ``opening_token``, where given, is the relay's that is pulsed, whatever its number.
    """

    def __init__(
        self, acting: OnvifAddress, asking: OnvifAddress | None = None, *, opening_token: str = ""
    ) -> None:
        self._asking = OnvifDevice(asking or acting)
        self._acting = OnvifDevice(acting)
        self._opening_token = opening_token
        self._notices: Notices | None = None
        self._relays: tuple[str, ...] = ()
        self._inputs: tuple[str, ...] = ()
        self._modes: dict[str, Mode] = {}
        self._tell_again = 0

    def identify(self, limit_s: float) -> None:
        """Meet the camera, learn its relays and inputs, and begin to hear of them."""
        self._asking.meet(limit_s)
        self._acting.meet(limit_s)
        self._read_relays(limit_s)
        self._inputs = self._read_inputs(limit_s)
        self._notices = Notices(self._asking) if self._asking.has(EVENTS) else None
        if self._notices is not None:
            self._notices.begin(limit_s)
            self._notices.pull(0, limit_s)
            self._tell_again = 2

    def poll(self, limit_s: float) -> UnitState:
        """What was noticed until now."""
        if self._tell_again:
            self._tell_again -= 1  # before the next wait: who debounces needs to hear it twice
        elif self._notices is not None:
            self._tell_again = int(self._notices.pull(PULL_WAIT_S, limit_s))
        else:
            self._asking.ask(DEVICE, "<tds:GetSystemDateAndTime/>", limit_s, with_login=False)
        if self._notices is None:
            return UnitState()
        noticed = self._notices.noticed
        return UnitState(
            inputs={index: noticed.inputs.get(token) for index, token in enumerate(self._inputs)},
            relays={index: noticed.relays.get(token) for index, token in enumerate(self._relays)},
        )

    def pulse(self, relay: int, duration_ms: int, limit_s: float) -> None:
        """Have the camera close the relay for the time."""
        token = self._token(relay)
        self._set_mode(token, Mode(f"PT{duration_ms / 1000:g}S"), limit_s / 2)
        self._set_state(token, True, limit_s / 2)

    def switch(self, relay: int, closed: bool, limit_s: float) -> None:
        """Close it to stay, or open it."""
        token = self._token(relay)
        if closed:
            self._set_mode(token, Mode(), limit_s / 2)
        self._set_state(token, closed, limit_s / 2)

    def close(self) -> None:
        """Let go of both connections."""
        self._asking.close()
        self._acting.close()

    def _token(self, relay: int) -> str:
        if not 0 <= relay < len(self._relays):
            raise DeviceError(REFUSED, detail=f"the camera has {len(self._relays)} relays, not relay {relay}")
        return self._relays[relay]

    def _read_relays(self, limit_s: float) -> None:
        said = self._asking.ask(DEVICE, "<tds:GetRelayOutputs/>", limit_s)
        found: dict[str, Mode] = {}
        for each in every(said, "RelayOutputs"):
            token = each.get("token", "")
            if token and len(found) < MOST_RELAYS:
                stays = text(each, "Mode") != "Monostable"
                found[token] = Mode("" if stays else text(each, "DelayTime"))
        if self._opening_token and self._opening_token not in found:
            raise DeviceError(REFUSED, detail=f"the camera has no relay {self._opening_token}")
        first = [self._opening_token] if self._opening_token else []
        self._relays = (*first, *(token for token in found if token not in first))
        self._modes = found

    def _read_inputs(self, limit_s: float) -> tuple[str, ...]:
        if not self._asking.has(DEVICE_IO):
            return ()
        said = self._asking.ask(DEVICE_IO, "<tmd:GetDigitalInputs/>", limit_s)
        return tuple(each.get("token", "") for each in every(said, "DigitalInputs"))[:MOST_RELAYS]

    def _set_mode(self, token: str, mode: Mode, limit_s: float) -> None:
        if self._modes.get(token) == mode:
            return
        name = "Monostable" if mode.delay else "Bistable"
        self._modes.pop(token, None)  # not known until the camera has said yes
        self._acting.ask(
            DEVICE,
            f"<tds:SetRelayOutputSettings><tds:RelayOutputToken>{escape(token)}</tds:RelayOutputToken>"
            f"<tds:Properties><tt:Mode>{name}</tt:Mode><tt:DelayTime>{mode.delay or 'PT0S'}</tt:DelayTime>"
            "<tt:IdleState>open</tt:IdleState></tds:Properties></tds:SetRelayOutputSettings>",
            limit_s,
        )
        self._modes[token] = mode

    def _set_state(self, token: str, active: bool, limit_s: float) -> None:
        self._acting.ask(
            DEVICE,
            f"<tds:SetRelayOutputState><tds:RelayOutputToken>{escape(token)}</tds:RelayOutputToken>"
            f"<tds:LogicalState>{'active' if active else 'inactive'}</tds:LogicalState>"
            "</tds:SetRelayOutputState>",
            limit_s,
            acts=True,
        )
