"""A paid car at an exit that has no record of it: its receipt is all there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from core.domain.errors import NotAllowed, OperatorError, Refused
from core.domain.people import Actor, Role
from core.domain.signed_permits import SignedBooking, SignedPermit
from core.domain.stays import StayState
from core.services.show_booking import booking_code
from core.services.show_permit import permit_code, read_permit
from core.services.signing import Trust
from core.store.sharing_tables import consoles
from core.store.verify import verify_file
from core.sync.identity import Identity, load_identity, verify
from tests.booth import Booth, wait_until

STAY, PAYMENT = "0197f2d0-0000-7000-8000-000000000001", "0197f2d0-0000-7000-8000-000000000002"


@pytest.fixture
def trust(booth: Booth) -> Trust:
    """What the console at the exit knows: its own key."""
    return Trust(verify, load_identity(booth.folder))


@pytest.fixture
def pay_booth(booth: Booth, tmp_path: Path) -> Identity:
    """The console that took the money; the exit knows its key, and nothing it ever wrote."""
    identity = load_identity(tmp_path / "pay-booth")
    introduce(booth, identity.public_key)
    return identity


def introduce(booth: Booth, public_key: str, *, revoked_at: int | None = None) -> None:
    row = {
        "lot_id": booth.store.lot_id,
        "console_id": f"console-{public_key[:8]}",
        "number": 2,
        "name": "Pay booth",
        "public_key": public_key,
        "joined_at": 0,
        "revoked_at": revoked_at,
        "is_hub": False,
    }
    booth.store.write(lambda unit: unit.connection.execute(insert(consoles).values(row)))


def code_of(booth: Booth, signer: Identity, plate: str = "ABC1234", *, minutes: int = 15) -> str:
    """The code of a receipt for a stay that this console has never heard of."""
    permit = SignedPermit(STAY, PAYMENT, plate, booth.clock.now() + timedelta(minutes=minutes))
    return permit.text(lot_id=booth.store.lot_id, public_key=signer.public_key, sign=signer.sign)


def arrive(booth: Booth, plate: str | None, lane: str = "exit") -> None:
    booth.arrive(lane, plate)
    wait_until(lambda: booth.lanes[lane].view.waiting, "the car waits")


def show(booth: Booth, trust: Trust, code: str, lane: str = "exit", actor: Actor | None = None) -> None:
    booth.lanes[lane].show_code(code, actor=actor or booth.ben, trust=trust)


def refusal(booth: Booth, trust: Trust, code: str, lane: str = "exit") -> str:
    with pytest.raises(OperatorError) as refused:
        show(booth, trust, code, lane)
    assert not booth.barriers[lane].pulses
    return refused.value.code


def test_a_paid_car_leaves_with_no_record_at_all(running: Booth, trust: Trust, pay_booth: Identity) -> None:
    arrive(running, "ABC1234")
    assert running.lanes["exit"].view.reason == "exit.no_record"
    show(running, trust, code_of(running, pay_booth))
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
    running.cross("exit")
    wait_until(lambda: "stay.left" in running.kinds(), "it left")
    kinds = running.kinds()
    order = [kinds.index(kind) for kind in ("permit.shown", "stay.released", "gate.commanded", "stay.left")]
    assert order == sorted(order)
    assert running.lanes["exit"].view.reason != "lane.unexplained_crossing"


def test_the_journal_of_such_an_exit_verifies(running: Booth, trust: Trust) -> None:
    assert trust.own is not None
    arrive(running, "ABC1234")
    show(running, trust, code_of(running, load_identity(running.folder)))
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
    running.cross("exit")
    wait_until(lambda: "stay.left" in running.kinds(), "it left")
    running.close()
    assert verify_file(running.folder / "lotkeeper.db").problems == ()


def test_the_same_receipt_opens_once(running: Booth, trust: Trust, pay_booth: Identity) -> None:
    code = code_of(running, pay_booth)
    arrive(running, "ABC1234")
    show(running, trust, code)
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
    running.cross("exit")
    wait_until(lambda: "stay.left" in running.kinds(), "it left")
    arrive(running, "ABC1234")
    with pytest.raises(Refused, match=r"permit\.used"):
        show(running, trust, code)
    assert len(running.barriers["exit"].pulses) == 1


def test_a_car_that_reversed_from_the_open_gate_may_show_it_again(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    code = code_of(running, pay_booth)
    arrive(running, "ABC1234")
    show(running, trust, code)
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
    running.drive_away("exit")
    wait_until(lambda: "stay.exit_reversed" in running.kinds(), "it reversed")
    arrive(running, "ABC1234")
    show(running, trust, code)
    wait_until(lambda: len(running.barriers["exit"].pulses) == 2, "the gate opens again")


def test_what_is_wrong_with_a_code_is_said_and_nothing_opens(
    running: Booth, trust: Trust, pay_booth: Identity, tmp_path: Path
) -> None:
    stranger, thief = load_identity(tmp_path / "stranger"), load_identity(tmp_path / "thief")
    introduce(running, thief.public_key, revoked_at=1)
    good = code_of(running, pay_booth)
    arrive(running, "ABC1234")
    hillside = SignedPermit(STAY, PAYMENT, "ABC1234", running.clock.now())
    other_lot = hillside.text(lot_id="hillside", public_key=pay_booth.public_key, sign=pay_booth.sign)
    wrong = {
        "permit.forged": good[:-9] + ("0" if good[-9] != "0" else "1") + good[-8:],
        "permit.unreadable": good[:-9],
        "permit.other_lot": other_lot,
        "permit.unknown_key": code_of(running, stranger),
        "permit.revoked_key": code_of(running, thief),
        "permit.expired": code_of(running, pay_booth, minutes=-1),
        "permit.other_plate": code_of(running, pay_booth, "XYZ9999"),
    }
    assert {reason: refusal(running, trust, code) for reason, code in wrong.items()} == {
        reason: reason for reason in wrong
    }
    assert "permit.shown" not in running.kinds()


def test_a_camera_that_takes_b_for_8_does_not_stop_a_paid_car(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    arrive(running, "A8C1234")
    show(running, trust, code_of(running, pay_booth))
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")


def test_a_plate_that_nobody_could_read_is_looked_at_by_the_person_who_scans(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    arrive(running, None)
    show(running, trust, code_of(running, pay_booth))
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")


def test_without_a_car_nothing_opens(running: Booth, trust: Trust, pay_booth: Identity) -> None:
    assert refusal(running, trust, code_of(running, pay_booth)) == "permit.no_car"


def test_another_car_than_the_one_that_was_seen_is_not_let_out(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    arrive(running, "ABC1234")
    with pytest.raises(Refused, match=r"lane\.vehicle_changed"):
        running.lanes["exit"].show_code(
            code_of(running, pay_booth), actor=running.ben, trust=trust, sighting_id="another"
        )


def test_who_may_not_release_cannot_show_a_permit(running: Booth, trust: Trust, pay_booth: Identity) -> None:
    arrive(running, "ABC1234")
    with pytest.raises(NotAllowed):
        show(running, trust, code_of(running, pay_booth), actor=Actor("x", "X", Role.KIOSK))


def test_a_clock_that_was_set_back_cannot_tell_whether_the_time_is_over(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    arrive(running, "ABC1234")
    code = code_of(running, pay_booth)
    running.clock.pass_by(hours=-3)
    assert refusal(running, trust, code) == "clock.behind"


def test_a_receipt_of_this_console_itself_is_known_though_nobody_vouches_for_its_key(
    running: Booth, trust: Trust
) -> None:
    stay = running.enter("ABC1234")
    running.clock.pass_by(hours=1)
    payment = running.pay(stay.stay_id)
    assert trust.own is not None
    code = permit_code(running.store.lot_id, replace(stay, payments=(payment,)), payment, trust.own)
    shown = running.store.read(lambda unit: read_permit(unit, actor=running.ben, code=code, trust=trust))
    assert shown.permit == SignedPermit(stay.stay_id, payment.payment_id, "ABC1234", shown.permit.until)


def test_the_entry_that_arrives_later_makes_one_stay_that_left(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    """The exit's part of the stay is kept, and folded as soon as its beginning is there."""
    stay = running.enter("ABC1234")
    arrive(running, "XYZ9999")
    permit = SignedPermit(stay.stay_id, PAYMENT, "XYZ9999", running.clock.now())
    text = permit.text(lot_id=running.store.lot_id, public_key=pay_booth.public_key, sign=pay_booth.sign)
    show(running, trust, text)
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
    running.cross("exit")
    wait_until(lambda: running.store.read(lambda unit: unit.stay(stay.stay_id)).state is StayState.LEFT)


