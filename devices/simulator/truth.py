"""What really happened in the simulated lot, kept to judge the console by; nobody at the console sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from devices.simulator.traffic import Means, VehiclePlan

EXIT_WINDOW = timedelta(minutes=15)


@dataclass(slots=True)
class VehicleTruth:
    """What really happened with one vehicle; instants are lot times, None where it did not happen.

    ``paid_minor`` is all that its driver paid, ``card_minor`` and ``platform_minor`` what of it was no cash.
    """

    vehicle_id: str
    plate: str
    behaviour: str
    arrived_at: datetime | None = None
    entered_at: datetime | None = None
    gave_up_at: datetime | None = None
    backed_out_at: datetime | None = None
    at_window_at: datetime | None = None
    paid_at: datetime | None = None
    paid_minor: int = 0
    card_minor: int = 0
    platform_minor: int = 0
    at_exit_at: datetime | None = None
    stopped_at: datetime | None = None
    stopped_because: str = ""
    left_at: datetime | None = None
    refused_full: bool = False

    @property
    def cash_minor(self) -> int:
        """What the driver handed over in cash."""
        return self.paid_minor - self.card_minor - self.platform_minor

    def pay(self, amount_minor: int, means: Means, at: datetime) -> None:
        """The driver paid so much."""
        self.paid_at = at
        self.paid_minor += amount_minor
        self.card_minor += amount_minor if means is Means.CARD else 0
        self.platform_minor += amount_minor if means is Means.PLATFORM else 0

    def why_stopped(self, at: datetime) -> str:
        """Why an honest gate stays closed before it at the exit; ``paid``: it should have opened."""
        if self.entered_at is None:
            return "no_record"
        if self.paid_at is None:
            return "unpaid"
        return "overstayed" if at - self.paid_at > EXIT_WINDOW else "paid"


@dataclass(slots=True)
class Presence:
    """A vehicle stood before the boom of a lane from one lot time to another (None: it still does)."""

    lane: str
    vehicle_id: str
    plate: str
    begins_at: datetime
    ends_at: datetime | None = None


class TruthBook:
    """Keeps what really happened."""

    def __init__(self, vehicles: Iterable[VehiclePlan]) -> None:
        self.vehicles = {
            one.vehicle_id: VehicleTruth(one.vehicle_id, one.plate, one.behaviour.value) for one in vehicles
        }
        self.presences: list[Presence] = []
        self.payments = 0
        self.receipts = 0

    def __getitem__(self, vehicle_id: str) -> VehicleTruth:
        return self.vehicles[vehicle_id]

    def inside(self) -> int:
        """How many vehicles entered through the gate and have not left."""
        return sum(1 for one in self.vehicles.values() if one.entered_at and not one.left_at)

    def begin_presence(self, lane: str, vehicle: VehiclePlan, at: datetime) -> None:
        """A vehicle reached the ARMING loop."""
        self.presences.append(Presence(lane, vehicle.vehicle_id, vehicle.plate, at))

    def end_presence(self, vehicle: VehiclePlan, at: datetime) -> None:
        """A vehicle left the ARMING loop."""
        for presence in reversed(self.presences):
            if presence.vehicle_id == vehicle.vehicle_id and presence.ends_at is None:
                presence.ends_at = at
                return

    def told(self, boom_cycles: dict[str, int]) -> dict[str, object]:
        """All of it as plain values: counts first, instants in ISO form."""
        cars = list(self.vehicles.values())
        return {
            "entered": sum(1 for one in cars if one.entered_at),
            "left": sum(1 for one in cars if one.left_at),
            "inside": self.inside(),
            "explained": sum(1 for one in cars if one.left_at and not one.entered_at),
            "refused_full": sum(1 for one in cars if one.refused_full),
            "gave_up": sum(1 for one in cars if one.gave_up_at),
            "backed_out": sum(1 for one in cars if one.backed_out_at),
            "unpaid_stopped": sum(1 for one in cars if one.stopped_because == "unpaid"),
            "overstayed": sum(1 for one in cars if one.stopped_because == "overstayed"),
            "no_record": sum(1 for one in cars if one.stopped_because == "no_record"),
            "stopped_though_paid": sum(1 for one in cars if one.stopped_because == "paid"),
            "payments": self.payments,
            "cash_minor": sum(one.cash_minor for one in cars),
            "card_minor": sum(one.card_minor for one in cars),
            "platform_minor": sum(one.platform_minor for one in cars),
            "receipts": self.receipts,
            "boom_cycles": dict(boom_cycles),
            "presences": [
                {
                    "lane": one.lane,
                    "vehicle_id": one.vehicle_id,
                    "plate": one.plate,
                    "from": _iso(one.begins_at),
                    "to": _iso(one.ends_at),
                }
                for one in self.presences
            ],
            "vehicles": [
                {key: _iso(value) if isinstance(value, datetime) else value for key, value in row.items()}
                for row in (asdict(one) for one in cars)
            ],
        }


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
