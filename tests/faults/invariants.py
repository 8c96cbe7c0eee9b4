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

from sqlalchemy import Text, cast, create_engine, select

from core.store.engine import sqlite_url
from core.store.tables import journal
from tests.faults.ledger import Ledger

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
    payload: dict[str, object]
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
            ("payment", [str(_payment(row)["payment_id"]) for row in rows if row.kind == "stay.paid"]),
            ("receipt", [_receipt(row) for row in rows if row.kind == "stay.paid"]),
            ("stay", [str(row.about("stay")) for row in rows if row.kind == "stay.admitted"]),
        )
        for one, count in Counter(all_of_them).items()
        if count > 1
    ]
    return found + _charged_twice(rows)


def _charged_twice(rows: Sequence[Row]) -> list[str]:
    """Money taken twice for the same minutes of a stay, unless it was found and is to be paid back."""
    to_pay_back = {
        str(row.payload.get("payment_id")) for row in rows if row.kind in {"refund.due", "refund.settled"}
    }
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in rows:
        if row.kind == "stay.paid":
            payment = _payment(row)
            lines = payment["lines"]
            assert isinstance(lines, list)
            begin, end = min(line["start"] for line in lines), max(line["end"] for line in lines)
            spans[str(payment["stay_id"])].append((begin, end, str(payment["payment_id"])))
    found = []
    for stay_id, of_stay in spans.items():
        for (_, ends, first), (begins, _, second) in zip(sorted(of_stay), sorted(of_stay)[1:], strict=False):
            if begins < ends and not {first, second} & to_pay_back:
                found.append(f"stay {stay_id} paid twice: {first} and {second}")
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
            by_itself = row.kind == "stay.admitted" and "by_hand" not in list(_notes(row))
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


def _payment(row: Row) -> dict[str, object]:
    payment = row.payload["payment"]
    assert isinstance(payment, dict)
    return payment


def _receipt(row: Row) -> str:
    return f"{row.console_id} {_payment(row)['receipt_number']}"


def _notes(row: Row) -> Iterable[str]:
    notes = row.payload.get("notes") or []
    assert isinstance(notes, list)
    return notes
