"""The set-up list: what is missing, the way there, and opening the lot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from console.screens.devices import DevicesScreen
from core.services.device_views import DeviceKind
from core.services.readiness import ItemState, Readiness, SetupItem
from tests.console.screens.devices.board import FakeBoard, a_device, a_lot_of_devices

KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(booth):
    booth.set_up()
    booth.console.devices = FakeBoard(*a_lot_of_devices())
    made = DevicesScreen(booth.ctx)
    booth.show(made)
    booth.until(made.list.hasFocus, "the devices are shown")
    booth.press(KEY.Key_I, ALT)
    booth.until(lambda: bool(made.right.setup.texts()), "the list is read")
    return made


def test_only_what_is_missing_is_listed_until_all_is_wanted(booth, screen):
    missing = screen.right.setup.texts()
    assert (
        "☐ Entry 1 has its camera, barrier and loops.",
        "Not done yet. Add them under Devices.",
    ) in missing
    assert all(not text.startswith("✓") for text, _step in missing)
    booth.press(KEY.Key_A, ALT)
    assert any(text == "✓ A rate plan is in force." for text, _step in screen.right.setup.texts())


def test_a_missing_wiring_leads_to_its_form(booth, screen):
    screen.right.setup.list.setCurrentRow(0)
    booth.press(KEY.Key_Return)
    assert screen.right.edit.isVisible()
    assert screen.right.edit.form.place.lane_id == "entry-1"


def test_an_item_of_another_screen_leads_there(booth, screen):
    place = next(
        at for at, (text, _s) in enumerate(screen.right.setup.texts()) if "first administrator" in text
    )
    screen.right.setup.list.setCurrentRow(place)
    screen.right.setup.go()
    assert booth.shown[-1] == "people"


def test_a_missing_lane_leads_to_the_lanes_of_the_lot(booth, screen):
    screen.right.setup.wanted.emit(SetupItem("setup.has_exit", ItemState.MISSING, "devices"))
    assert screen.right.lanes.isVisible()


def test_a_device_that_was_not_tried_leads_to_its_page(booth, screen):
    item = SetupItem("setup.device_tested", ItemState.MISSING, "devices", "entry-1/barrier")
    screen.right.setup.wanted.emit(item)
    assert screen.panel.isVisible()
    assert screen.list.chosen_id == "entry-1/barrier"


def test_the_lot_opens_without_something_only_with_a_reason(booth, screen):
    booth.press(KEY.Key_G, CONTROL)
    assert "Write down why" in screen.right.setup.told
    assert screen.right.setup.note.hasFocus()
    booth.type("Only the entry works so far")
    booth.press(KEY.Key_G, CONTROL)
    booth.until(
        lambda: "Open to the public since" in screen.right.setup.lead, f"it opened: {screen.right.setup.told}"
    )
    assert "said by Ann" in screen.right.setup.lead
    assert screen.right.setup.live_button.isHidden()


def test_what_is_not_known_never_looks_done(booth, screen):
    items = (SetupItem("setup.clock", ItemState.UNKNOWN, "settings", is_advice=True),)
    screen.right.setup._on_read(Readiness(items))
    assert screen.right.setup.texts() == [
        ("▨ This computer's clock is right.", "Advice: Have the system set it from the network.")
    ]


def test_esc_goes_back_to_the_devices(booth, screen):
    booth.press(KEY.Key_Escape)
    assert screen.panel.isVisible()


def test_the_page_opens_at_what_was_wanted(booth):
    booth.set_up()
    booth.console.devices = FakeBoard(*a_lot_of_devices(), a_device(DeviceKind.POWER))
    booth.state.wanted_device = "power"
    made = DevicesScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: made.list.chosen_id == "power", "the device is shown")
