"""Which part of each camera's picture is read, as the configuration says; and keeping another. No Qt here.

A camera has the id that the recogniser calls it by: that of its lane, ``<lane>:rear`` for the second one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.config import CameraConfig, Config, LaneConfig, write_config
from core.domain.camera_views import CameraView, fault_of_view
from core.domain.errors import BadInput
from core.domain.people import Actor, Right
from core.services.lane_cameras import rear_camera_id


def cameras_of(config: Config) -> dict[str, CameraConfig]:
    """The cameras that are wired by their ids, lane after lane."""
    wired: dict[str, CameraConfig] = {}
    for lane in config.lanes:
        wired[lane.id] = lane.camera
        if lane.rear_camera is not None:
            wired[rear_camera_id(lane.id)] = lane.rear_camera
    return wired


def views_of(config: Config) -> dict[str, CameraView]:
    """What is read of the pictures of the cameras that are wired, by their ids."""
    return {camera_id: camera.view for camera_id, camera in cameras_of(config).items()}


def with_view(config: Config, camera_id: str, view: CameraView, *, actor: Actor) -> Config:
    """The configuration that this person wants to be kept, with another view for the camera.

    Raises NotAllowed where the actor may not set up the lot, BadInput (``view.…``) for shapes that cannot be
    kept, BadInput ``camera.unknown`` where no such camera is wired.
    """
    actor.require(Right.SET_UP_LOT)
    fault = fault_of_view(view)
    if fault:
        raise BadInput(fault)
    if camera_id not in cameras_of(config):
        raise BadInput("camera.unknown")
    return put_view(config, camera_id, view)


def put_view(config: Config, camera_id: str, view: CameraView) -> Config:
    """The configuration with a view, found good before, for the camera."""
    return replace(config, lanes=tuple(_put_view(lane, camera_id, view) for lane in config.lanes))


def keep(path: Path, config: Config) -> None:
    """Write it, durably; ConfigError where it cannot be kept. Not for the GUI thread."""
    write_config(path, config)


def _put_view(lane: LaneConfig, camera_id: str, view: CameraView) -> LaneConfig:
    if camera_id == lane.id:
        return replace(lane, camera=replace(lane.camera, region=view.region, masks=view.masks))
    if camera_id == rear_camera_id(lane.id) and lane.rear_camera is not None:
        rear = replace(lane.rear_camera, region=view.region, masks=view.masks)
        return replace(lane, rear_camera=rear)
    return lane
