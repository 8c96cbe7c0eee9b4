"""Where the stream of an ONVIF camera is: asked anew for every connection, because it may change."""

from __future__ import annotations

from typing import Final

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifDevice, onvif_address
from devices.onvif.streams import profiles_of, stream_uri
from devices.relay_units.unit import NO_LOGIN, REFUSED, WRONG_DEVICE
from devices.transports.deadlines import NO_ANSWER

_CAUSES: Final = {
    NO_ANSWER: "camera.no_answer",
    NO_LOGIN: "camera.login_refused",
    REFUSED: "camera.refused",
    WRONG_DEVICE: "camera.wrong_device",
}
# Each of three questions; the watchdog of the capture starts it anew after all of them at the latest.
QUESTION_LIMIT_S = 2.0


def stream_of(address: str, profile: str = "") -> str:
    """The RTSP address of the profile (by its token or name; empty: the first), within 6 s.

    Raises DeviceError ``camera.no_answer``, ``camera.login_refused``, ``camera.no_profile``,
    ``camera.wrong_device``, ``camera.refused``.
    """
    try:
        place = onvif_address(address)
        device = OnvifDevice(place)
        try:
            device.meet(QUESTION_LIMIT_S)
            found = profiles_of(device, QUESTION_LIMIT_S)
            wanted = [each for each in found if not profile or profile in {each.token, each.name}]
            if wanted:
                return stream_uri(device, place, wanted[0].token, QUESTION_LIMIT_S)
        finally:
            device.close()
    except DeviceError as trouble:
        raise DeviceError(_CAUSES[trouble.cause], detail=trouble.detail) from None
    raise DeviceError("camera.no_profile", detail=profile)
