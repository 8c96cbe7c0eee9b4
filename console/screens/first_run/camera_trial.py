"""Tries a camera before it is wired to a lane: waits for one picture, and lets go again."""

from __future__ import annotations

import time

from console.wiring import Wiring
from core.config import CameraConfig
from core.domain.errors import DeviceError
from core.domain.lots import Direction, Lane
from core.services.ports import Still
from devices.cameras.camera import CaptureCamera
from devices.cameras.run_folder import RunFolder

LIMIT_S = 12.0
_LOOK_EVERY_S = 0.1
# With these the camera, or its absence, has said all there is to say.
_WAITING_IS_VAIN = frozenset(
    {
        "camera.bad_address",
        "camera.in_use",
        "camera.login_refused",
        "camera.no_camera",
        "camera.no_pictures",
        "camera.no_profile",
        "camera.no_stream",
        "camera.not_a_video",
        "camera.not_allowed",
        "camera.not_found",
        "camera.not_trusted",
        "camera.refused",
        "camera.wrong_device",
    }
)
_TRIAL = Lane("trial", "Trial", Direction.ENTRY)


def try_camera(config: CameraConfig, wiring: Wiring) -> Still:
    """One picture of the camera within 12 s; DeviceError with its cause otherwise. Off the GUI thread."""
    folder = RunFolder()
    camera = wiring.camera(_TRIAL, config, folder.path)
    try:
        camera.start()
        return _first_still(camera)
    finally:
        camera.stop()
        folder.remove()


def _first_still(camera: CaptureCamera) -> Still:
    give_up = time.monotonic() + LIMIT_S
    while time.monotonic() < give_up:
        still = camera.still()
        if still is not None:
            return still
        if camera.status().cause in _WAITING_IS_VAIN:
            break
        time.sleep(_LOOK_EVERY_S)
    status = camera.status()
    raise DeviceError(status.cause or "camera.no_picture", detail=status.detail)
