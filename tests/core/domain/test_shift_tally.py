"""A shift is added up entry by entry: each is counted once, where it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.domain.journal import Entry, Subject
from core.domain.payments import Part, Payment, Tender
from core.domain.shift_report import Tally
from core.domain.shift_tally import ShiftTally, tallies
from tests.core.domain.samples import after, entry_of, payment_of

MINE, OTHER = Subject("shift", "mine"), Subject("shift", "other")


def heard(*entries: Entry, whose: dict[str, bool | None] | None = None) -> ShiftTally:
    """The tally of these; a shift that is not named belongs to nobody at work."""
    known: dict[str, bool | None] = {"mine": True, "other": False} if whose is None else whose
    tally = ShiftTally()
    tally.hear_all(entries, known.get)
    return tally


def paid(payment: Payment, shift: Subject | None = MINE, **more: Any) -> Entry:
    subjects = (Subject("stay", "stay-1"), *([shift] if shift else []))
    return entry_of("stay.paid", 1, payload={"payment": payment.to_document(), **more}, subjects=subjects)


def of(kind: str, shift: Subject | None = MINE, **payload: Any) -> Entry:
    return entry_of(kind, 1, payload=payload, subjects=(shift,) if shift else ())


def named(tally: ShiftTally, of_what: str) -> dict[str, Tally]:
    found = tally.exception_tallies() if of_what == "exceptions" else tallies(getattr(tally, of_what))
    return {one.name: one for one in found}


def test_each_tender_of_a_payment_is_added_where_it_belongs() -> None:
    parts = (Part(Tender.CARD, 300, "charge-1"), Part(Tender.CASH, 200, "cash-1"))
    split = replace(
        payment_of(500, after(5)), tender=Tender.SPLIT, parts=parts, order_id="order-1", payment_id="order-1"
    )
    tally = heard(of("order.cash_taken", order_id="order-1", amount_minor=200), paid(split))
    tenders = named(tally, "tenders")
    assert {name: one.amount_minor for name, one in tenders.items()} == {"card": 300, "cash": 200}
    assert (tally.cash_in_minor, tally.payments, tally.settled_minor) == (200, 1, 500)


def test_no_money_is_no_tender_but_an_exception() -> None:
    free = replace(payment_of(500, after(5)), tender=Tender.NIL, reason="staff")
    tally = heard(paid(free))
    assert named(tally, "tenders") == {}
    assert named(tally, "exceptions")["nil"] == Tally("nil", 1, 500)
    assert tally.cash_in_minor == 0


def test_money_of_another_drawer_is_not_heard_and_that_of_nobody_is_told_apart() -> None:
    tally = heard(paid(payment_of(100, after(1)), OTHER), paid(payment_of(200, after(2)), None))
    assert tally.payments == 1
    assert (tally.unattended.count, tally.unattended.minor) == (1, 200)


def test_money_that_came_too_late_came_in_and_goes_back() -> None:
    tally = heard(
        of("refund.due", None, cause="refund.late_confirmation", amount_minor=300, tender="line_pay"),
        of("refund.settled", None, outcome="paid_back", amount_minor=300, tender="line_pay"),
    )
    assert named(tally, "tenders")["line_pay"].amount_minor == 300
    assert named(tally, "refunds")["line_pay"].amount_minor == 300
    assert (tally.cash_back_minor, tally.unattended.count) == (0, 0)


def test_a_refund_that_was_kept_or_is_only_due_moves_nothing() -> None:
    tally = heard(
        of("refund.due", None, cause="refund.paid_twice", amount_minor=300),
        of("refund.settled", None, outcome="kept", amount_minor=300),
    )
    assert (named(tally, "tenders"), named(tally, "refunds"), named(tally, "exceptions")) == ({}, {}, {})


def test_a_charge_that_is_not_settled_is_told() -> None:
    tally = heard(
        of("charge.intended", charge_id="a", amount_minor=100),
        of("charge.intended", charge_id="b", amount_minor=250),
        of("charge.confirmed", charge_id="a"),
        of("charge.unknown", charge_id="b"),
    )
    assert named(tally, "exceptions")["charge_open"] == Tally("charge_open", 1, 250)


def test_the_drawer_opened_for_money_is_no_sale() -> None:
    tally = heard(
        of("drawer.opened", None, reason="money"),
        of("drawer.opened", None, reason="test"),
        of("drawer.opened", None, reason="change"),
    )
    assert named(tally, "exceptions") == {
        "drawer_tested": Tally("drawer_tested", 1),
        "no_sale": Tally("no_sale", 1),
    }


def test_a_clock_that_went_back_makes_no_negative_time_away() -> None:
    tally = heard(of("console.broke_off", None, from_at=9_000_000, until=1_000_000))
    assert (tally.away_count, tally.away_seconds) == (1, 0)


def test_kinds_of_a_newer_program_are_passed_by() -> None:
    assert heard(of("coupon.burnt", amount_minor=5)).payments == 0
