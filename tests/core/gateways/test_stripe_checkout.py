"""A driver pays on Stripe's page: each key once, whatever was lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.domain.errors import DeviceError
from core.gateways.stripe_checkout import StripeCheckout
from core.gateways.stripe_http import StripeHttp
from core.services.payment_ports import Answer
from tests.core.gateways.asks import a_refund, an_ask, now, web_line
from tests.far_sides.localstripe import SECRET
from tests.far_sides.stripe_peer import DECLINED_CARD, StripePeer


@pytest.fixture
def checkout(stripe: StripePeer) -> Iterator[StripeCheckout]:
    with web_line(stripe.origin) as line:
        yield StripeCheckout(StripeHttp(line, SECRET, now), now, thanks_url="https://lot.test/thanks")


def test_a_driver_scans_and_pays_and_it_is_confirmed_with_the_very_amount(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    begun = checkout.begin(ask)
    assert (begun.answer, begun.shown[:8]) == (Answer.WAITING, "https://")
    assert stripe.pay(begun.reference)
    paid = checkout.look(replace(ask, reference=begun.reference))
    assert (paid.answer, paid.reference) == (Answer.CONFIRMED, begun.reference)
    assert (paid.amount_minor, paid.currency) == (60, "TWD")
    # Stripe counts New Taiwan dollars in cents.
    assert [one["amount"] for one in stripe.bank.succeeded()] == [6000]


def test_beginning_again_with_the_same_key_is_the_same_session(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    assert checkout.begin(ask).reference == checkout.begin(ask).reference
    assert len(stripe.sessions) == 1


def test_a_session_whose_answer_was_lost_is_found_by_its_key(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    reference = checkout.begin(ask).reference
    for other in range(3):
        checkout.begin(an_ask(f"another/{other}"))
    stripe.pay(reference)
    found = checkout.look(ask)
    assert (found.answer, found.reference) == (Answer.CONFIRMED, reference)


def test_one_that_lies_behind_many_newer_ones_is_searched_for(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    reference = checkout.begin(ask).reference
    stripe.pay(reference)
    pattern = stripe.sessions[reference]
    for number in range(505):
        other = f"cs_test_{number:04}"
        stripe.sessions[other] = {**pattern, "id": other, "client_reference_id": f"another/{number}"}
    # Only the payment of ours is at the bank, under our key.
    for number in range(505):
        stripe.sessions[f"cs_test_{number:04}"]["payment_intent"] = f"pi_other_{number}"
    found = checkout.look(ask)
    assert (found.answer, found.reference) == (Answer.CONFIRMED, reference)
    assert any("/search" in path for _, path, _ in stripe.requests)


def test_what_stripe_never_heard_of_is_not_found(checkout: StripeCheckout) -> None:
    assert checkout.look(an_ask()).answer is Answer.NOT_FOUND


def test_a_card_that_is_declined_leaves_the_page_open_for_another(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    begun = checkout.begin(ask)
    assert not stripe.pay(begun.reference, DECLINED_CARD)
    assert checkout.look(replace(ask, reference=begun.reference)).answer is Answer.WAITING
    assert stripe.pay(begun.reference)
    assert checkout.look(ask).answer is Answer.CONFIRMED


def test_cancelling_ends_the_page_so_that_nobody_can_pay_it_any_more(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    begun = checkout.begin(ask)
    cancelled = checkout.cancel(replace(ask, reference=begun.reference))
    assert (cancelled.answer, cancelled.cause) == (Answer.DECLINED, "gateway.cancelled")
    assert not stripe.pay(begun.reference)
    assert checkout.look(ask).answer is Answer.DECLINED


def test_cancelling_too_late_says_that_it_is_paid(checkout: StripeCheckout, stripe: StripePeer) -> None:
    ask = an_ask()
    begun = checkout.begin(ask)
    stripe.pay(begun.reference)
    assert checkout.cancel(replace(ask, reference=begun.reference)).answer is Answer.CONFIRMED


def test_cancelling_what_may_be_on_its_way_kills_it_before_it_arrives(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    ask = an_ask()
    assert checkout.cancel(ask).answer is Answer.DECLINED
    # The request that was held up arrives now: it is answered with the session that is dead.
    late = checkout.begin(ask)
    assert len(stripe.sessions) == 1
    assert not stripe.pay(late.reference)
    assert checkout.look(ask).answer is Answer.DECLINED


def test_a_key_of_yesterday_is_never_used_again(checkout: StripeCheckout, stripe: StripePeer) -> None:
    ask = an_ask(asked_at=now() - timedelta(hours=21))
    assert checkout.cancel(ask).answer is Answer.DECLINED
    assert not stripe.sessions


def test_a_session_lives_long_enough_for_stripe_also_when_it_is_begun_late(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    begun = checkout.begin(an_ask(asked_at=now() - timedelta(minutes=25)))
    assert begun.answer is Answer.WAITING


def test_an_amount_that_stripe_does_not_take_is_declined_and_says_why(checkout: StripeCheckout) -> None:
    declined = checkout.begin(an_ask(amount_minor=0))
    assert (declined.answer, declined.cause) == (Answer.DECLINED, "gateway.amount_refused")


def test_a_key_that_was_used_for_another_amount_is_left_open_for_a_person(checkout: StripeCheckout) -> None:
    checkout.begin(an_ask())
    with pytest.raises(DeviceError) as raised:
        checkout.begin(an_ask(amount_minor=90))
    assert (raised.value.cause, raised.value.unknown) == ("gateway.key_used_otherwise", True)


def test_money_goes_back_once_in_parts(checkout: StripeCheckout, stripe: StripePeer) -> None:
    begun = checkout.begin(an_ask())
    stripe.pay(begun.reference)
    part = a_refund(begun.reference, 20)
    assert checkout.look_refund(part).answer is Answer.NOT_FOUND
    first = checkout.refund(part)
    assert (first.answer, first.amount_minor, first.currency) == (Answer.CONFIRMED, 20, "TWD")
    assert checkout.refund(part) == first
    assert checkout.look_refund(part) == first
    rest = a_refund(begun.reference, 40, key="refund/2")
    assert checkout.refund(rest).answer is Answer.CONFIRMED
    assert sorted(one["amount"] for one in stripe.bank.refunds()) == [2000, 4000]


def test_a_wrong_secret_is_told_as_that(stripe: StripePeer) -> None:
    with web_line(stripe.origin) as line:
        wrong = StripeCheckout(StripeHttp(line, "sk_test_other", now), now, thanks_url="https://lot.test")
        with pytest.raises(DeviceError) as raised:
            wrong.begin(an_ask())
    assert (raised.value.cause, raised.value.unknown) == ("gateway.login_refused", False)
    assert "sk_test" not in str(raised.value)


def test_where_stripe_refuses_since_our_clock_is_wrong_it_is_told(stripe: StripePeer) -> None:
    def slow_clock() -> datetime:
        return now() - timedelta(hours=2)

    with web_line(stripe.origin) as line:
        late = StripeCheckout(StripeHttp(line, SECRET, slow_clock), slow_clock, thanks_url="https://lot.test")
        declined = late.begin(an_ask(asked_at=slow_clock()))
    assert (declined.answer, declined.cause) == (Answer.DECLINED, "gateway.clock_wrong")


def test_two_consoles_that_ask_in_other_words_at_other_times_show_the_same_page(
    checkout: StripeCheckout, stripe: StripePeer
) -> None:
    first = checkout.begin(an_ask(asked_at=now() - timedelta(minutes=20)))
    second = checkout.begin(an_ask(label="山坡停車場"))
    assert (second.answer, second.reference) == (Answer.WAITING, first.reference)
    assert len(stripe.sessions) == 1
