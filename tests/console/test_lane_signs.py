"""The signs of a lot whose lanes run: what drivers read while cars come, pay, wait and leave."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console import lane_codes
from console.lane_codes import LaneCodes
from console.lane_signs import LaneSigns, WiredSign
from console.runtime.second_look import SecondLook
from core.domain.signed_permits import SignedPermit
from core.services.close_lane import close_lane, open_lane
from core.services.signing import Trust
from core.services.tell_drivers import tell_drivers
from core.sync.identity import Identity, load_identity, verify
from devices.displays.live_sign import SignShape
from devices.simulator.reader import SimulatedReader
from devices.simulator.sign import SimulatedSign
from tests.booth import Booth, wait_until

STAY, PAYMENT = "0197f2d0-0000-7000-8000-000000000001", "0197f2d0-0000-7000-8000-000000000002"
WIDE = SignShape(columns=80, rows=4)


class Street:
    """A booth whose two lanes have signs and readers."""

    def __init__(self, folder: Path, *, capacity: int = 2, language: str = "") -> None:
        self.booth = Booth(folder, capacity=capacity)
        self.signs = {lane_id: SimulatedSign(lane_id, WIDE) for lane_id in ("entry", "exit")}
        self.readers = {lane_id: SimulatedReader() for lane_id in ("entry", "exit")}
        self.keeper = LaneSigns(self.booth.store)
        self.booth.store.listen(self.keeper.on_commit)
        self.booth.store.listen(SecondLook(self.booth.lanes).on_commit)
        self.key: Identity = load_identity(folder)
        self.codes = LaneCodes(self.booth.lanes, Trust(verify, self.key), self.keeper.code_refused)
        note = self.booth._note
        self.booth._note = lambda view: (note(view), self.keeper.on_lane(view))[0]  # type: ignore[method-assign]
        self.booth.run_lanes()
        self.keeper.start({name: WiredSign(sign, language) for name, sign in self.signs.items()})
        self.codes.start(self.readers, None, lambda _code: None)

    def reads(self, lane_id: str, *rows: str) -> None:
        """A driver at the lane reads this, sooner or later."""
        sign = self.signs[lane_id]
        try:
            wait_until(lambda: sign.shown == rows)
        except AssertionError:
            raise AssertionError(f"{rows} expected, {sign.shown} shown") from None

    def code(self, plate: str, *, minutes: int = 15) -> str:
        """The code of a receipt for a stay that this console never heard of."""
        permit = SignedPermit(STAY, PAYMENT, plate, self.booth.clock.now() + timedelta(minutes=minutes))
        return permit.text(lot_id=self.booth.store.lot_id, public_key=self.key.public_key, sign=self.key.sign)

    def close(self) -> None:
        self.codes.stop()
        self.keeper.stop()
        self.booth.close()


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    made = Street(tmp_path)
    yield made
    made.close()


def test_empty_lanes_say_what_they_are_and_how_many_spaces_are_free(street: Street) -> None:
    street.reads("entry", "Welcome", "Spaces free: 2")
    street.reads("exit", "Exit", "Drive up to the line")


def test_a_car_is_greeted_and_the_spaces_are_counted_down_to_full(street: Street) -> None:
    street.booth.arrive("entry", "ABC1234")
    street.reads("entry", "Welcome ABC1234", "Please drive in")
    street.booth.cross("entry")
    street.reads("entry", "Welcome", "Spaces free: 1")
    street.booth.enter("XYZ7777")
    street.reads("entry", "FULL")
    street.booth.arrive("entry", "LATE999")
    street.reads("entry", "FULL", "Please wait")
    assert len(street.booth.barriers["entry"].pulses) == 2


def test_a_car_that_owes_reads_its_fee_pays_and_is_sent_off(street: Street) -> None:
    booth = street.booth
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(minutes=50)
    booth.arrive("exit", "ABC1234")
    street.reads("exit", "ABC1234 NT$30", "Please pay at booth")
    booth.pay(stay.stay_id)
    street.reads("exit", "ABC1234 paid", "Have a safe trip")
    booth.cross("exit")
    street.reads("exit", "Exit", "Drive up to the line")
    street.reads("entry", "Welcome", "Spaces free: 2")


def test_a_car_that_nobody_knows_is_told_that_help_comes(street: Street) -> None:
    street.booth.arrive("exit", "GHOST99")
    street.reads("exit", "Please wait", "Help is coming")


def test_a_persons_text_stands_until_its_car_has_left(street: Street) -> None:
    booth = street.booth
    booth.arrive("exit", "GHOST99")
    street.reads("exit", "Please wait", "Help is coming")
    booth.store.write(
        lambda unit: tell_drivers(unit, actor=booth.ben, lane_id="exit", text="Please drive back a little.")
    )
    street.reads("exit", "Please drive back a little.")
    street.reads("entry", "Welcome", "Spaces free: 2")
    booth.drive_away("exit")
    street.reads("exit", "Exit", "Drive up to the line")


def test_a_text_given_before_a_car_comes_waits_for_it_and_can_be_taken_away(street: Street) -> None:
    booth = street.booth

    def tell(text: str) -> None:
        booth.store.write(lambda unit: tell_drivers(unit, actor=booth.ben, lane_id="entry", text=text))

    tell("Drive in slowly, wet floor")
    street.reads("entry", "Drive in slowly, wet floor")
    tell("")
    street.reads("entry", "Welcome", "Spaces free: 2")


def test_a_lane_that_is_closed_says_so_at_once_and_no_longer_when_it_is_opened_again(street: Street) -> None:
    booth = street.booth
    booth.store.write(lambda unit: close_lane(unit, actor=booth.ben, lane_id="entry"))
    street.reads("entry", "LANE CLOSED", "Use another lane")
    booth.arrive("entry", "ABC1234")
    wait_until(lambda: booth.lanes["entry"].view.reason == "lane.closed")
    street.reads("entry", "LANE CLOSED", "Use another lane")
    booth.store.write(lambda unit: open_lane(unit, actor=booth.ben, lane_id="entry"))
    street.reads("entry", "Welcome ABC1234", "Please drive in")


def test_a_receipt_held_to_the_reader_at_the_exit_opens_it(street: Street) -> None:
    street.booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    street.readers["exit"].hold_up(street.code("ABC1234"))
    wait_until(lambda: len(street.booth.barriers["exit"].pulses) == 1, "the gate opens")
    street.reads("exit", "ABC1234 paid", "Have a safe trip")


@pytest.mark.parametrize(
    ("plate", "minutes", "said"),
    [("ABC1234", -1, "Receipt is too old"), ("QQQ5555", 15, "Code of another car")],
)
def test_a_receipt_that_does_not_fit_opens_nothing_and_the_sign_says_why(
    street: Street, plate: str, minutes: int, said: str
) -> None:
    street.booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    street.readers["exit"].hold_up(street.code(plate, minutes=minutes))
    street.reads("exit", said, "Ask at the booth")
    street.reads("exit", "Please wait", "Help is coming")
    assert not street.booth.barriers["exit"].pulses


@pytest.mark.parametrize(
    "code", ["", "hello", "LK2", "LK2" + "A" * 200, "'; DROP TABLE stays; --", "0" * 512]
)
def test_whatever_else_is_held_to_a_reader_opens_nothing(street: Street, code: str) -> None:
    street.booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    street.readers["exit"].hold_up(code)
    street.readers["entry"].hold_up(code)
    if code:
        street.reads("exit", "Please scan again", "Ask at the booth")
    assert not street.booth.barriers["exit"].pulses
    assert not street.booth.barriers["entry"].pulses


def test_a_receipt_held_up_where_no_car_stands_opens_nothing(street: Street) -> None:
    street.reads("exit", "Exit", "Drive up to the line")
    street.readers["exit"].hold_up(street.code("ABC1234"))
    street.reads("exit", "Drive up to the line", "Ask at the booth")
    assert not street.booth.barriers["exit"].pulses


def test_a_flood_of_codes_is_bounded_and_the_right_one_still_opens_afterwards(street: Street) -> None:
    street.booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    for number in range(300):
        street.readers["exit"].hold_up(f"junk {number}")
    wait_until(street.codes._codes.empty, "the codes were looked at")
    street.readers["exit"].hold_up(street.code("ABC1234"))
    wait_until(lambda: len(street.booth.barriers["exit"].pulses) == 1, "the gate opens")


def test_a_code_that_comes_to_its_turn_too_late_opens_for_nobody(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_codes, "WORTH_SECONDS", -1.0)
    street.booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    street.readers["exit"].hold_up(street.code("ABC1234"))
    street.reads("exit", "Please scan again", "Ask at the booth")
    assert not street.booth.barriers["exit"].pulses


def test_a_code_read_before_one_car_does_not_open_for_the_next(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    booth, runner = street.booth, street.booth.lanes["exit"]
    booth.arrive("exit", "ABC1234")
    street.reads("exit", "Please wait", "Help is coming")
    before, show_code, may_go_on = runner.view.sighting_id, runner.show_code, threading.Event()

    def late(code: str, **given: Any) -> None:
        may_go_on.wait(10)
        show_code(code, **given)

    monkeypatch.setattr(runner, "show_code", late)
    street.readers["exit"].hold_up(street.code("ABC1234"))
    booth.drive_away("exit")
    wait_until(lambda: not runner.view.vehicle_present, "it drove away")
    booth.arrive("exit", None)
    wait_until(lambda: runner.view.waiting and runner.view.sighting_id != before, "the next car waits")
    may_go_on.set()
    street.reads("exit", "Please scan again", "Ask at the booth")
    assert not booth.barriers["exit"].pulses


def test_the_text_of_a_car_that_has_just_driven_up_does_not_wipe_a_refusal_away(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    street.reads("exit", "Exit", "Drive up to the line")
    bring, may_go_on = street.keeper._bring_up_to_date, threading.Event()

    def slowly() -> None:
        may_go_on.wait(10)
        bring()

    monkeypatch.setattr(street.keeper, "_bring_up_to_date", slowly)
    street.booth.arrive("exit", None)
    wait_until(lambda: street.booth.lanes["exit"].view.waiting, "the lane asks")
    street.keeper.code_refused("exit", "permit.unreadable")
    may_go_on.set()
    street.reads("exit", "Please scan again", "Ask at the booth")


def test_a_sign_that_was_away_shows_what_is_true_when_it_is_back(street: Street) -> None:
    street.reads("entry", "Welcome", "Spaces free: 2")
    street.signs["entry"].lose()
    street.booth.enter("ABC1234")
    street.signs["entry"].find()
    street.reads("entry", "Welcome", "Spaces free: 1")


def test_texts_are_in_the_language_that_the_sign_can_show(tmp_path: Path) -> None:
    street = Street(tmp_path, language="zh_TW")
    try:
        street.reads("entry", "歡迎光臨", "剩餘 2 格")
    finally:
        street.close()


def test_when_the_lanes_stop_the_signs_go_dark_and_no_thread_is_left(tmp_path: Path) -> None:
    street = Street(tmp_path)
    street.reads("entry", "Welcome", "Spaces free: 2")
    street.close()
    assert not any(any(sign.shown) for sign in street.signs.values())
    names = {thread.name for thread in threading.enumerate()}
    assert not {name for name in names if name.startswith(("sign ", "lane-signs", "lane-codes"))}


def test_a_lot_without_signs_and_readers_runs_no_thread_for_them(booth_without: Booth) -> None:
    keeper = LaneSigns(booth_without.store)
    codes = LaneCodes({}, Trust(verify), keeper.code_refused)
    keeper.start({})
    codes.start({}, None, lambda _code: None)
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"lane-signs", "lane-codes"}
    codes.stop()
    keeper.stop()


@pytest.fixture
def booth_without(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()
