"""Money taken and the gate not opened: it waits on top, and Enter brings the car with its ways out."""

from __future__ import annotations

from core.domain.errors import DeviceError


def shut(desk):
    return [row for row in desk.screen.waiting.rows if row.code.startswith("shut.")]


def test_a_car_that_paid_before_a_gate_that_fails_is_told_and_let_out_by_hand(desk, monkeypatch):
    desk.open_shift()
    stay_id = desk.car_inside("AAA1111")
    broken = {"is": True}
    really_open = desk.barriers["exit"].open

    def fail(command_id, *, deadline_ns):
        if broken["is"]:
            raise DeviceError("barrier.no_answer")
        really_open(command_id, deadline_ns=deadline_ns)

    monkeypatch.setattr(desk.barriers["exit"], "open", fail)
    desk.arrive("exit", "AAA1111")
    desk.choose("AAA1111")
    desk.screen.car.car.take_cash(10_000)
    desk.until(lambda: desk.stay(stay_id).payments, "the cash is taken")
    desk.until(lambda: bool(shut(desk)), "the alarm is shown")
    (row,) = shut(desk)
    assert (row.stay_id, row.lane_id, row.plate) == (stay_id, "exit", "AAA1111")
    assert desk.screen.waiting.rows[0].code == "shut.gate_failed"
    desk.screen.waiting.taken.emit(row)
    desk.until(lambda: desk.screen.car.car.chosen.stay.stay_id == stay_id, "the car is in hand")
    broken["is"] = False
    desk.console.lanes["exit"].open_by_hand(actor=desk.ben, reason="paid")
    desk.until(lambda: desk.pulses("exit") > 0, "the gate opens")
    desk.cross("exit")
    desk.until(lambda: not shut(desk), "the alarm is over")
