"""The power goes while a driver pays and a shift runs: both are found again, and the driver pays once."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from console.compose import Console, compose
from core.config import Config, PayConfig, write_config
from core.domain.orders import Charge
from core.domain.payments import Tender
from core.domain.people import Actor, Role
from core.domain.shift_report import ShiftReport
from core.services.order_book import orders_of
from core.services.run_shift import close_shift
from core.store.folder import DataFolder
from core.store.verify import verify_file
from tests.booth import wait_until
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides.line_pay import LinePayPeer, line_pay
from tests.flows.test_pays_by_telephone import LateClock, asked_for, is_paid

DRAWER = "drawer-1"
FLOAT_MINOR = 5000
MINOR = 100


@pytest.mark.parametrize("platform_knows", [False, True], ids=["just asked for", "the platform knows of it"])
def test_a_power_cut_in_the_middle_of_a_charge_and_a_shift_loses_neither(
    tmp_path: Path, platform_knows: bool
) -> None:
    with line_pay() as line:
        account = PayConfig(
            "line",
            "line_pay",
            address=line.origin,
            user=line_pay_side.CHANNEL,
            secret=line_pay_side.SECRET,
        )
        write_config(tmp_path / "lotkeeper.toml", Config(pays=(account,)))
        told = works_until_the_power_goes(tmp_path, line if platform_knows else None)
        clock = LateClock()
        clock.back = False
        console = compose(DataFolder(tmp_path), clock=clock)
        try:
            console.start()
            ada = Actor(told["person"], "Ada", Role.ADMINISTRATOR)
            driver_agrees(console, line, told["by_line"], ada)
            wait_until(partial(is_paid, console, told["by_line"]), "the console confirms it")
            everything_is_found_again(console, told, ada)
        finally:
            console.stop()
        assert [round(one.amount * MINOR) for one in line.paid()] == [line_minor_of(tmp_path)]
    assert verify_file(tmp_path / "lotkeeper.db").problems == ()


def works_until_the_power_goes(folder: Path, line: LinePayPeer | None) -> dict[str, str]:
    """What the booth did before; it is killed, and closes nothing."""
    command = [sys.executable, "-m", "tests.flows.booth_until_cut", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as booth:
        try:
            assert booth.stdout is not None
            told: dict[str, str] = json.loads(booth.stdout.readline())
            if line is not None:
                wait_until(lambda: bool(line.transactions), "LINE Pay knows of it")
        finally:
            booth.kill()
    return told


def driver_agrees(console: Console, line: LinePayPeer, stay_id: str, ada: Actor) -> None:
    """A driver scans what is shown, and nothing else; where the page was lost, staff ask once more."""

    def last() -> Charge:
        orders = console.store.read(lambda view: orders_of(view, stay_id))
        return [charge for order in orders for charge in order.charges][-1]

    wait_until(lambda: bool(last().shown) or last().state.is_settled, "it is known what became of it")
    if not last().shown:
        assert last().cause == "gateway.asked_before"
        asked_for(console, ada, stay_id, "line")
        wait_until(lambda: bool(last().shown), "a page is shown again")
    assert line.agree(last().shown.rpartition("=")[2])


def everything_is_found_again(console: Console, told: dict[str, str], ada: Actor) -> None:
    stay = console.store.read(lambda view: view.stay(told["by_line"]))
    assert [part.tender for part in stay.payments[0].shares] == [Tender.LINE_PAY]
    assert len(stay.payments) == 1
    shift = console.store.read(lambda view: view.open_shift(DRAWER))
    assert shift is not None, "the shift runs on"
    assert (shift.person_id, shift.cash_minor) == (told["person"], told["cash_minor"])
    counted = FLOAT_MINOR + int(told["cash_minor"])
    closed = console.store.write(
        lambda unit: close_shift(unit, actor=ada, drawer=DRAWER, counted_minor=counted)
    )
    report = ShiftReport.from_document(closed.report or {})
    assert closed.difference_minor == 0
    assert {one.name: one.amount_minor for one in report.tenders} == {
        "cash": int(told["cash_minor"]),
        "line_pay": stay.payments[0].amount_minor,
    }


def line_minor_of(folder: Path) -> int:
    """What the last sealed report says that came in by the platform."""
    console = compose(DataFolder(folder))
    try:
        closed = console.store.read(lambda view: view.last_closed_shift(DRAWER))
    finally:
        console.stop()
    assert closed is not None
    report = ShiftReport.from_document(closed.report or {})
    return next(one.amount_minor for one in report.tenders if one.name == "line_pay")
