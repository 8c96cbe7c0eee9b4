"""Draws the upright faces of vehicles: what carries the lamps and the plate, in front and behind."""

from __future__ import annotations

from random import Random

from devices.simulator.canvas import Canvas, Place, both, mirrored, rounded, shade, smooth
from devices.simulator.traffic import Body, Look
from devices.simulator.vehicle_measures import AMBER, CHROME, LENS, RUBBER, SHADOW, Measures


def front_face(canvas: Canvas, size: Measures, look: Look, chance: Random) -> tuple[Place, Place]:
    """Draw grille, headlamps and bumper; where the lamps are."""
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
    both(canvas, fog, (40, 38, 36), SHADOW)
    lamp = rounded(-shoulder + 0.135, low + 0.07, -shoulder + 0.2, low + 0.125, 0.027)
    both(canvas, lamp, (196, 194, 190), (120, 118, 114))
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
    both(canvas, housing, (96, 92, 88), (46, 44, 42))
    lens = rounded(-shoulder + 0.105, y - 0.05, -shoulder + 0.225, y + 0.055, 0.05)
    both(canvas, lens, (252, 250, 246), (190, 186, 180))
    inner_lens = rounded(-inner - 0.12, y - 0.035, -inner - 0.035, y + 0.04, 0.036)
    both(canvas, inner_lens, (220, 218, 214), (140, 136, 132))
    strip = [(-inner - 0.01, y - 0.05), (-shoulder + 0.13, y - 0.07)]
    for line in (strip, mirrored(strip)):
        canvas.line(line, LENS, 0.014)
    blinker = rounded(-shoulder + 0.035, y - 0.02, -shoulder + 0.075, y + 0.06, 0.018)
    both(canvas, blinker, (90, 160, 236), AMBER, opacity=0.8)


def rear_face(canvas: Canvas, size: Measures, look: Look, chance: Random) -> tuple[Place, Place]:
    """Draw the lid, its recess for the plate, tail lamps and bumper; where the lamps are."""
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
    both(canvas, lamp, (52, 40, 176), (30, 20, 118))
    core = rounded(-shoulder + 0.04, y - depth * 0.45, -shoulder + reach - 0.04, y + depth * 0.45, 0.03)
    both(canvas, core, (70, 62, 226), (44, 34, 186))
    white = rounded(-shoulder + reach - 0.03, y - depth * 0.3, -shoulder + reach, y + depth * 0.4, 0.012)
    both(canvas, white, LENS, CHROME)
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
    both(canvas, reflector, (40, 34, 170), (28, 22, 120))
    pipe = rounded(-0.55, size.clearance + 0.03, -0.42, size.clearance + 0.09, 0.028)
    canvas.fill(pipe, CHROME, shade(CHROME, 0.4))
    canvas.fill(
        rounded(-0.04, size.bonnet_y + 0.03, 0.04, size.bonnet_y + 0.075, 0.02), CHROME, shade(CHROME, 0.6)
    )
    return (-shoulder + reach / 2, y), (shoulder - reach / 2, y)
