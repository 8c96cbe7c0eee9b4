from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.journal import (
    GENESIS,
    Entry,
    Subject,
    digest_personal,
    from_micros,
    hlc_time,
    in_order,
    link,
    next_hlc,
    to_micros,
)
from tests.core.domain.samples import NOON, after, entry_of, paid

CHANGES: dict[str, Any] = {
    "entry_id": "other",
    "console_id": "console-9",
    "seq": 99,
    "hlc": 1,
    "at": after(99),
    "lot_id": "lot-9",
    "kind": "stay.left",
    "version": 2,
    "payload": {"payment": {"amount_minor": 1}},
    "who": "person-9",
    "subjects": (Subject("stay", "stay-9"),),
}


def _links(entries: list[Entry]) -> list[bytes]:
    links = [GENESIS]
    for entry in entries:
        links.append(link(links[-1], entry))
    return links[1:]


def test_the_changes_tried_are_all_the_fields_that_the_chain_guards() -> None:
    assert set(CHANGES) | {"personal"} == set(Entry.__slots__)


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_field_breaks_the_chain_from_there_on(name: str) -> None:
    entries = [paid(seq) for seq in range(1, 6)]
    altered = [*entries[:2], replace(entries[2], **{name: CHANGES[name]}), *entries[3:]]
    kept, broken = _links(entries), _links(altered)
    assert kept[:2] == broken[:2]
    assert all(before != now for before, now in zip(kept[2:], broken[2:], strict=True))


def test_an_entry_taken_out_or_swapped_breaks_the_chain() -> None:
    entries = [paid(seq) for seq in range(1, 6)]
    assert _links([*entries[:2], *entries[3:]])[-1] != _links(entries)[-1]
    swapped = [entries[0], entries[2], entries[1], *entries[3:]]
    assert _links(swapped)[-1] != _links(entries)[-1]


def test_purging_what_is_personal_leaves_the_chain_whole() -> None:
    entry = entry_of("stay.admitted", 1, personal={"plate": "ABC1234"})
    assert link(GENESIS, replace(entry, personal=None)) == link(GENESIS, entry)


def test_the_link_does_not_depend_on_the_order_in_which_fields_were_written() -> None:
    first, second = (
        entry_of("x", 1, payload=payload) for payload in ({"a": 1, "b": "é"}, {"b": "é", "a": 1})
    )
    assert link(GENESIS, first) == link(GENESIS, second)
    assert len(link(GENESIS, first)) == 32


def test_a_digest_tells_a_changed_field_and_is_salted() -> None:
    digests = digest_personal(b"salt", {"plate": "ABC1234", "raw_plate": "ABC1234"})
    assert digests == digest_personal(b"salt", {"raw_plate": "ABC1234", "plate": "ABC1234"})
    assert digests["plate"] != digests["raw_plate"]
    assert digests["plate"] != digest_personal(b"pepper", {"plate": "ABC1234"})["plate"]
    assert digests["plate"] != digest_personal(b"salt", {"plate": "ABC1284"})["plate"]


@given(st.integers(-(2**55), 2**55))
def test_instants_keep_every_microsecond(micros: int) -> None:
    assert to_micros(from_micros(micros)) == micros


def test_an_instant_in_another_zone_is_the_same_instant_and_one_without_zone_is_none() -> None:
    assert to_micros(NOON.astimezone(timezone(timedelta(hours=8)))) == to_micros(NOON)
    with pytest.raises(ValueError, match="zone"):
        to_micros(datetime(2026, 11, 21, 12, 0))  # noqa: DTZ001 - what is refused here


@given(st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), min_size=1, max_size=20))  # noqa: DTZ001
def test_the_journals_clock_never_goes_back_whatever_the_computers_clock_does(
    readings: list[datetime],
) -> None:
    last = 0
    for reading in readings:
        now = reading.replace(tzinfo=UTC)
        hlc = next_hlc(last, now)
        assert hlc > last
        assert hlc_time(hlc) >= now - timedelta(milliseconds=1)
        last = hlc


def test_entries_are_folded_by_clock_then_console_then_number_and_each_once() -> None:
    late, early = paid(2, at=after(5)), paid(3, at=after(1))
    other = paid(2, at=after(5), console_id="console-0")
    assert in_order([late, early, other, late]) == [early, other, late]
