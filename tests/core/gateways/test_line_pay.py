"""A driver agrees on their telephone, and the console confirms: each order once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from core.domain.errors import DeviceError
from core.gateways.line_pay import LinePay
from core.gateways.line_pay_http import LinePayHttp
from core.services.payment_ports import Answer
from tests.core.gateways.asks import a_refund, an_ask, now, web_line
from tests.far_sides.line_pay import CHANNEL, SECRET, LinePayPeer

RETURN = "https://lot.test/line-pay/line"


@pytest.fixture
def pay(line: LinePayPeer) -> Iterator[LinePay]:
    with web_line(line.origin) as wire:
        yield LinePay(LinePayHttp(wire, CHANNEL, SECRET, now), return_url=RETURN, rings=True)


@contextmanager
def another(line: LinePayPeer) -> Iterator[LinePay]:
    """The same channel at another console, or in another life of the program."""
    with web_line(line.origin) as wire:
        yield LinePay(LinePayHttp(wire, CHANNEL, SECRET, now), return_url=RETURN, rings=True)


def test_a_driver_scans_and_agrees_and_it_is_confirmed(pay: LinePay, line: LinePayPeer) -> None:
    ask = an_ask()
    begun = pay.begin(ask)
    assert (begun.answer, begun.shown[:8], len(begun.reference)) == (Answer.WAITING, "https://", 19)
    known = replace(ask, reference=begun.reference)
    assert pay.look(known).answer is Answer.WAITING
    assert line.agree(begun.reference)
    assert not line.paid()
    paid = pay.look(known)
    assert (paid.answer, paid.amount_minor, paid.currency) == (Answer.CONFIRMED, 60, "TWD")
    assert [one.amount for one in line.paid()] == [60]
    assert pay.look(known) == paid
    assert line.refused_signatures == 0


def test_a_number_of_19_digits_stays_what_it_was_as_figures_and_as_text(
    pay: LinePay, line: LinePayPeer
) -> None:
    line.numbers_as_text = True
    try:
        begun = pay.begin(an_ask())
    finally:
        line.numbers_as_text = False
    assert int(begun.reference) in line.transactions
    assert line.agree(begun.reference)
    assert pay.look(an_ask(reference=begun.reference)).reference == begun.reference


def test_a_driver_who_cancels_is_told_as_that(pay: LinePay, line: LinePayPeer) -> None:
    begun = pay.begin(an_ask())
    line.refuse(begun.reference)
    declined = pay.look(an_ask(reference=begun.reference))
    assert (declined.answer, declined.cause) == (Answer.DECLINED, "gateway.cancelled_by_driver")


def test_an_order_whose_answer_was_lost_is_not_asked_for_twice(pay: LinePay, line: LinePayPeer) -> None:
    with another(line) as there:
        there.begin(an_ask())
    again = pay.begin(an_ask())
    assert (again.answer, again.cause) == (Answer.DECLINED, "gateway.asked_before")
    assert len(line.transactions) == 1
    assert not line.paid()


def test_an_order_that_another_console_confirmed_is_confirmed_here_too(
    pay: LinePay, line: LinePayPeer
) -> None:
    with another(line) as console:
        begun = console.begin(an_ask())
        line.agree(begun.reference)
        there = console.look(an_ask(reference=begun.reference))
    assert pay.begin(an_ask()) == there
    assert pay.look(an_ask()) == there


def test_asked_again_by_the_same_program_it_is_the_same_code_that_the_driver_scans(
    pay: LinePay, line: LinePayPeer
) -> None:
    begun = pay.begin(an_ask())
    assert pay.begin(an_ask()) == begun
    assert pay.look(an_ask()).reference == begun.reference
    assert len(line.transactions) == 1


def test_a_confirmation_whose_answer_was_lost_is_read_from_the_details(
    pay: LinePay, line: LinePayPeer
) -> None:
    begun = pay.begin(an_ask())
    line.agree(begun.reference)
    line.before_answer = lambda: _pay_behind_the_back(line, begun.reference)
    try:
        paid = pay.look(an_ask(reference=begun.reference))
    finally:
        line.before_answer = lambda: None
    assert (paid.answer, paid.amount_minor) == (Answer.CONFIRMED, 60)


def _pay_behind_the_back(line: LinePayPeer, number: str) -> None:
    line.transactions[int(number)].state = "paid"


def test_cancelling_confirms_nothing_any_more(pay: LinePay, line: LinePayPeer) -> None:
    begun = pay.begin(an_ask())
    assert pay.cancel(an_ask(reference=begun.reference)).cause == "gateway.cancelled"
    line.agree(begun.reference)
    assert pay.look(an_ask(reference=begun.reference)).answer is Answer.DECLINED
    assert not line.paid()


def test_cancelling_when_the_driver_has_agreed_is_too_late(pay: LinePay, line: LinePayPeer) -> None:
    begun = pay.begin(an_ask())
    line.agree(begun.reference)
    assert pay.cancel(an_ask(reference=begun.reference)).answer is Answer.CONFIRMED
    assert len(line.paid()) == 1


def test_nobody_is_sent_back_where_nothing_listens(line: LinePayPeer) -> None:
    with web_line(line.origin) as wire:
        quiet = LinePay(LinePayHttp(wire, CHANNEL, SECRET, now), return_url=RETURN, rings=False)
        quiet.begin(an_ask())
    assert line.requests[-1][2]["redirectUrls"]["confirmUrlType"] == "NONE"


def test_money_goes_back_in_parts_and_a_part_whose_answer_was_lost_is_not_given_twice(
    pay: LinePay, line: LinePayPeer
) -> None:
    reference = _paid(pay, line)
    first = a_refund(reference, 20)
    assert pay.look_refund(first).answer is Answer.NOT_FOUND
    assert pay.refund(first).answer is Answer.CONFIRMED
    # Asked again, as after a lost answer: it is seen, not made again.
    assert pay.refund(first).answer is Answer.CONFIRMED
    second = a_refund(reference, 20, key="refund/2", refunded_before_minor=20)
    assert pay.refund(second).answer is Answer.CONFIRMED
    assert [one.refunds for one in line.paid()] == [[20, 20]]


def test_where_something_else_went_back_than_our_books_say_nothing_more_goes_back(
    pay: LinePay, line: LinePayPeer
) -> None:
    reference = _paid(pay, line)
    line.paid()[0].refunds.append(35)  # by hand, on LINE Pay's own pages
    with pytest.raises(DeviceError) as raised:
        pay.refund(a_refund(reference, 20))
    assert (raised.value.cause, raised.value.unknown) == ("gateway.books_differ", False)
    assert line.paid()[0].refunds == [35]


def test_a_wrong_secret_is_told_as_that(line: LinePayPeer) -> None:
    before = line.refused_signatures
    with web_line(line.origin) as wire:
        wrong = LinePay(LinePayHttp(wire, CHANNEL, "0" * 32, now), return_url=RETURN, rings=True)
        with pytest.raises(DeviceError) as raised:
            wrong.begin(an_ask())
    assert raised.value.cause == "gateway.login_refused"
    assert line.refused_signatures == before + 1


def test_without_a_secret_nobody_is_asked(line: LinePayPeer) -> None:
    with web_line(line.origin) as wire:
        none = LinePay(LinePayHttp(wire, CHANNEL, "", now), return_url=RETURN, rings=True)
        with pytest.raises(DeviceError) as raised:
            none.begin(an_ask())
    assert raised.value.cause == "gateway.no_secret"
    assert not line.requests


def test_texts_of_any_script_are_signed_as_they_are_sent(pay: LinePay, line: LinePayPeer) -> None:
    assert pay.begin(an_ask(label="山坡停車場 “B” & Söhne")).answer is Answer.WAITING


def _paid(pay: LinePay, line: LinePayPeer) -> str:
    reference = pay.begin(an_ask()).reference
    line.agree(reference)
    pay.look(an_ask(reference=reference))
    return reference
