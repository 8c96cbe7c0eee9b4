from dataclasses import replace
from datetime import UTC, datetime, timedelta

from console.formats import NOTHING
from console.screens.desk.waiting import Rank
from console.screens.desk.waiting_list import Recorded, rank_waiting
from core.domain.admission import Action
from core.domain.lots import Direction, Lane
from core.domain.payments import Payment, Tender
from core.domain.refunds import PAID_TWICE, Refund
from core.domain.stays import Stay, StayState
from core.services.device_views import DeviceKind
from core.services.lane_view import LaneView
from core.services.paid_but_shut import PaidButShut
from core.services.ports import Health
from core.store.queries.incidents import Incident
from core.store.queries.refunds import RefundView, Taken
from tests.console.screens.devices.board import a_device

AT = datetime(2026, 5, 13, 6, 0, tzinfo=UTC)
ENTRY = LaneView(Lane("entry", "Entry 1", Direction.ENTRY), vehicle_present=True, decided_at=AT)
EXIT = replace(ENTRY, lane=Lane("exit", "Exit 1", Direction.EXIT))
PAYMENT = Payment(
    "p", "s", Tender.CASH, 60, 60, 0, "TWD", AT, AT + timedelta(minutes=15), "shift", "ben", 1, "day", 1, ()
)
CROSSING = Incident("1", "lane.unexplained_crossing", AT, "entry", "", "", "")


def test_a_lane_that_asks_comes_before_one_that_refuses():
    asks = replace(ENTRY, action=Action.ASK, reason="entry.no_plate", decided_at=AT + timedelta(minutes=5))
    refuses = replace(EXIT, action=Action.REFUSE, reason="exit.not_paid")
    rows = rank_waiting([refuses, asks], Recorded(), frozenset())
    assert [row.rank for row in rows] == [Rank.ASKS, Rank.REFUSES]


def test_of_two_lanes_that_ask_the_longer_waiting_comes_first():
    first = replace(EXIT, action=Action.ASK, reason="exit.no_plate")
    later = replace(ENTRY, action=Action.ASK, reason="entry.no_plate", decided_at=AT + timedelta(minutes=1))
    assert [row.lane_id for row in rank_waiting([later, first], Recorded(), frozenset())] == ["exit", "entry"]


def test_an_incident_that_was_looked_at_is_listed_no_more():
    recorded = Recorded(incidents=(CROSSING,))
    assert len(rank_waiting([], recorded, frozenset())) == 1
    assert rank_waiting([], recorded, frozenset({"1"})) == []


def test_a_gate_that_failed_with_a_car_before_it_is_listed():
    view = replace(ENTRY, action=Action.OPEN, gate="failed", gate_cause="barrier.no_answer")
    assert [row.code for row in rank_waiting([view], Recorded(), frozenset())] == ["barrier.no_answer"]


def test_money_taken_and_the_gate_not_opened_is_an_alarm_with_its_car():
    alarm = PaidButShut("s", "ABC1234", "p", 60, "exit", AT, "shut.gate_failed", "barrier.no_answer")
    view = replace(EXIT, action=Action.OPEN, gate="failed", gate_cause="barrier.no_answer")
    (row,) = rank_waiting([view], Recorded(shut=(alarm,)), frozenset())
    assert (row.code, row.rank, row.wants_someone) == ("shut.gate_failed", Rank.GATE, True)
    assert (row.lane_id, row.stay_id, row.payment_id, row.plate) == ("exit", "s", "p", "ABC1234")


def test_money_due_back_comes_after_cars_and_before_receipts():
    refund = Refund("r", "s", "p", 60, "TWD", PAID_TWICE, AT)
    held = Stay("h", StayState.HELD, "ABC1234", "", AT + timedelta(minutes=5), "entry", "day", 1)
    recorded = Recorded(held=(held,), refunds=(RefundView(refund),), payments=((PAYMENT, "ABC1234"),))
    rows = rank_waiting([], recorded, frozenset())
    assert [row.rank for row in rows] == [Rank.HELD, Rank.REFUND, Rank.PAYMENT]
    assert [row.wants_someone for row in rows] == [True, True, False]


