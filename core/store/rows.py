"""Domain values to table rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from core.domain.doubts import Doubts
from core.domain.journal import Entry, Subject, from_micros, to_micros
from core.domain.payments import Payment
from core.domain.people import Person, Role
from core.domain.plates import fold
from core.domain.rates.facts import NO_FACTS
from core.domain.rates.span_document import facts_document, facts_from_document
from core.domain.shifts import Shift
from core.domain.stays import Stay, StayState, Voided


def entry_from_row(row: Row[Any], personal: Mapping[str, Any] | None) -> Entry:
    """The journal entry of a row of ``journal``."""
    return entry_of(row, payload=row.payload, subjects=row.subjects, personal=personal)


def entry_of(
    row: Row[Any],
    *,
    payload: Mapping[str, Any],
    subjects: Iterable[Iterable[str]],
    personal: Mapping[str, Any] | None,
) -> Entry:
    """The journal entry of a row whose JSON columns were read already."""
    return Entry(
        entry_id=row.entry_id,
        console_id=row.console_id,
        seq=row.seq,
        hlc=row.hlc,
        at=from_micros(row.at),
        lot_id=row.lot_id,
        kind=row.kind,
        version=row.version,
        payload=payload,
        who=row.who,
        subjects=tuple(Subject(*subject) for subject in subjects),
        personal=personal,
    )


def stay_row(lot_id: str, stay: Stay) -> dict[str, Any]:
    """The row of ``stays`` for a stay."""
    return {
        "lot_id": lot_id,
        "stay_id": stay.stay_id,
        "state": stay.state.value,
        "plate": stay.plate,
        "plate_fold": fold(stay.plate),
        "raw_plate": stay.raw_plate[:128],
        "entry_at": to_micros(stay.entry_at),
        "entry_lane": stay.entry_lane,
        "entry_known": stay.entry_known,
        "plan_id": stay.plan_id,
        "plan_version": stay.plan_version,
        "confidence": stay.confidence,
        "alternatives": list(stay.alternatives),
        "doubts": stay.doubts.to_plain() if stay.doubts else None,
        "photo": stay.photo,
        "exit_at": None if stay.exit_at is None else to_micros(stay.exit_at),
        "exit_lane": stay.exit_lane,
        "exit_photo": stay.exit_photo,
        "former_plates": list(stay.former_plates),
        "notes": list(stay.notes),
        "leaving": stay.leaving,
        "paid_minor": stay.paid_minor,
        "permit_until": None if stay.permit_until is None else to_micros(stay.permit_until),
        "facts": facts_document(stay.facts) or None,
        "leased_by": stay.leased_by,
        "kept_by": stay.kept_by,
        "due_back_minor": stay.due_back_minor,
    }


def stay_from_row(row: Row[Any], payments: Iterable[Payment], voided: Iterable[Voided] = ()) -> Stay:
    """The stay of a row of ``stays`` and its payments, oldest first; ``voided`` as far as they were read."""
    return Stay(
        stay_id=row.stay_id,
        state=StayState(row.state),
        plate=row.plate,
        raw_plate=row.raw_plate,
        entry_at=from_micros(row.entry_at),
        entry_lane=row.entry_lane,
        plan_id=row.plan_id,
        plan_version=row.plan_version,
        confidence=row.confidence,
        alternatives=tuple(row.alternatives),
        photo=row.photo,
        entry_known=row.entry_known,
        payments=tuple(payments),
        exit_at=None if row.exit_at is None else from_micros(row.exit_at),
        exit_lane=row.exit_lane,
        exit_photo=row.exit_photo,
        former_plates=tuple(row.former_plates),
        notes=tuple(row.notes),
        leaving=row.leaving,
        doubts=Doubts.from_plain(row.doubts),
        facts=NO_FACTS if row.facts is None else facts_from_document(row.facts),
        leased_by=row.leased_by,
        kept_by=row.kept_by,
        due_back_minor=row.due_back_minor,
        voided=tuple(voided),
    )


def sighting_row(lot_id: str, sighting_id: str, last: Entry) -> dict[str, Any]:
    """The row of ``sightings`` for a sighting, by the last entry about it."""
    payload, personal = last.payload, last.personal or {}
    return {
        "lot_id": lot_id,
        "sighting_id": sighting_id,
        "lane_id": payload["lane_id"],
        "at": payload["at"],
        "plate": personal.get("plate", ""),
        "raw_plate": personal.get("raw_plate", "")[:128],
        "confidence": payload["confidence"],
        "frames": payload["frames"],
        "photo": personal.get("photo", ""),
        "action": payload["action"],
        "reason": payload["reason"],
        "stay_id": payload.get("stay_id"),
    }


def payment_row(lot_id: str, payment: Payment, voided_at: datetime | None = None) -> dict[str, Any]:
    """The row of ``payments`` for a payment, taken back at that instant if one is given."""
    return {
        "lot_id": lot_id,
        "payment_id": payment.payment_id,
        "stay_id": payment.stay_id,
        "shift_id": payment.shift_id,
        "tender": payment.tender.value,
        "amount_minor": payment.amount_minor,
        "currency": payment.currency,
        "paid_at": to_micros(payment.paid_at),
        "receipt_number": payment.receipt_number,
        "document": payment.to_document(),
        "received_minor": payment.received_minor,
        "voided_at": None if voided_at is None else to_micros(voided_at),
    }


def payment_rows(lot_id: str, stay: Stay) -> list[dict[str, Any]]:
    """The rows of ``payments`` of a stay, those that were taken back, too."""
    return [
        *(payment_row(lot_id, payment) for payment in stay.payments),
        *(payment_row(lot_id, one.payment, one.at) for one in stay.voided),
    ]


def shift_row(lot_id: str, shift: Shift) -> dict[str, Any]:
    """The row of ``shifts`` for a shift."""
    return {
        "lot_id": lot_id,
        "shift_id": shift.shift_id,
        "drawer": shift.drawer,
        "person_id": shift.person_id,
        "opened_at": to_micros(shift.opened_at),
        "currency": shift.currency,
        "float_minor": shift.float_minor,
        "cash_minor": shift.cash_minor,
        "payments": shift.payments,
        "closed_at": None if shift.closed_at is None else to_micros(shift.closed_at),
        "counted_minor": shift.counted_minor,
        "console_id": shift.console_id,
        "main_shift_id": shift.main_shift_id,
        "drops_minor": shift.drops_minor,
        "payouts_minor": shift.payouts_minor,
        "payins_minor": shift.payins_minor,
        "relief_minor": shift.relief_minor,
        "left_minor": shift.left_minor,
        "z_number": shift.z_number,
        "check_code": shift.check_code,
        "report": shift.report,
    }


def shift_from_row(row: Row[Any]) -> Shift:
    """The shift of a row of ``shifts``."""
    return Shift(
        shift_id=row.shift_id,
        drawer=row.drawer,
        person_id=row.person_id,
        opened_at=from_micros(row.opened_at),
        currency=row.currency,
        float_minor=row.float_minor,
        cash_minor=row.cash_minor,
        payments=row.payments,
        closed_at=None if row.closed_at is None else from_micros(row.closed_at),
        counted_minor=row.counted_minor,
        console_id=row.console_id,
        main_shift_id=row.main_shift_id,
        drops_minor=row.drops_minor,
        payouts_minor=row.payouts_minor,
        payins_minor=row.payins_minor,
        relief_minor=row.relief_minor,
        left_minor=row.left_minor,
        z_number=row.z_number,
        check_code=row.check_code,
        report=row.report,
    )


def person_from_row(row: Row[Any]) -> Person:
    """The person of a row of ``people``."""
    plates = tuple(row.plates or ())
    return Person(row.person_id, row.name, Role(row.role), row.active, row.language, row.contact, plates)
