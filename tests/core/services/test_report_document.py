"""Reports travel between programs of different versions."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.services.console_report import (
    BackupReport,
    ConsoleReport,
    DeviceReport,
    EndedTask,
    PhotoReport,
    TaskReport,
)
from core.services.ports import Health
from core.services.report_document import document_of, report_of
from core.services.sharing import LinkState, LinkView, RefusedItem, Waiting

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
FULL = ConsoleReport(
    console_id="c-1",
    at=NOON,
    name="Booth",
    number=2,
    version="1.4.0",
    is_hub=True,
    is_shared=True,
    started_at=NOON,
    links=(LinkView("database", LinkState.LOST, NOON, "link.no_answer", Waiting(12, 3, NOON), NOON),),
    held={"c-1": 40, "c-2": 7},
    refused=1,
    refused_items=(RefusedItem("r-1", "c-2", 8, "stay.paid", "chain.fork", "c-2 8", NOON),),
    tasks=TaskReport(2, NOON, 1, (EndedTask("t-1", "receipt", "failed", "printer.no_paper", NOON),)),
    devices=(DeviceReport("entry-1", "Entry 1", "camera", Health.FAILED, "camera.no_answer"),),
    disk_free_bytes=10**9,
    disk_bytes=10**11,
    backup=BackupReport(NOON, None, second_used=True, cause="backup.no_answer"),
    photos=PhotoReport(used=True, small=3, large=40, cause="place.full", last_ok=NOON),
    clock_behind=True,
    skew=timedelta(minutes=-7, seconds=3),
    conflicts=1,
    charges_unknown=2,
    notices_cause="notice.no_secret",
    duties={"projector": "link.no_answer"},
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def test_a_report_comes_out_of_its_document_as_it_went_in() -> None:
    travelled = json.loads(json.dumps(document_of(FULL)))
    assert report_of("c-1", travelled) == FULL


def test_a_clock_is_compared_by_when_the_report_came_before_what_the_console_says_itself() -> None:
    said_at = document_of(FULL)["at"]
    came = {"said_at": said_at, "at": said_at + 1, "lot_at": said_at - 180_000_000}
    assert report_of("c-1", document_of(FULL) | came).skew == timedelta(minutes=3)
    assert report_of("c-1", document_of(FULL) | {"said_at": None, "lot_at": None}).skew is None


def test_a_newer_program_may_say_more() -> None:
    newer = document_of(FULL) | {"mood": "fine", "links": [{"name": "database", "state": "sleepy"}]}
    read = report_of("c-1", newer)
    assert read.name == "Booth"
    assert read.links == (LinkView("database", LinkState.UNKNOWN),)


def test_an_older_program_may_say_less() -> None:
    read = report_of("c-9", {"at": 0})
    assert read.version == ""
    assert read.disk_free_bytes is None
    assert read.refused == 0


@given(st.dictionaries(st.sampled_from(sorted(document_of(FULL))), JSON))
def test_nonsense_in_a_report_keeps_nobody_from_reading_the_rest(nonsense: dict[str, object]) -> None:
    read = report_of("c-1", document_of(FULL) | nonsense)
    assert read.console_id == "c-1"
    untouched = {"name": "Booth", "version": "1.4.0", "refused": 1}
    assert all(getattr(read, name) == value for name, value in untouched.items() if name not in nonsense)


def test_who_lacks_what_another_console_holds_is_behind() -> None:
    here = ConsoleReport("a", NOON, held={"a": 10, "b": 4})
    there = ConsoleReport("b", NOON, held={"a": 8, "b": 9, "c": 3})
    assert here.behind([here, there]) == 5 + 3
    assert there.behind([here, there]) == 2
    assert here.behind([]) == 0
