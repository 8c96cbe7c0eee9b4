"""Chains on the wire between a console and its hub: JSON documents to values and back, checked strictly.

A row travels as a list, in the order of ``_COLUMNS``; bytes as hexadecimal. The lot is not repeated in each
row: one hub serves one lot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.chains import LATEST_AT, SALT_BYTES, ChainRow, Mark, Marks
from core.domain.errors import LinkError

MOST_MARKS = 10_000
LINK_BYTES = 32
LAST_INSTANT = LATEST_AT
_HIGHEST = 2**63 - 1
_HIGHEST_VERSION = 2**31 - 1
_COLUMNS = (
    "console_id",
    "seq",
    "entry_id",
    "hlc",
    "at",
    "kind",
    "version",
    "payload",
    "who",
    "subjects",
    "link",
    "salt",
    "fields",
)


def read_json(body: bytes) -> Any:
    """The document of a body; LinkError ``link.garbled`` where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise LinkError("link.garbled", detail="no JSON") from error


def read_object(body: bytes) -> dict[str, Any]:
    """The object that a body holds; LinkError ``link.garbled``."""
    document = read_json(body)
    if not isinstance(document, dict):
        raise LinkError("link.garbled", detail="no object")
    return document


def text_of(document: Mapping[str, Any], name: str, longest: int) -> str:
    """The text under the name, not longer than that; LinkError ``link.garbled``."""
    return _text(document.get(name), name, longest)


def whole_of(document: Mapping[str, Any], name: str, highest: int = _HIGHEST) -> int:
    """The whole number under the name, from 0 up to ``highest``; LinkError ``link.garbled``."""
    return _whole(document.get(name), name, highest)


def row_document(row: ChainRow) -> list[object]:
    """The row as it travels."""
    return [
        row.console_id,
        row.seq,
        row.entry_id,
        row.hlc,
        row.at,
        row.kind,
        row.version,
        row.payload,
        row.who,
        row.subjects,
        row.link.hex(),
        None if row.salt is None else row.salt.hex(),
        row.fields,
    ]


def rows_from(documents: object, *, lot_id: str, most: int) -> list[ChainRow]:
    """The rows of a list of them; LinkError ``link.garbled`` for what is none, or for too many."""
    if not isinstance(documents, list) or len(documents) > most:
        raise LinkError("link.garbled", detail="rows")
    return [_row(document, lot_id) for document in documents]


def marks_document(marks: Marks) -> dict[str, list[object]]:
    """The marks as they travel."""
    return {console_id: [mark.seq, mark.link.hex()] for console_id, mark in marks.items()}


def mark_document(mark: Mark) -> list[object]:
    """One mark as it travels."""
    return [mark.seq, mark.link.hex()]


def marks_from(document: object) -> dict[str, Mark]:
    """The marks of an object of them; LinkError ``link.garbled``."""
    if not isinstance(document, dict) or len(document) > MOST_MARKS:
        raise LinkError("link.garbled", detail="marks")
    return {_text(console_id, "console_id", 36): mark_from(mark) for console_id, mark in document.items()}


def mark_from(document: object) -> Mark:
    """One mark; LinkError ``link.garbled``."""
    if not isinstance(document, list) or len(document) != 2:
        raise LinkError("link.garbled", detail="mark")
    return Mark(_whole(document[0], "seq"), _bytes(document[1], "link", LINK_BYTES))


def _row(document: object, lot_id: str) -> ChainRow:
    if not isinstance(document, list) or len(document) < len(_COLUMNS):
        raise LinkError("link.garbled", detail="row")
    # A newer program may say more behind these.
    row = dict(zip(_COLUMNS, document, strict=False))
    return ChainRow(
        lot_id=lot_id,
        console_id=_text(row["console_id"], "console_id", 36),
        seq=_whole(row["seq"], "seq"),
        entry_id=_text(row["entry_id"], "entry_id", 36),
        hlc=_whole(row["hlc"], "hlc"),
        at=_whole(row["at"], "at", LAST_INSTANT),
        kind=_text(row["kind"], "kind", 40),
        version=_whole(row["version"], "version", _HIGHEST_VERSION),
        payload=_text(row["payload"], "payload", None),
        who=_text(row["who"], "who", 36),
        subjects=_text(row["subjects"], "subjects", None),
        link=_bytes(row["link"], "link", LINK_BYTES),
        salt=None if row["salt"] is None else _bytes(row["salt"], "salt", SALT_BYTES),
        fields=None if row["fields"] is None else _text(row["fields"], "fields", None),
    )


def _text(value: object, name: str, longest: int | None) -> str:
    if not isinstance(value, str) or (longest is not None and len(value) > longest):
        raise LinkError("link.garbled", detail=name)
    # Half a character, or none at all, is what no database keeps.
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise LinkError("link.garbled", detail=name)
    if "\0" in value:
        raise LinkError("link.garbled", detail=name)
    return value


def _whole(value: object, name: str, highest: int = _HIGHEST) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= highest:
        raise LinkError("link.garbled", detail=name)
    return value


def _bytes(value: object, name: str, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * length or not value.isalnum():
        raise LinkError("link.garbled", detail=name)
    try:
        return bytes.fromhex(value)
    except ValueError as error:
        raise LinkError("link.garbled", detail=name) from error


def in_portions(rows: Sequence[ChainRow], *, most_chars: int) -> list[Sequence[ChainRow]]:
    """The rows in pieces that each stay under so many characters, one row at least in each."""
    portions: list[Sequence[ChainRow]] = []
    begin = size = 0
    for position, row in enumerate(rows):
        weight = size_of(row)
        if position > begin and size + weight > most_chars:
            portions.append(rows[begin:position])
            begin, size = position, 0
        size += weight
    if begin < len(rows):
        portions.append(rows[begin:])
    return portions


def size_of(row: ChainRow) -> int:
    """About how many characters the row is on the wire, at most twice."""
    return 400 + len(row.payload) + len(row.subjects) + len(row.fields or "")
