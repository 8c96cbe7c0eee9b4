"""Draws the pictures of a vehicle that drives up, and knows where its plate is in them.

The simulator's own painter draws lane, vehicle and plate; what a real camera adds is laid over it here:
motion blur of the exposure, focus, darkness, noise, mud on the plate, low sun or headlamps in the lens, a
camera that hangs askew, and the compression of its stream.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from devices.simulator.backdrop import backdrop
from devices.simulator.glow import add_glow
from devices.simulator.motion import NS, Motion
from devices.simulator.optics import FOCAL_PX, HEIGHT_PX, WIDTH_PX, Picture, facing_corners
from devices.simulator.plates import STYLES, plate_size_m
from devices.simulator.traffic import Light
from devices.simulator.vehicle_measures import MEASURES
from devices.simulator.vehicle_painting import paint_vehicle
from devices.simulator.weather import Weather as RainAndGrain
from devices.vision import cv2
from tests.flows.drive_up_plan import DriveUp, Weather

FPS = 25
FIRST_PLATE_PX, LAST_PLATE_PX = 60.0, 200.0
LEGIBLE_CHARACTER_PX = 12.0
# Nearer than this a plate would leave the picture below; small ones stay under 200 px therefore.
NEAREST_M = 2.9
STANDS_S = 2.0
BRAKING = 0.55  # as the simulator's vehicles come to a stand
MUD = np.array([62, 84, 104], np.float32)  # blue, green, red


@dataclass(frozen=True, slots=True)
class PlateTruth:
    """Where the plate is: corners 4 × 2 in pixels, clockwise from the upper left, and character height."""

    corners: NDArray[np.float32]
    character_px: float

    @property
    def is_legible(self) -> bool:
        """Characters of 12 px or more, and the plate whole in the picture."""
        low, high = self.corners.min(axis=0), self.corners.max(axis=0)
        whole = low.min() >= 0 and high[0] < WIDTH_PX and high[1] < HEIGHT_PX
        return bool(whole and self.character_px >= LEGIBLE_CHARACTER_PX)


class DriveUpVideo:
    """The video of one drive-up, 25 pictures a second, each drawn when it is asked for."""

    def __init__(self, drive_up: DriveUp) -> None:
        self._of = drive_up
        self._style = drive_up.vehicle.look.plate_style
        width_m, _ = plate_size_m(self._style)
        self._motion = Motion(
            begins_ns=0,
            lasts_s=drive_up.lasts_s,
            from_m=width_m * FOCAL_PX / FIRST_PLATE_PX,
            to_m=max(width_m * FOCAL_PX / LAST_PLATE_PX, NEAREST_M),
            easing=BRAKING,
        )
        self._veil = RainAndGrain(seed=drive_up.vehicle.look.seed)
        self._mud = _mud_of(drive_up)

    @property
    def frames(self) -> int:
        """How many pictures there are: the vehicle comes, and stands for two seconds."""
        return math.floor((self._of.lasts_s + STANDS_S) * FPS)

    @property
    def legible_from(self) -> int:
        """The number of the first picture whose plate can be read."""
        return next(number for number in range(self.frames) if self.truth(number).is_legible)

    def truth(self, number: int) -> PlateTruth:
        """Where the plate is in that picture."""
        away_m = self._away_m(number / FPS)
        glyph_px = STYLES[self._style].glyph_mm / 1000 * FOCAL_PX / away_m
        return PlateTruth(self._corners(away_m), glyph_px)

    def picture(self, number: int) -> Picture:
        """That picture, 1280 × 720 BGR."""
        of, time_s = self._of, number / FPS
        away_m = self._away_m(time_s)
        picture = backdrop(of.lane, of.weather.light).copy()
        paint_vehicle(
            picture,
            of.vehicle,
            of.weather.light,
            at=(of.aside_m, away_m),
            rear=False,
            yaw=math.radians(of.yaw_degrees),
            speed_m_s=0.0,  # the exposure blurs it below, by as much as it really moves
            brakes=True,
        )
        turned = self._turned(picture)
        corners = self._corners(away_m)
        _soil(turned, self._mud, corners)
        if of.weather is Weather.INFRA_RED:
            turned = _infra_red(turned, corners)
        self._add_glare(turned, corners)
        ends_m = self._away_m(time_s + of.exposure.lasts_ms / 1000)
        _smear(turned, corners, self._corners(ends_m).mean(axis=0) - corners.mean(axis=0))
        return self._through_camera(turned, number)

    def _away_m(self, time_s: float) -> float:
        return self._motion.place_m(round(time_s * NS))

    def _corners(self, away_m: float) -> NDArray[np.float32]:
        of = self._of
        width_m, height_m = plate_size_m(self._style)
        middle_m = MEASURES[of.vehicle.look.body].plate_y
        corners = facing_corners(
            -width_m / 2,
            width_m / 2,
            middle_m - height_m / 2,
            middle_m + height_m / 2,
            at=(of.aside_m, away_m),
            yaw=math.radians(of.yaw_degrees),
        )
        turned = corners @ self._roll()[:, :2].T + self._roll()[:, 2]
        return np.asarray(turned, np.float32)

    def _roll(self) -> NDArray[np.float64]:
        middle = (WIDTH_PX / 2, HEIGHT_PX / 2)
        matrix = cv2.getRotationMatrix2D(middle, self._of.exposure.roll_degrees, 1.0)
        return np.asarray(matrix, np.float64)

    def _turned(self, picture: Picture) -> Picture:
        size = (WIDTH_PX, HEIGHT_PX)
        turned = cv2.warpAffine(picture, self._roll(), size, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(turned, np.uint8)

    def _add_glare(self, picture: Picture, corners: NDArray[np.float32]) -> None:
        """Low sun on the bonnet by day; by night the vehicle's own headlamps, spread by a wet lens."""
        strength = self._of.exposure.glare
        if strength == 0.0:
            return
        middle, width = corners.mean(axis=0), float(np.ptp(corners[:, 0]))
        lit = round(210 * strength)
        if self._of.weather.light is Light.NIGHT:
            for side in (-1, 1):
                lamp = (float(middle[0]) + side * 1.2 * width, float(middle[1]) - 0.5 * width)
                add_glow(picture, lamp, 1.4 * width, (lit, lit, lit))
        else:
            place = (float(corners[1][0]), float(corners[1][1]) - 0.2 * width)
            add_glow(picture, place, 0.8 * width, (lit, lit, lit))

    def _through_camera(self, picture: Picture, number: int) -> Picture:
        exposure = self._of.exposure
        if exposure.out_of_focus_px > 0.2:
            picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), exposure.out_of_focus_px), np.uint8)
        picture = np.asarray(cv2.convertScaleAbs(picture, alpha=exposure.gain), np.uint8)
        picture = self._veil.over(picture, self._of.weather.light)
        if exposure.noise > 0:
            chance = np.random.default_rng((self._of.vehicle.look.seed, number))
            grain = chance.integers(-128, 128, (HEIGHT_PX, WIDTH_PX, 1), np.int8)
            # Evenly spread noise of the same deviation costs a fifth of the normal one.
            scaled = grain * np.float32(exposure.noise / 73.9)
            picture = np.clip(picture + scaled, 0, 255).astype(np.uint8)
        done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, exposure.jpeg_quality])
        assert done
        return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _mud_of(drive_up: DriveUp) -> NDArray[np.float32]:
    """How much of the plate mud covers, 0…1 over 40 × 160 places; more below, in blots."""
    chance = np.random.default_rng(drive_up.vehicle.look.seed)
    blots = cv2.resize(
        chance.random((5, 16), np.float32).astype(np.float32), (160, 40), interpolation=cv2.INTER_CUBIC
    )
    grains = cv2.GaussianBlur(chance.random((40, 160)).astype(np.float32), (0, 0), 1.2)
    low = np.linspace(0.5, 1.0, 40, dtype=np.float32)[:, None]
    cover = np.clip((blots - 0.45) * 1.6 + (grains - 0.5), 0.0, 1.0) * low + 0.15 * low
    return np.asarray(np.clip(cover * drive_up.exposure.mud, 0.0, 0.85), np.float32)


