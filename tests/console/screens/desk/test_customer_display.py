"""What the customer reads while the attendant works."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from console.lane_signs import WiredSign
from devices.simulator.sign import SimulatedSign
from devices.terminals.simulator import Outcome
from tests.console.desk_booth import DeskBooth
from tests.console.screens.desk.paying_desk import PayingDesk

ENTER = Qt.Key.Key_Return


@pytest.fixture
def display(desk: DeskBooth) -> Iterator[SimulatedSign]:
    sign = SimulatedSign("display")
    desk.console.drivers.display = WiredSign(sign)
    sign.start()
    yield sign
    sign.stop()


def reads(desk: DeskBooth, display: SimulatedSign, *rows: str) -> None:
    desk.until(lambda: display.shown == rows, f"{rows} is shown")


def test_the_customer_reads_the_total_then_the_change_then_a_welcome(
    desk: DeskBooth, display: SimulatedSign
) -> None:
    desk.open_shift()
    desk.car_inside("ABC1234", minutes=50)
    desk.choose("ABC")
    reads(desk, display, "ABC1234", "Total NT$30")
    desk.press(Qt.Key.Key_F9)
    desk.type("100")
    desk.press(ENTER)
    reads(desk, display, "Paid NT$100", "Change NT$70")
    desk.press(ENTER)
    desk.until(lambda: not desk.screen.car.awaits_acknowledgement, "the change was handed out")
    desk.screen.car.car.let_go()
    reads(desk, display, "Welcome")


def test_a_car_that_owes_nothing_reads_so(desk: DeskBooth, display: SimulatedSign) -> None:
    desk.car_inside("FREE111", minutes=3)
    desk.choose("FREE")
    reads(desk, display, "FREE111", "Nothing to pay")


def test_the_next_car_in_hand_takes_the_change_away(desk: DeskBooth, display: SimulatedSign) -> None:
    desk.open_shift()
    desk.car_inside("ABC1234", minutes=50)
    desk.car_inside("XYZ7777", minutes=50)
    desk.choose("ABC")
    desk.press(Qt.Key.Key_F9)
    desk.type("30")
    desk.press(ENTER)
    reads(desk, display, "Paid NT$30", "Change NT$0")
    desk.press(ENTER)
    desk.press(Qt.Key.Key_F2)
    desk.choose("XYZ")
    reads(desk, display, "XYZ7777", "Total NT$30")


def test_a_customer_who_pays_by_card_reads_where_and_then_thanks(
    desk: DeskBooth, display: SimulatedSign
) -> None:
    paying = PayingDesk(desk)
    paying.expect(Outcome.SLOW)
    stay_id = paying.car("ABC1234")
    desk.press(Qt.Key.Key_F10)
    reads(desk, display, "Total NT$45", "Pay at the terminal")
    paying.terminal.pay(paying.terminal.taken[0].key)
    desk.press(Qt.Key.Key_1)
    paying.until_paid(stay_id)
    reads(desk, display, "Paid NT$45", "Thank you")
    paying.stop()


def test_a_customer_who_pays_by_a_platform_is_told_to_scan(desk: DeskBooth, display: SimulatedSign) -> None:
    paying = PayingDesk(desk)
    paying.expect(Outcome.SLOW, of=paying.stripe)
    paying.car("ABC1234")
    desk.press(Qt.Key.Key_F11)
    reads(desk, display, "Total NT$45", "Scan at the screen")
    paying.stop()


def test_without_a_display_nothing_is_amiss(desk: DeskBooth) -> None:
    desk.car_inside("ABC1234", minutes=50)
    desk.choose("ABC")
    assert desk.console.drivers.display is None
