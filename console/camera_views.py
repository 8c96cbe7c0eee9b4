"""Which part of each camera's picture is read, as the configuration says; and keeping another. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.config import Config, write_config
from core.domain.camera_views import CameraView, fault_of_view
from core.domain.errors import BadInput
from core.domain.people import Actor, Right


def views_of(config: Config) -> dict[str, CameraView]:
    """The views of the cameras that are wired, by their lanes' ids."""
    return {lane.id: lane.camera.view for lane in config.lanes}


def with_view(config: Config, lane_id: str, view: CameraView, *, actor: Actor) -> Config:
    """The configuration that this person wants to be kept, with another view for the lane's camera.

    Raises NotAllowed where the actor may not set up the lot, BadInput (``view.…``) for shapes that cannot be
    kept, BadInput ``camera.unknown`` where no camera is wired to that lane.
    """
    actor.require(Right.SET_UP_LOT)
    fault = fault_of_view(view)
    if fault:
        raise BadInput(fault)
    if lane_id not in {lane.id for lane in config.lanes}:
        raise BadInput("camera.unknown")
    return put_view(config, lane_id, view)


def put_view(config: Config, lane_id: str, view: CameraView) -> Config:
    """The configuration with a view, found good before, for the lane's camera."""
    lanes = tuple(
        replace(lane, camera=replace(lane.camera, region=view.region, masks=view.masks))
        if lane.id == lane_id
        else lane
        for lane in config.lanes
    )
    return replace(config, lanes=lanes)


def keep(path: Path, config: Config) -> None:
    """Write it, durably; ConfigError where it cannot be kept. Not for the GUI thread."""
    write_config(path, config)
