"""Verifies that stays, payments, shifts and counts are what a fresh fold of the whole journal gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, exists, select, tuple_

from core.domain.journal import Entry, Subject
from core.domain.occupancy import share_in
from core.domain.order_fold import fold_order
from core.domain.shifts import fold_shift
from core.domain.stays import Stay, fold_stay
from core.store.findings import Findings
from core.store.leases import granted_by_journal
from core.store.money_tables import charges, orders
from core.store.orders import charge_row, order_row
from core.store.rows import payment_rows, shift_row, stay_row
from core.store.sharing_tables import space_leases
from core.store.tables import (
    ENTRY_OF_SUBJECT,
    PERSONAL_OF_ENTRY,
    journal,
    journal_personal,
    journal_subjects,
    occupancy,
    payments,
    shifts,
    stays,
)
from core.store.verify_chain import ENTRY_TEXTS, ROWS_AT_ONCE, entry_of_texts, mapping

SUBJECTS_AT_ONCE = 200

_KEY = journal_subjects.primary_key.columns.values()
_BY_SUBJECT = (
    select(*(column.label(f"subject_{column.name}") for column in _KEY), *ENTRY_TEXTS)
    .select_from(journal_subjects)
    .outerjoin(journal, ENTRY_OF_SUBJECT)
    .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
    .order_by(*_KEY)
)


class _Home(NamedTuple):
    """A table that follows from a kind of subject: its key, and the column that names the subject."""

    table: Table
    key: str
    owner: str


class _Expected(NamedTuple):
    """A row that the fold gives."""

    home: _Home
    row: dict[str, Any]


_STAYS = _Home(stays, "stay_id", "stay_id")
_PAYMENTS = _Home(payments, "payment_id", "stay_id")
_SHIFTS = _Home(shifts, "shift_id", "shift_id")
_ORDERS = _Home(orders, "order_id", "order_id")
_CHARGES = _Home(charges, "charge_id", "order_id")


@dataclass(slots=True)
class _Counts:
    """What all stays of a lot add up to, and by console the spaces that were spent and kept."""

    inside: int = 0
    pending: int = 0
    held: int = 0
    spent: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return f"{self.inside} inside, {self.pending} pending, {self.held} held"

    @property
    def cars(self) -> tuple[int, int, int]:
        """How full the lot is."""
        return (self.inside, self.pending, self.held)

    def add(self, stay: Stay) -> None:
        share = share_in(stay.state)
        self.inside += share.inside
        self.pending += share.pending
        self.held += share.held
        self.spent[stay.leased_by] += 1
        self.kept[stay.kept_by] += 1


def verify_projections(connection: Connection, findings: Findings) -> None:
    """Fold every stay and shift again and compare; to be called after the chains were walked."""
    counts: dict[str, _Counts] = defaultdict(_Counts)
    seen = 0
    rows = _rows(connection)
    for (lot_id, kind), of_kind in groupby(rows, lambda row: (row.subject_lot_id, row.subject_kind)):
        by_subject = (
            (key, list(group)) for key, group in groupby(of_kind, lambda row: row.subject_subject_id)
        )
        while chunk := dict(islice(by_subject, SUBJECTS_AT_ONCE)):
            seen += sum(map(len, chunk.values()))
            subjects = {
                subject_id: _entries(Subject(kind, subject_id), group, findings)
                for subject_id, group in chunk.items()
            }
            if kind in _FOLDS:
                _compare(connection, lot_id, kind, subjects, counts[lot_id], findings)
    if seen != findings.subjects:
        findings.add("journal.subjects_differ", f"{seen} kept, {findings.subjects} sealed")
    _find_unfounded(connection, findings)
    _compare_counts(connection, counts, findings)
    _compare_leases(connection, counts, findings)


def _rows(connection: Connection) -> Iterator[Row[Any]]:
    statement = _BY_SUBJECT
    while True:
        rows = connection.execute(statement.limit(ROWS_AT_ONCE)).all()
        yield from rows
        if len(rows) < ROWS_AT_ONCE:
            return
        last = [getattr(rows[-1], f"subject_{column.name}") for column in _KEY]
        statement = _BY_SUBJECT.where(tuple_(*_KEY) > tuple_(*last))


def _entries(subject: Subject, rows: list[Row[Any]], findings: Findings) -> list[Entry]:
    entries = []
    for row in rows:
        try:
            entry = entry_of_texts(row, None if row.fields is None else mapping(row.fields))
        except (ValueError, TypeError, OverflowError):
            continue  # told when the chain was walked
        if subject in entry.subjects:
            entries.append(entry)
        else:
            findings.add(
                "journal.subject_unsealed",
                f"{subject.kind} {subject.subject_id}",
                console_id=entry.console_id,
                seq=entry.seq,
            )
    return entries


def _compare(
    connection: Connection,
    lot_id: str,
    kind: str,
    subjects: Mapping[str, list[Entry]],
    counts: _Counts,
    findings: Findings,
) -> None:
    expected: list[_Expected] = []
    for subject_id, entries in subjects.items():
        try:
            expected += _FOLDS[kind](lot_id, entries, counts)
        except (ValueError, TypeError, LookupError) as error:
            findings.add("projection.cannot_fold", f"{kind} {subject_id}: {error!r}")
    for home in _HOMES[kind]:
        rows = {each.row[home.key]: each.row for each in expected if each.home is home}
        _compare_rows(connection, lot_id, home, list(subjects), rows, findings)


def _compare_rows(
    connection: Connection,
    lot_id: str,
    home: _Home,
    owners: list[str],
    expected: Mapping[str, dict[str, Any]],
    findings: Findings,
) -> None:
    table = home.table
    mine = select(table).where(table.c.lot_id == lot_id, table.c[home.owner].in_(owners))
    try:
        found = connection.execute(mine).all()
    except ValueError as error:
        findings.add("projection.unreadable", f"{table.name}: {error}")
        return
    actual = {getattr(row, home.key): row._asdict() for row in found}
    for missing in expected.keys() - actual.keys():
        findings.add("projection.missing", f"{table.name} {missing}")
    for unfounded in actual.keys() - expected.keys():
        findings.add("projection.unfounded", f"{table.name} {unfounded}")
    for same in expected.keys() & actual.keys():
        differing = [name for name, value in expected[same].items() if actual[same][name] != value]
        if differing:
            findings.add("projection.differs", f"{table.name} {same}: {', '.join(differing)}")


def _stay_rows(lot_id: str, entries: list[Entry], counts: _Counts) -> list[_Expected]:
    stay = fold_stay(entries)
    if stay is None:
        return []
    counts.add(stay)
    return [
        _Expected(_STAYS, stay_row(lot_id, stay)),
        *(_Expected(_PAYMENTS, row) for row in payment_rows(lot_id, stay)),
    ]


def _shift_rows(lot_id: str, entries: list[Entry], _counts: _Counts) -> list[_Expected]:
    shift = fold_shift(entries)
    return [] if shift is None else [_Expected(_SHIFTS, shift_row(lot_id, shift))]


def _order_rows(lot_id: str, entries: list[Entry], _counts: _Counts) -> list[_Expected]:
    order = fold_order(entries)
    if order is None:
        return []
    return [
        _Expected(_ORDERS, order_row(lot_id, order)),
        *(_Expected(_CHARGES, charge_row(lot_id, charge)) for charge in order.charges),
    ]


def _find_unfounded(connection: Connection, findings: Findings) -> None:
    """Rows about a subject that the journal does not know at all."""
    for kind, homes in _HOMES.items():
        for table, key, owner in homes:
            known = exists().where(
                journal_subjects.c.lot_id == table.c.lot_id,
                journal_subjects.c.kind == kind,
                journal_subjects.c.subject_id == table.c[owner],
            )
            for row in connection.execute(select(table.c[key]).where(~known).limit(ROWS_AT_ONCE)):
                findings.add("projection.unfounded", f"{table.name} {row[0]}")


def _compare_counts(connection: Connection, counts: Mapping[str, _Counts], findings: Findings) -> None:
    kept = {
        row.lot_id: _Counts(row.inside, row.pending, row.held)
        for row in connection.execute(select(occupancy))
    }
    for lot_id in sorted(kept.keys() | counts.keys()):
        folded, stored = counts.get(lot_id, _Counts()), kept.get(lot_id, _Counts())
        if folded.cars != stored.cars:
            findings.add("projection.differs", f"occupancy {lot_id}: {stored}; folded anew: {folded}")


def _compare_leases(connection: Connection, counts: Mapping[str, _Counts], findings: Findings) -> None:
    """What consoles were granted, spent and kept; a row of nothing says the same as none."""
    kept = {
        (row.lot_id, row.console_id): (row.granted, row.spent, row.kept)
        for row in connection.execute(select(space_leases))
    }
    folded: dict[tuple[str, str], tuple[int, int, int]] = {}
    for lot_id in sorted(counts.keys() | {lot_id for lot_id, _ in kept}):
        of_lot = counts.get(lot_id, _Counts())
        granted = granted_by_journal(connection, lot_id)
        for console_id in {*granted, *of_lot.spent, *of_lot.kept} - {""}:
            row = (granted.get(console_id, 0), of_lot.spent[console_id], of_lot.kept[console_id])
            folded[lot_id, console_id] = row
    for key in sorted(kept.keys() | folded.keys()):
        now, again = kept.get(key, (0, 0, 0)), folded.get(key, (0, 0, 0))
        if now != again:
            findings.add("projection.differs", f"space_leases {' '.join(key)}: {now}; counted anew: {again}")


_Fold = Callable[[str, list[Entry], _Counts], list[_Expected]]
_FOLDS: dict[str, _Fold] = {"stay": _stay_rows, "shift": _shift_rows, "order": _order_rows}
_HOMES = {"stay": (_STAYS, _PAYMENTS), "shift": (_SHIFTS,), "order": (_ORDERS, _CHARGES)}
