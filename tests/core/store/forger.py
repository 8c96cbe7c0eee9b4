"""Somebody who has the database file and this program, and changes what happened so that it agrees again."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import uuid_utils
from sqlalchemy import Connection, delete, insert, select

from core.domain.journal import GENESIS, Entry, Subject, digest_personal, link, to_micros
from core.store.engine import make_engine, sqlite_url
from core.store.journal import month_of, rows_in_chain
from core.store.rebuild import rebuild
from core.store.rows import entry_from_row
from core.store.tables import journal, journal_keys, journal_personal, journal_subjects


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the chain with the salt of its personal fields."""

    entry: Entry
    salt: bytes | None


Chain = list[Line]
Act = Callable[[random.Random, Chain, int], Chain]
"""Changes the chain at the place of an index."""


def forge(file: Path, console_id: str, change: Callable[[Chain], Chain]) -> None:
    """Change the chain, link it anew, and make again all that follows from it, as an honest console would."""
    engine = make_engine(sqlite_url(file), writer=True)
    try:
        with engine.begin() as connection:
            rows = list(rows_in_chain(connection, console_id))
            chain = [Line(entry_from_row(row, row.fields), row.salt) for row in rows]
            lot_id = chain[0].entry.lot_id
            _write_anew(connection, console_id, change(list(chain)))
            rebuild(connection, lot_id, now=chain[-1].entry.at)
    finally:
        engine.dispose()


def edit(chance: random.Random, chain: Chain, at: int) -> Chain:
    """Somebody else did it, another amount was taken, another plate was seen, or it was another time."""
    entry = chain[at].entry
    what = chance.choice(["who", "payload", "personal", "at", "kind"])
    if what == "personal" and entry.personal:
        name = min(entry.personal)
        entry = replace(entry, personal={**entry.personal, name: "FORGED"})
    elif what == "payload":
        entry = replace(entry, payload=_other_figures(entry.payload, chance))
    elif what == "at":
        entry = replace(entry, at=entry.at + timedelta(seconds=chance.randint(1, 3)))
    elif what == "kind":
        entry = replace(entry, kind="lane.noted")
    else:
        entry = replace(entry, who=str(uuid_utils.uuid7()))
    chain[at] = replace(chain[at], entry=entry)
    return chain


def take_out(_chance: random.Random, chain: Chain, at: int) -> Chain:
    """It never happened."""
    return chain[:at] + chain[at + 1 :]


def slip_in(chance: random.Random, chain: Chain, at: int) -> Chain:
    """A payment, a note that never was."""
    like = chance.choice(chain)
    forged = replace(like.entry, entry_id=str(uuid_utils.uuid7()), hlc=chain[at].entry.hlc)
    return [*chain[:at], replace(like, entry=forged), *chain[at:]]


def change_places(chance: random.Random, chain: Chain, at: int) -> Chain:
    """One happened before the other; the later one of the two is at the index or behind it."""
    other = chance.choice([place for place in range(len(chain)) if place != at])
    chain[at], chain[other] = chain[other], chain[at]
    return chain


def cut_tail(_chance: random.Random, chain: Chain, at: int) -> Chain:
    """Nothing happened from there on; one entry at least is left."""
    return chain[: max(1, at)]


ACTS: dict[str, Act] = {
    "edit": edit,
    "delete": take_out,
    "insert": slip_in,
    "reorder": change_places,
    "cut tail": cut_tail,
}


def _other_figures(payload: Any, chance: random.Random) -> dict[str, Any]:
    changed = dict(payload)
    figures = [name for name, value in changed.items() if isinstance(value, int)]
    if figures:
        changed[chance.choice(sorted(figures))] += chance.randint(1, 50)
    else:
        changed["note"] = "forged"
    return changed


def _write_anew(connection: Connection, console_id: str, chain: Chain) -> None:
    entry_ids = select(journal.c.entry_id).where(journal.c.console_id == console_id)
    connection.execute(delete(journal_personal).where(journal_personal.c.entry_id.in_(entry_ids)))
    for table in (journal_subjects, journal_keys, journal):
        connection.execute(delete(table).where(table.c.console_id == console_id))
    previous, hlc = GENESIS, 0
    for seq, line in enumerate(chain, 1):
        hlc = max(hlc + 1, line.entry.hlc)
        entry = replace(line.entry, seq=seq, hlc=hlc, payload=_resealed(line))
        previous = _put(connection, entry, line.salt, link(previous, entry))


def _resealed(line: Line) -> dict[str, Any]:
    payload = dict(line.entry.payload)
    if line.entry.personal and line.salt is not None:
        payload["personal"] = digest_personal(line.salt, line.entry.personal)
    return payload


def _put(connection: Connection, entry: Entry, salt: bytes | None, sealed: bytes) -> bytes:
    key = {
        "lot_id": entry.lot_id,
        "console_id": entry.console_id,
        "seq": entry.seq,
        "month": month_of(entry.at),
    }
    connection.execute(
        insert(journal).values(
            **key,
            entry_id=entry.entry_id,
            hlc=entry.hlc,
            at=to_micros(entry.at),
            kind=entry.kind,
            version=entry.version,
            payload=entry.payload,
            who=entry.who,
            subjects=[list(subject) for subject in entry.subjects],
            link=sealed,
        )
    )
    connection.execute(insert(journal_keys).values(**key, entry_id=entry.entry_id, link=sealed))
    for subject in dict.fromkeys(entry.subjects):
        connection.execute(insert(journal_subjects).values(**key, **_named(subject)))
    if entry.personal and salt is not None:
        connection.execute(
            insert(journal_personal).values(
                lot_id=entry.lot_id, entry_id=entry.entry_id, salt=salt, fields=dict(entry.personal)
            )
        )
    return sealed


def _named(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind, "subject_id": subject.subject_id}
