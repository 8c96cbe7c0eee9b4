"""Devices that do not work, and receipts that wait for a printer: rows that lead to the device's page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from console.screens.desk.waiting import Rank, Waiting
from core.services.device_views import DeviceKind, DeviceView, device_id_of
from core.services.lane_view import LaneView


def gate_failed(view: LaneView) -> bool:
    """Whether the gate did not open for the car that stands there."""
    return view.gate == "failed" and view.vehicle_present


def device_rows(lanes: tuple[LaneView, ...], failed: tuple[DeviceView, ...]) -> Iterator[Waiting]:
    """One row a device, which leads to it: the gravest of what its lane noticed, or what it says itself.

    A loop that cannot be read says more of what to do than its board that does not answer.
    """
    at_gate = {(view.lane.lane_id, view.gate_cause) for view in lanes if gate_failed(view)}
    broken = {view.device_id for view in failed}
    told: set[str] = set()
    for view in lanes:
        lane = view.lane.lane_id
        for code in view.faults:
            device = f"{lane}/{code.partition('.')[0]}"
            if device not in told and (device not in broken or code.endswith("_lost")):
                told.add(device)
                yield Waiting(f"fault:{lane}:{code}", Rank.FAULT, code, None, lane_id=lane, device=device)
    for each in failed:
        if each.device_id not in told and (each.lane_id, each.status.cause) not in at_gate:
            yield _failed(each)


def _failed(view: DeviceView) -> Waiting:
    """A device that does not work: the car before it may be all right, the next one is not."""
    code = view.status.cause or "device.no_word"
    facts = {"detail": view.status.detail}
    return Waiting(
        f"device:{view.device_id}", Rank.FAULT, code, view.since, facts, view.lane_id, device=view.device_id
    )


def receipt_rows(since: tuple[datetime, ...], failed: tuple[DeviceView, ...]) -> list[Waiting]:
    """Receipts that wait for the printer, as one row that leads to it."""
    if not since:
        return []
    has_own_row = any(view.kind is DeviceKind.PRINTER for view in failed)
    code = "receipts.wait_too" if has_own_row else "receipts.wait"
    device = device_id_of(DeviceKind.PRINTER)
    return [Waiting("receipts", Rank.FAULT, code, since[0], facts={"count": len(since)}, device=device)]
