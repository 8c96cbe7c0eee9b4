"""When to try a camera again that had gone: it is to show pictures within seconds of its return."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import DeviceError
from devices.cameras.rtsp_probe import RtspAddress, ask
from devices.cameras.source import CameraSpec

# Trying these costs one connection, and asking first would cost another: some serve only one at a time.
_TRIED_EVERY_S = 3.0
_TRIED_SOON = frozenset({"mjpeg", "onvif"})
# Where the camera is there and says no, being there is no news.
_GONE = frozenset({"camera.refused", "camera.no_answer", "camera.stream_ended", "camera.gone"})


def longest_wait_s(spec: CameraSpec, cause: str, wait_s: float) -> float:
    """How much of the back-off is waited out after the camera failed with that cause."""
    return min(wait_s, _TRIED_EVERY_S) if spec.kind in _TRIED_SOON and cause in _GONE else wait_s


def has_come_back(spec: CameraSpec, cause: str) -> bool:
    """Whether it is there again, found out cheaply within 1.5 s; False where that cannot be told."""
    if spec.kind == "usb":
        return cause in _GONE | {"camera.not_found"} and Path(spec.address).exists()
    if spec.kind != "rtsp" or cause not in _GONE:
        return False
    try:
        return ask(RtspAddress.parse(spec.address), "OPTIONS") > 0
    except DeviceError:
        return False
