"""Rows of a chain are an entry each, linked to the one before; anything else is told apart by a reason."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from core.domain.chains import (
    FARTHEST_HLC,
    LATEST_HLC,
    LONGEST_TEXTS,
    MOST_SUBJECTS,
    UNSEEN_STEPS,
    ChainRow,
    Mark,
    check_clock,
    check_rows,
)
from core.domain.errors import LinkError
from core.domain.journal import GENESIS, digest_personal, link, next_hlc, to_micros
from tests.core.domain.samples import after

SALT = b"s" * 16
NOTHING = Mark()
PERSONAL = {"plate": "ÄBC 1", "raw_plate": "ABC1"}


def row_of(seq: int, before: bytes) -> ChainRow:
    sealed = {"personal": digest_personal(SALT, PERSONAL)}
    at = after(seq)
    row = ChainRow(
        lot_id="lot",
        console_id="c1",
        seq=seq,
        entry_id=f"e{seq}",
        hlc=next_hlc(0, at),
        at=to_micros(at),
        kind="stay.admitted",
        version=1,
        payload=json.dumps({"nr": seq, **sealed}),
        who="system",
        subjects='[["stay", "s1"]]',
        link=b"",
        salt=SALT,
        fields=json.dumps(PERSONAL),
    )
    return replace(row, link=link(before, replace(row, link=GENESIS).to_entry()))


@pytest.fixture
def rows() -> list[ChainRow]:
    made: list[ChainRow] = []
    for seq in (1, 2, 3):
        made.append(row_of(seq, made[-1].link if made else GENESIS))
    return made


def cause_of(rows: list[ChainRow], before: Mark = NOTHING) -> str:
    with pytest.raises(LinkError) as refusal:
        check_rows(rows, before)
    return refusal.value.cause


def test_rows_that_continue_the_chain_are_its_entries(rows: list[ChainRow]) -> None:
    entries = check_rows(rows, Mark())
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert entries[0].personal == PERSONAL
    assert check_rows(rows[1:], Mark(1, rows[0].link)) == entries[1:]
    assert check_rows([], Mark(9, b"x" * 32)) == []


def test_a_row_belongs_to_its_month(rows: list[ChainRow]) -> None:
    assert rows[0].month == 202611


def test_a_missing_row_is_a_gap_and_so_is_a_row_of_another_console(rows: list[ChainRow]) -> None:
    assert cause_of([rows[0], rows[2]]) == "chain.gap"
    assert cause_of(rows[1:]) == "chain.gap"
    assert cause_of([rows[0], replace(rows[1], console_id="c2")]) == "chain.gap"


def test_a_chain_that_begins_elsewhere_is_broken(rows: list[ChainRow]) -> None:
    assert cause_of(rows[1:], Mark(1, b"x" * 32)) == "chain.broken"


@pytest.mark.parametrize(
    "change",
    [
        {"payload": "{}"},
        {"kind": "stay.paid"},
        {"who": "someone"},
        {"at": 0},
        {"hlc": 5},
        {"lot_id": "another"},
        {"entry_id": "e9"},
        {"version": 2},
        {"subjects": "[]"},
        {"fields": '{"plate": "other"}'},
        {"fields": '{"colour": "red"}'},
        {"salt": b"t" * 16},
        {"salt": None},
        {"link": b"x" * 32},
    ],
)
def test_whatever_is_changed_breaks_the_chain(rows: list[ChainRow], change: dict[str, object]) -> None:
    assert cause_of([rows[0], replace(rows[1], **change)]) == "chain.broken"  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"salt": None, "fields": None}, {"fields": '{"plate": "ÄBC 1"}'}])
def test_what_was_purged_breaks_nothing(rows: list[ChainRow], change: dict[str, object]) -> None:
    kept = [replace(row, **change) for row in rows]  # type: ignore[arg-type]
    assert len(check_rows(kept, Mark())) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"payload": ""},
        {"payload": "null"},
        {"payload": "[1]"},
        {"payload": '{"a": "\\ud800"}'},
        {"payload": "[" * 100_000},
        {"subjects": "{}"[:1]},
        {"subjects": "5"},
        {"subjects": '[["stay"]]'},
        {"subjects": '[["stay", "s1", "more"]]'},
        {"subjects": "[[1, 2]]"},
        {"subjects": json.dumps([["stay", "s" * 37]])},
        {"subjects": json.dumps([["k" * 21, "s"]])},
        {"fields": "[]"},
        {"kind": "k" * 41},
        {"kind": "stay\0"},
        {"who": "w" * 37},
        {"entry_id": "e" * 37},
        {"hlc": LATEST_HLC + 1},
        {"hlc": -1},
        {"version": 2**31},
        {"at": 2**62},
        {"at": -1},
        {"link": b"short"},
        {"salt": b"short"},
        {"payload": '{"a": NaN}'},
        {"payload": '{"a": -Infinity}'},
        {"payload": json.dumps({"a": "x" * LONGEST_TEXTS})},
        {"subjects": '{"ab": 1}'},
        {"subjects": '[[["stay"], "s1"]]'},
        {"subjects": json.dumps([["stay", "s1"]] * (MOST_SUBJECTS + 1))},
    ],
)
def test_what_is_no_entry_cannot_be_read(rows: list[ChainRow], change: dict[str, object]) -> None:
    assert cause_of([rows[0], replace(rows[1], **change)]) == "chain.unreadable"  # type: ignore[arg-type]


def test_the_place_of_what_is_wrong_is_named(rows: list[ChainRow]) -> None:
    with pytest.raises(LinkError) as refusal:
        check_rows([rows[0], replace(rows[1], payload="{}")], Mark())
    assert refusal.value.detail == "c1 2"


def test_digests_that_are_none_cannot_be_read(rows: list[ChainRow]) -> None:
    bad = replace(rows[0], payload='{"personal": [1]}')
    bad = replace(bad, link=link(GENESIS, replace(bad, link=GENESIS).to_entry()))
    assert cause_of([bad]) == "chain.unreadable"


def test_a_clock_leaves_room_for_all_that_is_written_after_it(rows: list[ChainRow]) -> None:
    entry = replace(rows[0], hlc=FARTHEST_HLC).to_entry()
    check_clock(entry, seen_hlc=0)
    check_clock(replace(entry, hlc=FARTHEST_HLC + 5), seen_hlc=0)
    for seen, hlc in ((0, FARTHEST_HLC + UNSEEN_STEPS + 1), (0, LATEST_HLC), (FARTHEST_HLC, LATEST_HLC)):
        with pytest.raises(LinkError, match=r"chain\.unreadable"):
            check_clock(replace(entry, hlc=hlc), seen_hlc=seen)
