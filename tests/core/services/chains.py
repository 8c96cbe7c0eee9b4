"""Chains of rows for the tests of what carries them: well linked, with and without personal fields."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import uuid_utils

from core.domain.chains import ChainRow, Mark
from core.domain.journal import Entry, Subject, digest_personal, link, next_hlc, to_micros

BEGIN = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
# What no carrier may change: other scripts, quotes, back-slashes, line ends, an escaped NUL.
TEXTS = ("plain", '停車 "A" \\ \t\n', "tab\tand\r\nline", "\\N", "\x00 \U0001f697")


def chain(
    lot_id: str,
    console_id: str,
    count: int,
    *,
    begin: datetime = BEGIN,
    apart: timedelta = timedelta(hours=30),
) -> list[ChainRow]:
    """A chain of so many rows; ``apart`` lets it run over the ends of months."""
    return _continued(lot_id, console_id, [], count, begin, apart)


def forked(rows: Sequence[ChainRow], count: int) -> list[ChainRow]:
    """These rows, and so many after them that are not those of the chain they are from."""
    first = rows[0]
    begin = BEGIN + timedelta(days=900)
    return _continued(first.lot_id, first.console_id, list(rows), count, begin, timedelta(minutes=1))


def _continued(
    lot_id: str, console_id: str, rows: list[ChainRow], count: int, begin: datetime, apart: timedelta
) -> list[ChainRow]:
    mark = Mark(rows[-1].seq, rows[-1].link) if rows else Mark()
    hlc = rows[-1].hlc if rows else 0
    for number in range(count):
        row = _row(lot_id, console_id, mark, hlc, begin + number * apart)
        rows.append(row)
        mark, hlc = Mark(row.seq, row.link), row.hlc
    return rows


def linked(
    lot_id: str,
    console_id: str,
    written: Sequence[tuple[str, Mapping[str, object], Subject]],
    *,
    at: datetime = BEGIN,
) -> list[ChainRow]:
    """A well linked chain of these: kind, payload and subject of each; whatever they say."""
    rows: list[ChainRow] = []
    for kind, payload, subject in written:
        before = Mark(rows[-1].seq, rows[-1].link) if rows else Mark()
        rows.append(_sealed((lot_id, console_id, before, len(rows), at), kind, payload, (subject,)))
    return rows


def _row(lot_id: str, console_id: str, before: Mark, hlc: int, at: datetime) -> ChainRow:
    seq = before.seq + 1
    text = TEXTS[seq % len(TEXTS)]
    subjects = (Subject("lane", "in"), Subject("test", f"{console_id}-{seq}")) if seq % 2 else ()
    payload = {"lane_id": "in", "text": text, "number": seq}
    personal = {"note": text} if seq % 3 else None
    return _sealed((lot_id, console_id, before, hlc, at), "lane.noted", payload, subjects, personal)


def _sealed(
    place: tuple[str, str, Mark, int, datetime],
    kind: str,
    payload: Mapping[str, object],
    subjects: tuple[Subject, ...],
    personal: Mapping[str, object] | None = None,
) -> ChainRow:
    lot_id, console_id, before, hlc, at = place
    salt = uuid_utils.uuid4().bytes
    body = dict(payload) | ({"personal": digest_personal(salt, personal)} if personal else {})
    entry = Entry(
        entry_id=str(uuid_utils.uuid7()),
        console_id=console_id,
        seq=before.seq + 1,
        hlc=next_hlc(hlc, at),
        at=at,
        lot_id=lot_id,
        kind=kind,
        version=1,
        payload=body,
        who="system",
        subjects=subjects,
        personal=personal,
    )
    return ChainRow(
        lot_id=lot_id,
        console_id=console_id,
        seq=entry.seq,
        entry_id=entry.entry_id,
        hlc=entry.hlc,
        at=to_micros(at),
        kind=kind,
        version=1,
        payload=json.dumps(body),
        who="system",
        subjects=json.dumps([list(subject) for subject in subjects]),
        link=link(before.link, entry),
        salt=salt if personal else None,
        fields=json.dumps(personal) if personal else None,
    )
