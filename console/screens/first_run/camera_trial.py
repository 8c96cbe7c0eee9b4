"""Tries a camera before it is wired to a lane: waits for one picture, and lets go again."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from console.compose import SimulatorAccess
from core.config import CameraConfig
from core.domain.errors import DeviceError, OperatorError
from core.services.ports import Still
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec

LIMIT_S = 12.0
_LOOK_EVERY_S = 0.1
_TRIAL = "trial"


def try_camera(config: CameraConfig, simulator: SimulatorAccess | None) -> Still:
    """One picture of the camera within 12 s; DeviceError with its cause otherwise. Off the GUI thread."""
    with tempfile.TemporaryDirectory(prefix="lotkeeper-try-") as folder:
        camera = CaptureCamera(_TRIAL, _spec(config, simulator), Path(folder))
        camera.start()
        try:
            return _first_still(camera)
        finally:
            camera.stop()


def _first_still(camera: CaptureCamera) -> Still:
    give_up = time.monotonic() + LIMIT_S
    while time.monotonic() < give_up:
        still = camera.still()
        if still is not None:
            return still
        time.sleep(_LOOK_EVERY_S)
    status = camera.status()
    raise DeviceError(status.cause or "camera.no_picture", detail=status.detail)


def _spec(config: CameraConfig, simulator: SimulatorAccess | None) -> CameraSpec:
    if config.kind != "simulator":
        return CameraSpec(kind=config.kind, address=config.address, lane=_TRIAL, fps=config.fps)
    if simulator is None:
        raise OperatorError("simulator.not_running")
    return CameraSpec(kind="simulator", address=simulator.address, lane=_TRIAL, authkey=simulator.authkey_hex)
