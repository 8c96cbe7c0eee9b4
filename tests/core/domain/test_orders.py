"""An order is what its entries say, in whatever order they came, however often."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.domain.journal import Entry, Subject, to_micros
from core.domain.order_fold import fold_order
from core.domain.orders import ChargeState, Order, charge_key
from core.domain.payments import Part, Tender
from core.domain.rates.basis import Basis

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)


def entry(number: int, kind: str, payload: dict[str, Any]) -> Entry:
    at = NOON + timedelta(seconds=number)
    return Entry(
        entry_id=f"e-{number}",
        console_id="c-1",
        seq=number,
        hlc=(to_micros(at) // 1000) << 16,
        at=at,
        lot_id="lot",
        kind=kind,
        version=1,
        payload=payload,
        who="ben",
        subjects=(Subject("order", "o-1"), Subject("stay", "s-1")),
    )


def opened() -> Entry:
    order = Order(
        order_id="o-1",
        stay_id="s-1",
        amount_minor=6000,
        currency="TWD",
        plan_id="day",
        plan_version=1,
        lines=(),
        basis=Basis(()),
        tax_minor=0,
        opened_at=NOON,
        expires_at=NOON + timedelta(minutes=10),
        shift_id="",
        drawer="",
        who="ben",
        console_id="c-1",
    )
    return entry(1, "order.opened", {"order": order.to_document()})


def intended(number: int, charge_id: str = "k-1", amount_minor: int = 6000) -> Entry:
    return entry(
        number,
        "charge.intended",
        {
            "charge_id": charge_id,
            "order_id": "o-1",
            "stay_id": "s-1",
            "tender": "card",
            "account": "card",
            "key": f"lk-{charge_id}",
            "amount_minor": amount_minor,
            "currency": "TWD",
            "expires_at": to_micros(NOON + timedelta(minutes=5)),
        },
    )


def told(number: int, kind: str, charge_id: str = "k-1", **more: object) -> Entry:
    return entry(number, f"charge.{kind}", {"charge_id": charge_id, **more})


def folded(*entries: Entry) -> Order:
    order = fold_order(entries)
    assert order is not None
    return order


def state(*kinds: str) -> ChargeState:
    entries = [told(number, kind) for number, kind in enumerate(kinds, 3)]
    return folded(opened(), intended(2), *entries).charges[0].state


def test_nothing_opens_no_order() -> None:
    assert fold_order([intended(2)]) is None


def test_an_order_says_what_is_missing() -> None:
    order = folded(opened(), intended(2, amount_minor=2500))
    assert (order.asked_minor, order.confirmed_minor, order.missing_minor) == (2500, 0, 3500)
    order = folded(opened(), intended(2, amount_minor=2500), told(3, "confirmed", reference="far-1"))
    assert (order.asked_minor, order.confirmed_minor, order.missing_minor) == (0, 2500, 3500)
    assert order.charges[0].part == Part(Tender.CARD, 2500, "k-1", "card", "far-1")


def test_what_came_in_is_never_declined_any_more() -> None:
    assert state("confirmed", "declined") is ChargeState.CONFIRMED
    assert state("confirmed", "unknown") is ChargeState.CONFIRMED


def test_what_was_declined_may_come_in_after_all_but_is_in_doubt_no_more() -> None:
    assert state("declined", "confirmed") is ChargeState.CONFIRMED
    assert state("declined", "unknown") is ChargeState.DECLINED


def test_a_far_side_that_waits_for_the_driver_ends_the_doubt() -> None:
    assert state("unknown") is ChargeState.UNKNOWN
    assert state("unknown", "accepted") is ChargeState.INTENT


def test_an_unknown_charge_is_not_settled() -> None:
    charge = folded(opened(), intended(2), told(3, "unknown", cause="terminal.no_answer")).charges[0]
    assert (charge.settled_at, charge.cause) == (None, "terminal.no_answer")
    assert not charge.state.is_settled


def test_cash_counts_until_it_is_handed_back() -> None:
    taken = entry(
        2,
        "order.cash_taken",
        {
            "order_id": "o-1",
            "cash_id": "p-1",
            "amount_minor": 1000,
            "tendered_minor": 2000,
            "change_minor": 1000,
            "shift_id": "sh-1",
            "drawer": "booth",
        },
    )
    assert folded(opened(), taken, taken).confirmed_minor == 1000
    returned = entry(3, "order.cash_returned", {"cash_id": "p-1"})
    assert folded(opened(), taken, returned).confirmed_minor == 0


def test_money_that_is_due_back_pays_for_nothing() -> None:
    due = entry(4, "refund.due", {"charge_id": "k-1"})
    order = folded(opened(), intended(2), told(3, "confirmed"), due)
    assert order.confirmed_minor == 0
    back = told(5, "refunded", refunded_minor=6000)
    assert folded(opened(), intended(2), told(3, "confirmed"), due, back).charges[0].state is (
        ChargeState.REFUNDED
    )


def test_the_rest_may_be_paid_for_longer_than_the_first_part() -> None:
    order = folded(opened(), intended(2, amount_minor=2500))
    assert order.payable_until == NOON + timedelta(minutes=10)
    order = folded(opened(), intended(2, amount_minor=2500), told(3, "confirmed"))
    assert order.payable_until == NOON + timedelta(minutes=30)


def test_a_payment_closes_an_order_also_one_that_was_given_up() -> None:
    paid = entry(4, "stay.paid", {"payment": {"payment_id": "o-1"}})
    given_up = entry(3, "order.given_up", {"order_id": "o-1"})
    order = folded(opened(), given_up, paid)
    assert (order.closed_by, order.is_given_up, order.is_open) == ("o-1", False, False)
    assert folded(opened(), given_up).is_given_up


STORY = (
    opened(),
    intended(2, amount_minor=2500),
    told(3, "accepted", reference="far-1", shown="https://far.example/1"),
    told(4, "unknown", cause="terminal.no_answer"),
    told(5, "confirmed", reference="far-1"),
    intended(6, "k-2", 3500),
    told(7, "cancel_asked", "k-2"),
    told(8, "confirmed", "k-2", reference="far-2"),
    entry(9, "stay.paid", {"payment": {"payment_id": "o-1"}}),
    entry(10, "order.noticed_by_a_newer_program", {"odd": True}),
)


@given(st.lists(st.sampled_from(STORY), max_size=8), st.permutations(STORY))
def test_in_any_order_and_however_often(again: Sequence[Entry], story: Sequence[Entry]) -> None:
    assert fold_order([*again, *story]) == fold_order(STORY)


def test_consoles_that_ask_for_the_same_money_ask_with_the_same_key() -> None:
    def key(**other: Any) -> str:
        facts: dict[str, Any] = {
            "stay_id": "s-1",
            "payments": 0,
            "account": "card",
            "attempt": 0,
            "amount_minor": 6000,
        }
        return charge_key(**(facts | other))

    others = {
        key(stay_id="s-2"),
        key(payments=1),
        key(account="line"),
        key(attempt=1),
        key(amount_minor=6001),
    }
    assert key() == key()
    assert len(others | {key()}) == 6
    assert len(key()) <= 40
