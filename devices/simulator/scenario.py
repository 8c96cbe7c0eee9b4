"""Plans a day for the simulated lot: seeded traffic in which every case of a booth's day happens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from devices.simulator.plate_text import invent_plates
from devices.simulator.traffic import (
    Behaviour,
    Body,
    Light,
    LightSpan,
    Look,
    Means,
    Scenario,
    VehiclePlan,
)

__all__ = ["Behaviour", "Light", "Look", "Means", "Scenario", "VehiclePlan", "plan_day", "plan_pictures"]

LEAST_CARS = 12
COLOURS = (  # blue, green, red: paints seen in any car park
    (232, 234, 236),
    (58, 54, 52),
    (168, 164, 160),
    (122, 72, 38),
    (44, 40, 150),
    (84, 98, 62),
    (150, 176, 190),
    (98, 60, 30),
    (60, 92, 150),
    (110, 108, 106),
)
# How the light changes over the day, as shares of its length.
LIGHT_SHARES = ((0.0, Light.DAY), (0.28, Light.RAIN), (0.52, Light.DAY), (0.66, Light.NIGHT))
# In turn: each way of paying is met in the shortest day.
MEANS_IN_TURN = (Means.CASH, Means.CARD, Means.CASH, Means.PLATFORM)
MARGIN_MINUTES = 45  # time a vehicle needs at most from walking to the window to having left


@dataclass(frozen=True, slots=True)
class _Coming:
    minute: int
    stay_minutes: int
    behaviour: Behaviour


def plan_day(cars: int, seed: int, start: datetime, capacity: int = 6) -> Scenario:
    """A seeded day with every case in it: unpaid, overstayed, no record, refused, backed out, remaining.

    Raises ValueError where the figures leave no room for that: fewer than 12 cars, or a lot that so few
    cars cannot fill.
    """
    chance = Random(seed)
    coming = _plan_comings(cars, capacity, chance)
    plates = invent_plates(cars, chance)
    bodies = [list(Body)[index % len(Body)] for index in range(cars)]
    chance.shuffle(bodies)
    first_colour = chance.randrange(len(COLOURS))
    vehicles = tuple(
        VehiclePlan(
            vehicle_id=f"v{index + 1:02d}",
            plate=plates[index][0],
            look=Look(
                body=bodies[index],
                colour=COLOURS[(first_colour + index * 3) % len(COLOURS)],
                seed=chance.randrange(1 << 30),
                plate_style=plates[index][1],
            ),
            arrive_at=start + timedelta(minutes=one.minute, seconds=chance.randrange(40)),
            stay_minutes=one.stay_minutes,
            behaviour=one.behaviour,
            pays_by=MEANS_IN_TURN[index % len(MEANS_IN_TURN)],
        )
        for index, one in enumerate(coming)
    )
    ends = max(one.minute + (one.stay_minutes if one.behaviour in _LEAVING else 0) for one in coming)
    return Scenario(
        lot_start=start,
        capacity=capacity,
        vehicles=vehicles,
        light=_spans(start, timedelta(minutes=ends)),
        seed=seed,
    )


def plan_pictures(
    folder: Path, seed: int, limit: int, *, start: datetime, minutes_between: int = 4
) -> Scenario:
    """A day whose vehicles are the photographs that ``truth.jsonl`` in or beside the folder names.

    Each line holds at least ``file`` (relative to the list) and ``plate``, which serves for judging
    only. All of them find a space, pay and leave. Raises FileNotFoundError or ValueError.
    """
    truth = next(
        (path for path in (folder / "truth.jsonl", folder.parent / "truth.jsonl") if path.is_file()), None
    )
    if truth is None:
        raise FileNotFoundError(folder / "truth.jsonl")
    lines = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines() if line.strip()]
    chance = Random(seed)
    chance.shuffle(lines)
    vehicles: list[VehiclePlan] = []
    seen: set[str] = set()
    for line in lines:
        picture = (truth.parent / line["file"]).resolve()
        # Two photographs of one plate would be one vehicle that enters twice.
        if len(vehicles) == limit or line["plate"] in seen or not picture.is_file():
            continue
        seen.add(line["plate"])
        vehicles.append(
            VehiclePlan(
                vehicle_id=f"p{len(vehicles) + 1:03d}",
                plate=line["plate"],
                look=Look(body=Body.SALOON, colour=COLOURS[0], seed=chance.randrange(1 << 30)),
                arrive_at=start + timedelta(minutes=1 + minutes_between * len(vehicles)),
                stay_minutes=chance.randint(20, 70),
                behaviour=Behaviour.PAYS,
                picture=picture,
            )
        )
    if not vehicles:
        raise ValueError(f"{truth} names no picture that is there")
    return Scenario(
        lot_start=start,
        capacity=len(vehicles) + 1,
        vehicles=tuple(vehicles),
        light=(LightSpan(start, Light.DAY),),
        seed=seed,
    )


_LEAVING = (Behaviour.PAYS, Behaviour.UNPAID, Behaviour.OVERSTAYS, Behaviour.ARRIVES_FULL)


def _plan_comings(cars: int, capacity: int, chance: Random) -> list[_Coming]:
    backing_out = 1 if cars < 14 else 2
    entering = cars - 2 - backing_out
    staying = max(2, min(cars // 8, capacity - 2))
    if cars < LEAST_CARS or not 4 <= capacity <= entering - staying:
        raise ValueError(f"{cars} cars cannot make a whole day of a lot with {capacity} spaces")
    # 1. The lot fills: nobody leaves before the one for whom there is no space has come.
    minutes = [2]
    for _ in range(capacity - 1):
        minutes.append(minutes[-1] + chance.randint(4, 9))
    full_at = minutes[-1] + chance.randint(8, 12)
    filling = [Behaviour.UNPAID, Behaviour.OVERSTAYS, *[Behaviour.PAYS] * (capacity - 2)]
    chance.shuffle(filling)
    leave_at = [full_at + 15 + 14 * place for place in range(capacity)]
    chance.shuffle(leave_at)
    coming = [
        _Coming(minute, leaves - minute, behaviour)
        for minute, leaves, behaviour in zip(minutes, leave_at, filling, strict=True)
    ]
    # While there is room: before a full lot the boom would not open for them.
    coming += [_Coming(minutes[place] + 2, 0, Behaviour.BACKS_OUT) for place in range(backing_out)]
    coming.append(_Coming(full_at, 30, Behaviour.ARRIVES_FULL))
    # 2. The others come as spaces become free; the last of them remain.
    busy_until = sorted(one.minute + one.stay_minutes + MARGIN_MINUTES for one in coming[:capacity])
    minute = full_at
    behaviours = [Behaviour.PAYS] * (entering - capacity - staying) + [Behaviour.STAYS] * staying
    for behaviour in behaviours:
        minute = max(minute + chance.randint(6, 14), busy_until.pop(0))
        stay = chance.randint(20, 80)
        coming.append(_Coming(minute, stay, behaviour))
        if behaviour is Behaviour.PAYS:
            busy_until = sorted([*busy_until, minute + stay + MARGIN_MINUTES])
    coming.append(_Coming(full_at + 22, 0, Behaviour.NO_RECORD))
    return sorted(coming, key=lambda one: one.minute)


def _spans(start: datetime, length: timedelta) -> tuple[LightSpan, ...]:
    return tuple(LightSpan(start + length * share, light) for share, light in LIGHT_SHARES)
