"""What comes over the wire is read strictly: whatever is no row, mark or document is told, not taken."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.chains import Mark
from core.domain.errors import LinkError
from core.sync import wire
from tests.core.services.chains import chain

ROWS = chain("lot", "console", 8)


def through_json(value: object) -> Any:
    return json.loads(json.dumps(value))


def test_rows_arrive_to_the_letter() -> None:
    sent = through_json([wire.row_document(row) for row in ROWS])
    assert wire.rows_from(sent, lot_id="lot", most=8) == ROWS


def test_marks_arrive_to_the_letter() -> None:
    marks = {"a": Mark(7, b"\x07" * 32), "b": Mark()}
    assert wire.marks_from(through_json(wire.marks_document(marks))) == marks


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (0, None),
        (0, "x" * 37),
        (0, "half a letter \ud800"),
        (0, "nothing\0"),
        (1, -1),
        (1, True),
        (1, "7"),
        (1, 2**63),
        (1, 1.0),
        (4, wire.LAST_INSTANT + 1),
        (6, 2**31),
        (7, {"lane": 1}),
        (10, "00" * 31),
        (10, "zz" * 32),
        (10, " " * 64),
        (11, "00"),
        (12, 7),
    ],
)
def test_what_is_no_row_is_not_taken(column: int, value: object) -> None:
    document = wire.row_document(ROWS[0])
    document[column] = value
    with pytest.raises(LinkError) as caught:
        wire.rows_from([document], lot_id="lot", most=8)
    assert caught.value.cause == "link.garbled"


@pytest.mark.parametrize("documents", [None, {}, [None], [[]], [1] * 9, "rows"])
def test_what_are_no_rows_at_all(documents: object) -> None:
    with pytest.raises(LinkError):
        wire.rows_from(documents, lot_id="lot", most=8)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=14) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


@given(JSON)
def test_whatever_is_sent_is_read_or_refused(document: object) -> None:
    for read in (
        lambda: wire.rows_from(document, lot_id="lot", most=8),
        lambda: wire.marks_from(document),
        lambda: wire.mark_from(document),
    ):
        with suppress(LinkError):
            read()


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 100_000, b"7", b"[]", b"null"])
def test_what_is_no_document(body: bytes) -> None:
    with pytest.raises(LinkError):
        wire.read_object(body)


def test_portions_keep_the_order_and_hold_a_row_at_least() -> None:
    portions = wire.in_portions(ROWS, most_chars=1)
    assert [len(portion) for portion in portions] == [1] * len(ROWS)
    assert [row for portion in portions for row in portion] == ROWS
    assert wire.in_portions(ROWS, most_chars=10**9) == [ROWS]
    assert wire.in_portions([], most_chars=1) == []


def test_what_a_newer_program_says_behind_a_row_is_left_aside() -> None:
    documents = [[*wire.row_document(row), "newer"] for row in ROWS]
    assert wire.rows_from(documents, lot_id="lot", most=8) == ROWS
