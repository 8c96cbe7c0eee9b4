from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Boom, Health, LoopEdge, LoopRole
from devices.simulator.barrier import SimulatedBarrier
from devices.simulator.camera import SimulatedSource
from devices.simulator.conductor import Conductor, DayOver, DriverAtWindow, Quiet
from devices.simulator.loops import SimulatedLoops
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day
from devices.simulator.traffic import Behaviour
from tests.devices.simulator.robots import START

LIMIT_S = 30.0
LONG_NS = 60_000_000_000


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails after a generous time."""
    end = time.monotonic() + LIMIT_S
    while not holds():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)


@pytest.fixture
def lot() -> Iterator[SimulatedLot]:
    day = plan_day(12, 3, START, 6)
    unpaid = next(one for one in day.vehicles if one.behaviour is Behaviour.UNPAID)
    vehicle = replace(unpaid, arrive_at=START + timedelta(minutes=1))
    with SimulatedLot(replace(day, vehicles=(vehicle,)), pace=8) as running:
        yield running


def test_a_vehicle_comes_pays_at_the_exit_and_leaves_through_the_real_process(lot: SimulatedLot) -> None:
    conductor = Conductor(lot.address, lot.authkey)
    barriers = {lane: SimulatedBarrier(lot.address, lot.authkey, lane) for lane in ("entry", "exit")}
    loops = {lane: SimulatedLoops(lot.address, lot.authkey, lane) for lane in ("entry", "exit")}
    edges: dict[str, list[LoopEdge]] = {"entry": [], "exit": []}
    for lane in ("entry", "exit"):
        barriers[lane].start()
        loops[lane].start(edges[lane].append)
    camera = SimulatedSource(lot.address, lot.authkey_hex, "entry")
    devices: list[SimulatedBarrier | SimulatedLoops] = [*barriers.values(), *loops.values()]
    until(lambda: all(device.status().health is Health.OK for device in devices))
    empty = camera.read()
    assert empty is not None
    assert empty.shape == (720, 1280, 3)
    quiet = conductor.next_event(LIMIT_S)
    assert isinstance(quiet, Quiet)
    moment = conductor.skip_to(quiet.until)
    assert moment is not None
    assert moment.lot_time >= quiet.until

    until(lambda: loops["entry"].occupied(LoopRole.ARMING) is True)
    seen = camera.read()
    assert seen is not None
    assert abs(seen.astype(int) - empty.astype(int)).mean() > 3
    assert conductor.says("entry") == lot.scenario.vehicles[0].plate
    for _ in range(2):
        barriers["entry"].open("first", deadline_ns=time.monotonic_ns() + LONG_NS)
    until(lambda: barriers["entry"].boom() is Boom.UP)
    until(lambda: len(edges["entry"]) == 4)
    assert [edge.role for edge in edges["entry"]] == [
        LoopRole.ARMING,
        LoopRole.CLOSING,
        LoopRole.ARMING,
        LoopRole.CLOSING,
    ]

    events: list[object] = []
    while not (events and isinstance(events[-1], DayOver)):
        event = conductor.next_event(LIMIT_S)
        assert event is not None
        events.append(event)
        if isinstance(event, Quiet):
            conductor.skip_to(event.until)
        elif isinstance(event, DriverAtWindow):
            assert (event.lane, event.says) == ("exit", lot.scenario.vehicles[0].plate)
            assert conductor.paid(event.vehicle_id, 700, receipt=True)
            assert not conductor.paid(event.vehicle_id, 700, receipt=True)
            barriers["exit"].open("second", deadline_ns=time.monotonic_ns() + LONG_NS)
    truth: dict[str, Any] = conductor.truth()
    assert (truth["entered"], truth["left"], truth["inside"]) == (1, 1, 0)
    assert (truth["cash_minor"], truth["receipts"], truth["unpaid_stopped"]) == (700, 1, 1)
    assert truth["boom_cycles"] == {"entry": 1, "exit": 1}
    assert len(edges["exit"]) == 4
    for device in devices:
        device.stop()
        device.stop()
    camera.close()
    conductor.close()


def test_a_command_that_comes_too_late_is_refused_and_a_silent_board_leaves_it_unknown(
    lot: SimulatedLot,
) -> None:
    barrier = SimulatedBarrier(lot.address, lot.authkey, "exit")
    conductor = Conductor(lot.address, lot.authkey)
    with pytest.raises(DeviceError, match=r"barrier\.too_late"):
        barrier.open("late", deadline_ns=time.monotonic_ns() - 1)
    conductor.fault("barrier", "exit", "silent")
    with pytest.raises(DeviceError, match=r"barrier\.no_answer") as caught:
        barrier.open("lost", deadline_ns=time.monotonic_ns() + LONG_NS)
    assert caught.value.unknown
    conductor.fault("barrier", "exit", "none")
    barrier.open("heard", deadline_ns=time.monotonic_ns() + LONG_NS)
    truth: dict[str, Any] = conductor.truth()
    assert truth["boom_cycles"] == {"entry": 0, "exit": 1}
    barrier.stop()
    conductor.close()


def test_silent_loops_are_unknown_and_a_silent_camera_gives_no_picture(lot: SimulatedLot) -> None:
    conductor = Conductor(lot.address, lot.authkey)
    loops = SimulatedLoops(lot.address, lot.authkey, "entry")
    loops.start(lambda _: None)
    camera = SimulatedSource(lot.address, lot.authkey_hex, "entry")
    until(lambda: loops.occupied(LoopRole.ARMING) is False)
    conductor.fault("loops", "entry", "silent")
    conductor.fault("camera", "entry", "silent")
    assert camera.read() is None
    until(lambda: loops.occupied(LoopRole.ARMING) is None)
    until(lambda: loops.status().health is Health.STALE)
    conductor.fault("loops", "entry", "none")
    conductor.fault("camera", "entry", "none")
    until(lambda: loops.occupied(LoopRole.ARMING) is False)
    until(lambda: camera.read() is not None)
    loops.stop()
    camera.close()
    conductor.close()


def test_when_the_world_is_gone_its_devices_say_so(lot: SimulatedLot) -> None:
    barrier = SimulatedBarrier(lot.address, lot.authkey, "entry")
    loops = SimulatedLoops(lot.address, lot.authkey, "entry")
    camera = SimulatedSource(lot.address, lot.authkey_hex, "entry")
    barrier.start()
    loops.start(lambda _: None)
    assert camera.read() is not None
    until(lambda: barrier.boom() is Boom.DOWN and loops.status().health is Health.OK)
    pid = lot.pid
    lot.stop()
    lot.stop()
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    until(lambda: barrier.status().health is Health.FAILED and loops.status().health is Health.FAILED)
    until(lambda: barrier.boom() is Boom.UNKNOWN)
    with pytest.raises(DeviceError, match=r"camera\.gone"):
        camera.read()
    with pytest.raises(DeviceError, match=r"barrier\.no_answer") as caught:
        barrier.open("x", deadline_ns=time.monotonic_ns() + LONG_NS)
    assert not caught.value.unknown
    barrier.stop()
    loops.stop()
    camera.close()


PARENT = """
import time
from devices.simulator.process import SimulatedLot
from devices.simulator.scenario import plan_day
from tests.devices.simulator.robots import START
if __name__ == "__main__":
    lot = SimulatedLot(plan_day(12, 1, START, 6))
    lot.start()
    print(lot.address, flush=True)
    time.sleep(60)
"""


def test_the_world_ends_with_a_parent_that_is_killed() -> None:
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=root, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        address = Path(parent.stdout.readline().strip())
        assert address.exists()
        parent.kill()
    until(lambda: not address.parent.exists())
