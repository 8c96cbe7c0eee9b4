"""Draws what a simulated lane's camera sees: 1280 × 720 BGR, from the plain values of a scene."""

from __future__ import annotations

import math
from typing import Any

from devices.simulator.backdrop import BOOM_AT_M, STANDS_AT_M, backdrop
from devices.simulator.boom_drawing import draw_boom
from devices.simulator.lane import STOPS_AT_M
from devices.simulator.optics import Picture
from devices.simulator.photographs import PhotographPainter
from devices.simulator.traffic import Light, VehiclePlan
from devices.simulator.vehicle_painting import paint_vehicle
from devices.simulator.weather import Weather

__all__ = ["LanePainter", "Picture"]

NEAREST_M = 1.15
SWERVE_M = 2.6  # how far aside a vehicle passes the camera's post
YAW = {"entry": math.radians(7), "exit": math.radians(-6)}


class LanePainter:
    """Draws one lane, picture after picture; keeps what does not change between them."""

    def __init__(self, lane: str) -> None:
        self._lane = lane
        self._weather = Weather(seed=len(lane))
        self._photographs = PhotographPainter(lane)
        self._still_key: object = None
        self._still: Picture | None = None

    def paint(self, scene: dict[str, Any]) -> Picture:
        """The picture of a scene as ``World.scene`` tells it."""
        if tuple(scene["size"]) != (1280, 720):
            return self._photographs.paint(scene)
        light = Light(scene["light"])
        vehicle: VehiclePlan | None = scene["vehicle"]
        front_m, boom = scene["front_m"], scene["boom_raised"]
        key = (
            light,
            vehicle and vehicle.vehicle_id,
            front_m and round(front_m, 3),
            round(boom, 3),
            scene["phase"],
        )
        # A vehicle that stands is drawn once; only weather and noise differ from picture to picture.
        if key != self._still_key or self._still is None:
            self._still_key, self._still = key, self._paint_still(scene, light, vehicle)
        return self._weather.over(self._still, light)

    def _paint_still(self, scene: dict[str, Any], light: Light, vehicle: VehiclePlan | None) -> Picture:
        picture = backdrop(self._lane, light).copy()
        boom_is_behind = self._lane == "exit"
        if boom_is_behind:
            draw_boom(picture, self._lane, scene["boom_raised"], light, BOOM_AT_M[self._lane])
        if vehicle is not None and scene["front_m"] is not None:
            away_m, aside_m = self._place(scene["front_m"])
            if away_m > NEAREST_M:
                paint_vehicle(
                    picture,
                    vehicle,
                    light,
                    at=(aside_m, away_m),
                    rear=self._lane == "exit",
                    yaw=YAW[self._lane],
                    speed_m_s=scene["speed_m_s"],
                    brakes=scene["phase"] in ("standing", "approaching"),
                )
        if not boom_is_behind:
            draw_boom(picture, self._lane, scene["boom_raised"], light, BOOM_AT_M[self._lane])
        return picture

    def _place(self, front_m: float) -> tuple[float, float]:
        """How far ahead of the camera and right of the middle the vehicle's visible face is."""
        ahead = front_m - STOPS_AT_M
        away_m = STANDS_AT_M - ahead if self._lane == "entry" else STANDS_AT_M + ahead
        # The camera's post stands beside the lane's middle: what passes it goes out at the side.
        near = max(0.0, (STANDS_AT_M - away_m) / (STANDS_AT_M - NEAREST_M))
        side = -1 if self._lane == "entry" else 1
        return max(away_m, 0.1), side * SWERVE_M * near**2.6
