"""Cameras from their configuration."""

from __future__ import annotations

from pathlib import Path

from console.wiring.far_sides import FarSides
from core.config import CameraConfig
from core.domain.lots import Lane
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec


def build_camera(
    camera_id: str, lane: Lane, config: CameraConfig, far: FarSides, run_folder: Path
) -> CaptureCamera:
    """The camera, not started; its ring will lie in the folder."""
    return CaptureCamera(camera_id, _spec(lane, config, far), run_folder)


def _spec(lane: Lane, config: CameraConfig, far: FarSides) -> CameraSpec:
    if config.kind != "simulator":
        return CameraSpec(
            kind=config.kind,
            address=config.address,
            lane=lane.lane_id,
            fps=config.fps,
            profile=config.profile,
        )
    access = far.simulator()
    return CameraSpec(
        kind="simulator", address=access.address, lane=lane.direction.value, authkey=access.authkey_hex
    )
