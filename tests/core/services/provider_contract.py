"""What every terminal and platform must keep to, whoever it is: the same tests run over each of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk, PaymentProvider, RefundAsk

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)


class FarSide(Protocol):
    """A provider, with what the driver does on the other side of it and what its books say."""

    provider: PaymentProvider

    def ask(self, name: str) -> ChargeAsk:
        """A charge of that name, which the far side has not heard of; the same for the same name."""

    def driver_pays(self, ask: ChargeAsk) -> None:
        """The driver pays what was begun; nothing happens where there is nothing to pay."""

    def driver_is_declined(self, ask: ChargeAsk) -> None:
        """The driver tries to pay what was begun, and cannot."""

    def kept_minor(self, ask: ChargeAsk) -> int:
        """What the far side's own books have for the charge, less what went back, in the charge's units."""


def ask_for(name: str, *, amount_minor: int = 6000, currency: str = "TWD", scanned: str = "") -> ChargeAsk:
    """A charge of 60 dollars that is asked for now."""
    return ChargeAsk(
        charge_id=f"charge-{name}",
        key=f"lk-{name}",
        amount_minor=amount_minor,
        currency=currency,
        label="Riverside",
        asked_at=NOON,
        expires_at=NOON + timedelta(minutes=5),
        scanned=scanned,
    )


def known(ask: ChargeAsk, answer: ChargeAnswer) -> ChargeAsk:
    """The charge with the far side's own name for it, as it is asked about from then on."""
    return ChargeAsk(
        charge_id=ask.charge_id,
        key=ask.key,
        amount_minor=ask.amount_minor,
        currency=ask.currency,
        label=ask.label,
        asked_at=ask.asked_at,
        expires_at=ask.expires_at,
        reference=answer.reference or ask.reference,
    )


def back(ask: ChargeAsk, name: str, amount_minor: int, *, before_minor: int = 0) -> RefundAsk:
    """So much of the charge goes back, after ``before_minor`` went back of it already."""
    refund_id = f"refund-{name}"
    return RefundAsk(refund_id, refund_id, ask.reference, amount_minor, ask.currency, before_minor)


def begun(far_side: FarSide, name: str) -> ChargeAsk:
    """A charge that was begun, as the far side names it."""
    ask = far_side.ask(name)
    answer = far_side.provider.begin(ask)
    assert answer.answer in {Answer.WAITING, Answer.CONFIRMED}
    return known(ask, answer)


def paid(far_side: FarSide, name: str) -> ChargeAsk:
    """A charge that the driver paid."""
    ask = begun(far_side, name)
    far_side.driver_pays(ask)
    answer = far_side.provider.look(ask)
    assert answer.answer is Answer.CONFIRMED
    return known(ask, answer)


class ProviderContract:
    """What all keep to. Subclass it with a fixture ``far_side``, and with those below that hold."""

    def test_what_was_never_begun_is_not_found_or_nothing_of_it_was_taken(self, far_side: FarSide) -> None:
        ask = far_side.ask("never")
        assert far_side.provider.look(ask).answer in {Answer.NOT_FOUND, Answer.WAITING}
        assert far_side.kept_minor(ask) == 0

    def test_what_was_begun_is_found_by_its_key_alone(self, far_side: FarSide) -> None:
        ask = far_side.ask("by-key")
        begun = far_side.provider.begin(ask)
        found = far_side.provider.look(ask)
        assert found.answer is not Answer.NOT_FOUND
        assert not begun.reference or found.reference == begun.reference

    def test_what_the_driver_pays_is_confirmed_with_its_amount(self, far_side: FarSide) -> None:
        ask = paid(far_side, "paid")
        answer = far_side.provider.look(ask)
        assert answer.amount_minor in {None, ask.amount_minor}
        assert answer.currency.upper() in {"", ask.currency}
        assert answer.reference
        assert far_side.kept_minor(ask) == ask.amount_minor

    def test_looking_takes_nothing(self, far_side: FarSide) -> None:
        ask = paid(far_side, "looked-at")
        answers = [far_side.provider.look(ask) for _ in range(3)]
        assert {answer.answer for answer in answers} == {Answer.CONFIRMED}
        assert far_side.kept_minor(ask) == ask.amount_minor

    def test_what_the_driver_cannot_pay_is_never_taken(self, far_side: FarSide) -> None:
        ask = begun(far_side, "declined")
        far_side.driver_is_declined(ask)
        answer = far_side.provider.look(ask)
        assert answer.answer in {Answer.DECLINED, Answer.WAITING}
        if answer.answer is Answer.DECLINED:
            assert "." in answer.cause
        assert far_side.kept_minor(ask) == 0

    def test_a_cancel_that_comes_too_late_says_so(self, far_side: FarSide) -> None:
        ask = paid(far_side, "too-late")
        assert far_side.provider.cancel(ask).answer is Answer.CONFIRMED
        assert far_side.kept_minor(ask) == ask.amount_minor

    def test_cancelling_what_it_never_heard_of_confirms_nothing(self, far_side: FarSide) -> None:
        ask = far_side.ask("cancel-never")
        assert far_side.provider.cancel(ask).answer in {Answer.NOT_FOUND, Answer.DECLINED}
        assert far_side.kept_minor(ask) == 0

    def test_money_goes_back_once_for_each_refund(self, far_side: FarSide) -> None:
        ask = paid(far_side, "back")
        part = back(ask, "back-1", 2000)
        assert far_side.provider.look_refund(part).answer in {Answer.NOT_FOUND, Answer.WAITING}
        assert far_side.provider.refund(part).answer in {Answer.CONFIRMED, Answer.WAITING}
        if far_side.provider.knows_keys:
            far_side.provider.refund(part)
        assert far_side.provider.look_refund(part).answer in {Answer.CONFIRMED, Answer.WAITING}
        assert far_side.kept_minor(ask) == ask.amount_minor - 2000
        far_side.provider.refund(back(ask, "back-2", ask.amount_minor - 2000, before_minor=2000))
        assert far_side.kept_minor(ask) == 0

    def test_more_than_was_taken_does_not_go_back(self, far_side: FarSide) -> None:
        ask = paid(far_side, "too-much")
        answer = far_side.provider.refund(back(ask, "too-much", ask.amount_minor + 100))
        assert answer.answer is Answer.DECLINED
        assert "." in answer.cause
        assert far_side.kept_minor(ask) == ask.amount_minor


class KnowsKeys:
    """For a far side that takes nothing twice with the same key."""

    def test_the_same_key_again_takes_nothing_a_second_time(self, far_side: FarSide) -> None:
        assert far_side.provider.knows_keys
        first = begun(far_side, "again")
        again = far_side.provider.begin(far_side.ask("again"))
        assert not again.reference or again.reference == first.reference
        far_side.driver_pays(first)
        assert far_side.provider.begin(far_side.ask("again")).answer in {Answer.CONFIRMED, Answer.WAITING}
        assert far_side.provider.look(first).answer is Answer.CONFIRMED
        assert far_side.kept_minor(first) == first.amount_minor


class WaitsForTheDriver:
    """For a far side where the driver has yet to do something after the money was asked for."""

    def test_what_is_cancelled_in_time_is_declined_for_good(self, far_side: FarSide) -> None:
        ask = begun(far_side, "cancelled")
        answer = far_side.provider.cancel(ask)
        assert answer.answer is Answer.DECLINED
        far_side.driver_pays(ask)
        assert far_side.provider.look(ask).answer is not Answer.CONFIRMED
        assert far_side.kept_minor(ask) == 0
