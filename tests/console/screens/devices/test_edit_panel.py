"""Adding, changing and taking off devices, by keyboard, down to the settings file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.compose import Console
from console.screens.devices import DevicesScreen
from console.screens.devices.places import Place
from core.config import (
    BarrierConfig,
    CameraConfig,
    LaneConfig,
    LoopsConfig,
    PrinterConfig,
    load_config,
)
from core.domain.errors import DeviceError
from core.domain.people import Role
from core.services.device_views import DeviceKind
from devices.search.found import Found, What
from tests.console.screens.devices.board import FakeBoard, a_lot_of_devices

KEY, KIND = Qt.Key, DeviceKind
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
REGION = ((0.1, 0.1), (0.9, 0.1), (0.5, 0.9))
ENTRY = LaneConfig(
    "entry-1",
    CameraConfig("rtsp", address="rtsp://admin:secret@10.0.0.20/main", region=REGION),
    BarrierConfig("shelly", host="10.0.0.44", user="admin", secret="env:RELAY"),
    LoopsConfig("shelly", host="10.0.0.44", arming_input=0),
)  # fmt: skip


@pytest.fixture
def started(monkeypatch):
    """How often the lanes were started; they are neither built nor stopped."""
    lots = []
    monkeypatch.setattr(Console, "start_lanes", lambda _console, lot: lots.append(lot))
    monkeypatch.setattr(Console, "stop_lanes", lambda _console: None)
    return lots


@pytest.fixture
def screen(booth, started):
    booth.set_up()
    booth.console.devices = FakeBoard(*a_lot_of_devices())
    booth.console.config = replace(booth.console.config, lanes=(ENTRY,))
    made = DevicesScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: bool(made.list.rows) and made.list.hasFocus(), "the devices are shown")
    return made


def file_of(booth):
    return load_config(booth.console.folder.config)


def saved(booth, screen):
    booth.press(KEY.Key_S, CONTROL)
    booth.until(screen.panel.isVisible, f"it is saved: {screen.right.edit.told}")


def test_a_barriers_address_is_changed_and_the_lane_runs_with_it(booth, screen, started):
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_C, ALT)
    assert screen.right.edit.title == "Change: Entry 1 · Barrier"
    host = screen.right.edit.form.editor("host").widget
    assert host.text() == "10.0.0.44"
    host.setText("10.0.0.45")
    saved(booth, screen)
    assert file_of(booth).lanes[0].barrier == replace(ENTRY.barrier, host="10.0.0.45")
    assert len(started) == 1
    assert booth.state.message.code == "devices.saved"


def test_a_password_is_never_shown_and_stays_unless_another_is_typed(booth, screen):
    screen.right.change(Place(KIND.CAMERA, "entry-1"))
    form = screen.right.edit.form
    assert form.editor("address").widget.text() == "rtsp://10.0.0.20/main"
    assert form.editor("login_secret").widget.text() == ""
    form.editor("address").widget.setText("rtsp://10.0.0.21/main")
    saved(booth, screen)
    kept = file_of(booth).lanes[0].camera
    assert kept.address == "rtsp://admin:secret@10.0.0.21/main"
    assert kept.region == ENTRY.camera.region, "what is drawn for the camera stays"


def test_what_a_kind_needs_is_asked_for_in_words(booth, screen, started):
    screen.right.change(Place(KIND.BARRIER, "entry-1"))
    screen.right.edit.form.choose_kind("mqtt")
    booth.press(KEY.Key_S, CONTROL)
    assert screen.right.edit.told == "Fill in: Topic."
    assert screen.right.edit.form.editor("topic").widget.hasFocus()
    assert started == []


def test_another_kind_keeps_what_fits_and_forgets_the_rest(booth, screen):
    screen.right.change(Place(KIND.BARRIER, "entry-1"))
    form = screen.right.edit.form
    form.choose_kind("tasmota")
    assert form.editor("host").widget.text() == "10.0.0.44"
    form.choose_kind("modbus_tcp")
    saved(booth, screen)
    barrier = file_of(booth).lanes[0].barrier
    assert (barrier.kind, barrier.host, barrier.user, barrier.secret) == ("modbus_tcp", "10.0.0.44", "", "")


def test_fields_that_are_right_as_they_are_stay_out_of_sight(booth, screen):
    screen.right.change(Place(KIND.BARRIER, "entry-1"))
    form = screen.right.edit.form
    assert "pulse_ms" not in form.names()
    form.show_more()
    assert "pulse_ms" in form.names()


def test_a_found_device_fills_in_the_form_of_the_place_that_is_chosen(booth, screen):
    booth.press(KEY.Key_Insert)
    found = Found(What.BOARD, "Shelly Pro 1PM", "10.0.0.50", {"kind": "shelly", "host": "10.0.0.50"})
    screen.right.search._on_found(found)
    screen.right.search.take()
    form = screen.right.edit.form
    assert (form.place, form.kind) == (Place(KIND.BARRIER, "exit-1"), "shelly")
    assert form.editor("host").widget.text() == "10.0.0.50"


def test_a_serial_port_takes_the_first_kind_that_has_one(booth, screen):
    screen.right.edit.add((Place(KIND.BARRIER, "entry-1"),), {"path": "/dev/serial/by-id/usb-1"})
    assert screen.right.edit.form.kind == "modbus_rtu"


def test_a_lane_that_is_not_wired_is_asked_for_all_three_and_saved_at_once(booth, screen, started):
    screen.right.wire_lane("exit-1")
    for kind in ("simulator", "simulator"):
        screen.right.edit.form.choose_kind(kind)
        assert screen.right.edit.save_button.text() == "Next"
        booth.press(KEY.Key_S, CONTROL)
        assert started == []
    screen.right.edit.form.choose_kind("simulator")
    saved(booth, screen)
    assert [lane.id for lane in file_of(booth).lanes] == ["entry-1", "exit-1"]


def test_esc_goes_back_and_nothing_is_written(booth, screen):
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_C, ALT)
    screen.right.edit.form.editor("host").widget.setText("10.9.9.9")
    booth.press(KEY.Key_Escape)
    assert screen.panel.isVisible()
    assert not booth.console.folder.config.exists()


def test_a_car_in_a_lane_is_only_interrupted_when_a_person_says_so(booth, screen, started, monkeypatch):
    monkeypatch.setattr(type(booth.console.rewiring), "cars_under_way", lambda _self: ("Entry 1",))
    screen.right.change(Place(KIND.BARRIER, "entry-1"))
    screen.right.edit.form.editor("host").widget.setText("10.0.0.45")
    booth.press(KEY.Key_S, CONTROL)
    booth.until(lambda: "A car is in a lane: Entry 1." in screen.right.edit.told, "it is refused")
    assert started == []
    booth.press(KEY.Key_U, ALT)
    booth.until(screen.panel.isVisible, "it is saved all the same")
    assert len(started) == 1


def test_the_last_change_is_taken_back_by_one_key(booth, screen):
    assert screen.undo_button.isHidden()
    for host in ("10.0.0.45", "10.0.0.46"):
        screen.right.change(Place(KIND.BARRIER, "entry-1"))
        screen.right.edit.form.editor("host").widget.setText(host)
        saved(booth, screen)
    booth.press(KEY.Key_B, ALT)
    booth.until(lambda: booth.state.message.code == "devices.undone", "it is taken back")
    assert file_of(booth).lanes[0].barrier.host == "10.0.0.45"


def test_taking_off_a_printer_asks_first_and_enter_keeps_it(booth, screen):
    booth.console.config = replace(booth.console.config, printer=PrinterConfig("network", host="10.0.0.60"))
    screen.choose("printer")
    booth.press(KEY.Key_R, ALT)
    assert screen.right.remove.isVisible()
    booth.press(KEY.Key_Return)
    assert not booth.console.folder.config.exists()
    booth.press(KEY.Key_R, ALT)
    booth.press(KEY.Key_R, ALT)
    booth.until(lambda: booth.state.message is not None, "it is off")
    assert file_of(booth).printer.kind == "none"


def test_a_lane_loses_its_barrier_only_as_a_whole(booth, screen):
    screen.choose("entry-1/barrier")
    booth.press(KEY.Key_R, ALT)
    assert "The whole lane is taken off" in screen.right.remove.question
    booth.press(KEY.Key_R, ALT)
    booth.until(lambda: booth.state.message is not None, "it is off")
    assert file_of(booth).lanes == ()


def test_a_trial_says_what_the_device_answered(booth, screen, monkeypatch):
    asked = []

    def refuses(config, _wiring):
        asked.append(config.host)
        raise DeviceError("board.no_answer", detail="timed out")

    monkeypatch.setattr("console.screens.devices.edit_panel.try_device", refuses)
    screen.right.change(Place(KIND.BARRIER, "entry-1"))
    booth.press(KEY.Key_P, ALT)
    booth.until(lambda: "The relay board does not answer." in screen.right.edit.told, "it is told")
    assert asked == ["10.0.0.44"]
    assert not booth.console.folder.config.exists()


def test_an_attendant_sees_devices_and_tests_them_but_wires_nothing(booth, screen):
    booth.state.sign_on(booth.add("Ben", Role.ATTENDANT))
    screen.refresh()
    assert screen.add_button.isHidden()
    assert screen.foot.change.isHidden()


def test_a_lane_on_a_broker_that_is_not_named_is_asked_for_the_broker_and_saved_with_it(
    booth, screen, started
):
    edit = screen.right.edit
    screen.right.wire_lane("exit-1")
    fill_in(booth, edit, "folder", address="/tmp")
    fill_in(booth, edit, "mqtt", topic="lot/exit-1")
    assert edit.form.kind == "mqtt", "the loops hang on the boom's board"
    assert edit.form.editor("topic").value() == "lot/exit-1"
    edit.form.editor("arming_input").show_value(0)
    booth.press(KEY.Key_S, CONTROL)
    assert edit.title == "Add: This console · MQTT broker"
    edit.form.editor("host").show_value("10.0.0.2")
    saved(booth, screen)
    assert file_of(booth).mqtt.host == "10.0.0.2"
    assert file_of(booth).lanes[1].barrier.topic == "lot/exit-1"


def test_back_leads_to_the_device_before_with_what_was_filled_in(booth, screen):
    edit = screen.right.edit
    screen.right.wire_lane("exit-1")
    fill_in(booth, edit, "folder", address="/tmp")
    assert edit.title == "Add: Exit 1 · Barrier"
    booth.press(KEY.Key_Escape)
    assert edit.title == "Add: Exit 1 · Camera"
    assert edit.form.editor("address").value() == "/tmp"
    booth.press(KEY.Key_Escape)
    assert screen.right.shows_detail


def test_a_relay_of_another_lane_is_refused_in_words_of_the_form(booth, screen, started):
    edit = screen.right.edit
    screen.right.wire_lane("exit-1")
    fill_in(booth, edit, "folder", address="/tmp")
    fill_in(booth, edit, "shelly", host="10.0.0.44")
    edit.form.editor("arming_input").show_value(1)
    booth.press(KEY.Key_S, CONTROL)
    booth.until(lambda: "cannot be wired" in edit.told, "it is refused")
    assert "Barrier, Relay that opens: is wired to lane entry-1 already" in edit.told
    assert ".toml" not in edit.told
    assert started == []


def test_the_customers_display_is_added_and_changed_like_the_others(booth, screen):
    place = Place(KIND.SIGN)
    screen.right.search.chosen.emit((place,), {"path": "/dev/ttyS1"})
    saved(booth, screen)
    assert file_of(booth).display.path == "/dev/ttyS1"
    screen.right.change(place)
    assert screen.right.edit.form.editor("path").value() == "/dev/ttyS1"


def test_a_printers_profile_is_chosen_from_those_that_ship(booth, screen):
    screen.right.search.chosen.emit((Place(KIND.PRINTER),), {"host": "10.0.0.9"})
    profile = screen.right.edit.form.editor("profile")
    profile.show_value("epson-tm")
    saved(booth, screen)
    assert file_of(booth).printer.profile == "epson-tm"


def fill_in(booth, edit, kind, **values):
    edit.form.choose_kind(kind)
    for name, value in values.items():
        edit.form.editor(name).show_value(value)
    booth.press(KEY.Key_S, CONTROL)
