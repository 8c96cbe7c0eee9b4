"""A driver holds a card to the reader at the booth; its number comes nowhere near the console."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import DeviceError
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.payment_ports import Answer
from tests.core.gateways.asks import a_refund, an_ask, now, web_line
from tests.far_sides.localstripe import SECRET
from tests.far_sides.stripe_peer import DECLINED_CARD, READER, StripePeer


@pytest.fixture
def terminal(stripe: StripePeer) -> Iterator[StripeTerminal]:
    with web_line(stripe.origin) as line:
        yield StripeTerminal(StripeHttp(line, SECRET, now), now, reader=READER)


def test_a_card_is_held_to_the_reader_and_it_is_confirmed(
    terminal: StripeTerminal, stripe: StripePeer
) -> None:
    ask = an_ask()
    begun = terminal.begin(ask)
    assert (begun.answer, begun.shown) == (Answer.WAITING, "")
    assert terminal.look(replace(ask, reference=begun.reference)).answer is Answer.WAITING
    assert stripe.present()
    paid = terminal.look(replace(ask, reference=begun.reference))
    assert (paid.answer, paid.amount_minor, paid.currency) == (Answer.CONFIRMED, 60, "TWD")
    assert [one["amount"] for one in stripe.bank.succeeded()] == [6000]


def test_no_request_of_ours_ever_holds_a_card(terminal: StripeTerminal, stripe: StripePeer) -> None:
    terminal.begin(an_ask())
    stripe.present()
    terminal.look(an_ask())
    assert "card[" not in json.dumps(stripe.requests)


def test_beginning_again_hands_the_same_payment_over(terminal: StripeTerminal, stripe: StripePeer) -> None:
    ask = an_ask()
    assert terminal.begin(ask) == terminal.begin(ask)
    stripe.present()
    assert terminal.begin(ask).answer is Answer.CONFIRMED
    assert len(stripe.bank.succeeded()) == 1


def test_a_declined_card_ends_the_payment(terminal: StripeTerminal, stripe: StripePeer) -> None:
    ask = an_ask()
    begun = terminal.begin(ask)
    stripe.present(DECLINED_CARD)
    declined = terminal.look(replace(ask, reference=begun.reference))
    assert (declined.answer, declined.cause) == (Answer.DECLINED, "gateway.card_declined")
    assert not stripe.present()
    assert terminal.look(ask).answer is Answer.DECLINED


def test_a_payment_that_never_got_to_the_reader_is_handed_over(
    terminal: StripeTerminal, stripe: StripePeer
) -> None:
    ask = an_ask()
    terminal.begin(ask)
    stripe.action = None  # the reader was started anew
    assert terminal.look(ask).answer is Answer.NOT_FOUND
    assert terminal.begin(ask).answer is Answer.WAITING
    assert stripe.present()
    assert terminal.look(ask).answer is Answer.CONFIRMED


def test_one_that_the_reader_dropped_long_ago_is_ended(terminal: StripeTerminal, stripe: StripePeer) -> None:
    ask = an_ask(asked_at=now() - timedelta(minutes=2))
    terminal.begin(ask)
    stripe.action = None
    assert terminal.look(ask).cause == "gateway.reader_gave_up"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("terminal_reader_busy", "gateway.reader_busy"),
        ("terminal_reader_offline", "gateway.reader_offline"),
        ("terminal_reader_timeout", "gateway.reader_offline"),
    ],
)
def test_a_reader_that_cannot_take_it_declines_and_leaves_nothing_payable(
    terminal: StripeTerminal, stripe: StripePeer, error: str, cause: str
) -> None:
    stripe.reader_error = error
    declined = terminal.begin(an_ask())
    assert (declined.answer, declined.cause) == (Answer.DECLINED, cause)
    assert stripe.bank.ask("GET", f"/v1/payment_intents/{declined.reference}")[1]["status"] == "canceled"


def test_cancelling_takes_it_off_the_reader(terminal: StripeTerminal, stripe: StripePeer) -> None:
    ask = an_ask()
    begun = terminal.begin(ask)
    assert terminal.cancel(replace(ask, reference=begun.reference)).answer is Answer.DECLINED
    assert not stripe.present()
    assert not stripe.bank.succeeded()


def test_cancelling_too_late_says_that_it_is_paid(terminal: StripeTerminal, stripe: StripePeer) -> None:
    ask = an_ask()
    terminal.begin(ask)
    stripe.present()
    assert terminal.cancel(ask).answer is Answer.CONFIRMED


def test_cancelling_one_car_leaves_the_next_one_at_the_reader(
    terminal: StripeTerminal, stripe: StripePeer
) -> None:
    first, second = an_ask("first"), an_ask("second")
    begun = terminal.begin(first)
    stripe.present(DECLINED_CARD)
    terminal.begin(second)
    terminal.cancel(replace(first, reference=begun.reference))
    assert stripe.present()
    assert terminal.look(second).answer is Answer.CONFIRMED


def test_a_reader_that_is_not_there_is_told(stripe: StripePeer) -> None:
    with web_line(stripe.origin) as line:
        terminal = StripeTerminal(StripeHttp(line, SECRET, now), now, reader="tmr_other")
        with pytest.raises(DeviceError) as raised:
            terminal.begin(an_ask())
    assert raised.value.cause == "gateway.reader_unknown"


def test_money_goes_back_to_the_card(terminal: StripeTerminal, stripe: StripePeer) -> None:
    begun = terminal.begin(an_ask())
    stripe.present()
    assert terminal.refund(a_refund(begun.reference)).answer is Answer.CONFIRMED
    assert [one["amount"] for one in stripe.bank.refunds()] == [6000]


def test_two_consoles_that_call_the_lot_by_another_name_ask_for_the_same_payment(
    terminal: StripeTerminal, stripe: StripePeer
) -> None:
    first = terminal.begin(an_ask())
    second = terminal.begin(an_ask(label="山坡停車場"))
    assert (second.answer, second.reference) == (Answer.WAITING, first.reference)
    assert len(stripe.intents) == 1
    with pytest.raises(DeviceError) as raised:
        terminal.begin(an_ask(amount_minor=90))
    assert raised.value.unknown
