"""The empty lane as its camera sees it, drawn once for each light: street, kerbs, posts, asphalt."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from random import Random

import numpy as np

from devices.simulator.canvas import Canvas, Colour, Place, rounded, shade
from devices.simulator.lighting import at_night, in_rain, vignette
from devices.simulator.optics import HEIGHT_PX, HORIZON_PX, WIDTH_PX, Picture, as_picture, on_ground, project
from devices.simulator.traffic import Light
from devices.vision import cv2

FAR_M = 60.0
LANE_HALF_M = 1.5
ISLAND_M = 0.9
STANDS_AT_M = 4.0  # how far from the camera a vehicle's face is when it stands on the loop
BOOM_AT_M = {"entry": 3.15, "exit": 5.9}

WHITE_PAINT = (206, 208, 206)
KERB, KERB_SIDE = (178, 182, 184), (128, 132, 136)
ISLAND = (150, 156, 158)
HEDGE, HEDGE_DARK = (58, 96, 70), (38, 66, 48)


@lru_cache(maxsize=6)
def backdrop(lane: str, light: Light) -> Picture:
    """The empty lane, 1280 × 720 BGR; callers must not write to it."""
    canvas = Canvas(WIDTH_PX, HEIGHT_PX, scale=1.0, origin=(0.0, 0.0))
    chance = Random(f"backdrop/{lane}")
    windows: list[list[Place]] = []
    _sky(canvas, light)
    _skyline(canvas, chance, windows, lane)
    _ground(canvas, lane)
    _hedge(canvas, chance, lane)
    picture = _with_asphalt_grain(canvas.colour, lane)
    canvas.colour[:] = picture
    _islands(canvas, lane)
    _furniture(canvas, lane, windows)
    scene = canvas.colour.astype(np.float32)
    if light is Light.NIGHT:
        return as_picture(at_night(scene, lane, windows))
    if light is Light.RAIN:
        return as_picture(in_rain(scene))
    return as_picture(scene * vignette(0.16))


def outline(points: list[Place]) -> list[Place]:
    """Pixels as a canvas of scale 1 wants them."""
    return [(x, -y) for x, y in points]


def upright(left_m: float, right_m: float, bottom_m: float, top_m: float, away_m: float) -> list[Place]:
    """The outline of an upright rectangle facing the camera."""
    low, high = project(left_m, bottom_m, away_m), project(right_m, top_m, away_m)
    return outline([(low[0], high[1]), (high[0], high[1]), (high[0], low[1]), (low[0], low[1])])


def box(
    canvas: Canvas, x: tuple[float, float], y: tuple[float, float], away_m: float, colour: Colour
) -> None:
    """A post or cabinet: its face and the side that the camera sees, half a metre deep at most."""
    depth = min(0.5, (x[1] - x[0]) * 1.2)
    side = x[1] if x[0] < 0 else x[0]
    corners = [
        (side, y[0], away_m),
        (side, y[1], away_m),
        (side, y[1], away_m + depth),
        (side, y[0], away_m + depth),
    ]
    canvas.fill(outline([project(*corner) for corner in corners]), shade(colour, 0.72), shade(colour, 0.5))
    canvas.fill(upright(*x, *y, away_m), shade(colour, 1.08), shade(colour, 0.82))


def _sky(canvas: Canvas, light: Light) -> None:
    top, low = (
        ((226, 190, 150), (240, 232, 220)) if light is not Light.RAIN else ((168, 164, 160), (196, 194, 192))
    )
    canvas.fill(outline([(0, 0), (WIDTH_PX, 0), (WIDTH_PX, HORIZON_PX + 4), (0, HORIZON_PX + 4)]), top, low)


def _skyline(canvas: Canvas, chance: Random, windows: list[list[Place]], lane: str) -> None:
    walls = [(172, 180, 186), (150, 166, 184), (140, 150, 156), (166, 160, 150), (128, 142, 164)]
    x = -20.0
    while x < WIDTH_PX:
        width, top = chance.randint(90, 190), chance.randint(14, 92)
        wall = chance.choice(walls)
        block = outline([(x, top), (x + width, top), (x + width, HORIZON_PX + 6), (x, HORIZON_PX + 6)])
        canvas.fill(block, shade(wall, 1.05), shade(wall, 0.92))
        canvas.fill(
            outline([(x, top), (x + width, top), (x + width, top + 5), (x, top + 5)]), shade(wall, 0.8)
        )
        for row in range(int(top) + 14, int(HORIZON_PX) - 18, 22):
            for column in range(int(x) + 12, int(x) + width - 18, 24):
                pane = outline(
                    [(column, row), (column + 12, row), (column + 12, row + 13), (column, row + 13)]
                )
                canvas.fill(pane, shade(wall, 0.66), shade(wall, 0.74))
                if chance.random() < 0.3:
                    windows.append(pane)
        x += width + chance.choice([0, 0, 14])
    for _ in range(9 if lane == "entry" else 6):
        middle, size = chance.uniform(0, WIDTH_PX), chance.uniform(24, 52)
        for _ in range(7):
            dx, dy = chance.uniform(-size, size) * 0.6, chance.uniform(-size, size * 0.3) * 0.6
            at = (middle + dx, HORIZON_PX - size * 0.75 + dy)
            leaf = shade((70, 118, 88), chance.uniform(0.7, 1.1))
            r = size * 0.42
            canvas.fill(rounded(at[0] - r, -at[1] - r, at[0] + r, -at[1] + r, r), leaf, shade(leaf, 0.72))


def _ground(canvas: Canvas, lane: str) -> None:
    canvas.fill(
        outline([(0, HORIZON_PX), (WIDTH_PX, HORIZON_PX), (WIDTH_PX, HEIGHT_PX), (0, HEIGHT_PX)]),
        (136, 136, 136),
        (104, 102, 102),
    )
    street = (18.0, 30.0) if lane == "entry" else (11.5, 19.0)
    canvas.fill(
        outline(on_ground([(-40, street[1]), (40, street[1]), (40, street[0]), (-40, street[0])])),
        (120, 118, 118),
    )
    middle = sum(street) / 2
    for x in np.arange(-30, 30, 4.0):
        dash = [(x, middle + 0.1), (x + 2, middle + 0.1), (x + 2, middle - 0.1), (x, middle - 0.1)]
        canvas.fill(outline(on_ground(dash)), WHITE_PAINT, opacity=0.75)
    for side in (-1, 1):
        edge = [(side * 1.3, street[0]), (side * 1.38, street[0]), (side * 1.38, 2.2), (side * 1.3, 2.2)]
        canvas.fill(outline(on_ground(edge)), WHITE_PAINT, opacity=0.85)
    stop = [(-1.22, 3.98), (1.22, 3.98), (1.22, 3.82), (-1.22, 3.82)]
    canvas.fill(outline(on_ground(stop)), WHITE_PAINT, opacity=0.85)
    _arrow(canvas, 8.6, towards=lane == "entry")
    # The saw cuts of the loop, filled with bitumen.
    for loop in ((4.15, 5.7), (2.5, 3.2)) if lane == "entry" else ((3.0, 4.3), (6.4, 7.6)):
        corners = [(-0.95, loop[1]), (0.95, loop[1]), (0.95, loop[0]), (-0.95, loop[0]), (-0.95, loop[1])]
        for start, end in pairwise(corners):
            width = 0.02
            if start[0] == end[0]:
                cut = [
                    (start[0] - width, start[1]),
                    (start[0] + width, start[1]),
                    (end[0] + width, end[1]),
                    (end[0] - width, end[1]),
                ]
            else:
                cut = [
                    (start[0], start[1] - width),
                    (end[0], end[1] - width),
                    (end[0], end[1] + width),
                    (start[0], start[1] + width),
                ]
            canvas.fill(outline(on_ground(cut)), (58, 56, 56), opacity=0.8)


def _arrow(canvas: Canvas, away_m: float, *, towards: bool) -> None:
    turn = -1 if towards else 1
    shape = [(-0.09, -1.2), (0.09, -1.2), (0.09, 0.1), (0.34, 0.1), (0.0, 1.3), (-0.34, 0.1), (-0.09, 0.1)]
    canvas.fill(outline(on_ground([(x, away_m + turn * z) for x, z in shape])), WHITE_PAINT, opacity=0.8)


def _hedge(canvas: Canvas, chance: Random, lane: str) -> None:
    away = 17.0 if lane == "entry" else 20.5
    for side in (-1, 1):
        near, far = side * (2.6 if lane == "entry" else -60), side * 60
        canvas.fill(upright(min(near, far), max(near, far), 0.0, 0.75, away), HEDGE, HEDGE_DARK)
    for _ in range(260):
        x = chance.uniform(-9, 9)
        if lane == "entry" and abs(x) < 2.7:
            continue
        u, v = project(x, chance.uniform(0.15, 0.8), away)
        r = chance.uniform(3, 7)
        leaf = shade(HEDGE, chance.uniform(0.75, 1.3))
        canvas.fill(rounded(u - r, -v - r, u + r, -v + r, r), leaf, opacity=0.7)


def _islands(canvas: Canvas, lane: str) -> None:
    far = 15.0 if lane == "entry" else 10.5
    for side in (-1, 1):
        inner, outer = side * LANE_HALF_M, side * (LANE_HALF_M + ISLAND_M)
        height = 0.13
        top = [
            project(inner, height, far),
            project(outer, height, far),
            project(outer, height, 1.9),
            project(inner, height, 1.9),
        ]
        face = [
            project(inner, height, far),
            project(inner, 0, far),
            project(inner, 0, 1.9),
            project(inner, height, 1.9),
        ]
        canvas.fill(outline(top), ISLAND, shade(ISLAND, 0.9))
        canvas.fill(outline(face), KERB_SIDE, shade(KERB_SIDE, 0.86))
        edge = [
            project(inner, height, far),
            project(inner + side * 0.09, height, far),
            project(inner + side * 0.09, height, 1.9),
            project(inner, height, 1.9),
        ]
        canvas.fill(outline(edge), KERB)
        # Yellow and black ahead of the nose of the island, and posts along it.
        for away in (7.4, 9.6, 12.0) if lane == "entry" else (7.4, 9.4):
            x = side * (LANE_HALF_M + 0.28)
            for index in range(5):
                low = 0.13 + index * 0.16
                paint = (44, 190, 236) if index % 2 == 0 else (40, 40, 40)
                canvas.fill(upright(x - 0.055, x + 0.055, low, low + 0.16, away), paint, shade(paint, 0.9))


def _furniture(canvas: Canvas, lane: str, windows: list[list[Place]]) -> None:
    side = -1 if lane == "entry" else 1
    x = side * 1.95
    away = 4.9
    # The ticketless terminal: a slim column with a dark screen and a lit edge, no words on it.
    box(canvas, (x - 0.17, x + 0.17), (0.13, 1.32), away, (120, 104, 84))
    canvas.fill(upright(x - 0.12, x + 0.12, 0.92, 1.2, away), (70, 54, 36), (48, 38, 28))
    canvas.fill(upright(x - 0.12, x + 0.12, 1.24, 1.27, away), (190, 226, 120))
    canvas.fill(upright(x - 0.05, x + 0.05, 0.66, 0.76, away), (40, 40, 42))
    # A lamp post behind it.
    post = side * 2.15
    canvas.fill(upright(post - 0.05, post + 0.05, 0.13, 3.5, 8.2), (112, 110, 108), (84, 82, 80))
    if lane == "exit":
        _booth(canvas, windows)
    # The boom's cabinet, on the other side, nearer than what it bars.
    cabinet = -side * 1.86
    box(canvas, (cabinet - 0.19, cabinet + 0.19), (0.13, 1.12), BOOM_AT_M[lane], (62, 124, 226))
    canvas.fill(upright(cabinet - 0.19, cabinet + 0.19, 1.06, 1.12, BOOM_AT_M[lane]), (50, 50, 52))


def _booth(canvas: Canvas, windows: list[list[Place]]) -> None:
    away = 7.6
    box(canvas, (-3.9, -2.35), (0.13, 2.2), away, (176, 188, 196))
    pane = upright(-3.7, -2.5, 1.05, 1.95, away)
    canvas.fill(pane, (150, 148, 132), (110, 106, 92))
    canvas.fill(upright(-4.0, -2.25, 2.15, 2.4, away), (96, 84, 72), (72, 62, 54))
    canvas.fill(upright(-3.75, -2.45, 0.98, 1.05, away), (120, 128, 132))
    windows.append(pane)


def _with_asphalt_grain(picture: Picture, lane: str) -> Picture:
    noise = np.random.default_rng(len(lane))
    fine = noise.normal(0, 1, (HEIGHT_PX, WIDTH_PX)).astype(np.float32)
    coarse = cv2.resize(
        noise.normal(0, 1, (40, 20)).astype(np.float32), (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC
    )
    streaks = cv2.resize(
        noise.normal(0, 1, (6, 64)).astype(np.float32), (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC
    )
    near = np.clip((np.arange(HEIGHT_PX, dtype=np.float32) - HORIZON_PX) / (HEIGHT_PX - HORIZON_PX), 0, 1)
    grain = (fine * 5.0 + coarse * 3.2 + streaks * 2.0) * near[:, None]
    return as_picture(picture + grain[..., None])
