"""Money taken and the gate not opened is an alarm, until the car is out or has its money back (P16)."""

from __future__ import annotations

import pytest

from core.domain.errors import DeviceError
from core.domain.journal import Subject, to_micros
from core.domain.stays import Stay
from core.services.override_gate import open_gate
from core.services.paid_but_shut import PaidButShut
from core.store.queries.paid_but_shut import cars_paid_but_shut
from tests.booth import Booth, wait_until

PLATE = "ABC1234"


@pytest.fixture
def owing(running: Booth) -> tuple[Booth, Stay]:
    """A car that came in 45 minutes ago."""
    stay = running.enter(PLATE)
    running.clock.pass_by(minutes=45)
    return running, stay


def shut(booth: Booth) -> list[PaidButShut]:
    return booth.store.read(cars_paid_but_shut)


def refused_at_exit(booth: Booth) -> None:
    """The car stands at the exit, and owes."""
    booth.arrive("exit", PLATE)
    wait_until(lambda: booth.lanes["exit"].view.waiting, "the exit refuses it")


def released(booth: Booth) -> None:
    wait_until(lambda: "stay.released" in booth.kinds(), "it is released")


def test_a_car_that_paid_and_leaves_is_no_alarm(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    booth.pay(stay.stay_id)
    booth.arrive("exit", PLATE)
    released(booth)
    assert shut(booth) == []
    wait_until(lambda: bool(booth.barriers["exit"].pulses), "the gate opens")
    booth.cross("exit")
    wait_until(lambda: "stay.left" in booth.kinds(), "it has left")
    booth.clock.pass_by(minutes=5)
    assert shut(booth) == []


def test_a_car_that_paid_at_the_booth_and_takes_its_time_is_no_alarm(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    booth.pay(stay.stay_id)
    booth.clock.pass_by(minutes=10)
    assert shut(booth) == []


@pytest.mark.parametrize("unknown", [True, False])
def test_a_gate_that_failed_is_an_alarm_at_once(
    owing: tuple[Booth, Stay], monkeypatch: pytest.MonkeyPatch, unknown: bool
) -> None:
    booth, stay = owing
    payment = booth.pay(stay.stay_id)

    def fail(_command_id: str, *, deadline_ns: int) -> None:
        raise DeviceError("barrier.no_answer", unknown=unknown)

    monkeypatch.setattr(booth.barriers["exit"], "open", fail)
    booth.arrive("exit", PLATE)
    wait_until(lambda: bool({"gate.failed", "gate.unknown"} & set(booth.kinds())), "the gate fails")
    (alarm,) = shut(booth)
    assert (alarm.code, alarm.gate_cause, alarm.lane_id) == ("shut.gate_failed", "barrier.no_answer", "exit")
    assert (alarm.payment_id, alarm.amount_minor) == (payment.payment_id, payment.amount_minor)
    assert alarm.plate == PLATE


def test_nobody_seen_to_leave_for_a_minute_is_an_alarm(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    booth.pay(stay.stay_id)
    booth.arrive("exit", PLATE)
    released(booth)
    booth.clock.pass_by(seconds=59)
    assert shut(booth) == []
    booth.clock.pass_by(seconds=1)
    (alarm,) = shut(booth)
    assert alarm.code == "shut.not_crossed"


def test_a_gate_that_stays_shut_for_who_paid_before_it_is_an_alarm(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    refused_at_exit(booth)
    booth.pay(stay.stay_id)
    assert shut(booth) == []
    booth.clock.pass_by(seconds=61)
    (alarm,) = shut(booth)
    assert (alarm.code, alarm.lane_id) == ("shut.not_opened", "exit")


def test_who_reversed_away_from_the_exit_and_paid_later_is_no_alarm(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    refused_at_exit(booth)
    booth.drive_away("exit")
    wait_until(lambda: "lane.turned_away" in booth.kinds(), "it reverses away")
    booth.pay(stay.stay_id)
    booth.clock.pass_by(minutes=2)
    assert shut(booth) == []


def test_opened_by_hand_as_paid_the_car_gets_another_minute(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    booth.pay(stay.stay_id)
    booth.arrive("exit", PLATE)
    released(booth)
    booth.clock.pass_by(minutes=2)
    assert len(shut(booth)) == 1
    booth.store.write(
        lambda unit: open_gate(
            unit,
            actor=booth.ben,
            lane_id="exit",
            reason="paid",
            vehicle_present=True,
            stay_id=stay.stay_id,
        )
    )
    assert shut(booth) == []


def test_once_it_has_left_the_alarm_is_over(owing: tuple[Booth, Stay]) -> None:
    booth, stay = owing
    booth.pay(stay.stay_id)
    booth.arrive("exit", PLATE)
    released(booth)
    booth.clock.pass_by(minutes=2)
    payload = {"exit_at": to_micros(booth.clock.now()), "lane_id": "exit"}
    booth.store.write(
        lambda unit: unit.record("stay.left", payload, who="system", subjects=[Subject("stay", stay.stay_id)])
    )
    assert shut(booth) == []
