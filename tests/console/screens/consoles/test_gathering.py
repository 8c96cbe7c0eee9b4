"""What the administrator's page puts together of journal and reports."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.screens.consoles.gathering import gather, rows_of
from core.services.console_report import BackupReport, ConsoleReport
from core.store.queries.sharing import ListedConsole
from tests.fakes.shared_side import FakeSharedSide

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)


def listed(console_id, number, **other):
    facts = {"joined_at": NOON, "revoked_at": None, "is_hub": False} | other
    return ListedConsole(console_id, number, f"Console {number}", **facts)


def report(console_id, **other):
    facts = {"at": NOON, "is_shared": True, "backup": BackupReport(NOON), "disk_free_bytes": 10**11}
    return ConsoleReport(console_id, **(facts | other))


def test_a_lot_of_one_console_shows_that_one(booth):
    booth.set_up()
    (row,) = gather(booth.console)
    assert (row.is_own, row.is_hub, row.number) == (True, True, 1)
    assert row.report is not None
    assert row.report.held[booth.store.console_id] > 0


def test_the_journal_says_who_is_the_hub_whatever_an_old_report_says():
    rows = rows_of(
        [listed("a", 1), listed("b", 2, is_hub=True)],
        {"a": report("a", is_hub=True), "b": report("b")},
        own_id="a",
        now=NOON,
    )
    assert [(row.is_hub, row.report.is_hub) for row in rows] == [(False, False), (True, True)]


def test_the_report_of_a_console_that_nobody_knows_is_left_out():
    rows = rows_of([listed("a", 1)], {"a": report("a"), "x": report("x")}, own_id="a", now=NOON)
    assert [row.console_id for row in rows] == ["a"]


def test_how_far_behind_each_is_follows_from_what_the_others_hold():
    reports = {"a": report("a", held={"a": 5, "b": 2}), "b": report("b", held={"a": 1, "b": 9})}
    rows = rows_of([listed("a", 1), listed("b", 2)], reports, own_id="a", now=NOON)
    assert [row.behind for row in rows] == [7, 4]


def test_a_revoked_console_wants_its_spaces_written_off_and_nothing_else():
    revoked = listed("b", 2, revoked_at=NOON, granted=4)
    rows = rows_of([listed("a", 1, is_hub=True), revoked], {"a": report("a")}, own_id="a", now=NOON)
    assert [each.code for each in rows[1].malfunctions] == ["malfunction.stranded"]
    assert rows[1].behind == 0


def test_a_console_that_fell_silent_is_an_alarm():
    late = report("b", at=NOON - timedelta(minutes=5))
    rows = rows_of(
        [listed("a", 1, is_hub=True), listed("b", 2)],
        {"a": report("a"), "b": late},
        own_id="a",
        now=NOON,
    )
    assert not rows[0].has_alarm
    assert rows[1].has_alarm


def test_a_far_side_that_does_not_answer_leaves_the_page_standing(booth):
    booth.set_up()
    side = FakeSharedSide()
    side.is_away = True
    booth.console.sharing = side
    assert len(gather(booth.console)) == 1
