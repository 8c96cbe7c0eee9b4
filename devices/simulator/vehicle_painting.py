"""Paints a vehicle into a lane's picture: sprite and plate in perspective, shadow, lamps, reflection."""

from __future__ import annotations

import math
from functools import lru_cache
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from devices.simulator.canvas import shade
from devices.simulator.glow import add_glow, scale_ellipse
from devices.simulator.optics import FOCAL_PX, Picture, as_picture, facing_corners, project
from devices.simulator.plates import PX_PER_M as PLATE_PX_PER_M
from devices.simulator.plates import draw_plate, plate_size_m
from devices.simulator.traffic import Light, Look, VehiclePlan
from devices.simulator.vehicles import BELOW_M, HALF_WIDTH_M, HEIGHT_M, Sprite, draw_vehicle
from devices.vision import cv2

BRIGHTNESS = {Light.DAY: (1.0, 1.0, 1.0), Light.RAIN: (0.84, 0.81, 0.79), Light.NIGHT: (0.42, 0.40, 0.40)}
PLATE_BRIGHTNESS = {Light.DAY: 0.97, Light.RAIN: 0.84, Light.NIGHT: 0.80}


def paint_vehicle(
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
    """Paint it standing ``at`` (right of the middle, ahead) in metres, turned by ``yaw``."""
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
def _textures(look: Look, light: Light, rear: bool, level: int) -> tuple[Picture, Picture]:
    """The sprite in this light, its colours multiplied by its alpha, halved so many times."""
    canvas = draw_vehicle(look, rear=rear).canvas
    alpha = canvas.alpha.astype(np.float32)[..., None] / 255
    tint: NDArray[np.float32] = np.array(BRIGHTNESS[light], np.float32)
    colour: NDArray[np.float32] = canvas.colour.astype(np.float32) * tint
    if light is Light.NIGHT:
        # The lamp above the lane lights what faces upwards, warm.
        rows = np.linspace(1, 0, colour.shape[0], dtype=np.float32)[:, None, None]
        colour *= 0.75 + rows * np.array([0.5, 0.8, 0.95], np.float32)
    whole = as_picture(np.asarray(colour * alpha, np.float32))
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
    scale_ellipse(
        picture,
        (u, v),
        (FOCAL_PX * 1.05 / at[1], FOCAL_PX * 0.13 / at[1]),
        -0.5 if light is Light.DAY else -0.4,
    )


def _beam(picture: Picture, at: tuple[float, float]) -> None:
    u, v = project(at[0], 0.0, max(1.6, at[1] - 1.2))
    scale_ellipse(picture, (u, v), (FOCAL_PX * 1.5 / at[1], FOCAL_PX * 0.5 / at[1]), 0.9)


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
            add_glow(picture, middle, 0.20 * size, shade((40, 30, 235), strength))
            if light is not Light.DAY and brakes:
                add_glow(picture, middle, 0.5 * size, (16, 12, 80))
        else:
            near = 1.0 if light is Light.NIGHT else 0.55
            add_glow(picture, middle, 0.13 * size, shade((250, 252, 255), near))
            add_glow(picture, middle, 0.42 * size, shade((96, 104, 110), near))


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
