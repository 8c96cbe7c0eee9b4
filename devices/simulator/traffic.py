"""What a simulated day holds: the vehicles, what their drivers will do, and the light, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

LANES = ("entry", "exit")


class Light(StrEnum):
    """How a scene is lit."""

    DAY = "day"
    NIGHT = "night"
    RAIN = "rain"


class Body(StrEnum):
    """The shape of a vehicle."""

    SALOON = "saloon"
    HATCHBACK = "hatchback"
    SUV = "suv"
    VAN = "van"


class Behaviour(StrEnum):
    """What a driver does at this lot."""

    PAYS = "pays"  # walks to the window, pays, drives out within a few minutes
    UNPAID = "unpaid"  # drives to the exit without paying; pays at the window there
    OVERSTAYS = "overstays"  # pays, then lets the time to leave run out
    NO_RECORD = "no_record"  # was inside before anything was written down; only seen at the exit
    ARRIVES_FULL = "arrives_full"  # comes when no space is left; turns back where the boom stays down
    BACKS_OUT = "backs_out"  # the boom opens, but the driver reverses away
    STAYS = "stays"  # remains inside to the end


class Means(StrEnum):
    """What a driver has at hand to pay with."""

    CASH = "cash"
    CARD = "card"
    PLATFORM = "platform"  # a telephone that scans a code


@dataclass(frozen=True, slots=True)
class Look:
    """How a vehicle looks: body, colour as (blue, green, red), and a seed for its small details."""

    body: Body
    colour: tuple[int, int, int]
    seed: int
    plate_style: str = "plain"


@dataclass(frozen=True, slots=True)
class VehiclePlan:
    """One vehicle: its plate as the driver would say it, when it comes, and what it does.

    ``arrive_at`` is a lot time, aware, in UTC; ``stay_minutes`` runs from crossing the entry to walking
    to the window (or, unpaid, to driving to the exit). ``picture`` is a photograph shown in place of a
    drawn vehicle.
    """

    vehicle_id: str
    plate: str
    look: Look
    arrive_at: datetime
    stay_minutes: int
    behaviour: Behaviour
    picture: Path | None = None
    pays_by: Means = Means.CASH


@dataclass(frozen=True, slots=True)
class LightSpan:
    """The light from an instant on, until the next span begins."""

    begins_at: datetime
    light: Light


@dataclass(frozen=True, slots=True)
class Scenario:
    """A day of the lot: when it starts (aware, UTC), how many spaces it has, who comes, in what light."""

    lot_start: datetime
    capacity: int
    vehicles: tuple[VehiclePlan, ...]
    light: tuple[LightSpan, ...]
    seed: int

    def light_at(self, instant: datetime) -> Light:
        """The light at a lot time; day before the first span."""
        current = Light.DAY
        for span in self.light:
            if span.begins_at <= instant:
                current = span.light
        return current

    def frame_size(self) -> tuple[int, int]:
        """Width and height in pixels of all pictures of both cameras."""
        if any(vehicle.picture is not None for vehicle in self.vehicles):
            return 1280, 960
        return 1280, 720
