"""What a console reports of its own devices."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.reporting import own_report
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    NoticesConfig,
    write_config,
)
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.ports import Health, LoopRole
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from devices.loops.memory import MemoryLoops
from tests.booth import LANES, PIN_HASH, PLAN, wait_until

WIRED = Config(
    lanes=tuple(
        LaneConfig(
            lane.lane_id,
            CameraConfig("folder", address="."),
            BarrierConfig("memory"),
            LoopsConfig("memory"),
        )
        for lane in LANES
    )
)


def composed(folder: Path) -> Console:
    data = DataFolder(folder)
    data.path.mkdir(exist_ok=True)
    write_config(data.config, WIRED)
    return compose(data, recogniser_kind="stub")


def set_up(console: Console) -> Actor:
    lot = Lot(console.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", LANES)
    ada = console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    return Actor(ada.person_id, ada.name, ada.role)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    made = composed(tmp_path / "data")
    set_up(made)
    made.start()
    yield made
    made.stop()


def test_what_a_lane_noticed_of_a_device_that_says_it_is_well_is_reported(console: Console) -> None:
    loops = console.lanes["entry"].devices.loops
    assert isinstance(loops, MemoryLoops)
    for _ in range(10):
        loops.set(LoopRole.CLOSING, True)
        loops.set(LoopRole.CLOSING, False)
    wait_until(lambda: bool(console.lanes["entry"].view.faults))
    found = {(each.lane_id, each.kind): each for each in own_report(console).devices}
    assert (found["entry", "loops"].health, found["entry", "loops"].cause) == (
        Health.STALE,
        "loops.closing_chatters",
    )
    assert found["exit", "loops"].health is Health.OK
    assert ("", "printer") in found


def test_a_gate_held_open_is_held_still_when_the_console_comes_back(tmp_path: Path) -> None:
    first = composed(tmp_path / "data")
    ada = set_up(first)
    first.start()
    first.lanes["exit"].hold_open(actor=ada, reason="fire")
    wait_until(lambda: first.lanes["exit"].view.hold.state == "held")
    since = first.lanes["exit"].view.hold.since
    first.stop()
    second = composed(tmp_path / "data")
    try:
        second.start()
        wait_until(lambda: second.lanes["exit"].view.hold.state == "held")
        view = second.lanes["exit"].view.hold
        assert (view.by, view.reason, view.since) == ("Ada", "fire", since)
        assert second.lanes["entry"].view.hold.state == ""
        second.lanes["exit"].let_go(actor=ada)
        wait_until(lambda: second.lanes["exit"].view.hold.state == "")
    finally:
        second.stop()


def test_a_port_for_notices_that_somebody_else_has_is_reported(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        notices = NoticesConfig(port=other.getsockname()[1])
        write_config(tmp_path / "lotkeeper.toml", Config(notices=notices))
        console = compose(DataFolder(tmp_path))
        try:
            assert own_report(console).notices_cause == ""
            console.noticing.start()
            assert own_report(console).notices_cause == "notice.not_bound"
        finally:
            console.stop()