def test_a_refund_whose_payments_are_on_their_way_is_listed_with_its_amount():
    refund = Refund("r", "s", "p", 60, "TWD", PAID_TWICE, AT)
    (row,) = rank_waiting([], Recorded(refunds=(RefundView(refund),)), frozenset())
    assert (row.code, row.facts, row.plate) == ("refund.waits_for_payments", {"amount_minor": 60}, "")


def test_a_console_without_a_name_is_a_dash_in_the_sentence():
    refund = Refund("r", "s", "p", 60, "TWD", PAID_TWICE, AT)
    taken = (Taken(PAYMENT, "Console 1", "Ben"), Taken(PAYMENT, "", ""))
    (row,) = rank_waiting([], Recorded(refunds=(RefundView(refund, None, taken),)), frozenset())
    assert (row.code, row.facts["first"], row.facts["second"]) == ("refund.waits", "Console 1", NOTHING)


def test_a_device_that_does_not_work_waits_with_what_to_do_and_the_way_to_it():
    view = a_device(DeviceKind.CAMERA, "exit", Health.FAILED, "camera.no_answer")
    (row,) = rank_waiting([], Recorded(), frozenset(), [view])
    assert (row.rank, row.code, row.lane_id, row.device) == (
        Rank.FAULT,
        "camera.no_answer",
        "exit",
        "exit/camera",
    )
    assert row.wants_someone


def test_the_board_of_loops_that_cannot_be_read_is_one_row_which_says_what_to_do():
    view = replace(ENTRY, faults=("loops.arming_lost", "loops.closing_lost"))
    board = a_device(DeviceKind.LOOPS, "entry", Health.FAILED, "loops.no_answer")
    (row,) = rank_waiting([view], Recorded(), frozenset(), [board])
    assert (row.code, row.device) == ("loops.arming_lost", "entry/loops")


def test_a_barrier_that_does_not_answer_is_one_row_also_while_a_car_stands_before_it():
    view = replace(ENTRY, action=Action.OPEN, gate="failed", gate_cause="barrier.no_answer")
    board = a_device(DeviceKind.BARRIER, "entry", Health.FAILED, "barrier.no_answer")
    failed = Incident("1", "gate.failed", AT, "entry", "barrier.no_answer", "", "")
    rows = rank_waiting([view], Recorded(incidents=(failed,)), frozenset(), [board])
    assert [row.rank for row in rows] == [Rank.GATE]
    gone = replace(view, vehicle_present=False)
    rows = rank_waiting([gone], Recorded(incidents=(failed,)), frozenset(), [board])
    assert [row.rank for row in rows] == [Rank.INCIDENT, Rank.FAULT]


def test_what_failed_again_and_again_is_one_row_that_one_key_puts_away():
    failed = [
        Incident(str(number), "gate.failed", AT, "entry", "barrier.no_answer", "", "") for number in (3, 2, 1)
    ]
    (row,) = rank_waiting([], Recorded(incidents=tuple(failed)), frozenset())
    assert row.key == "3"
    assert rank_waiting([], Recorded(incidents=tuple(failed)), frozenset({"3"})) == []
    again = replace(failed[0], entry_id="4")
    assert len(rank_waiting([], Recorded(incidents=(again, *failed)), frozenset({"3"}))) == 1


def test_each_vehicle_that_went_through_without_a_command_is_a_row_of_its_own():
    recorded = Recorded(incidents=(CROSSING, replace(CROSSING, entry_id="2")))
    assert len(rank_waiting([], recorded, frozenset())) == 2


def test_beside_a_printer_that_says_what_to_do_receipts_are_only_counted():
    printer = a_device(DeviceKind.PRINTER, "", Health.FAILED, "printer.paper_out")
    rows = rank_waiting([], Recorded(receipts=(AT,)), frozenset(), [printer])
    assert {row.code for row in rows} == {"printer.paper_out", "receipts.wait_too"}
    assert {row.device for row in rows} == {"printer"}


def test_receipts_that_the_printer_did_not_take_are_one_row_that_says_how_many():
    rows = rank_waiting([], Recorded(receipts=(AT, AT)), frozenset())
    assert [(row.rank, row.code, row.at, row.facts["count"]) for row in rows] == [
        (Rank.FAULT, "receipts.wait", AT, 2)
    ]
