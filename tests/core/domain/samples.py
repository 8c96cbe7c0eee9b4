"""Stays, payments and journal entries for the tests of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.domain.journal import Entry, Subject, next_hlc, to_micros
from core.domain.payments import Payment, Tender
from core.domain.rates.quote import Quote, QuoteLine
from core.domain.stays import Stay, StayState

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def after(minutes: float = 0, seconds: float = 0) -> datetime:
    """So long after the noon at which the test's vehicle came."""
    return NOON + timedelta(minutes=minutes, seconds=seconds)


def stay_at_noon(**changes: Any) -> Stay:
    """A vehicle that came at noon and is inside."""
    stay = Stay(
        stay_id="stay-1",
        state=StayState.INSIDE,
        plate="ABC1234",
        raw_plate="ABC-1234",
        entry_at=NOON,
        entry_lane="in",
        plan_id="plan",
        plan_version=1,
    )
    return replace(stay, **changes)


def payment_of(
    amount_minor: int,
    paid_at: datetime,
    *,
    window_minutes: int = 15,
    lines: tuple[QuoteLine, ...] | None = None,
    payment_id: str = "payment-1",
) -> Payment:
    """A cash payment of that amount at that instant."""
    if lines is None:
        lines = (QuoteLine("steps", NOON, paid_at, amount_minor),)
    return Payment(
        payment_id=payment_id,
        stay_id="stay-1",
        tender=Tender.CASH,
        amount_minor=amount_minor,
        tendered_minor=amount_minor,
        change_minor=0,
        currency="EUR",
        paid_at=paid_at,
        permit_until=paid_at + timedelta(minutes=window_minutes),
        shift_id="shift-1",
        cashier_id="person-1",
        receipt_number=1,
        plan_id="plan",
        plan_version=1,
        lines=lines,
    )


def pay(stay: Stay, quote: Quote, paid_at: datetime, *, window_minutes: int = 15) -> Stay:
    """The stay after the quote was paid."""
    payment = payment_of(quote.total_minor, paid_at, window_minutes=window_minutes, lines=quote.lines)
    return replace(stay, payments=(*stay.payments, payment), state=StayState.PAID)


def entry_of(
    kind: str,
    seq: int,
    *,
    at: datetime | None = None,
    payload: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
    console_id: str = "console-1",
    subjects: tuple[Subject, ...] = (Subject("stay", "stay-1"),),
) -> Entry:
    """A journal entry of that kind, ``seq`` minutes after noon unless told otherwise."""
    instant = at or after(seq)
    return Entry(
        entry_id=f"{console_id}-{seq}",
        console_id=console_id,
        seq=seq,
        hlc=next_hlc(0, instant),
        at=instant,
        lot_id="lot",
        kind=kind,
        version=1,
        payload=payload or {},
        who="person-1",
        subjects=subjects,
        personal=personal,
    )


def admitted(seq: int = 1, **changes: Any) -> Entry:
    """The entry with which the stay begins."""
    payload = {"entry_at": to_micros(NOON), "lane_id": "in", "plan_id": "plan", "plan_version": 1}
    personal = {"plate": "ABC1234", "raw_plate": "ABC-1234"}
    return entry_of("stay.admitted", seq, payload=payload, personal=personal, **changes)


def paid(seq: int, amount_minor: int = 500, *, at: datetime | None = None, **changes: Any) -> Entry:
    """The entry of a payment."""
    instant = at or after(seq)
    payment = payment_of(amount_minor, instant, payment_id=f"payment-{seq}")
    return entry_of("stay.paid", seq, at=instant, payload={"payment": payment.to_document()}, **changes)


def left(seq: int, **changes: Any) -> Entry:
    """The entry of the crossing that let the vehicle out."""
    payload = {"exit_at": to_micros(after(seq)), "lane_id": "out"}
    return entry_of("stay.left", seq, payload=payload, **changes)
