"""Staff scan the code on the driver's telephone, and the money is taken at once, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from core.domain.errors import DeviceError
from core.gateways.line_pay_http import LinePayHttp
from core.gateways.line_pay_scan import LinePayScan
from core.services.payment_ports import Answer
from tests.core.gateways.asks import a_refund, an_ask, now, web_line
from tests.far_sides.fault_proxy import Fault, FaultProxy
from tests.far_sides.line_pay import CHANNEL, GOOD_CODE, POOR_CODE, SECRET, LinePayPeer, Transaction


@pytest.fixture
def scan(line: LinePayPeer) -> Iterator[LinePayScan]:
    with web_line(line.origin) as wire:
        yield LinePayScan(LinePayHttp(wire, CHANNEL, SECRET, now), now)


def test_the_scanned_code_pays_at_once(scan: LinePayScan, line: LinePayPeer) -> None:
    paid = scan.begin(an_ask(scanned=GOOD_CODE))
    assert (paid.answer, paid.amount_minor, paid.currency) == (Answer.CONFIRMED, 60, "TWD")
    assert len(paid.reference) == 19
    assert scan.look(an_ask()) == paid


def test_asked_again_after_a_lost_answer_it_is_not_taken_twice(scan: LinePayScan, line: LinePayPeer) -> None:
    first = scan.begin(an_ask(scanned=GOOD_CODE))
    assert scan.begin(an_ask(scanned=GOOD_CODE)) == first
    assert len(line.paid()) == 1


def test_after_a_crash_the_code_is_gone_and_the_order_is_only_asked_about(
    scan: LinePayScan, line: LinePayPeer
) -> None:
    assert scan.begin(an_ask()).answer is Answer.WAITING
    old = an_ask(asked_at=now() - timedelta(minutes=3))
    assert scan.begin(old).cause == "gateway.code_gone"
    paid = scan.begin(an_ask(scanned=GOOD_CODE))
    assert scan.begin(old) == paid
    assert len(line.paid()) == 1


@pytest.mark.parametrize("code", ["", "4711", "39000000000000000X", "³⁹⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰", "9" * 30])
def test_what_is_no_code_of_a_telephone_is_not_even_sent(
    scan: LinePayScan, line: LinePayPeer, code: str
) -> None:
    scan.begin(an_ask(scanned=code, asked_at=now() - timedelta(minutes=3)))
    assert not any(path.endswith("/pay") for _, path, _ in line.requests)
    assert not line.paid()


def test_too_little_on_the_account_is_declined_and_says_so(scan: LinePayScan) -> None:
    declined = scan.begin(an_ask(scanned=POOR_CODE))
    assert (declined.answer, declined.cause) == (Answer.DECLINED, "gateway.low_balance")


def test_there_is_nothing_to_call_back(scan: LinePayScan) -> None:
    assert scan.cancel(an_ask()).answer is Answer.NOT_FOUND


def test_cancelling_what_was_paid_says_so(scan: LinePayScan) -> None:
    paid = scan.begin(an_ask(scanned=GOOD_CODE))
    assert scan.cancel(an_ask()) == paid


@pytest.mark.parametrize(("state", "answer"), [("failed", Answer.DECLINED), ("agreed", Answer.WAITING)])
def test_what_the_order_says_is_believed(
    scan: LinePayScan, line: LinePayPeer, state: str, answer: Answer
) -> None:
    line.transactions[1] = Transaction(1, an_ask().key, 60, "TWD", state)
    assert scan.look(an_ask()).answer is answer


def test_money_goes_back_and_the_payment_is_still_one_that_was_paid(
    scan: LinePayScan, line: LinePayPeer
) -> None:
    paid = scan.begin(an_ask(scanned=GOOD_CODE))
    assert scan.refund(a_refund(paid.reference)).answer is Answer.CONFIRMED
    assert scan.look(an_ask()).answer is Answer.CONFIRMED
    assert [one.refunds for one in line.paid()] == [[60]]


def test_the_scanned_code_stands_in_no_text_of_what_is_asked(scan: LinePayScan) -> None:
    assert GOOD_CODE not in repr(an_ask(scanned=GOOD_CODE))


def test_an_order_that_is_known_and_says_nothing_is_in_doubt(scan: LinePayScan, line: LinePayPeer) -> None:
    scan.begin(an_ask(scanned=GOOD_CODE))
    with FaultProxy(line.origin) as proxy, web_line(proxy.origin) as wire:
        proxy.meet([Fault.PASS, Fault.DROP_AFTER])
        with pytest.raises(DeviceError) as raised:
            LinePayScan(LinePayHttp(wire, CHANNEL, SECRET, now), now).begin(an_ask(scanned=GOOD_CODE))
    assert raised.value.unknown
