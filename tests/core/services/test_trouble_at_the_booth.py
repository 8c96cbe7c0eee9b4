"""What goes wrong on a bad day, and that nothing is lost by it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.domain.errors import BadInput, NotAllowed, Refused, StoreError
from core.domain.people import Actor, Role
from core.domain.stays import StayState
from core.services.correct_plate import correct_plate
from core.services.import_stays import InsideRow, import_stays
from core.services.print_receipt import reprint
from core.services.quote_stay import quote_stay
from core.services.resolve_stay import confirm_inside, write_off
from core.services.run_shift import close_shift, open_shift
from core.services.settle_clock import settle_clock
from core.services.take_payment import take_cash
from core.store.store import Store
from tests.booth import DRAWER, Booth, wait_until


def test_a_clock_set_back_prices_nothing_until_it_is_settled(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=2)
    booth.pay(stay)
    booth.clock.pass_by(hours=-1)
    with pytest.raises(Refused, match=r"clock\.behind"):
        booth.store.write(lambda unit: quote_stay(unit, actor=booth.ben, stay_id=stay))
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: settle_clock(unit, actor=booth.ben))
    booth.store.write(lambda unit: settle_clock(unit, actor=booth.boss))
    assert booth.store.read(lambda unit: unit.clock_is_behind()) is False


def test_cars_still_come_in_while_the_clock_is_not_settled(running: Booth) -> None:
    running.enter("ABC1234")
    running.clock.pass_by(hours=-5)
    assert running.enter("XYZ9999").state is StayState.INSIDE


def test_a_car_at_the_exit_is_asked_about_while_the_clock_is_not_settled(running: Booth) -> None:
    running.enter("ABC1234")
    running.clock.pass_by(hours=-5)
    running.arrive("exit", "ABC1234")
    wait_until(lambda: running.lanes["exit"].view.reason == "exit.no_price")
    assert running.barriers["exit"].pulses == ()


def test_a_full_disk_is_named_and_the_lane_tries_again_by_itself(running: Booth) -> None:
    with running.store._writer.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(StoreError, match=r"store\.disk_full"):
        fill(running)
    inside = len(running.inside())
    running.arrive("entry", "ABC1234")
    wait_until(lambda: running.lanes["entry"].view.trouble == "store.disk_full")
    with running.store._writer.connect() as connection:
        connection.execute(text("PRAGMA max_page_count=1000000"))
    assert len(running.inside()) == inside
    wait_until(lambda: running.lanes["entry"].view.reason in {"entry.full", "entry.space_free"})


def test_what_was_committed_is_there_after_the_store_is_opened_again(booth: Booth) -> None:
    stay_id = imported(booth, "ABC1234")
    booth.store.close()
    booth.store = Store.open(booth.folder / "lotkeeper.db", clock=booth.clock)
    assert booth.store.read(lambda unit: unit.stay(stay_id)).plate == "ABC1234"
    assert booth.store.read(lambda unit: unit.occupancy()).inside == 1


def test_too_little_cash_takes_nothing(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1)
    with pytest.raises(Refused, match=r"payment\.too_little"):
        booth.pay(stay, tendered_minor=29)
    assert booth.store.read(lambda unit: unit.stay(stay)).payments == ()


def test_a_price_that_moved_on_is_told_again_before_money_changes_hands(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1, minutes=1)
    with pytest.raises(Refused, match=r"payment\.price_changed"):
        booth.store.write(lambda unit: _pay_what_was_shown(booth, unit, stay, shown_minor=30))


def test_nobody_pays_twice_for_the_same_time(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1)
    booth.pay(stay)
    booth.clock.pass_by(minutes=10)
    with pytest.raises(Refused, match=r"payment\.nothing_due"):
        booth.pay(stay)


def test_without_a_shift_no_money_is_taken(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1)
    with pytest.raises(Refused, match=r"shift\.none_open"):
        booth.store.write(
            lambda unit: take_cash(
                unit, actor=booth.ben, stay_id=stay, shown_minor=30, tendered_minor=50, drawer=DRAWER
            )
        )


def test_a_drawer_has_one_shift_and_a_person_too(booth: Booth) -> None:
    booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer=DRAWER, float_minor=0))
    with pytest.raises(Refused, match=r"shift\.drawer_in_use"):
        booth.store.write(lambda unit: open_shift(unit, actor=booth.boss, drawer=DRAWER, float_minor=0))
    with pytest.raises(Refused, match=r"shift\.person_has_one"):
        booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer="other", float_minor=0))


def test_a_closed_shift_knows_its_difference(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1)
    booth.pay(stay, tendered_minor=100)
    closed = booth.store.write(
        lambda unit: close_shift(unit, actor=booth.ben, drawer=DRAWER, counted_minor=1025)
    )
    assert (closed.cash_minor, closed.expected_minor, closed.difference_minor) == (30, 1030, -5)


def test_a_corrected_plate_keeps_the_old_text_and_may_not_be_one_that_is_inside(booth: Booth) -> None:
    first, _second = imported(booth, "ABC1234"), imported(booth, "XYZ9999")
    with pytest.raises(Refused, match=r"plate\.inside_already"):
        booth.store.write(lambda unit: correct_plate(unit, actor=booth.ben, stay_id=first, typed="xyz-9999"))
    corrected = booth.store.write(
        lambda unit: correct_plate(unit, actor=booth.ben, stay_id=first, typed="A8C 1234")
    )
    assert (corrected.plate, corrected.former_plates) == ("A8C1234", ("ABC1234",))


def test_writing_off_needs_a_supervisor_and_a_reason(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    with pytest.raises(NotAllowed):
        booth.store.write(
            lambda unit: write_off(unit, actor=booth.ben, stay_id=stay, reason="not_in_the_lot")
        )
    with pytest.raises(BadInput):
        booth.store.write(lambda unit: write_off(unit, actor=booth.boss, stay_id=stay, reason="whim"))
    booth.store.write(lambda unit: write_off(unit, actor=booth.boss, stay_id=stay, reason="not_in_the_lot"))
    assert booth.store.read(lambda unit: unit.occupancy()).inside == 0


def test_only_a_held_stay_can_be_confirmed_inside(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    with pytest.raises(Refused, match=r"stay\.not_held"):
        booth.store.write(lambda unit: confirm_inside(unit, actor=booth.ben, stay_id=stay))


def test_each_reprint_is_a_numbered_copy(booth: Booth) -> None:
    stay = imported(booth, "ABC1234")
    booth.clock.pass_by(hours=1)
    payment = booth.pay(stay)
    copies = [
        booth.store.write(lambda unit: reprint(unit, actor=booth.ben, payment_id=payment.payment_id))
        for _ in range(2)
    ]
    assert copies == [1, 2]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_a_role_without_the_right_is_refused_at_the_service(booth: Booth, role: Role) -> None:
    actor = Actor("someone", "Someone", role)
    stay = imported(booth, "ABC1234")

    def allowed(work) -> bool:
        try:
            booth.store.write(work)
        except NotAllowed:
            return False
        except Refused:
            return True
        return True

    may = {
        "search": allowed(lambda unit: quote_stay(unit, actor=actor, stay_id=stay)),
        "correct": allowed(lambda unit: correct_plate(unit, actor=actor, stay_id=stay, typed="NEW1111")),
        "write_off": allowed(lambda unit: write_off(unit, actor=actor, stay_id=stay, reason="test")),
    }
    expected = {
        Role.CLIENT: (False, False, False),
        Role.KIOSK: (True, False, False),
        Role.ATTENDANT: (True, True, False),
        Role.SUPERVISOR: (True, True, True),
        Role.LANDLORD: (True, False, False),
        Role.ADMINISTRATOR: (True, True, True),
    }[role]
    assert tuple(may.values()) == expected


def imported(booth: Booth, plate: str) -> str:
    """A car that was inside at go-live; returns its stay's id."""
    booth.store.write(lambda unit: import_stays(unit, actor=booth.boss, rows=[InsideRow(plate, None)]))
    return next(stay.stay_id for stay in booth.inside() if stay.plate == plate)


def fill(booth: Booth) -> None:
    """Take in cars until the disk is full."""
    for number in range(1000, 9000):
        imported(booth, f"FUL{number}")


def _pay_what_was_shown(booth: Booth, unit, stay_id: str, *, shown_minor: int):
    open_shift(unit, actor=booth.ben, drawer=DRAWER, float_minor=0)
    return take_cash(
        unit, actor=booth.ben, stay_id=stay_id, shown_minor=shown_minor, tendered_minor=1000, drawer=DRAWER
    )
