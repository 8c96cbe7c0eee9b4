"""A composed console whose lanes have signs and readers: what compose builds is what runs."""

from __future__ import annotations

import threading
from pathlib import Path

from console.compose import Console, Listeners, compose
from console.watched_devices import watched_devices
from core.config import load_config
from core.domain.people import Actor
from core.services.close_lane import close_lane
from core.services.device_views import DeviceKind
from core.services.ports import Health
from core.store.folder import DataFolder
from devices.simulator.reader import SimulatedReader
from devices.simulator.sign import SimulatedSign
from tests.booth import wait_until
from tests.core.store.lot import set_up
from tests.far_sides.nut import NAME, NutServer

WIRING = """format = 1
[[lane]]
id = "in"
camera.kind = "folder"
camera.address = "{pictures}"
barrier.kind = "memory"
loops.kind = "memory"
sign.kind = "simulator"
reader.kind = "simulator"
[reader]
kind = "simulator"
[power]
host = "127.0.0.1"
port = {port}
name = "{name}"
"""


def running(folder: Path, port: int, heard: list[str]) -> Console:
    (folder / "pictures").mkdir()
    text = WIRING.format(pictures=folder / "pictures", port=port, name=NAME)
    (folder / "lotkeeper.toml").write_text(text)
    load_config(folder / "lotkeeper.toml")
    console = compose(DataFolder(folder), listeners=Listeners(code=heard.append), recogniser_kind="stub")
    set_up(console.store)
    console.start()
    return console


def test_signs_readers_and_power_run_with_the_lanes_and_end_with_the_console(tmp_path: Path) -> None:
    heard: list[str] = []
    with NutServer() as far:
        console = running(tmp_path, far.port, heard)
        try:
            devices = console.lanes["in"].devices
            sign, reader, booth = devices.sign, devices.reader, console.drivers.booth_reader
            assert isinstance(sign, SimulatedSign)
            assert isinstance(reader, SimulatedReader)
            assert isinstance(booth, SimulatedReader)
            wait_until(lambda: sign.shown[:1] == ("Welcome",), f"a welcome, not {sign.shown}")
            booth.hold_up("LK2TEST")
            assert heard == ["LK2TEST"]
            reader.hold_up("junk")
            wait_until(lambda: sign.shown[:1] == ("Drive up to the line",), "the code is answered")
            supply = console.power.supply
            assert supply is not None
            wait_until(lambda: supply.power().on_battery is False, "the supply is heard")
            watched = {(device.kind, device.lane_id): device for device in watched_devices(console)}
            for key in ((DeviceKind.SIGN, "in"), (DeviceKind.READER, "in"), (DeviceKind.READER, "")):
                assert watched[key].status().health is Health.OK
                assert watched[key].measures()
            assert watched[DeviceKind.POWER, ""].make == "nut"
        finally:
            console.stop()
    names = {thread.name for thread in threading.enumerate()}
    assert not {one for one in names if one.startswith(("sign ", "lane-signs", "lane-codes", "power"))}
    assert not any(sign.shown)


def test_a_lane_that_was_closed_says_so_when_the_console_begins_anew(tmp_path: Path) -> None:
    with NutServer() as far:
        console = running(tmp_path, far.port, [])
        try:
            ada = console.store.read(lambda unit: unit.people())[0]
            actor = Actor(ada.person_id, ada.name, ada.role)
            console.store.write(lambda unit: close_lane(unit, actor=actor, lane_id="in"))
            lot = console.read_lot()
            assert lot is not None
            console.start_lanes(lot)
            sign = console.lanes["in"].devices.sign
            assert isinstance(sign, SimulatedSign)
            wait_until(lambda: sign.shown[:1] == ("LANE CLOSED",), "it is closed")
        finally:
            console.stop()
