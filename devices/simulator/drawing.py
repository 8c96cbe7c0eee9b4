"""Draws what a simulated lane's camera sees: 1280 × 720 BGR, from the plain values of a scene."""

from __future__ import annotations

import math
from functools import lru_cache
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from devices.simulator.backdrop import BOOM_AT_M, STANDS_AT_M, backdrop
from devices.simulator.boom_drawing import draw_boom
from devices.simulator.lane import STOPS_AT_M
from devices.simulator.optics import FOCAL_PX, Picture, facing_corners, project
from devices.simulator.photographs import PhotographPainter
from devices.simulator.plates import PX_PER_M as PLATE_PX_PER_M
from devices.simulator.plates import draw_plate, plate_size_m
from devices.simulator.traffic import Light, VehiclePlan
from devices.simulator.vehicles import BELOW_M, HALF_WIDTH_M, HEIGHT_M, Sprite, draw_vehicle
from devices.simulator.weather import Weather
from devices.vision import cv2

__all__ = ["LanePainter", "Picture"]

NEAREST_M = 1.15
SWERVE_M = 2.6  # how far aside a vehicle passes the camera's post
YAW = {"entry": math.radians(7), "exit": math.radians(-6)}
BRIGHTNESS = {Light.DAY: (1.0, 1.0, 1.0), Light.RAIN: (0.84, 0.81, 0.79), Light.NIGHT: (0.42, 0.40, 0.40)}
PLATE_BRIGHTNESS = {Light.DAY: 0.97, Light.RAIN: 0.84, Light.NIGHT: 0.80}


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
                _paint_vehicle(
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
        return max(away_m, 0.1), side * SWERVE_M * near**1.5


def _paint_vehicle(
    picture: Picture,
    vehicle: VehiclePlan,
    light: Light,
    *,
    at: tuple[float, float],
    rear: bool,
    yaw: float,
    speed_m_s: float,
    brakes: bool,
) -> None:
    sprite = draw_vehicle(vehicle.look, rear=rear)
    corners = facing_corners(-HALF_WIDTH_M, HALF_WIDTH_M, -BELOW_M, HEIGHT_M, at=at, yaw=yaw)
    x0, y0 = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
    x1 = min(int(np.ceil(corners[:, 0].max())) + 2, picture.shape[1])
    y1 = min(int(np.ceil(corners[:, 1].max())) + 2, picture.shape[0])
    if x1 - x0 < 4 or y1 - y0 < 4:
        return
    _shadow(picture, at, light)
    if light is Light.NIGHT and not rear:
        _beam(picture, at)
    colour, alpha = _textures(vehicle.look, light, rear, _level(at[1]))
    size = (x1 - x0, y1 - y0)
    matrix = _homography(colour.shape, corners, (x0, y0))
    body = cv2.warpPerspective(colour, matrix, size, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(alpha, matrix, size, flags=cv2.INTER_LINEAR)
    _warp_plate(body, vehicle, sprite, light, at=at, yaw=yaw, rear=rear, origin=(x0, y0))
    blur_px = int(abs(speed_m_s) * 0.004 * FOCAL_PX / at[1] * 0.35)
    if blur_px >= 2:
        kernel = (1, blur_px) if at[0] == 0 else (blur_px, max(1, blur_px // 2))
        body, cover = cv2.blur(body, kernel), cv2.blur(cover, kernel)
    part = picture[y0:y1, x0:x1]
    if light is Light.RAIN:
        _reflect(picture, body, cover, (x0, y0, x1, y1), project(0, 0, at[1])[1])
    rest = cv2.cvtColor(255 - cover, cv2.COLOR_GRAY2BGR)
    cv2.add(cv2.multiply(part, rest, scale=1 / 255), body, dst=part)
    _lamps(picture, sprite, light, at=at, yaw=yaw, rear=rear, brakes=brakes)


def _level(away_m: float) -> int:
    """Which halving of the sprite is nearest above the size at this distance."""
    return 0 if away_m < 5.5 else 1 if away_m < 11 else 2


@lru_cache(maxsize=24)
def _textures(look: Any, light: Light, rear: bool, level: int) -> tuple[Picture, Picture]:
    """The sprite in this light, its colours multiplied by its alpha, halved so many times."""
    canvas = draw_vehicle(look, rear=rear).canvas
    alpha = canvas.alpha.astype(np.float32)[..., None] / 255
    tint: NDArray[np.float32] = np.array(BRIGHTNESS[light], np.float32)
    colour = canvas.colour.astype(np.float32) * tint
    if light is Light.NIGHT:
        # The lamp above the lane lights what faces upwards, warm.
        rows = np.linspace(1, 0, colour.shape[0], dtype=np.float32)[:, None, None]
        colour *= 0.75 + rows * np.array([0.5, 0.8, 0.95], np.float32)
    whole = np.clip(colour * alpha, 0, 255).astype(np.uint8)
    cover = canvas.alpha
    for _ in range(level):
        half = (whole.shape[1] // 2, whole.shape[0] // 2)
        whole = np.asarray(cv2.resize(whole, half, interpolation=cv2.INTER_AREA), np.uint8)
        cover = np.asarray(cv2.resize(cover, half, interpolation=cv2.INTER_AREA), np.uint8)
    return whole, cover


def _homography(shape: tuple[int, ...], corners: Any, origin: tuple[int, int]) -> Any:
    height, width = shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return cv2.getPerspectiveTransform(source, (corners - np.array(origin)).astype(np.float32))


@lru_cache(maxsize=24)
def _plate_texture(text: str, style: str, rear: bool, seed: int, light: Light, width_px: int) -> Picture:
    plate = draw_plate(text, style, rear=rear, seed=seed)
    # Brought near its size in the picture by areas first, so that warping it does not alias.
    width = min(plate.shape[1], max(16, width_px))
    height = max(4, round(plate.shape[0] * width / plate.shape[1]))
    small = cv2.resize(plate, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.convertScaleAbs(small, alpha=PLATE_BRIGHTNESS[light]), np.uint8)


def _warp_plate(
    body: Any,
    vehicle: VehiclePlan,
    sprite: Sprite,
    light: Light,
    *,
    at: tuple[float, float],
    yaw: float,
    rear: bool,
    origin: tuple[int, int],
) -> None:
    look = vehicle.look
    width_m, height_m = plate_size_m(look.plate_style)
    middle_x, middle_y = sprite.plate_at
    # Screwed on a little askew, as plates are.
    tilt_m = Random(look.seed).uniform(-0.006, 0.006)
    corners = facing_corners(
        middle_x - width_m / 2,
        middle_x + width_m / 2,
        middle_y - height_m / 2,
        middle_y + height_m / 2,
        at=at,
        yaw=yaw,
    )
    corners[:, 1] += np.array([-1, 1, 1, -1]) * tilt_m * FOCAL_PX / at[1]
    # In steps of 16 px, so that an approaching vehicle finds most sizes ready.
    wanted_px = round(width_m * FOCAL_PX / at[1] * 1.25 / 16) * 16
    texture = _plate_texture(
        vehicle.plate,
        look.plate_style,
        rear,
        look.seed,
        light,
        min(wanted_px, round(width_m * PLATE_PX_PER_M)),
    )
    x0, y0 = np.maximum(np.floor(corners.min(axis=0) - origin).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(corners.max(axis=0) - origin).astype(int) + 2, body.shape[1::-1])
    if x1 <= x0 or y1 <= y0:
        return
    size = (int(x1 - x0), int(y1 - y0))
    matrix = _homography(texture.shape, corners, (origin[0] + int(x0), origin[1] + int(y0)))
    flags = cv2.INTER_CUBIC
    drawn = cv2.warpPerspective(texture, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    mask = cv2.warpPerspective(
        np.full(texture.shape[:2], 255, np.uint8), matrix, size, flags=cv2.INTER_LINEAR
    )
    share = mask.astype(np.float32)[..., None] / 255
    part = body[y0:y1, x0:x1]
    part[:] = (part * (1 - share) + drawn * share + 0.5).astype(np.uint8)


def _shadow(picture: Picture, at: tuple[float, float], light: Light) -> None:
    u, v = project(at[0], 0.0, at[1])
    _scale_ellipse(
        picture,
        (u, v),
        (FOCAL_PX * 1.05 / at[1], FOCAL_PX * 0.13 / at[1]),
        -0.5 if light is Light.DAY else -0.4,
    )


def _beam(picture: Picture, at: tuple[float, float]) -> None:
    u, v = project(at[0], 0.0, max(1.6, at[1] - 1.2))
    _scale_ellipse(picture, (u, v), (FOCAL_PX * 1.5 / at[1], FOCAL_PX * 0.5 / at[1]), 0.9)


@lru_cache(maxsize=1)
def _soft_disc() -> NDArray[np.float32]:
    y, x = np.mgrid[-1:1:65j, -1:1:65j]
    return np.asarray(np.clip(1 - (x * x + y * y), 0, 1) ** 1.5, np.float32)


def _disc_part(
    picture: Picture, middle: tuple[float, float], half: tuple[float, float]
) -> tuple[Any, Any] | None:
    """The part of the picture under a soft ellipse, and the ellipse's strength there."""
    height, width = picture.shape[:2]
    left, top = round(middle[0] - half[0]), round(middle[1] - half[1])
    size = (max(2, round(half[0] * 2)), max(2, round(half[1] * 2)))
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + size[0]), min(height, top + size[1])
    if x1 <= x0 or y1 <= y0 or size[0] > 4000:
        return None
    disc = cv2.resize(_soft_disc(), size, interpolation=cv2.INTER_LINEAR)
    return picture[y0:y1, x0:x1], disc[y0 - top : y1 - top, x0 - left : x1 - left, None]


def _scale_ellipse(
    picture: Picture, middle: tuple[float, float], half: tuple[float, float], strength: float
) -> None:
    found = _disc_part(picture, middle, half)
    if found is not None:
        part, disc = found
        part[:] = np.minimum(part * (1 + strength * disc), 255).astype(np.uint8)


def _add_glow(
    picture: Picture, middle: tuple[float, float], radius: float, colour: tuple[int, int, int]
) -> None:
    found = _disc_part(picture, middle, (radius, radius))
    if found is not None:
        part, disc = found
        part[:] = np.minimum(part + disc * disc * np.array(colour, np.float32), 255).astype(np.uint8)


def _lamps(
    picture: Picture,
    sprite: Sprite,
    light: Light,
    *,
    at: tuple[float, float],
    yaw: float,
    rear: bool,
    brakes: bool,
) -> None:
    if light is Light.DAY and not (rear and brakes):
        return
    for x, y in sprite.lamps:
        middle = project(at[0] + x * math.cos(yaw), y, at[1] + x * math.sin(yaw))
        size = FOCAL_PX / at[1]
        if rear:
            strength = 1.0 if brakes else 0.45
            _add_glow(picture, middle, 0.20 * size, tuple(round(c * strength) for c in (40, 30, 235)))  # type: ignore[arg-type]
            if light is not Light.DAY and brakes:
                _add_glow(picture, middle, 0.5 * size, (16, 12, 80))
        else:
            near = 1.0 if light is Light.NIGHT else 0.55
            _add_glow(picture, middle, 0.13 * size, tuple(round(c * near) for c in (250, 252, 255)))  # type: ignore[arg-type]
            _add_glow(picture, middle, 0.42 * size, tuple(round(c * near) for c in (96, 104, 110)))  # type: ignore[arg-type]


def _reflect(
    picture: Picture, body: Any, cover: Any, area: tuple[int, int, int, int], ground_px: float
) -> None:
    """The vehicle mirrored dimly on wet asphalt, below the line where it stands."""
    x0, y0, x1, _ = area
    line = int(ground_px)
    depth = min(picture.shape[0] - line, line - y0)
    if depth < 4 or line - y0 > body.shape[0]:
        return
    source = slice(line - y0 - depth, line - y0)
    mirror = cv2.blur(body[source][::-1], (5, 15)).astype(np.float32)
    share = cv2.blur(cover[source][::-1], (5, 15)).astype(np.float32)[..., None] / 255
    fade = np.linspace(0.42, 0.08, depth, dtype=np.float32)[:, None, None]
    part = picture[line : line + depth, x0:x1]
    part[:] = (part * (1 - share * fade) + mirror * fade).astype(np.uint8)
