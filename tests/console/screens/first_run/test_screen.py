import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from console.plate_formats import usual_formats
from console.screens.first_run import FirstRunScreen
from console.screens.first_run.zones import country_of
from core.config import load_config
from core.domain.people import Role
from core.store.queries.stays import inside_list

ENTER, TAB, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(booth):
    made = FirstRunScreen(booth.ctx)
    booth.show(made)
    return made


def say_lot(booth):
    booth.type("Harbour Lot")
    booth.press(TAB)
    booth.type("180")
    booth.press(ENTER)


def say_price(booth):
    booth.press(TAB, times=2)
    booth.type("2")
    booth.press(TAB, times=2)
    booth.type("1,5")
    booth.press(ENTER)


def say_who(booth, again="739155"):
    booth.type("Ann")
    booth.press(TAB)
    booth.type("739155")
    booth.press(TAB)
    booth.type(again)
    booth.press(ENTER)


def to_the_summary(booth):
    say_lot(booth)
    say_price(booth)
    booth.press(ENTER)
    say_who(booth)


def test_a_lot_is_opened_from_an_empty_folder_with_the_keyboard_alone(booth, screen):
    to_the_summary(booth)
    assert booth.state.lot is None
    booth.press(ENTER)
    booth.until(lambda: booth.state.lot is not None and booth.state.actor is not None, "the lot is open")
    assert booth.state.lot.name == "Harbour Lot"
    assert booth.state.lot.capacity == 180
    assert booth.state.lot.exit_window_minutes == 15
    assert booth.state.actor.role is Role.ADMINISTRATOR
    plan = booth.store.read(lambda unit: unit.plan_in_force(unit.now)).plan
    assert [step.price_minor for step in plan.rates[0].charges[0].steps] == [200, 150]
    assert not plan.caps
    assert plan.timezone == booth.state.lot.timezone
    config = load_config(booth.console.folder.config)
    assert [lane.id for lane in config.lanes] == [lane.lane_id for lane in booth.state.lot.lanes]
    assert config.plates.formats == usual_formats(country_of(booth.state.lot.timezone))


def test_nothing_is_written_before_the_lot_is_opened(booth, screen):
    to_the_summary(booth)
    assert not booth.console.folder.config.exists()
    assert booth.store.read(lambda unit: unit.people()) == []


def test_a_lot_without_a_name_does_not_come_to_the_price(booth, screen):
    booth.press(ENTER)
    assert screen.page.title() == "The lot"
    assert "name" in screen.told


def test_the_usual_price_of_the_currency_stands_there_and_enter_takes_it(booth, screen):
    say_lot(booth)
    booth.press(ENTER)
    assert screen.page.title() == "The lanes"


def test_an_amount_that_was_taken_out_is_asked_for(booth, screen):
    say_lot(booth)
    booth.press(TAB, times=2)
    booth.press(Qt.Key.Key_Delete)
    booth.press(ENTER)
    assert screen.page.title() == "The price"
    assert screen.told


def test_enter_leads_from_field_to_field_and_on(booth, screen):
    booth.type("Harbour Lot")
    booth.press(ENTER)
    assert screen.page.title() == "The lot"
    assert not screen.told
    booth.type("180")
    booth.press(ENTER)
    assert screen.page.title() == "The price"
    booth.press(ENTER, times=2)
    assert screen.page.title() == "You"
    for typed in ("Ann", "739155", "739155"):
        booth.type(typed)
        booth.press(ENTER)
    assert screen.page.title() == "All right?"


def test_a_part_of_a_city_is_enough_for_the_zone_and_money_and_price_follow(booth, screen):
    zones = next(box for box in screen.page.findChildren(QComboBox) if box.isEditable())
    booth.until(lambda: zones.count() > 100, "the zones are read")
    booth.type("Harbour Lot")
    booth.press(TAB)
    booth.type("180")
    booth.press(TAB)
    booth.type("asia/taip")
    booth.press(ENTER)
    # Without a window system the list of cities takes the window's activity with it when it closes.
    booth.show(screen)
    booth.press(ENTER, times=2)
    for typed in ("Ann", "739155", "739155"):
        booth.type(typed)
        booth.press(ENTER)
    booth.press(ENTER)
    booth.until(lambda: booth.state.lot is not None, "the lot is open")
    assert (booth.state.lot.timezone, booth.state.lot.currency) == ("Asia/Taipei", "TWD")
    plan = booth.store.read(lambda unit: unit.plan_in_force(unit.now)).plan
    assert [step.price_minor for step in plan.rates[0].charges[0].steps] == [40, 20]
    assert plan.timezone == "Asia/Taipei"


def test_two_pins_that_differ_are_typed_again(booth, screen):
    say_lot(booth)
    say_price(booth)
    booth.press(ENTER)
    say_who(booth, again="739156")
    assert screen.page.title() == "You"
    assert "same" in screen.told


def test_back_keeps_what_was_typed(booth, screen):
    say_lot(booth)
    booth.press(ESC)
    assert screen.page.title() == "The lot"
    booth.press(ENTER)
    assert screen.page.title() == "The price"


def test_cars_inside_are_taken_in_after_the_lot_is_open(booth, screen):
    to_the_summary(booth)
    booth.press(ENTER)
    booth.until(lambda: screen.page.title() == "Cars already inside", "the second part")
    booth.until(lambda: booth.state.lot is not None, "the lot is known")
    assert screen.property("goes_on")
    booth.type("abc-1234")
    booth.press(ENTER)
    booth.press(ESC)
    assert booth.shown == []
    booth.press(Qt.Key.Key_S, CTRL)
    booth.until(lambda: booth.store.read(inside_list).count == 1, "the car is inside")
    booth.until(lambda: screen.page.is_empty, "the list is empty again")
    booth.press(ESC)
    assert booth.shown == ["desk"]
    assert not screen.property("goes_on")


def test_enter_goes_on_from_a_check_box_and_leaves_it_as_it_is(booth, screen):
    say_lot(booth)
    say_price(booth)
    later = next(box for box in screen.page.findChildren(QCheckBox) if box.isVisible())
    later.setFocus()
    booth.press(SPACE)
    booth.press(ENTER)
    assert screen.page.title() == "You"
    assert later.isChecked()
