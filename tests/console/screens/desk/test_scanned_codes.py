"""A receipt is scanned at the desk: a hand scanner types the code and presses Enter."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from core.domain.signed_permits import SignedBooking, SignedPermit
from core.sync.identity import Identity, load_identity
from tests.console.desk_booth import DeskBooth
from tests.console.screens.reader_keys import GAP_MS, read_into

ENTER = Qt.Key.Key_Return
STAY, PAYMENT = "0197f2d0-0000-7000-8000-000000000001", "0197f2d0-0000-7000-8000-000000000002"


def permit(desk: DeskBooth, signer: Identity | None = None, plate: str = "ABC1234", minutes: int = 15) -> str:
    """A receipt's code for a stay that this console never heard of."""
    key = signer or desk.console.trust.own
    assert key is not None
    until = desk.clock.now() + timedelta(minutes=minutes)
    made = SignedPermit(STAY, PAYMENT, plate, until)
    return made.text(lot_id=desk.store.lot_id, public_key=key.public_key, sign=key.sign)


def scan(desk: DeskBooth, code: str) -> None:
    desk.type(code)
    desk.press(ENTER)


def wait_at(desk: DeskBooth, lane: str, plate: str | None) -> None:
    desk.arrive(lane, plate)
    desk.until(lambda: desk.state.lanes[lane].waiting, "the car waits")


def test_a_scanned_receipt_lets_a_car_out_that_has_no_record(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    scan(desk, permit(desk))
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")
    desk.until(lambda: "code is good" in desk.message, "it is said")
    assert desk.screen.car.field.text() == ""


def test_a_receipt_may_be_scanned_while_the_lanes_question_stands(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.screen.car.ask_lane("exit")
    scan(desk, permit(desk))
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")


def test_a_receipt_may_be_scanned_wherever_the_keys_are_on_the_desk(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.screen.waiting.setFocus()
    scan(desk, permit(desk).lower())
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")


def test_what_stood_in_the_field_before_does_not_matter(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.type("XY-99")
    scan(desk, permit(desk))
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")


@pytest.mark.parametrize(
    ("plate", "minutes", "said"),
    [("ABC1234", -1, "had to leave until"), ("XYZ9999", 15, "is for XYZ9999, but ABC1234 stands there")],
)
def test_why_a_receipt_lets_nobody_out_is_said(desk: DeskBooth, plate: str, minutes: int, said: str) -> None:
    wait_at(desk, "exit", "ABC1234")
    scan(desk, permit(desk, plate=plate, minutes=minutes))
    desk.until(lambda: said in desk.message, said)
    assert desk.pulses("exit") == 0


def test_the_receipt_of_a_stranger_lets_nobody_out(desk: DeskBooth, tmp_path: Path) -> None:
    wait_at(desk, "exit", "ABC1234")
    scan(desk, permit(desk, load_identity(tmp_path / "stranger")))
    desk.until(lambda: "not known here" in desk.message, "it is said")
    assert desk.pulses("exit") == 0


def test_without_a_car_it_is_said_until_when_the_receipt_is_good(desk: DeskBooth) -> None:
    scan(desk, permit(desk))
    desk.until(lambda: "ABC1234 may leave until" in desk.message, "it is said")
    assert desk.pulses("exit") == 0


def test_a_booking_opens_the_entry_and_not_the_exit(desk: DeskBooth) -> None:
    own, now = desk.console.trust.own, desk.clock.now()
    assert own is not None
    booking = SignedBooking(STAY, "ABC1234", now, now + timedelta(hours=2))
    code = booking.text(lot_id=desk.store.lot_id, public_key=own.public_key, sign=own.sign)
    wait_at(desk, "exit", "ABC1234")
    scan(desk, code)
    desk.until(lambda: "The booking is genuine: ABC1234" in desk.message, "it is said")
    wait_at(desk, "entry", None)
    scan(desk, code)
    desk.until(lambda: desk.pulses("entry") == 1, "the entry opens")
    assert desk.pulses("exit") == 0


def keys(desk: DeskBooth, text: str, *, pause_ms: int = GAP_MS) -> None:
    """The keys of a keyboard, or of a scanner that acts as one, as the window hears them."""
    read_into(desk.app.window.windowHandle(), text, gap_ms=pause_ms, ends=False)
    QCoreApplication.processEvents()


def enter(desk: DeskBooth) -> None:
    read_into(desk.app.window.windowHandle(), "")
    QCoreApplication.processEvents()


def test_a_hand_scanner_is_heard_while_a_reason_is_being_chosen(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.state.select_lane("exit")
    desk.press(Qt.Key.Key_F5)
    panel = desk.override
    keys(desk, permit(desk))
    enter(desk)
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")
    desk.until(lambda: "code is good" in desk.message, "by its receipt, not by hand")
    assert panel._chosen == ""
    assert panel._note.text() == ""


def test_a_hand_scanner_is_heard_on_another_screen(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.app.window.show_screen("inside")
    keys(desk, permit(desk))
    enter(desk)
    desk.until(lambda: desk.pulses("exit") == 1, "the gate opens")


def test_what_stood_in_a_field_before_the_scan_still_stands_in_it(desk: DeskBooth) -> None:
    keys(desk, "XYZ", pause_ms=80)
    keys(desk, permit(desk, minutes=15))
    enter(desk)
    desk.until(lambda: "genuine" in desk.message, "it is said what the receipt is good for")
    assert desk.screen.car.field.text() == "XYZ"


def test_a_plate_that_begins_like_a_code_can_be_typed_by_a_person(desk: DeskBooth) -> None:
    keys(desk, "LK2345", pause_ms=80)
    assert desk.screen.car.field.text() == "LK2345"


def test_a_plate_typed_as_fast_as_a_scanner_is_given_back(desk: DeskBooth) -> None:
    keys(desk, "LK2345")
    desk.until(lambda: desk.screen.car.field.text() == "LK2345", "given back")


def test_half_a_code_does_nothing_even_with_its_enter(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    desk.state.select_lane("exit")
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_1)
    keys(desk, permit(desk)[:60])
    enter(desk)
    assert desk.pulses("exit") == 0
    assert not desk.override.isHidden()


def test_nobody_signed_on_no_code_opens_anything(desk: DeskBooth) -> None:
    wait_at(desk, "exit", "ABC1234")
    code = permit(desk)
    desk.sign_on(None)
    keys(desk, code)
    enter(desk)
    assert desk.pulses("exit") == 0
