from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt

CTRL, SHIFT, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Return


def open_rates(desk):
    desk.press(Qt.Key.Key_K, CTRL)
    desk.type("Rates")
    desk.press(ENTER)
    desk.until(lambda: desk.app.window.current == "rates", "the rates are in front")
    screen = desk.app.window.screen_of("rates")
    desk.until(lambda: screen.is_ready, "the plan in force is shown")
    return screen


def test_a_landlord_publishes_from_any_screen_and_the_next_car_pays_the_new_price(desk):
    desk.sign_on(desk.boss)
    screen = open_rates(desk)
    charge = screen.editing.part
    first, *rest = charge.steps
    screen.editing.take_part(replace(charge, steps=(replace(first, price_minor=Decimal(70)), *rest)))
    desk.until(lambda: screen.is_ready, "it was checked")
    desk.app.window.show_screen("desk")
    desk.press(Qt.Key.Key_P, CTRL | SHIFT)
    desk.until(lambda: desk.app.window.current == "rates", "the rates are in front")
    assert screen.workspace.is_publishing
    desk.press(ENTER)
    desk.until(lambda: "Version 2" in screen.told, "it is published")
    plan = desk.store.read(lambda unit: unit.plan_in_force(unit.now)).plan
    assert plan.rates[0].charges[0].steps[0].price_minor == 70


def test_the_keys_of_the_rates_stand_on_the_sheet_of_keys(desk):
    desk.sign_on(desk.boss)
    open_rates(desk)
    desk.press(Qt.Key.Key_F1)
    keys = desk.app.window.key_sheet.shown_keys()
    assert {"Ctrl+Shift+P", "Ctrl+N", "Alt+M", "Alt+V"} <= set(keys)


def test_an_attendant_may_look_at_the_prices_and_not_publish(desk):
    screen = open_rates(desk)
    assert not screen.may_edit
    desk.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert not screen.workspace.is_publishing
    assert desk.state.message is not None
    assert desk.state.message.code == "right.missing"
