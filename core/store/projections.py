"""The tables that follow from the journal: a subject's entries are folded again and its row replaced.

Many subjects are folded at once as well as one: what is read and written for them goes in few statements.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, select

from core.domain.errors import OperatorError
from core.domain.journal import Entry, Subject, from_micros, in_order, to_micros
from core.domain.lots import Lot
from core.domain.payments import Payment
from core.domain.purging import PURGES
from core.domain.shifts import fold_shift
from core.domain.stays import Stay, Voided
from core.store.booking_projection import project_bookings
from core.store.console_projection import project_consoles, project_hub
from core.store.debts import project_debts, project_sales
from core.store.journal import entries_of_all
from core.store.merchants import project_merchants
from core.store.no_sense import FOLD_ERRORS
from core.store.orders import project_orders
from core.store.proposals import project_proposals
from core.store.refunds import project_refunds
from core.store.rows import shift_row, sighting_row, stay_from_row
from core.store.stay_projection import project_stays
from core.store.tables import lots, payments, people, rate_plans, shifts, sightings, stays
from core.store.upserts import upsert, upsert_all

log = logging.getLogger(__name__)

SUBJECTS_AT_ONCE = 500

_STAY = select(stays).where(stays.c.lot_id == bindparam("lot"), stays.c.stay_id == bindparam("stay"))
_PAYMENTS_OF = (
    select(payments.c.document, payments.c.voided_at)
    .where(payments.c.lot_id == bindparam("lot"), payments.c.stay_id == bindparam("stay"))
    .order_by(payments.c.paid_at, payments.c.payment_id)
)

_SIGHTINGS = select(sightings.c.sighting_id).where(
    sightings.c.lot_id == bindparam("lot"),
    sightings.c.sighting_id.in_(bindparam("sightings", expanding=True)),
)

Folded = Mapping[str, Sequence[Entry]]
"""By id, the entries about each subject of one kind."""


def project(connection: Connection, lot_id: str, subject: Subject) -> None:
    """Fold the subject again from all its entries; unknown kinds of subject have no projection."""
    project_all(connection, lot_id, [subject])


def project_all(connection: Connection, lot_id: str, subjects: Iterable[Subject]) -> None:
    """Fold each of the subjects again.

    Whatever entries say about spaces is counted besides, once for each (``core.store.leases``).
    """
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for subject in subjects:
        ids[subject.kind][subject.subject_id] = None
    for kind, projection in _PROJECTIONS.items():
        waiting = iter(ids.get(kind, ()))
        while chunk := list(islice(waiting, SUBJECTS_AT_ONCE)):
            projection(connection, lot_id, entries_of_all(connection, lot_id, kind, chunk))


def load_stay(connection: Connection, lot_id: str, stay_id: str) -> Stay | None:
    """The stay as projected last."""
    row = connection.execute(_STAY, {"lot": lot_id, "stay": stay_id}).first()
    return None if row is None else stay_from_row(row, *payments_of(connection, lot_id, stay_id))


def payments_of(connection: Connection, lot_id: str, stay_id: str) -> tuple[list[Payment], list[Voided]]:
    """The stay's payments, oldest first, and those that were taken back."""
    standing: list[Payment] = []
    voided: list[Voided] = []
    for row in connection.execute(_PAYMENTS_OF, {"lot": lot_id, "stay": stay_id}):
        payment = Payment.from_document(row.document)
        if row.voided_at is None:
            standing.append(payment)
        else:
            voided.append(Voided(payment, from_micros(row.voided_at)))
    return standing, voided


def _project_shifts(connection: Connection, lot_id: str, by_shift: Folded) -> None:
    for entries in by_shift.values():
        shift = fold_shift(entries)
        if shift is not None:
            upsert(connection, shifts, ("lot_id", "shift_id"), shift_row(lot_id, shift))


def _project_people(connection: Connection, lot_id: str, by_person: Folded) -> None:
    for person_id, entries in by_person.items():
        # A newer program may write about a person without saying all of this.
        said = [entry for entry in in_order(entries) if "role" in entry.payload]
        if not said:
            continue
        last = said[-1]
        personal = next((entry.personal for entry in reversed(said) if entry.personal), {})
        row = {
            "lot_id": lot_id,
            "person_id": person_id,
            "name": personal["name"] if personal else "",
            "role": last.payload["role"],
            "active": last.payload["active"],
            "language": last.payload.get("language"),
            "contact": str(personal.get("contact", ""))[:120],
            "plates": [str(plate) for plate in personal.get("plates", ())] or None,
        }
        upsert(connection, people, ("lot_id", "person_id"), row)


def _project_lots(connection: Connection, lot_id: str, by_lot: Folded) -> None:
    for entries in by_lot.values():
        said = [entry.payload["lot"] for entry in in_order(entries) if "lot" in entry.payload]
        # No lane decides anything without the lot: one that cannot be read must not replace one that can.
        document = next((document for document in reversed(said) if _is_lot(document)), None)
        if document is not None:
            row = {"lot_id": lot_id, "version": len(said), "document": document}
            upsert(connection, lots, ("lot_id",), row)


def _is_lot(document: object) -> bool:
    try:
        Lot.from_document(document)  # type: ignore[arg-type]
    except (OperatorError, *FOLD_ERRORS) as error:
        log.warning("a lot that was written down cannot be read: %r", error)
        return False
    return True


def _project_plans(connection: Connection, lot_id: str, by_plan: Folded) -> None:
    for plan_id, entries in by_plan.items():
        ordered = in_order(entries)
        withdrawn = {
            entry.payload["version"]: to_micros(entry.at)
            for entry in ordered
            if entry.kind == "rates.withdrawn"
        }
        # Two consoles that were cut off may have published the same version: the first one holds for good,
        # since payments may have been made by it, and who publishes later must not change them.
        published = {
            entry.payload["plan"]["version"]: entry
            for entry in reversed(ordered)
            if entry.kind == "rates.published"
        }
        for version, entry in published.items():
            row = {
                "lot_id": lot_id,
                "plan_id": plan_id,
                "version": version,
                "effective_at": entry.payload["effective_at"],
                "document": entry.payload["plan"],
                "withdrawn_at": withdrawn.get(version),
            }
            upsert(connection, rate_plans, ("lot_id", "plan_id", "version"), row)


def _project_sightings(connection: Connection, lot_id: str, by_sighting: Folded) -> None:
    known = connection.execute(_SIGHTINGS, {"lot": lot_id, "sightings": list(by_sighting)}).scalars()
    upsert_all(
        connection,
        sightings,
        ("lot_id", "sighting_id"),
        [
            sighting_row(lot_id, sighting_id, seen[-1])
            for sighting_id, entries in by_sighting.items()
            # One that was purged is still as it was seen, without its personal fields.
            if (seen := [entry for entry in in_order(entries) if entry.kind not in PURGES])
        ],
        known={(lot_id, sighting_id) for sighting_id in known},
    )


_Projection = Callable[[Connection, str, Folded], None]
_PROJECTIONS: dict[str, _Projection] = {
    "stay": project_stays,
    "shift": _project_shifts,
    "person": _project_people,
    "lot": _project_lots,
    "plan": _project_plans,
    "sighting": _project_sightings,
    "console": project_consoles,
    "hub": project_hub,
    "proposal": project_proposals,
    "refund": project_refunds,
    "order": project_orders,
    "debt": project_debts,
    "sale": project_sales,
    "merchant": project_merchants,
    "booking": project_bookings,
}
