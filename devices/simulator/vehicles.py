"""Draws vehicles seen from the front and from behind, as sprites with alpha, in metres from the ground up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from devices.simulator.canvas import Canvas, Colour, Place, mirrored, rounded, shade, smooth
from devices.simulator.traffic import Body, Look

PX_PER_M = 460
HALF_WIDTH_M = 1.16  # of the sprite, with room for mirrors and shadow
HEIGHT_M = 2.12
BELOW_M = 0.06

TYRE, RUBBER, SHADOW = (26, 25, 24), (34, 33, 32), (16, 15, 15)
GLASS_TOP, GLASS_LOW = (122, 112, 98), (52, 44, 38)
CHROME, LENS, AMBER, RED = (198, 194, 190), (236, 232, 226), (40, 140, 240), (34, 26, 190)


@dataclass(frozen=True, slots=True)
class Measures:
    """A body's shape in metres: half widths from sill to roof, and the heights of its edges."""

    sill: float
    shoulder: float
    belt: float
    roof: float
    bonnet_y: float  # where the bonnet or boot lid meets the upright face
    belt_y: float  # where the glass begins
    roof_y: float
    clearance: float
    lamp_y: float
    plate_y: float
    rear_plate_y: float


MEASURES = {
    Body.SALOON: Measures(0.84, 0.90, 0.80, 0.55, 0.76, 0.95, 1.43, 0.19, 0.68, 0.44, 0.66),
    Body.HATCHBACK: Measures(0.80, 0.86, 0.77, 0.56, 0.80, 0.98, 1.49, 0.19, 0.72, 0.44, 0.62),
    Body.SUV: Measures(0.88, 0.94, 0.85, 0.64, 0.96, 1.13, 1.66, 0.25, 0.86, 0.54, 0.78),
    Body.VAN: Measures(0.90, 0.95, 0.90, 0.80, 0.98, 1.12, 1.92, 0.23, 0.80, 0.50, 0.74),
}


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
    lamps = (_rear_face if rear else _front_face)(canvas, size, look, chance)
    return Sprite(canvas, (0.0, size.rear_plate_y if rear else size.plate_y), lamps)


def _both(canvas: Canvas, outline: list[Place], colour: Colour, below: Colour, **how: float) -> None:
    canvas.fill(outline, colour, below, **how)
    canvas.fill(mirrored(outline), colour, below, **how)


def _wheels(canvas: Canvas, size: Measures) -> None:
    canvas.fill(rounded(-size.sill, 0.03, size.sill, 0.34, 0.1), SHADOW)
    tyre = rounded(-size.sill + 0.01, 0.0, -size.sill + 0.24, 0.5, 0.06)
    _both(canvas, tyre, shade(TYRE, 1.3), TYRE)


