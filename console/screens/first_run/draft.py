"""What the first run has asked so far: a value that becomes the lot, its price and its wiring."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from console.screens.price.draft import PriceDraft, usual_price
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig
from core.domain.errors import BadInput
from core.domain.lots import MAX_LANES, Direction, Lane, Lot
from core.domain.people import Role, check_name
from core.domain.secrets import check_secret

EXIT_WINDOW_MINUTES = 15


@dataclass(frozen=True, slots=True)
class LaneDraft:
    """A lane and what is wired to it."""

    name: str
    direction: Direction
    camera: CameraConfig = field(default_factory=lambda: CameraConfig(kind="simulator"))
    barrier: BarrierConfig = field(default_factory=lambda: BarrierConfig(kind="simulator"))
    loops: LoopsConfig = field(default_factory=lambda: LoopsConfig(kind="simulator"))
    is_wired_later: bool = False

    @property
    def is_simulated(self) -> bool:
        """Whether anything of the lane lives in the simulator."""
        return not self.is_wired_later and "simulator" in {
            self.camera.kind,
            self.barrier.kind,
            self.loops.kind,
        }


@dataclass(frozen=True, slots=True)
class LotDraft:
    """Everything the first run asks; nothing of it is written before the lot is opened."""

    name: str
    capacity: int
    timezone: str
    currency: str
    price: PriceDraft
    lanes: tuple[LaneDraft, ...]
    language: str = "en"
    exit_window_minutes: int = EXIT_WINDOW_MINUTES
    administrator: str = ""
    secret: str = field(default="", repr=False)
    secret_again: str = field(default="", repr=False)

    def lot(self, lot_id: str) -> Lot:
        """The lot; BadInput ``lot.…`` for what makes none."""
        return Lot(
            lot_id=lot_id,
            name=self.name.strip(),
            capacity=self.capacity,
            timezone=self.timezone,
            currency=self.currency,
            lanes=tuple(
                Lane(lane_id, lane.name.strip(), lane.direction)
                for lane_id, lane in zip(self.lane_ids(), self.lanes, strict=True)
            ),
            exit_window_minutes=self.exit_window_minutes,
            receipt_language=self.language,
        )

    def config(self, before: Config) -> Config:
        """The machine's configuration with these lanes."""
        return replace(
            before,
            console=replace(before.console, language=self.language),  # type: ignore[arg-type]
            lanes=tuple(
                LaneConfig(id=lane_id, camera=lane.camera, barrier=lane.barrier, loops=lane.loops)
                for lane_id, lane in zip(self.lane_ids(), self.lanes, strict=True)
                if not lane.is_wired_later
            ),
        )

    def lane_ids(self) -> list[str]:
        """An id for each lane, from its direction and its number among those: ``entry-1``, ``exit-1``."""
        counts = dict.fromkeys(Direction, 0)
        ids = []
        for lane in self.lanes:
            counts[lane.direction] += 1
            ids.append(f"{lane.direction.value}-{counts[lane.direction]}")
        return ids

    def check_lanes(self) -> None:
        """BadInput where a lane has no name, two share one, or a device lacks what it needs."""
        names = [lane.name.strip().casefold() for lane in self.lanes]
        if not names or not all(names):
            raise BadInput("lane.bad_name")
        if len(set(names)) != len(names):
            raise BadInput("lane.name_twice")
        if len(names) > MAX_LANES:
            raise BadInput("lot.bad_lanes")
        for lane in self.lanes:
            _check_wiring(lane)

    def check_administrator(self) -> None:
        """BadInput where name, password or PIN cannot be used, or what was typed twice differs."""
        name = check_name(self.administrator)
        check_secret(Role.ADMINISTRATOR, self.secret, name=name)
        if self.secret != self.secret_again:
            raise BadInput("person.secrets_differ")


def default_draft(timezone: str, currency: str, language: str) -> LotDraft:
    """What stands in the fields at the beginning: one entry, one exit, both simulated."""
    return LotDraft(
        name="",
        capacity=0,
        timezone=timezone,
        currency=currency,
        price=usual_price(currency),
        lanes=(LaneDraft("", Direction.ENTRY), LaneDraft("", Direction.EXIT)),
        language=language,
    )


def _check_wiring(lane: LaneDraft) -> None:
    if lane.is_wired_later:
        return
    if lane.camera.kind != "simulator" and not lane.camera.address.strip():
        raise BadInput("lane.camera_address_needed", lane=lane.name)
    if lane.barrier.kind == "modbus_tcp" and not lane.barrier.host.strip():
        raise BadInput("lane.barrier_host_needed", lane=lane.name)
    if lane.loops.kind == "modbus_tcp" and (not lane.loops.host.strip() or lane.loops.arming_input is None):
        raise BadInput("lane.loops_wiring_needed", lane=lane.name)
