"""Plans vehicles that drive up to a lane's camera: whose plate, in what light, how blurred and how dirty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random

from core.config.plate_formats import load_formats
from devices.simulator.scenario import COLOURS
from devices.simulator.traffic import LANES, Behaviour, Body, Light, Look, VehiclePlan

# Characters that the shipped Chinese face has: it is made for Traditional Chinese.
PROVINCES_DRAWN = "京津渝冀豫云黑湘皖新浙鄂桂甘蒙吉青藏川宁"
LEAST_CHARACTERS = 5
# I, O and Q are issued seldom even where the rules allow them.
SELDOM, SELDOM_WEIGHT = "IOQ", 0.1


class Weather(StrEnum):
    """How the camera sees the lane."""

    DAY = "day"
    RAIN = "rain"
    DUSK = "dusk"
    NIGHT = "night"
    INFRA_RED = "infra_red"

    @property
    def light(self) -> Light:
        """The simulator's light that it is drawn from."""
        return _LIGHTS.get(self, Light.DAY)


_LIGHTS = {Weather.RAIN: Light.RAIN, Weather.NIGHT: Light.NIGHT, Weather.INFRA_RED: Light.NIGHT}


@dataclass(frozen=True, slots=True)
class Site:
    """Where the lane is: its plate formats, and the plate that is drawn there."""

    formats: str
    style: str
    weathers: tuple[Weather, ...] = (Weather.DAY, Weather.RAIN, Weather.DUSK, Weather.NIGHT)


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the camera and its place do to a picture; ``mud`` and ``glare`` lie in 0…1."""

    lasts_ms: float
    gain: float
    noise: float
    out_of_focus_px: float
    roll_degrees: float
    mud: float
    glare: float
    jpeg_quality: int


@dataclass(frozen=True, slots=True)
class DriveUp:
    """One vehicle that drives up; ``plate`` is normalised, ``vehicle.plate`` as it is written on it."""

    number: int
    site: Site
    plate: str
    vehicle: VehiclePlan
    lane: str
    weather: Weather
    exposure: Exposure
    yaw_degrees: float
    aside_m: float
    lasts_s: float

    def __str__(self) -> str:
        return f"{self.number:03d} {self.site.formats} {self.plate} {self.weather.value}"


SITES = (
    Site("tw", "taiwan"),
    Site("de", "german"),
    Site("gb", "british"),
    Site("us-ca", "us"),
    Site("fr", "generic"),
)
# What the project has no pictures of: these can be tested as drawn ones only.
DRAWN_ONLY = (
    Site("tw", "taiwan_two_lines"),
    Site("de", "german_two_lines"),
    Site("cn", "chinese"),
    Site("tw", "taiwan", (Weather.INFRA_RED,)),
    Site("de", "german", (Weather.INFRA_RED,)),
)

_SHORTEST_MS = {Weather.DAY: 2.0, Weather.RAIN: 5.0, Weather.DUSK: 8.0, Weather.NIGHT: 8.0}
_LONGEST_MS = {Weather.DAY: 8.0, Weather.RAIN: 12.0, Weather.DUSK: 16.0, Weather.NIGHT: 18.0}
_NOISE = {Weather.DAY: 0.0, Weather.RAIN: 1.0, Weather.DUSK: 5.0, Weather.NIGHT: 5.0}


def plan_drive_ups(count: int, seed: int, sites: Sequence[Site] = SITES) -> list[DriveUp]:
    """So many vehicles, sites and weathers taking turns; the same for the same seed."""
    return [_plan(number, seed, sites) for number in range(count)]


def _plan(number: int, seed: int, sites: Sequence[Site]) -> DriveUp:
    chance = Random(f"{seed}/{number}")
    site = sites[number % len(sites)]
    weather = site.weathers[number // len(sites) % len(site.weathers)]
    plate, written = _registration(site, chance)
    look = Look(
        body=chance.choice(list(Body)),
        colour=chance.choice(COLOURS),
        seed=chance.randrange(1 << 30),
        plate_style=site.style,
    )
    begin = datetime(2026, 5, 13, 8, tzinfo=UTC)
    return DriveUp(
        number=number,
        site=site,
        plate=plate,
        vehicle=VehiclePlan(f"d{number:03d}", written, look, begin, 30, Behaviour.PAYS),
        lane=chance.choice(LANES),
        weather=weather,
        exposure=_exposure(weather, chance),
        yaw_degrees=chance.uniform(-16.0, 16.0),
        aside_m=chance.uniform(-0.35, 0.35),
        lasts_s=chance.uniform(1.8, 2.4),
    )


def _exposure(weather: Weather, chance: Random) -> Exposure:
    # An infra-red lamp flashes: short exposures.
    shortest, longest = _SHORTEST_MS.get(weather, 2.0), _LONGEST_MS.get(weather, 5.0)
    return Exposure(
        lasts_ms=chance.uniform(shortest, longest),
        gain=chance.uniform(0.3, 0.55) if weather is Weather.DUSK else chance.uniform(0.8, 1.12),
        noise=_NOISE.get(weather, 4.0) * chance.uniform(0.5, 1.5),
        out_of_focus_px=max(0.0, chance.gauss(0.6, 0.35)),
        roll_degrees=chance.gauss(0.0, 2.5),
        mud=chance.uniform(0.2, 0.6) if chance.random() < 0.3 else chance.uniform(0.0, 0.1),
        glare=chance.uniform(0.3, 0.8) if chance.random() < 0.25 else 0.0,
        jpeg_quality=chance.randint(55, 88),
    )


def _registration(site: Site, chance: Random) -> tuple[str, str]:
    """A plate of the site's formats, as often of each series as cars have it: normalised, and written."""
    formats = load_formats([site.formats], named_in=Path("drive-ups"))
    patterns = [pattern for pattern in formats.patterns if pattern.length >= LEAST_CHARACTERS]
    pattern = chance.choices(patterns, [pattern.weight for pattern in patterns])[0]
    text = "".join(_character(place, chance) for place in pattern.classes)
    return text, pattern.written(text)


def _character(allowed: frozenset[str], chance: Random) -> str:
    drawable = sorted(allowed.intersection(PROVINCES_DRAWN)) or sorted(allowed)
    weights = [SELDOM_WEIGHT if character in SELDOM else 1.0 for character in drawable]
    return chance.choices(drawable, weights)[0]
