"""The shapes of vehicle bodies in metres, and the paints that all of them share."""

from __future__ import annotations

from dataclasses import dataclass

from devices.simulator.traffic import Body

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
