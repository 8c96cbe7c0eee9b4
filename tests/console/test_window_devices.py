"""In the window's edge: devices that want a look, and that the lot was not opened yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.state.lot_state import SETUP_LIST
from core.services.device_views import DeviceKind
from core.services.ports import Health
from tests.console.screens.devices.board import FakeBoard, a_device

LEFT = Qt.MouseButton.LeftButton


def test_nothing_is_said_while_every_device_is_well(desk):
    desk.console.devices = FakeBoard(a_device(DeviceKind.CAMERA, "exit"))
    desk.app.window.footer.devices.speak()
    assert desk.app.window.footer.devices.text == ""


def test_one_device_is_named_and_several_are_counted(desk):
    dead = a_device(DeviceKind.CAMERA, "exit", Health.FAILED, "camera.no_answer")
    told = desk.app.window.footer.devices
    desk.console.devices = FakeBoard(dead)
    told.speak()
    assert told.text == "Exit 1 · Camera wants a look"
    desk.console.devices = FakeBoard(dead, a_device(DeviceKind.LOOPS, "exit", faults=("loops.silent",)))
    told.speak()
    assert told.text == "2 devices want a look"


def test_what_came_back_by_itself_wants_nobody(desk):
    told = desk.app.window.footer.devices
    desk.console.devices = FakeBoard(a_device(DeviceKind.CAMERA, "exit", is_amber=True))
    told.speak()
    assert told.text == "Exit 1 · Camera is well again"
    dead = a_device(DeviceKind.LOOPS, "exit", Health.FAILED, "loops.no_answer")
    desk.console.devices = FakeBoard(a_device(DeviceKind.CAMERA, "exit", is_amber=True), dead)
    told.speak()
    assert told.text == "Exit 1 · Loops wants a look"


def test_a_lane_whose_device_wants_a_look_is_not_called_ok_beside_it(desk):
    footer = desk.app.window.footer
    desk.until(lambda: len(footer._lanes) == 2, "the lanes are asked")
    desk.console.devices = FakeBoard(a_device(DeviceKind.LOOPS, "exit", faults=("loops.silent",)))
    footer.retranslate()
    assert [lane for lane, word in footer._lanes.items() if not word.isHidden()] == ["entry"]
    desk.console.devices = FakeBoard()
    footer.retranslate()
    assert [lane for lane, word in footer._lanes.items() if not word.isHidden()] == ["entry", "exit"]


def test_what_is_wrong_with_a_camera_stands_on_its_picture(desk):
    tile = desk.screen.lanes._tiles["exit"]
    frozen = a_device(DeviceKind.CAMERA, "exit", Health.STALE, "camera.frozen")
    desk.console.devices = FakeBoard(frozen)
    desk.until(lambda: "same picture again" in tile._picture.accessibleName(), "it is told")
    desk.console.devices = FakeBoard(a_device(DeviceKind.CAMERA, "exit", is_amber=True))
    desk.until(lambda: "same picture again" not in tile._picture.accessibleName(), "it is told no more")
    assert tile._lamp.toolTip() == "Camera: Well again"


def test_a_click_leads_to_the_devices(desk):
    desk.console.devices = FakeBoard(a_device(DeviceKind.CAMERA, "exit", Health.FAILED, "camera.no_answer"))
    desk.app.window.footer.devices.speak()
    desk.until(desk.app.window.footer.devices.isVisible, "it is shown")
    QTest.mouseClick(desk.app.window.footer.devices, LEFT)
    desk.until(lambda: desk.app.window.current == "devices", "the page is shown")


def test_who_sets_devices_up_reads_that_the_lot_is_not_open_yet(desk):
    told = desk.app.window.header.setup
    assert told.text == "", "an attendant has nothing to do with it"
    desk.sign_on(desk.boss)
    desk.until(lambda: bool(told.text), "the list is read")
    assert told.text.startswith("not open yet, ")
    QTest.mouseClick(told, LEFT)
    desk.until(lambda: desk.app.window.current == "devices", "the page is shown")
    page = desk.app.window.screen_of("devices")
    desk.until(page.right.setup.isVisible, "the set-up list is shown")
    assert desk.state.wanted_device != SETUP_LIST
