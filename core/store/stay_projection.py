"""The rows that follow from stays: the stays themselves, their payments, the counts, and spaces spent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from core.domain.journal import Entry
from core.domain.occupancy import Share, share_in
from core.domain.stays import Stay, StayState, fold_stay
from core.store.rows import payment_rows, stay_row
from core.store.sharing_tables import space_leases
from core.store.tables import occupancy, payments, stays
from core.store.upserts import upsert, upsert_all

_BEFORE = select(stays.c.stay_id, stays.c.state, stays.c.leased_by, stays.c.kept_by).where(
    stays.c.lot_id == bindparam("lot"), stays.c.stay_id.in_(bindparam("stays", expanding=True))
)
_PAYMENTS_BEFORE = select(payments.c.payment_id, payments.c.amount_minor, payments.c.voided_at).where(
    payments.c.lot_id == bindparam("lot"), payments.c.stay_id.in_(bindparam("stays", expanding=True))
)
_INTO_PAYMENTS = insert(payments)
_OF_PAYMENT = (payments.c.lot_id == bindparam("lot"), payments.c.payment_id == bindparam("payment"))
_LEAVE_OUT = delete(payments).where(*_OF_PAYMENT)
_COUNT = (
    update(occupancy)
    .where(occupancy.c.lot_id == bindparam("lot"))
    .values(
        inside=occupancy.c.inside + bindparam("more_inside"),
        pending=occupancy.c.pending + bindparam("more_pending"),
        held=occupancy.c.held + bindparam("more_held"),
    )
)
_SPEND = (
    update(space_leases)
    .where(space_leases.c.lot_id == bindparam("lot"), space_leases.c.console_id == bindparam("console"))
    .values(
        spent=space_leases.c.spent + bindparam("more_spent"),
        kept=space_leases.c.kept + bindparam("more_kept"),
    )
)


_NOTHING = Share()


@dataclass(frozen=True, slots=True)
class _Standing:
    """What of a stay is counted elsewhere; nothing of one that is not there yet."""

    share: Share = _NOTHING
    leased_by: str = ""
    kept_by: str = ""


_NOT_THERE = _Standing()


def project_stays(connection: Connection, lot_id: str, entries_of: Mapping[str, Sequence[Entry]]) -> None:
    """Fold the stays again and replace their rows; counts change by the difference."""
    folded = {stay_id: fold_stay(entries) for stay_id, entries in entries_of.items()}
    after = {stay_id: stay for stay_id, stay in folded.items() if stay is not None}
    if not after:
        return
    before = _standing_before(connection, lot_id, list(after))
    upsert_all(
        connection,
        stays,
        ("lot_id", "stay_id"),
        [stay_row(lot_id, stay) for stay in after.values()],
        known={(lot_id, stay_id) for stay_id in before},
    )
    _replace_payments(connection, lot_id, after)
    _count(connection, lot_id, before, after)
    _spend(connection, lot_id, before, after)


def _standing_before(connection: Connection, lot_id: str, stay_ids: list[str]) -> dict[str, _Standing]:
    rows = connection.execute(_BEFORE, {"lot": lot_id, "stays": stay_ids})
    return {
        row.stay_id: _Standing(share_in(StayState(row.state)), row.leased_by, row.kept_by) for row in rows
    }


def _replace_payments(connection: Connection, lot_id: str, after: Mapping[str, Stay]) -> None:
    """Their payments' rows as the fold has them: new ones, those taken back, without those it left out."""
    rows = {
        row["payment_id"]: row
        for stay in after.values()
        if stay.payments or stay.voided
        for row in payment_rows(lot_id, stay)
    }
    if not rows:
        return
    paid = sorted({row["stay_id"] for row in rows.values()})
    found = connection.execute(_PAYMENTS_BEFORE, {"lot": lot_id, "stays": paid})
    known = {row.payment_id: (row.amount_minor, row.voided_at) for row in found}
    fresh = [row for payment_id, row in rows.items() if payment_id not in known]
    if fresh:
        connection.execute(_INTO_PAYMENTS, fresh)
    for payment_id, stood in known.items():
        row = rows.get(payment_id)
        if row is None:
            connection.execute(_LEAVE_OUT, {"lot": lot_id, "payment": payment_id})
        elif (row["amount_minor"], row["voided_at"]) != stood:
            upsert(connection, payments, ("lot_id", "payment_id"), row)


def _count(
    connection: Connection, lot_id: str, before: Mapping[str, _Standing], after: Mapping[str, Stay]
) -> None:
    change = _NOTHING
    for stay_id, stay in after.items():
        change = change.plus(share_in(stay.state).minus(before.get(stay_id, _NOT_THERE).share))
    if change == _NOTHING:
        return
    values: dict[str, Any] = {
        "more_inside": change.inside,
        "more_pending": change.pending,
        "more_held": change.held,
    }
    if connection.execute(_COUNT, {"lot": lot_id, **values}).rowcount == 0:
        row = {"inside": change.inside, "pending": change.pending, "held": change.held}
        connection.execute(insert(occupancy).values(lot_id=lot_id, **row))


def _spend(
    connection: Connection, lot_id: str, before: Mapping[str, _Standing], after: Mapping[str, Stay]
) -> None:
    spent = _difference(
        (before.get(stay_id, _NOT_THERE).leased_by, stay.leased_by) for stay_id, stay in after.items()
    )
    kept = _difference(
        (before.get(stay_id, _NOT_THERE).kept_by, stay.kept_by) for stay_id, stay in after.items()
    )
    for console_id in sorted({*spent, *kept}):
        change = {"more_spent": spent[console_id], "more_kept": kept[console_id]}
        values = {"lot": lot_id, "console": console_id, **change}
        if any(change.values()) and connection.execute(_SPEND, values).rowcount == 0:
            row = {"granted": 0, "spent": spent[console_id], "kept": kept[console_id]}
            connection.execute(insert(space_leases).values(lot_id=lot_id, console_id=console_id, **row))


def _difference(changes: Iterable[tuple[str, str]]) -> Counter[str]:
    """By how much the stays of each console became more; of "" there are none."""
    total: Counter[str] = Counter()
    for before, after in changes:
        if before != after:
            total[before] -= 1
            total[after] += 1
    del total[""]
    return total
