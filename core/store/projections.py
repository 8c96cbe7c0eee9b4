"""The tables that follow from the journal: a subject's entries are folded again and its row replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, bindparam, insert, select, update

from core.domain.journal import Entry, Subject, in_order, to_micros
from core.domain.occupancy import Share, share_of
from core.domain.payments import Payment
from core.domain.shifts import fold_shift
from core.domain.stays import Stay, fold_stay
from core.store.journal import entries_of
from core.store.rows import payment_row, shift_row, stay_from_row, stay_row
from core.store.tables import lots, occupancy, payments, people, rate_plans, shifts, sightings, stays
from core.store.upserts import upsert

_STAY = select(stays).where(stays.c.lot_id == bindparam("lot"), stays.c.stay_id == bindparam("stay"))
_PAYMENTS_OF = (
    select(payments.c.document)
    .where(payments.c.lot_id == bindparam("lot"), payments.c.stay_id == bindparam("stay"))
    .order_by(payments.c.paid_at, payments.c.payment_id)
)


def project(connection: Connection, lot_id: str, subject: Subject) -> None:
    """Fold the subject again from all its entries; unknown kinds of subject have no projection."""
    projection = _PROJECTIONS.get(subject.kind)
    if projection is not None:
        projection(connection, lot_id, subject.subject_id, entries_of(connection, lot_id, subject))


def project_all(connection: Connection, lot_id: str, subjects: Iterable[Subject]) -> None:
    """Fold each of the subjects again."""
    for subject in subjects:
        project(connection, lot_id, subject)


def load_stay(connection: Connection, lot_id: str, stay_id: str) -> Stay | None:
    """The stay as projected last."""
    row = connection.execute(_STAY, {"lot": lot_id, "stay": stay_id}).first()
    return None if row is None else stay_from_row(row, payments_of(connection, lot_id, stay_id))


def payments_of(connection: Connection, lot_id: str, stay_id: str) -> list[Payment]:
    """The stay's payments, oldest first."""
    rows = connection.execute(_PAYMENTS_OF, {"lot": lot_id, "stay": stay_id})
    return [Payment.from_document(row.document) for row in rows]


def _project_stay(connection: Connection, lot_id: str, stay_id: str, entries: list[Entry]) -> None:
    before = load_stay(connection, lot_id, stay_id)
    after = fold_stay(entries)
    if after is None:
        return
    upsert(connection, stays, ("lot_id", "stay_id"), stay_row(lot_id, after))
    known = {payment.payment_id for payment in before.payments} if before else set()
    for payment in after.payments:
        if payment.payment_id not in known:
            connection.execute(insert(payments).values(payment_row(lot_id, payment)))
    _count(connection, lot_id, share_of(after).minus(share_of(before)))


def _count(connection: Connection, lot_id: str, change: Share) -> None:
    if change == Share():
        return
    changed = connection.execute(
        update(occupancy)
        .where(occupancy.c.lot_id == lot_id)
        .values(
            inside=occupancy.c.inside + change.inside,
            pending=occupancy.c.pending + change.pending,
            held=occupancy.c.held + change.held,
        )
    )
    if changed.rowcount == 0:
        connection.execute(
            insert(occupancy).values(
                lot_id=lot_id, inside=change.inside, pending=change.pending, held=change.held
            )
        )


def _project_shift(connection: Connection, lot_id: str, _shift_id: str, entries: list[Entry]) -> None:
    shift = fold_shift(entries)
    if shift is not None:
        upsert(connection, shifts, ("lot_id", "shift_id"), shift_row(lot_id, shift))


def _project_person(connection: Connection, lot_id: str, person_id: str, entries: list[Entry]) -> None:
    last = in_order(entries)[-1]
    name = next((entry.personal["name"] for entry in reversed(in_order(entries)) if entry.personal), "")
    row = {
        "lot_id": lot_id,
        "person_id": person_id,
        "name": name,
        "role": last.payload["role"],
        "active": last.payload["active"],
        "language": last.payload.get("language"),
    }
    upsert(connection, people, ("lot_id", "person_id"), row)


def _project_lot(connection: Connection, lot_id: str, _subject_id: str, entries: list[Entry]) -> None:
    last = in_order(entries)[-1]
    row = {"lot_id": lot_id, "version": len(entries), "document": last.payload["lot"]}
    upsert(connection, lots, ("lot_id",), row)


def _project_plan(connection: Connection, lot_id: str, plan_id: str, entries: list[Entry]) -> None:
    withdrawn = {
        entry.payload["version"]: to_micros(entry.at)
        for entry in in_order(entries)
        if entry.kind == "rates.withdrawn"
    }
    for entry in entries:
        if entry.kind != "rates.published":
            continue
        version = entry.payload["plan"]["version"]
        row = {
            "lot_id": lot_id,
            "plan_id": plan_id,
            "version": version,
            "effective_at": entry.payload["effective_at"],
            "document": entry.payload["plan"],
            "withdrawn_at": withdrawn.get(version),
        }
        upsert(connection, rate_plans, ("lot_id", "plan_id", "version"), row)


def _project_sighting(connection: Connection, lot_id: str, sighting_id: str, entries: list[Entry]) -> None:
    for entry in in_order(entries):
        personal = entry.personal or {}
        row = {
            "lot_id": lot_id,
            "sighting_id": sighting_id,
            "lane_id": entry.payload["lane_id"],
            "at": entry.payload["at"],
            "plate": personal.get("plate", ""),
            "raw_plate": personal.get("raw_plate", "")[:128],
            "confidence": entry.payload["confidence"],
            "frames": entry.payload["frames"],
            "photo": personal.get("photo", ""),
            "action": entry.payload["action"],
            "reason": entry.payload["reason"],
            "stay_id": entry.payload.get("stay_id"),
        }
        upsert(connection, sightings, ("lot_id", "sighting_id"), row)


_Projection = Callable[[Connection, str, str, list[Entry]], None]
_PROJECTIONS: dict[str, _Projection] = {
    "stay": _project_stay,
    "shift": _project_shift,
    "person": _project_person,
    "lot": _project_lot,
    "plan": _project_plan,
    "sighting": _project_sighting,
}
