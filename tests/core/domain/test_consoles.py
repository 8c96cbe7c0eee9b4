"""A console of the lot: it joins, may get another name, and may be shut out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.domain.consoles import LotConsole, fold_console
from core.domain.journal import Entry, Subject, next_hlc

START = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
BOOTH = {"console_id": "c1", "number": 2, "name": "Booth", "public_key": "ab" * 32, "entry_lanes": False}


def entry(minute: int, kind: str, **payload: Any) -> Entry:
    at = START + timedelta(minutes=minute)
    return Entry(
        f"e{minute}",
        "hub",
        minute,
        next_hlc(0, at),
        at,
        "lot",
        kind,
        1,
        payload,
        "p",
        (Subject("console", "c1"),),
    )


JOINED = entry(1, "console.joined", console=BOOTH)
RENAMED = entry(2, "console.renamed", name="Exit booth")
REVOKED = entry(3, "console.revoked", console_id="c1", reason="stolen")


def test_a_console_is_what_it_joined_as() -> None:
    assert fold_console([JOINED]) == LotConsole("c1", 2, "Booth", "ab" * 32, JOINED.at, entry_lanes=False)


def test_in_whatever_order_entries_arrive_it_has_its_last_name_and_is_shut_out() -> None:
    one, other = fold_console([REVOKED, RENAMED, JOINED]), fold_console([JOINED, RENAMED, JOINED, REVOKED])
    assert one == other
    assert one is not None
    assert (one.name, one.number, one.revoked_at) == ("Exit booth", 2, REVOKED.at)


def test_a_console_that_is_shut_out_twice_is_so_since_the_first_time() -> None:
    again = entry(4, "console.revoked", console_id="c1", reason="again")
    console = fold_console([JOINED, REVOKED, again])
    assert console is not None
    assert console.revoked_at == REVOKED.at


def test_a_console_that_joins_again_takes_part_again() -> None:
    console = fold_console([JOINED, REVOKED, entry(5, "console.joined", console=BOOTH)])
    assert console is not None
    assert console.revoked_at is None


@pytest.mark.parametrize("entries", [[], [RENAMED], [REVOKED, RENAMED], [entry(6, "console.painted")]])
def test_who_never_joined_is_no_console_of_the_lot(entries: list[Entry]) -> None:
    assert fold_console(entries) is None


def test_a_new_name_does_not_change_who_it_is() -> None:
    console = fold_console(
        [JOINED, entry(2, "console.renamed", console={"console_id": "x", "public_key": "y"})]
    )
    assert console is not None
    assert (console.console_id, console.public_key) == ("c1", "ab" * 32)


def test_what_a_newer_program_says_besides_does_no_harm() -> None:
    assert fold_console([entry(1, "console.joined", console={**BOOTH, "colour": "green"})]) is not None


def wired(minute: int, entry_lanes: object, by: str = "c1") -> Entry:
    return replace(entry(minute, "console.wired", entry_lanes=entry_lanes), console_id=by)


def test_a_console_that_is_wired_otherwise_since_it_joined_says_so() -> None:
    console = fold_console([JOINED, wired(2, entry_lanes=True)])
    assert console is not None
    assert console.entry_lanes
    console = fold_console([JOINED, wired(2, entry_lanes=True), wired(3, entry_lanes=False)])
    assert console is not None
    assert not console.entry_lanes


@pytest.mark.parametrize("bad", [wired(2, True, by="hub"), wired(2, "yes"), wired(2, None), wired(2, 1)])
def test_nobody_else_says_how_a_console_is_wired_and_what_is_neither_yes_nor_no_says_nothing(
    bad: Entry,
) -> None:
    assert fold_console([JOINED, bad]) == fold_console([JOINED])
