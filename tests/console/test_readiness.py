"""The set-up list of a console that is composed as it is for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.readiness import go_live, readiness_of, surroundings_of
from console.words import is_known
from core.config import BarrierConfig, CameraConfig, Config, LaneConfig, LoopsConfig, write_config
from core.domain.errors import Refused
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.device_views import DeviceTest
from core.services.readiness import ItemState
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
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


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    folder = DataFolder(tmp_path / "data")
    folder.path.mkdir()
    write_config(folder.config, WIRED)
    made = compose(folder, recogniser_kind="stub")
    yield made
    made.stop()


def administrator(console: Console) -> Actor:
    lot = Lot(console.store.lot_id, "Riverside", 5, "Asia/Taipei", "TWD", LANES)
    ada = console.store.write(
        lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ada", pin_hash=PIN_HASH)
    )
    return Actor(ada.person_id, ada.name, ada.role)


def test_before_the_first_run_there_is_no_list(console: Console) -> None:
    with pytest.raises(Refused, match=r"lot\.not_set_up"):
        readiness_of(console)


def test_every_item_has_words_and_a_place_where_it_is_mended(console: Console) -> None:
    administrator(console)
    items = readiness_of(console).items
    assert len(items) > 10
    assert [item.code for item in items if not is_known(item.code)] == []
    assert {item.screen for item in items} <= {"devices", "rates", "people", "settings", "desk"}


def test_lanes_that_run_have_devices_that_want_to_be_tried(console: Console) -> None:
    ada = administrator(console)
    lot = console.read_lot()
    assert lot is not None
    console.start_lanes(lot)
    found = {device.device_id for device in surroundings_of(console).devices}
    assert {"entry/camera", "entry/barrier", "entry/loops", "exit/barrier"} <= found
    console.devices.look()
    console.devices.tested(actor=ada, device_id="entry/barrier", test=DeviceTest.OPEN_ONCE, worked=True)
    states = {
        item.target: item.state for item in readiness_of(console).items if item.code == "setup.device_tested"
    }
    assert states["entry/barrier"] is ItemState.OK
    assert states["exit/barrier"] is ItemState.MISSING


def test_the_board_shows_the_lanes_devices_with_what_the_lane_noticed(console: Console) -> None:
    administrator(console)
    lot = console.read_lot()
    assert lot is not None
    console.start_lanes(lot)
    console.devices.start()
    wait_until(lambda: console.devices.view("entry/loops") is not None)
    assert next(view.lane_id for view in console.devices.views()) == "entry"
    view = console.devices.view("entry/loops")
    assert view is not None
    assert (view.make, view.faults, view.tests) == ("memory", (), (DeviceTest.WATCH_LOOPS,))


def test_going_live_is_the_administrators_word(console: Console) -> None:
    ada = administrator(console)
    with pytest.raises(Refused, match=r"setup\.not_ready"):
        go_live(console, actor=ada)
    go_live(console, actor=ada, note="a trial week")
    assert readiness_of(console).is_live
