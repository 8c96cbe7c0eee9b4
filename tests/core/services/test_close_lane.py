"""A lane that a person closed: no car goes through by itself, and everybody knows why."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from console.runtime.second_look import SecondLook
from core.domain.errors import BadInput, NotAllowed, OperatorError, Refused
from core.domain.people import LANE_ITSELF, Actor, Role
from core.domain.signed_permits import SignedPermit
from core.services.close_lane import LaneClosure, close_lane, closure_of, open_lane
from core.services.signing import Trust
from core.store.verify import verify_file
from core.sync.identity import load_identity, verify
from tests.booth import Booth, wait_until

STAY, PAYMENT = "0197f2d0-0000-7000-8000-000000000001", "0197f2d0-0000-7000-8000-000000000002"


def close(booth: Booth, lane_id: str, actor: Actor | None = None) -> None:
    booth.store.write(lambda unit: close_lane(unit, actor=actor or booth.ben, lane_id=lane_id))


def reopen(booth: Booth, lane_id: str, actor: Actor | None = None) -> None:
    booth.store.write(lambda unit: open_lane(unit, actor=actor or booth.ben, lane_id=lane_id))


def closure(booth: Booth, lane_id: str) -> LaneClosure | None:
    return booth.store.read(lambda unit: closure_of(unit, lane_id))


def test_a_closed_lane_knows_since_when_and_by_whom(booth: Booth) -> None:
    assert closure(booth, "entry") is None
    close(booth, "entry")
    assert closure(booth, "entry") == LaneClosure(booth.clock.now(), booth.ben.person_id)
    assert closure(booth, "exit") is None


def test_opened_again_it_is_as_if_nothing_had_been(booth: Booth) -> None:
    close(booth, "entry")
    reopen(booth, "entry")
    assert closure(booth, "entry") is None
    close(booth, "entry")
    assert closure(booth, "entry") is not None


def test_a_lane_that_is_so_already_or_not_there_is_refused(booth: Booth) -> None:
    with pytest.raises(Refused, match=r"lane\.open_already"):
        reopen(booth, "entry")
    close(booth, "entry")
    with pytest.raises(Refused, match=r"lane\.closed_already"):
        close(booth, "entry")
    with pytest.raises(BadInput, match=r"lane\.unknown"):
        close(booth, "roof")


@pytest.mark.parametrize("role", [Role.CLIENT, Role.KIOSK, Role.LANDLORD, Role.SYSTEM])
def test_only_who_may_open_gates_may_close_lanes(booth: Booth, role: Role) -> None:
    nobody = Actor("x", "X", role)
    with pytest.raises(NotAllowed):
        close(booth, "entry", nobody)
    close(booth, "entry")
    with pytest.raises(NotAllowed):
        reopen(booth, "entry", nobody)
    assert closure(booth, "entry") is not None


def test_nobody_is_let_in_by_a_closed_entry_and_the_attempt_is_kept(running: Booth) -> None:
    close(running, "entry")
    running.arrive("entry", "ABC1234")
    lane = running.lanes["entry"]
    wait_until(lambda: lane.view.waiting, "the car waits")
    assert lane.view.reason == "lane.closed"
    assert lane.view.plate == "ABC1234"
    assert not running.barriers["entry"].pulses
    assert not running.inside()
    assert verify_file(running.folder / "lotkeeper.db").problems == ()


def test_a_typed_plate_does_not_open_a_closed_lane_either(running: Booth) -> None:
    close(running, "entry")
    running.arrive("entry", None)
    lane = running.lanes["entry"]
    wait_until(lambda: lane.view.waiting, "the car waits")
    lane.correct("ABC1234", running.ben)
    wait_until(lambda: lane.view.plate == "ABC1234", "decided again")
    assert lane.view.reason == "lane.closed"
    assert not running.barriers["entry"].pulses


def test_a_paid_car_does_not_leave_by_a_closed_exit(running: Booth) -> None:
    running.enter("ABC1234")
    close(running, "exit")
    running.arrive("exit", "ABC1234")
    lane = running.lanes["exit"]
    wait_until(lambda: lane.view.waiting, "the car waits")
    assert lane.view.reason == "lane.closed"
    assert not running.barriers["exit"].pulses


def test_a_person_still_opens_a_closed_lane_by_hand(running: Booth) -> None:
    close(running, "entry")
    running.arrive("entry", "ABC1234")
    lane = running.lanes["entry"]
    wait_until(lambda: lane.view.waiting, "the car waits")
    lane.open_by_hand(actor=running.ben, reason="staff_or_delivery")
    wait_until(lambda: len(running.barriers["entry"].pulses) == 1, "the gate opens")
    running.cross("entry")
    wait_until(lambda: [stay.plate for stay in running.inside() if stay.state == "inside"] == ["ABC1234"])


def test_the_car_that_waits_goes_through_when_the_lane_is_opened_again(running: Booth) -> None:
    running.store.listen(SecondLook(running.lanes).on_commit)
    close(running, "entry")
    running.arrive("entry", "ABC1234")
    wait_until(lambda: running.lanes["entry"].view.waiting, "the car waits")
    reopen(running, "entry")
    wait_until(lambda: len(running.barriers["entry"].pulses) == 1, "the gate opens")


def test_a_closed_lane_stays_closed_when_the_console_begins_anew(booth: Booth) -> None:
    close(booth, "entry")
    booth.run_lanes()
    booth.arrive("entry", "ABC1234")
    wait_until(lambda: booth.lanes["entry"].view.reason == "lane.closed", "refused")


def test_a_code_opens_a_closed_exit_for_a_person_and_not_for_a_driver_alone(
    running: Booth, tmp_path: Path
) -> None:
    own = load_identity(running.folder)
    trust = Trust(verify, own)
    permit = SignedPermit(STAY, PAYMENT, "ABC1234", running.clock.now() + timedelta(minutes=15))
    code = permit.text(lot_id=running.store.lot_id, public_key=own.public_key, sign=own.sign)
    close(running, "exit")
    running.arrive("exit", "ABC1234")
    lane = running.lanes["exit"]
    wait_until(lambda: lane.view.waiting, "the car waits")
    with pytest.raises(OperatorError, match=r"lane\.closed"):
        lane.show_code(code, actor=LANE_ITSELF, trust=trust)
    assert not running.barriers["exit"].pulses
    lane.show_code(code, actor=running.ben, trust=trust)
    wait_until(lambda: len(running.barriers["exit"].pulses) == 1, "the gate opens")
