"""What must hold once the network is calm: nothing lost or double, no gaps, the same at every console."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, select

from core.store.sharing_tables import consoles, proposals, refunds, space_leases
from core.store.tables import lots, occupancy, payments, people, rate_plans, shifts, sightings, stays
from core.store.verify import verify_file
from tests.faults.invariants import Breaches, Home, judge
from tests.faults.ledger import Ledger
from tests.sharing_world.consoles import Console, Lotful
from tests.sharing_world.naive import as_home
from tests.sharing_world.traffic import Told

SHARED = (
    stays,
    payments,
    occupancy,
    shifts,
    people,
    lots,
    rate_plans,
    sightings,
    consoles,
    space_leases,
    proposals,
    refunds,
)


def breaches(lot: Lotful, told: Told) -> Breaches:
    """Judge every console's journal by what the outside was told."""
    ledger = Ledger(charged=list(told.payments))
    database = [row for rows in lot.database.chains.rows_of.values() for row in rows]
    homes: list[Home] = [console.store_file for console in lot.consoles]
    found = judge([ledger], [*homes, as_home(database)])
    return Breaches(
        lost=(*found.lost, *_stays_lost(lot, told), *_not_in_the_database(lot)),
        double=(*found.double, *_money_double(lot, told)),
        gaps=found.gaps,
        oversold=tuple(told.oversold),
        unexplained=found.unexplained,
    )


def differences(lot: Lotful) -> list[str]:
    """Tables that are not the same at every console."""
    first, *others = (_rows_at(console) for console in lot.consoles)
    return [
        f"{name} at console {number}"
        for number, other in enumerate(others, start=2)
        for name, rows in first.items()
        if other[name] != rows
    ]


def findings(lot: Lotful) -> list[str]:
    """What each console's own verification says of its journal and of what follows from it."""
    return [
        f"console {console.number}: {one}"
        for console in lot.consoles
        for one in verify_file(console.store_file).problems
    ]


def _stays_lost(lot: Lotful, told: Told) -> list[str]:
    found = []
    for console in lot.consoles:
        with console.store.reading() as view:
            known = set(view.connection.execute(select(stays.c.stay_id)).scalars())
        found += [f"stay {one} at console {console.number}" for one in told.stays if one not in known]
    return found


def _money_double(lot: Lotful, told: Told) -> list[str]:
    taken = sum(told.payments.values())
    found = []
    for console in lot.consoles:
        with console.store.reading() as view:
            kept = sum(view.connection.execute(select(payments.c.amount_minor)).scalars())
        if kept != taken:
            found.append(f"{kept} minor units at console {console.number}, {taken} were taken")
    return found


def _not_in_the_database(lot: Lotful) -> list[str]:
    return [
        f"the database holds {name} up to {lot.database.chains.mark(name).seq} of {mark.seq}"
        for name, mark in lot.hub.replica.marks().items()
        if lot.database.chains.mark(name) != mark
    ]


def _rows_at(console: Console) -> dict[str, list[tuple[Any, ...]]]:
    with console.store.reading() as view:
        return {
            table.name: [tuple(row) for row in view.connection.execute(_all_of(table))] for table in SHARED
        }


def _all_of(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)
