"""Draws vehicles seen from the front and from behind, as sprites with alpha, in metres from the ground up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

import numpy as np

from devices.simulator.canvas import Canvas, Colour, Place, both, mirrored, rounded, shade, smooth
from devices.simulator.traffic import Look
from devices.simulator.vehicle_faces import front_face, rear_face
from devices.simulator.vehicle_measures import GLASS_LOW, GLASS_TOP, MEASURES, RUBBER, SHADOW, TYRE, Measures

PX_PER_M = 460
HALF_WIDTH_M = 1.16  # of the sprite, with room for mirrors and shadow
HEIGHT_M = 2.12
BELOW_M = 0.06


@dataclass(frozen=True, slots=True)
class Sprite:
    """A drawn vehicle without its plate: the canvas, and where plate and lamps are, in metres."""

    canvas: Canvas
    plate_at: Place
    lamps: tuple[Place, Place]


@lru_cache(maxsize=12)
def draw_vehicle(look: Look, *, rear: bool) -> Sprite:
    """The vehicle seen from the front, or from behind."""
    canvas = Canvas(
        round(2 * HALF_WIDTH_M * PX_PER_M),
        round((HEIGHT_M + BELOW_M) * PX_PER_M),
        scale=PX_PER_M,
        origin=(HALF_WIDTH_M * PX_PER_M, HEIGHT_M * PX_PER_M),
    )
    size = MEASURES[look.body]
    chance = Random(look.seed)
    _wheels(canvas, size)
    _cabin(canvas, size, look, chance, rear=rear)
    _mirrors(canvas, size, look.colour)
    _shell(canvas, size, look.colour)
    lamps = (rear_face if rear else front_face)(canvas, size, look, chance)
    return Sprite(canvas, (0.0, size.rear_plate_y if rear else size.plate_y), lamps)


def _wheels(canvas: Canvas, size: Measures) -> None:
    canvas.fill(rounded(-size.sill, 0.03, size.sill, 0.34, 0.1), SHADOW)
    tyre = rounded(-size.sill + 0.01, 0.0, -size.sill + 0.24, 0.5, 0.06)
    both(canvas, tyre, shade(TYRE, 1.3), TYRE)


def _cabin(canvas: Canvas, size: Measures, look: Look, chance: Random, *, rear: bool) -> None:
    paint = look.colour
    belt, roof, low, high = size.belt, size.roof, size.belt_y, size.roof_y
    lean = (high - low) * 0.62
    house = [
        (-belt - 0.02, low - 0.06),
        (-belt, low + 0.03),
        (-(belt + roof) / 2 - 0.055, low + lean * 0.75),
        (-roof - 0.065, high - 0.11),
        (-roof - 0.03, high - 0.055),
        (-roof + 0.05, high - 0.022),
        (-roof + 0.2, high - 0.002),
        (0.0, high + 0.012),
    ]
    outline = [*house, *mirrored(house[:-1])]
    canvas.fill(outline, shade(paint, 1.16, lift=10), shade(paint, 0.72))
    canvas.fill(
        smooth(
            [(-roof + 0.12, high - 0.045), (0, high - 0.03), (roof - 0.12, high - 0.045), (0, high - 0.01)]
        ),
        shade(paint, 1.3, lift=26),
        opacity=0.7,
    )
    edge = 0.075
    glass = [
        (-belt + edge + 0.01, low + 0.0),
        (-(belt + roof) / 2 + edge - 0.03, low + lean * 0.75),
        (-roof + edge - 0.02, high - 0.115),
        (-roof + 0.16, high - 0.085),
    ]
    pane = [*glass, *mirrored(glass)]
    canvas.fill(pane, GLASS_TOP, GLASS_LOW)
    _inside(canvas, size, chance, rear=rear)
    # A strip of sky in the glass: light from above, leaning with the pane.
    x = chance.uniform(-0.35, 0.1)
    streak = [(x, high - 0.1), (x + 0.2, high - 0.1), (x - 0.02, low + 0.02), (x - 0.3, low + 0.02)]
    canvas.fill(streak, (214, 208, 200), (150, 142, 132), opacity=0.16, soft=0.012)
    canvas.fill([*glass[2:], *mirrored(glass[2:])], (216, 208, 196), opacity=0.28, soft=0.02)


def _inside(canvas: Canvas, size: Measures, chance: Random, *, rear: bool) -> None:
    low, high = size.belt_y, size.roof_y
    dark = (34, 30, 28)
    for side in (-1, 1):
        x = side * size.belt * 0.46
        canvas.fill(rounded(x - 0.12, high - 0.36, x + 0.12, high - 0.2, 0.05), dark, opacity=0.75)
        canvas.fill(rounded(x - 0.2, low - 0.02, x + 0.2, high - 0.33, 0.06), dark, opacity=0.6)
    # The driver, and the wheel before the driver; seen from behind the driver sits on the other side.
    x = size.belt * 0.46 * (-1 if rear else 1)
    skin = chance.choice([(92, 110, 150), (70, 84, 116), (120, 142, 178)])
    if not rear:
        top = high - 0.21
        canvas.fill(
            rounded(x - 0.17, low - 0.03, x + 0.17, top - 0.2, 0.09),
            chance.choice([(84, 60, 46), (60, 62, 90), (70, 86, 70), (52, 50, 54)]),
            opacity=0.85,
        )
        face = [(x - 0.062, top - 0.1), (x - 0.045, top - 0.19), (x, top - 0.22), (x + 0.045, top - 0.19)]
        face += [(x + 0.062, top - 0.1), (x + 0.05, top - 0.02), (x, top), (x - 0.05, top - 0.02)]
        canvas.fill(rounded(x - 0.035, top - 0.27, x + 0.035, top - 0.16, 0.02), shade(skin, 0.7))
        canvas.fill(smooth(face), skin, shade(skin, 0.74), opacity=0.92)
        hair = [(x - 0.07, top - 0.1), (x - 0.066, top - 0.01), (x, top + 0.022), (x + 0.066, top - 0.01)]
        hair += [(x + 0.07, top - 0.1), (x + 0.05, top - 0.06), (x, top - 0.045), (x - 0.05, top - 0.06)]
        canvas.fill(smooth(hair), (30, 32, 38), (22, 22, 26), opacity=0.92)
        turn = np.linspace(0, np.pi, 19)
        wheel = [(x + 0.17 * float(np.cos(a)), low - 0.01 + 0.13 * float(np.sin(a))) for a in turn]
        canvas.line(wheel, (22, 20, 20), 0.025)
        canvas.fill(rounded(-0.1, high - 0.17, 0.1, high - 0.115, 0.02), (24, 22, 22))
    else:
        canvas.fill(rounded(x - 0.07, high - 0.3, x + 0.07, high - 0.14, 0.06), (30, 32, 38), opacity=0.8)
        for y in (0.25, 0.4, 0.55, 0.7):  # heating wires
            line = [(-size.belt * 0.62, low + (high - low) * y), (size.belt * 0.62, low + (high - low) * y)]
            canvas.line(line, (90, 84, 78), 0.005, opacity=0.5)


def _mirrors(canvas: Canvas, size: Measures, paint: Colour) -> None:
    y = size.belt_y + 0.05
    mirror = smooth(
        [
            (-size.belt - 0.24, y + 0.03),
            (-size.belt - 0.22, y + 0.13),
            (-size.belt - 0.08, y + 0.14),
            (-size.belt - 0.05, y + 0.02),
            (-size.belt - 0.16, y - 0.01),
        ]
    )
    both(
        canvas,
        [
            (-size.belt - 0.1, y),
            (-size.belt - 0.1, y + 0.05),
            (-size.belt + 0.04, y + 0.02),
            (-size.belt + 0.04, y - 0.02),
        ],
        RUBBER,
        RUBBER,
    )
    both(canvas, mirror, shade(paint, 1.1, lift=8), shade(paint, 0.6))


def _shell(canvas: Canvas, size: Measures, paint: Colour) -> None:
    sill, shoulder, belt = size.sill, size.shoulder, size.belt
    side = [
        (-belt + 0.03, size.belt_y + 0.012),
        (-belt - 0.05, size.belt_y - 0.04),
        (-shoulder, size.bonnet_y - 0.06),
        (-shoulder - 0.015, 0.52),
        (-sill - 0.02, 0.34),
        (-sill + 0.04, size.clearance),
    ]
    outline = [(0.0, size.belt_y + 0.03), *side, *mirrored(side)]
    canvas.fill(outline, shade(paint, 1.08, lift=8), shade(paint, 0.58))
    # The lid between the glass and the upright face catches the sky.
    lid = [
        (-belt + 0.04, size.belt_y + 0.008),
        (-belt - 0.02, size.belt_y - 0.06),
        (-shoulder + 0.1, size.bonnet_y + 0.01),
        (-0.3, size.bonnet_y - 0.022),
    ]
    face = [(0.0, size.belt_y + 0.026), *lid, *mirrored(lid)]
    canvas.fill(face, shade(paint, 1.2, lift=22), shade(paint, 1.02, lift=2))
    crease = [(-belt * 0.62, size.belt_y - 0.01), (-shoulder * 0.55, size.bonnet_y + 0.0)]
    for line in (crease, mirrored(crease)):
        canvas.line(line, shade(paint, 0.8), 0.008, opacity=0.5)
    canvas.line(
        [(-0.5, size.belt_y + 0.004), (0, size.belt_y + 0.02), (0.5, size.belt_y + 0.004)],
        (30, 28, 27),
        0.022,
        opacity=0.8,
    )
    # Light along the shoulders, shade towards the sill.
    glow = rounded(-shoulder + 0.03, 0.6, -shoulder + 0.1, size.bonnet_y - 0.08, 0.03)
    both(canvas, glow, shade(paint, 1.35, lift=40), paint, opacity=0.45, soft=0.02)
    canvas.fill(
        rounded(-sill + 0.02, size.clearance, sill - 0.02, size.clearance + 0.09, 0.03),
        RUBBER,
        SHADOW,
        soft=0.004,
    )