def _cabin(canvas: Canvas, size: Measures, look: Look, chance: Random, *, rear: bool) -> None:
    paint = look.colour
    belt, roof, low, high = size.belt, size.roof, size.belt_y, size.roof_y
    lean = (high - low) * 0.62
    house = [
        (-belt - 0.02, low - 0.06),
        (-belt, low + 0.03),
        (-(belt + roof) / 2 - 0.05, low + lean * 0.75),
        (-roof - 0.05, high - 0.07),
        (-roof + 0.10, high - 0.005),
        (0.0, high + 0.015),
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
        canvas.fill(
            rounded(x - 0.075, top - 0.24, x + 0.075, top, 0.074), skin, shade(skin, 0.7), opacity=0.9
        )
        canvas.fill(rounded(x - 0.08, top - 0.07, x + 0.08, top + 0.01, 0.04), (30, 30, 34), opacity=0.9)
        wheel = [
            (x - 0.16, low),
            (x - 0.13, low + 0.08),
            (x, low + 0.115),
            (x + 0.13, low + 0.08),
            (x + 0.16, low),
        ]
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
    _both(
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
    _both(canvas, mirror, shade(paint, 1.1, lift=8), shade(paint, 0.6))


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
    _both(canvas, glow, shade(paint, 1.35, lift=40), paint, opacity=0.45, soft=0.02)
    canvas.fill(
        rounded(-sill + 0.02, size.clearance, sill - 0.02, size.clearance + 0.09, 0.03),
        RUBBER,
        SHADOW,
        soft=0.004,
    )


def _front_face(canvas: Canvas, size: Measures, look: Look, chance: Random) -> tuple[Place, Place]:
    paint, y = look.colour, size.lamp_y
    shoulder = size.shoulder
    grille_high, grille_low = size.bonnet_y - 0.045, size.plate_y + 0.105
    half = chance.uniform(0.34, 0.42)
    flare = chance.uniform(-0.05, 0.05)
    grille = [
        (-half, grille_high),
        (-half - flare, (grille_high + grille_low) / 2),
        (-half + 0.07, grille_low),
        (half - 0.07, grille_low),
        (half + flare, (grille_high + grille_low) / 2),
        (half, grille_high),
    ]
    canvas.fill(grille, (30, 29, 28), (14, 14, 14))
    _grille_bars(canvas, half, grille_low, grille_high, chance)
    rim = [*grille, grille[0]]
    canvas.line(rim, CHROME if chance.random() < 0.6 else RUBBER, 0.014, opacity=0.85)
    badge_y = grille_high - 0.05
    canvas.fill(rounded(-0.055, badge_y - 0.045, 0.055, badge_y + 0.045, 0.045), CHROME, shade(CHROME, 0.6))
    canvas.fill(rounded(-0.035, badge_y - 0.028, 0.035, badge_y + 0.028, 0.028), shade(paint, 0.6))
    _headlamps(canvas, shoulder, half, y, chance)
    # The bumper with its lower intake, around the plate.
    low = size.clearance + 0.05
    canvas.line(
        [
            (-shoulder + 0.03, grille_low + 0.02),
            (-half, grille_low - 0.005),
            (half, grille_low - 0.005),
            (shoulder - 0.03, grille_low + 0.02),
        ],
        shade(paint, 0.55),
        0.008,
        opacity=0.6,
    )
    intake_top = size.plate_y - 0.115
    canvas.fill([(-0.5, intake_top), (0.5, intake_top), (0.58, low), (-0.58, low)], (26, 25, 24), SHADOW)
    for share in (0.35, 0.7):
        at = low + (intake_top - low) * share
        canvas.line([(-0.53, at), (0.53, at)], (52, 50, 48), 0.008)
    fog = rounded(-shoulder + 0.1, low + 0.05, -shoulder + 0.25, low + 0.14, 0.03)
    _both(canvas, fog, (40, 38, 36), SHADOW)
    lamp = rounded(-shoulder + 0.135, low + 0.07, -shoulder + 0.2, low + 0.125, 0.027)
    _both(canvas, lamp, (196, 194, 190), (120, 118, 114))
    canvas.fill(
        rounded(-0.3, size.plate_y - 0.085, 0.3, size.plate_y + 0.085, 0.015), (28, 27, 26), opacity=0.9
    )
    return (-shoulder + 0.17, y), (shoulder - 0.17, y)


def _grille_bars(canvas: Canvas, half: float, low: float, high: float, chance: Random) -> None:
    if chance.random() < 0.65:
        for index in range(1, 5):
            y = low + (high - low) * index / 5
            canvas.line([(-half + 0.05, y), (half - 0.05, y)], (92, 90, 88), 0.009)
    else:
        for index in range(-7, 8):
            x = half * 0.92 * index / 8
            canvas.line([(x, low + 0.012), (x, high - 0.015)], (84, 82, 80), 0.01)


def _headlamps(canvas: Canvas, shoulder: float, half: float, y: float, chance: Random) -> None:
    tilt = chance.uniform(0.01, 0.05)
    inner = half + 0.035
    housing = smooth(
        [
            (-inner, y - 0.05),
            (-inner - 0.01, y + 0.025),
            (-shoulder + 0.06, y + 0.06 + tilt),
            (-shoulder + 0.015, y + 0.05 + tilt),
            (-shoulder + 0.03, y - 0.03),
            (-shoulder + 0.12, y - 0.065),
        ]
    )
    _both(canvas, housing, (96, 92, 88), (46, 44, 42))
    lens = rounded(-shoulder + 0.105, y - 0.05, -shoulder + 0.225, y + 0.055, 0.05)
    _both(canvas, lens, (252, 250, 246), (190, 186, 180))
    inner_lens = rounded(-inner - 0.12, y - 0.035, -inner - 0.035, y + 0.04, 0.036)
    _both(canvas, inner_lens, (220, 218, 214), (140, 136, 132))
    strip = [(-inner - 0.01, y - 0.05), (-shoulder + 0.13, y - 0.07)]
    for line in (strip, mirrored(strip)):
        canvas.line(line, LENS, 0.014)
    blinker = rounded(-shoulder + 0.035, y - 0.02, -shoulder + 0.075, y + 0.06, 0.018)
    _both(canvas, blinker, (90, 160, 236), AMBER, opacity=0.8)


def _rear_face(canvas: Canvas, size: Measures, look: Look, chance: Random) -> tuple[Place, Place]:
    paint, shoulder = look.colour, size.shoulder
    y = size.lamp_y + 0.06
    # The lid's edge, its recess for the plate, and the handle bar above it.
    lid = [
        (-0.62, size.bonnet_y + 0.02),
        (-0.6, size.rear_plate_y - 0.14),
        (0.6, size.rear_plate_y - 0.14),
        (0.62, size.bonnet_y + 0.02),
    ]
    canvas.line(lid, shade(paint, 0.45), 0.009, opacity=0.8)
    at = size.rear_plate_y
    canvas.fill(rounded(-0.34, at - 0.11, 0.34, at + 0.11, 0.03), shade(paint, 0.5), shade(paint, 0.68))
    canvas.line([(-0.3, at + 0.115), (0.3, at + 0.115)], CHROME, 0.02)
    depth = chance.uniform(0.09, 0.13)
    reach = chance.uniform(0.2, 0.3)
    lamp = smooth(
        [
            (-shoulder + 0.01, y + depth),
            (-shoulder + reach, y + depth * 0.7),
            (-shoulder + reach + 0.02, y - depth * 0.3),
            (-shoulder + 0.1, y - depth),
            (-shoulder + 0.0, y - depth * 0.7),
        ]
    )
    _both(canvas, lamp, (52, 40, 176), (30, 20, 118))
    core = rounded(-shoulder + 0.04, y - depth * 0.45, -shoulder + reach - 0.04, y + depth * 0.45, 0.03)
    _both(canvas, core, (70, 62, 226), (44, 34, 186))
    white = rounded(-shoulder + reach - 0.03, y - depth * 0.3, -shoulder + reach, y + depth * 0.4, 0.012)
    _both(canvas, white, LENS, CHROME)
    # Bumper, reflectors, exhaust.
    bumper = 0.47 if look.body is not Body.SUV else 0.54
    canvas.line(
        [(-shoulder + 0.02, bumper + 0.02), (-0.5, bumper), (0.5, bumper), (shoulder - 0.02, bumper + 0.02)],
        shade(paint, 0.5),
        0.01,
        opacity=0.75,
    )
    canvas.fill(
        [(-0.66, 0.36), (0.66, 0.36), (0.6, size.clearance + 0.02), (-0.6, size.clearance + 0.02)],
        (36, 35, 34),
        SHADOW,
    )
    reflector = rounded(-shoulder + 0.08, 0.4, -shoulder + 0.26, 0.435, 0.012)
    _both(canvas, reflector, (40, 34, 170), (28, 22, 120))
    pipe = rounded(-0.55, size.clearance + 0.03, -0.42, size.clearance + 0.09, 0.028)
    canvas.fill(pipe, CHROME, shade(CHROME, 0.4))
    canvas.fill(
        rounded(-0.04, size.bonnet_y + 0.03, 0.04, size.bonnet_y + 0.075, 0.02), CHROME, shade(CHROME, 0.6)
    )
    return (-shoulder + reach / 2, y), (shoulder - reach / 2, y)
