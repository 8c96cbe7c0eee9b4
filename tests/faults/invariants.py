"""The five invariants: nothing lost, nothing double, no gaps, never oversold, no opening unexplained.

They are judged from outside: from what consoles told before they died (``ledger``), and from the journals
as they lie in every place that should hold them by then. Nothing here asks Lotkeeper's own verification,
which the decks run besides.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import Table, Text, cast, create_engine, select

from core.store.engine import sqlite_url
from core.store.sharing_tables import consoles, space_leases
from core.store.tables import journal, lots, occupancy, payments, people, rate_plans, shifts, stays
from tests.faults.ledger import Ledger

_FOLDED = (stays, payments, occupancy, shifts, people, lots, rate_plans, consoles, space_leases)
_COUNTS = (occupancy, space_leases)
_ENDINGS = frozenset({"stay.left", "stay.backed_out", "stay.written_off"})


@dataclass(frozen=True, slots=True)
class Breaches:
    """What broke each invariant; all empty where all held."""

    lost: tuple[str, ...] = ()
    double: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    oversold: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()

    @property
    def broken(self) -> frozenset[str]:
        """The names of the invariants that do not hold."""
        return frozenset(part.name for part in fields(self) if getattr(self, part.name))


NONE = Breaches()


@dataclass(frozen=True, slots=True)
class Row:
    """A journal entry as it lies somewhere."""

    console_id: str
    seq: int
    entry_id: str
    hlc: int
    kind: str
    who: str
    payload: dict[str, Any]
    subjects: tuple[tuple[str, str], ...]

    def about(self, kind: str) -> str | None:
        """The id of the subject of that kind."""
        return next((subject_id for name, subject_id in self.subjects if name == kind), None)


Home = Path | str | Sequence[Row]
"""A file of SQLite, the URL of a database, or rows that a test made."""


def rows_at(home: Home) -> list[Row]:
    """All journal rows there, in the order in which they are folded."""
    rows = _read(home) if isinstance(home, Path | str) else list(home)
    return sorted(rows, key=lambda row: (row.hlc, row.console_id, row.seq))


def _read(home: Path | str) -> list[Row]:
    engine = create_engine(sqlite_url(home) if isinstance(home, Path) else home)
    statement = select(
        journal.c.console_id, journal.c.seq, journal.c.entry_id, journal.c.hlc, journal.c.kind, journal.c.who,
        cast(journal.c.payload, Text).label("payload"), cast(journal.c.subjects, Text).label("subjects"),
    )  # fmt: skip
    try:
        with engine.connect() as connection:
            found = connection.execute(statement).all()
    finally:
        engine.dispose()
    return [
        Row(
            row.console_id, row.seq, row.entry_id, row.hlc, row.kind, row.who, json.loads(row.payload),
            tuple((kind, subject_id) for kind, subject_id in json.loads(row.subjects)),
        )
        for row in found
    ]  # fmt: skip


def differences(homes: Sequence[Path | str]) -> tuple[str, ...]:
    """The tables that follow from the journal, as far as they are not the same in all these homes."""
    shown = [{table.name: _content(home, table) for table in _FOLDED} for home in homes]
    return tuple(
        f"{home}: {table.name}"
        for home, of_home in zip(homes, shown, strict=True)
        for table in _FOLDED
        if of_home[table.name] != shown[0][table.name]
    )


def _content(home: Path | str, table: Table) -> list[str]:
    engine = create_engine(sqlite_url(home) if isinstance(home, Path) else home)
    try:
        with engine.connect() as connection:
            rows = [row for row in connection.execute(select(table)) if not _counts_nothing(table, row)]
            return sorted(json.dumps(list(row), sort_keys=True, default=str) for row in rows)
    finally:
        engine.dispose()


def _counts_nothing(table: Table, row: SqlRow[Any]) -> bool:
    """Whether the row counts zero of everything, which a missing row does too."""
    counted = [column.name for column in table.c if column.name not in table.primary_key.columns]
    return table in _COUNTS and not any(getattr(row, name) for name in counted)


def judge(ledgers: Iterable[Ledger], homes: Sequence[Home], *, capacity: int | None = None) -> Breaches:
    """Judge by all ledgers what each home holds; every home must hold all of it."""
    told = list(ledgers)
    kept = [entry_id for ledger in told for entry_id in ledger.kept]
    charged = [payment_id for ledger in told for payment_id in ledger.charged]
    pulses = [command_id for ledger in told for command_id in ledger.pulses]
    lost: list[str] = []
    double = [f"pulsed {count} times: {one}" for one, count in Counter(pulses).items() if count > 1]
    gaps: list[str] = []
    oversold: list[str] = []
    unexplained: list[str] = []
    for home in homes:
        rows = rows_at(home)
        lost += _lost(rows, kept, charged)
        double += _double(rows)
        gaps += _gaps(rows)
        unexplained += _unexplained(rows, pulses)
        if capacity is not None:
            oversold += _oversold(rows, capacity)
    return Breaches(tuple(lost), tuple(double), tuple(gaps), tuple(oversold), tuple(unexplained))


def _lost(rows: Sequence[Row], kept: Iterable[str], charged: Iterable[str]) -> list[str]:
    held = {row.entry_id for row in rows}
    paid = {_payment(row)["payment_id"] for row in rows if row.kind == "stay.paid"}
    return [f"entry {one}" for one in kept if one not in held] + [
        f"payment {one}" for one in charged if one not in paid
    ]


def _double(rows: Sequence[Row]) -> list[str]:
    found = [
        f"{name} {one}, {count} times"
        for name, all_of_them in (
            ("entry", [row.entry_id for row in rows]),
            ("place", [f"{row.console_id} {row.seq}" for row in rows]),
            ("payment", [_payment(row)["payment_id"] for row in rows if row.kind == "stay.paid"]),
            ("receipt", [_receipt(row) for row in rows if row.kind == "stay.paid"]),
            ("stay", [str(row.about("stay")) for row in rows if row.kind == "stay.admitted"]),
        )
        for one, count in Counter(all_of_them).items()
        if count > 1
    ]
    return found + _charged_twice(rows)


def _charged_twice(rows: Sequence[Row]) -> list[str]:
    """Money taken although the right to leave was bought and still held, unless it is due back."""
    due_back = {str(row.payload["payment_id"]) for row in rows if row.kind == "refund.due"}
    by_stay: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row.kind == "stay.paid":
            payment = _payment(row)
            by_stay[payment["stay_id"]].append(payment)
    found = []
    for stay_id, payments_of_stay in by_stay.items():
        held_until = 0
        for payment in sorted(payments_of_stay, key=lambda one: (one["paid_at"], one["payment_id"])):
            if payment["paid_at"] <= held_until and payment["payment_id"] not in due_back:
                found.append(f"stay {stay_id} paid again: {payment['payment_id']}")
            held_until = max(held_until, payment["permit_until"])
    return found


def _gaps(rows: Sequence[Row]) -> list[str]:
    seqs: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        seqs[row.console_id].append(row.seq)
    return [
        f"chain {console_id}: {len(of_console)} rows, the last is {max(of_console)}"
        for console_id, of_console in seqs.items()
        if sorted(of_console) != list(range(1, len(of_console) + 1))
    ]


def _oversold(rows: Sequence[Row], capacity: int) -> list[str]:
    """Cars let in by a lane itself while the lot was full; those let in by people take space too."""
    inside: set[str] = set()
    found = []
    for row in rows:
        stay_id = row.about("stay")
        if stay_id is None:
            continue
        if row.kind in {"stay.admitted", "stay.imported"}:
            by_itself = row.kind == "stay.admitted" and "by_hand" not in _notes(row)
            if by_itself and len(inside) >= capacity:
                found.append(f"stay {stay_id} let in by {row.console_id} as number {len(inside) + 1}")
            inside.add(stay_id)
        elif row.kind in _ENDINGS:
            inside.discard(stay_id)
    return found


def _unexplained(rows: Sequence[Row], pulses: Iterable[str]) -> list[str]:
    """Pulses without a command in the journal, and commands that nobody and nothing gave a reason for."""
    commands = {str(row.payload["command_id"]): row for row in rows if row.kind == "gate.commanded"}
    reasons = {row.about("stay") for row in rows if row.kind in {"stay.admitted", "stay.released"}}
    found = [f"pulse {one} without a command" for one in pulses if one not in commands]
    for command_id in pulses:
        command = commands.get(command_id)
        if command is None:
            continue
        by_a_person = bool(command.payload.get("reason")) and command.who != "system"
        if not by_a_person and command.payload.get("stay_id") not in reasons:
            found.append(f"command {command_id} without a stay or a person")
    return found


def _payment(row: Row) -> dict[str, Any]:
    payment: dict[str, Any] = row.payload["payment"]
    return payment


def _receipt(row: Row) -> str:
    return f"{row.console_id} {_payment(row)['receipt_number']}"


def _notes(row: Row) -> list[str]:
    return row.payload.get("notes") or []