def _soil(picture: Picture, mud: NDArray[np.float32], corners: NDArray[np.float32]) -> None:
    part, origin = _part(picture, corners, margin_px=1)
    share = _laid_on(mud, corners - origin, part.shape)[..., None]
    # Mud lies in the same light as the plate it lies on.
    light = float(part.mean()) / 160
    part[:] = (part * (1 - share) + MUD * light * share).astype(np.uint8)


def _infra_red(picture: Picture, corners: NDArray[np.float32]) -> Picture:
    """What an infra-red camera with its lamp sees: grey, all dark but the plate, which throws light back."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    lit = np.asarray(cv2.convertScaleAbs(grey, alpha=0.45), np.uint8)
    part, origin = _part(lit, corners, margin_px=3)
    bright, _ = _part(np.asarray(grey), corners, margin_px=3)
    share = _laid_on(np.ones((8, 8), np.float32), corners - origin, part.shape)
    part[:] = np.clip(part * (1 - share) + 1.18 * bright * share, 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(lit, cv2.COLOR_GRAY2BGR), np.uint8)


def _smear(picture: Picture, corners: NDArray[np.float32], moved: NDArray[np.float32]) -> None:
    """Blur the vehicle along the way that its plate goes while the shutter is open."""
    length = float(np.hypot(*moved))
    if length < 0.5:
        return
    size = 2 * math.ceil(length / 2) + 3
    kernel = np.zeros((size, size), np.float32)
    for share in np.linspace(-0.5, 0.5, 8 * size):
        x, y = size / 2 - 0.5 + share * moved[0], size / 2 - 0.5 + share * moved[1]
        left, top = math.floor(x), math.floor(y)
        for at_x, at_y in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)):
            kernel[at_y, at_x] += (1 - abs(x - at_x)) * (1 - abs(y - at_y))
    part, _ = _part(picture, corners, margin_px=round(2.2 * float(np.ptp(corners[:, 0]))))
    part[:] = cv2.filter2D(part, -1, kernel / kernel.sum())


def _part(picture: Any, corners: NDArray[np.float32], *, margin_px: int) -> tuple[Any, NDArray[np.float32]]:
    """The picture around the corners, to be written to, and its upper left corner."""
    left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int) - margin_px, 0)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + margin_px
    return picture[top:bottom, left:right], np.array([left, top], np.float32)


def _laid_on(
    texture: NDArray[np.float32], corners: NDArray[np.float32], shape: tuple[int, ...]
) -> NDArray[np.float32]:
    """The texture stretched between the corners, 0 around them."""
    height, width = texture.shape
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    return np.asarray(cv2.warpPerspective(texture, matrix, (shape[1], shape[0])), np.float32)
