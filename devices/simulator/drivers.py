"""The people of the simulated lot: what each driver does next, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from devices.simulator.traffic import Behaviour, VehiclePlan

WINDOW_PATIENCE = timedelta(minutes=5)
RETURN_MINUTES = (2, 5)
OVERSTAY_MINUTES = (18, 28)


class Act(StrEnum):
    """What a driver does when its time has come."""

    ARRIVE = "arrive"
    WALK_TO_WINDOW = "walk_to_window"
    LOSE_PATIENCE = "lose_patience"
    DRIVE_OUT = "drive_out"


class Driver:
    """One driver; ``due`` is the lot time of the next act, None where nothing happens by itself."""

    def __init__(self, plan: VehiclePlan, seed: int) -> None:
        self.plan = plan
        self.at_window = False
        self.act: Act | None = Act.ARRIVE
        self.due: datetime | None = plan.arrive_at
        self._chance = Random(f"{seed}/{plan.vehicle_id}")

    def take_up(self) -> Act | None:
        """The act that is due; after it nothing is planned until said."""
        act, self.act, self.due = self.act, None, None
        return act

    def has_entered(self, at: datetime) -> None:
        """Inside now: plan the end of the stay."""
        ends_at = at + timedelta(minutes=self.plan.stay_minutes)
        if self.plan.behaviour is Behaviour.UNPAID:
            self._will(Act.DRIVE_OUT, ends_at)
        elif self.plan.behaviour is not Behaviour.STAYS:
            self._will(Act.WALK_TO_WINDOW, ends_at)

    def waits_at_window(self, at: datetime) -> None:
        """At the window, on foot; not for ever."""
        self.at_window = True
        self._will(Act.LOSE_PATIENCE, at + WINDOW_PATIENCE)

    def walks_back(self, at: datetime, *, has_paid: bool) -> None:
        """From the window to the car, and then to the exit; some take too long over it."""
        self.at_window = False
        lingers = has_paid and self.plan.behaviour is Behaviour.OVERSTAYS
        minutes = self._chance.randint(*(OVERSTAY_MINUTES if lingers else RETURN_MINUTES))
        self._will(Act.DRIVE_OUT, at + timedelta(minutes=minutes))

    def _will(self, act: Act, due: datetime) -> None:
        self.act, self.due = act, due


@dataclass(frozen=True, slots=True)
class AtWindow:
    """A driver at the window: on foot, or from the exit lane."""

    plan: VehiclePlan
    lane: str | None
    paid_before: bool

    def event(self) -> dict[str, object]:
        """As the conductor hears it; ``says`` is the plate, ``pays_by`` the means that the driver names."""
        return {
            "event": "driver_at_window",
            "vehicle_id": self.plan.vehicle_id,
            "says": self.plan.plate,
            "lane": self.lane,
            "purpose": "pay",
            "paid_before": self.paid_before,
            "pays_by": self.plan.pays_by.value,
        }