def booked(booth: Booth, hub: Identity, plate: str = "ABC1234") -> str:
    now = booth.clock.now()
    return booking_code(booth.store.lot_id, SignedBooking(STAY, plate, now, now + timedelta(hours=2)), hub)


def test_a_booked_car_comes_in_by_its_code_even_where_the_lot_is_full(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    for number in range(5):
        running.enter(f"ABC100{number}")
    pulses = len(running.barriers["entry"].pulses)
    arrive(running, "ABC1234", "entry")
    show(running, trust, booked(running, pay_booth), "entry")
    wait_until(lambda: len(running.barriers["entry"].pulses) == pulses + 1, "the gate opens")
    running.cross("entry")
    wait_until(lambda: len(running.inside()) == 6, "it is inside")
    assert "ABC1234" in {stay.plate for stay in running.inside()}
    arrive(running, "ABC1234", "entry")
    with pytest.raises(Refused, match=r"booking\.used"):
        show(running, trust, booked(running, pay_booth), "entry")


def test_a_receipt_lets_nobody_in_and_a_booking_nobody_out(
    running: Booth, trust: Trust, pay_booth: Identity
) -> None:
    arrive(running, "ABC1234")
    assert refusal(running, trust, booked(running, pay_booth)) == "permit.too_new"


def test_a_console_without_a_key_of_its_own_still_knows_those_of_others(
    running: Booth, pay_booth: Identity
) -> None:
    arrive(running, "ABC1234")
    show(running, Trust(verify), code_of(running, pay_booth))
    wait_until(lambda: bool(running.barriers["exit"].pulses), "the gate opens")
