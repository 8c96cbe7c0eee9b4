"""Where devices stand in the configuration."""

from dataclasses import replace

import pytest

from console.screens.devices.found_places import all_places, places_for
from console.screens.devices.places import (
    Place,
    config_at,
    lacks_broker,
    place_of,
    with_devices,
    without_device,
    without_lane,
)
from core.config import (
    BarrierConfig,
    CameraConfig,
    Config,
    LaneConfig,
    LoopsConfig,
    MqttConfig,
    PowerConfig,
    PrinterConfig,
    SignConfig,
)
from core.domain.errors import Refused
from core.domain.lots import Lot
from core.services.device_views import DeviceKind
from devices.search.found import What
from tests.console.screens.booth import LANES

KIND = DeviceKind
CAMERA, BARRIER, LOOPS = CameraConfig("simulator"), BarrierConfig("simulator"), LoopsConfig("simulator")
WIRED = Config(lanes=(LaneConfig("entry-1", CAMERA, BARRIER, LOOPS),))
LOT = Lot("lot", "Riverside", 60, "Asia/Taipei", "TWD", LANES)


def test_a_devices_id_names_its_place():
    assert place_of("entry-1/barrier") == Place(KIND.BARRIER, "entry-1")
    assert place_of("printer") == Place(KIND.PRINTER)
    assert place_of("recogniser") is None
    assert place_of("entry-1/no_such_thing") is None


def test_a_device_is_put_into_its_place_and_nothing_else_moves():
    sign = SignConfig("http", address="http://10.0.0.31/text")
    made = with_devices(WIRED, {Place(KIND.SIGN, "entry-1"): sign})
    assert config_at(made, Place(KIND.SIGN, "entry-1")) == sign
    assert config_at(made, Place(KIND.CAMERA, "entry-1")) == CAMERA
    assert without_device(made, Place(KIND.SIGN, "entry-1")) == WIRED


def test_a_lane_begins_with_camera_barrier_and_loops_together():
    camera = {Place(KIND.CAMERA, "exit-1"): CAMERA}
    with pytest.raises(Refused, match=r"devices\.lane_needs_it"):
        with_devices(WIRED, camera)
    whole = {**camera, Place(KIND.BARRIER, "exit-1"): BARRIER, Place(KIND.LOOPS, "exit-1"): LOOPS}
    made = with_devices(WIRED, whole)
    assert [lane.id for lane in made.lanes] == ["entry-1", "exit-1"]
    assert without_lane(made, "exit-1") == WIRED


def test_a_lane_is_not_left_without_its_gate():
    with pytest.raises(Refused, match=r"devices\.lane_needs_it"):
        without_device(WIRED, Place(KIND.BARRIER, "entry-1"))


def test_printer_and_power_supply_belong_to_the_console():
    power = PowerConfig(host="localhost")
    made = with_devices(
        WIRED, {Place(KIND.POWER): power, Place(KIND.PRINTER): PrinterConfig("usb", usb="1:2")}
    )
    assert config_at(made, Place(KIND.POWER)) == power
    assert config_at(WIRED, Place(KIND.POWER)) is None
    off = without_device(without_device(made, Place(KIND.POWER)), Place(KIND.PRINTER))
    assert config_at(off, Place(KIND.PRINTER)) is None


def test_what_speaks_over_mqtt_needs_a_broker():
    lane = LaneConfig("entry-1", CAMERA, BarrierConfig("mqtt", topic="lot/gate"), LOOPS)
    config = Config(lanes=(lane,))
    assert lacks_broker(config)
    assert not lacks_broker(with_devices(config, {Place(KIND.BROKER): MqttConfig(host="10.0.0.5")}))
    assert not lacks_broker(WIRED)


def test_an_unwired_lane_offers_what_it_cannot_be_without():
    places = all_places(WIRED, LOT)
    assert Place(KIND.SIGN, "entry-1") in places
    assert Place(KIND.SIGN, "exit-1") not in places
    assert Place(KIND.LOOPS, "exit-1") in places


def test_a_found_camera_goes_first_where_there_is_none():
    assert places_for(What.CAMERA, WIRED, LOT) == (
        Place(KIND.REAR_CAMERA, "entry-1"),
        Place(KIND.CAMERA, "exit-1"),
        Place(KIND.CAMERA, "entry-1"),
    )
    assert places_for(What.BOARD, Config(), None) == ()


def test_a_broker_that_something_speaks_through_is_not_taken_off():
    wired = replace(WIRED.lanes[0], barrier=BarrierConfig("mqtt", topic="lot/entry-1"))
    config = Config(lanes=(wired,), mqtt=MqttConfig(host="10.0.0.2"))
    with pytest.raises(Refused, match=r"devices\.broker_needed"):
        without_device(config, Place(KIND.BROKER))
