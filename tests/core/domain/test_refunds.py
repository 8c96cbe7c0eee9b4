"""A refund is due once, whoever found it, and settled once, whoever came first."""

from __future__ import annotations

from typing import Any

from core.domain.journal import Entry, Subject, next_hlc
from core.domain.refunds import RefundState, fold_refund, refund_id_of
from tests.core.domain.samples import NOON, after

REFUND_ID = refund_id_of("p2")


def entry(seq: int, kind: str, console_id: str = "hub", **payload: Any) -> Entry:
    at = after(seq)
    return Entry(
        f"{console_id}{seq}",
        console_id,
        seq,
        next_hlc(0, at),
        at,
        "lot",
        kind,
        1,
        {"refund_id": REFUND_ID, **payload},
        "p",
        (Subject("refund", REFUND_ID),),
    )


def due(seq: int, console_id: str = "hub", amount_minor: int = 400) -> Entry:
    said = {"stay_id": "s", "payment_id": "p2", "currency": "EUR", "cause": "refund.paid_twice"}
    return entry(seq, "refund.due", console_id, amount_minor=amount_minor, **said)


def test_it_is_due_since_it_was_found() -> None:
    refund = fold_refund([due(0)])
    assert refund is not None
    assert (refund.refund_id, refund.amount_minor, refund.due_at) == (REFUND_ID, 400, NOON)
    assert refund.state is RefundState.DUE


def test_found_by_two_hubs_it_is_due_once_as_the_first_found_it() -> None:
    refund = fold_refund([due(2, "other", 500), due(1)])
    assert refund is not None
    assert refund.amount_minor == 400


def test_paid_back_at_one_console_and_kept_at_another_the_first_holds() -> None:
    entries = [
        entry(5, "refund.settled", "b", outcome="kept"),
        entry(4, "refund.settled", "a", outcome="paid_back"),
        due(1),
    ]
    refund = fold_refund(entries)
    assert refund is not None
    assert refund.state is RefundState.PAID_BACK


def test_settled_before_it_was_due_is_nothing() -> None:
    assert fold_refund([entry(4, "refund.settled", "a", outcome="paid_back")]) is None
    assert fold_refund([]) is None


def test_the_same_payment_has_the_same_refund_everywhere() -> None:
    assert refund_id_of("p2") == REFUND_ID != refund_id_of("p1")
    assert len(REFUND_ID) == 36
