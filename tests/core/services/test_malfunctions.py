"""What is wrong with a console, and what mends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.services.console_report import (
    BackupReport,
    ConsoleReport,
    DeviceReport,
    EndedTask,
    PhotoReport,
    TaskReport,
)
from core.services.malfunctions import Malfunction, Repair, Scene, malfunctions_of
from core.services.ports import Health
from core.services.sharing import LinkState, LinkView, RefusedItem, Waiting

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
WELL = ConsoleReport(
    "c-1",
    NOON,
    version="1.0",
    is_hub=True,
    is_shared=True,
    links=(LinkView("database", LinkState.OK, NOON), LinkView("hub", LinkState.NOT_USED)),
    disk_free_bytes=10**11,
    backup=BackupReport(here_at=NOON),
)
HERE = Scene(NOON, own_version="1.0")
THERE = replace(HERE, is_own=False)


def found(report: ConsoleReport | None, scene: Scene = HERE) -> list[Malfunction]:
    return malfunctions_of(report, scene)


def codes(report: ConsoleReport | None, scene: Scene = HERE) -> list[str]:
    return [each.code for each in found(report, scene)]


def test_a_console_that_is_well_has_no_malfunction() -> None:
    assert found(WELL) == []


def test_a_journal_that_does_not_agree_is_an_alarm() -> None:
    (one,) = found(replace(WELL, journal_problems=3))
    assert (one.code, one.is_alarm, one.facts["count"]) == ("malfunction.journal_differs", True, 3)


def test_a_journal_that_could_not_be_verified_is_told_with_its_cause() -> None:
    (one,) = found(replace(WELL, journal_cause="verify.too_long"))
    assert (one.code, one.cause) == ("malfunction.journal_not_verified", "verify.too_long")
    assert not one.is_alarm


def test_payment_services_that_are_not_heard_are_told_with_the_cause() -> None:
    (one,) = found(replace(WELL, notices_cause="notice.not_bound"))
    assert (one.code, one.cause, one.is_alarm) == (
        "malfunction.notices_unheard",
        "notice.not_bound",
        False,
    )


@pytest.mark.parametrize("name", ["database", "hub", "internet", "payments"])
def test_each_far_side_that_is_away_is_told_apart_and_can_be_tried_again(name: str) -> None:
    lost = LinkView(name, LinkState.LOST, NOON, "link.no_answer", Waiting(5, 2, NOON))
    (one,) = found(replace(WELL, links=(lost,)))
    assert one.code == f"malfunction.{name}_lost"
    assert one.cause == "link.no_answer"
    assert one.repair is Repair.TRY_AGAIN
    assert one.facts["since"] == NOON


@pytest.mark.parametrize("seconds", [-120, 0, 119, 120])
def test_a_clock_that_is_two_minutes_off_is_still_no_malfunction(seconds: int) -> None:
    assert codes(replace(WELL, skew=timedelta(seconds=seconds))) == []


@pytest.mark.parametrize(("seconds", "way", "minutes"), [(121, "ahead", 2), (-3600, "behind", 60)])
def test_a_wrong_clock_is_named_with_its_minutes(seconds: int, way: str, minutes: int) -> None:
    (one,) = found(replace(WELL, skew=timedelta(seconds=seconds)), THERE)
    assert (one.code, one.facts, one.is_alarm) == (f"malfunction.clock_off_{way}", {"minutes": minutes}, True)


def test_photos_that_wait_are_no_malfunction_unless_their_place_takes_none() -> None:
    waiting = PhotoReport(used=True, small=3, large=40)
    assert codes(replace(WELL, photos=waiting)) == []
    (one,) = found(replace(WELL, photos=replace(waiting, cause="place.full")))
    assert (one.code, one.cause, one.is_alarm) == ("malfunction.photos_wait", "place.full", False)
    assert one.facts == {"small": 3, "large": 40}


def test_a_chain_that_cannot_go_on_is_an_alarm_though_the_far_side_answers() -> None:
    stuck = LinkView("hub", LinkState.OK, NOON, "chain.fork")
    (one,) = found(replace(WELL, links=(stuck,)))
    assert (one.code, one.is_alarm) == ("malfunction.chain_stuck", True)


def test_refused_items_come_first_each_with_its_reason_and_those_not_named_are_counted() -> None:
    item = RefusedItem("r-1", "c-2", 8, "stay.paid", "chain.fork", "", NOON)
    report = replace(WELL, refused=3, refused_items=(item,), backup=BackupReport())
    first, second, third = found(report, replace(HERE, names={"c-2": "Kiosk"}))
    assert (first.cause, first.repair, first.target) == ("chain.fork", Repair.SETTLE_REFUSED, "r-1")
    assert first.facts["name"] == "Kiosk"
    assert second.facts["count"] == 2
    assert third.code == "malfunction.no_backup"


def test_a_failed_receipt_may_be_tried_again_a_gate_and_an_unknown_outcome_never() -> None:
    listed = (
        EndedTask("t-1", "receipt", "failed", "printer.no_paper", NOON),
        EndedTask("t-2", "gate.open/entry-1", "failed", "barrier.no_answer", NOON),
        EndedTask("t-3", "receipt", "unknown", "task.interrupted", NOON),
    )
    repairs = [each.repair for each in found(replace(WELL, tasks=TaskReport(failed=3, listed=listed)))]
    assert repairs == [Repair.RETRY_TASK, Repair.NONE, Repair.NONE]


def test_tasks_that_wait_long_are_a_malfunction_and_those_of_a_moment_are_not() -> None:
    fresh = TaskReport(waiting=1, oldest_at=NOON - timedelta(minutes=1))
    assert codes(replace(WELL, tasks=fresh)) == []
    assert codes(replace(WELL, tasks=replace(fresh, oldest_at=NOON - timedelta(hours=1)))) == [
        "malfunction.tasks_waiting"
    ]


def test_a_device_without_answer_is_named_and_one_that_is_not_measured_is_not_wrong() -> None:
    camera = DeviceReport("entry-1", "Entry 1", "camera", Health.FAILED, "camera.no_answer")
    unknown = replace(camera, kind="barrier", health=Health.UNKNOWN)
    (one,) = found(replace(WELL, devices=(camera, unknown)))
    assert (one.facts["lane"], one.repair, one.target) == ("Entry 1", Repair.ADJUST_CAMERA, "entry-1")


def test_a_lane_that_two_consoles_run_is_named_at_both_as_long_as_both_are_heard() -> None:
    camera = DeviceReport("entry-1", "Entry 1", "camera", Health.OK)
    here = replace(
        WELL, devices=(camera, replace(camera, kind="loops"), DeviceReport("", "", "recogniser", Health.OK))
    )
    there = ConsoleReport("c-2", NOON, name="PC-7", devices=here.devices)
    scene = replace(HERE, others=(here, there), names={"c-2": "Kiosk"})
    (one,) = found(here, scene)
    assert (one.code, one.facts, one.is_alarm) == (
        "malfunction.lane_twice",
        {"lane": "Entry 1", "name": "Kiosk"},
        True,
    )
    assert [each.code for each in found(replace(there, backup=WELL.backup), scene)] == [
        "malfunction.lane_twice"
    ]
    silent = replace(there, at=NOON - timedelta(minutes=10))
    assert codes(here, replace(scene, others=(here, silent))) == []
    other_lane = replace(there, devices=(replace(camera, lane_id="exit-1"),))
    assert codes(here, replace(scene, others=(here, other_lane))) == []


def test_backups_age_and_those_of_the_second_place_sooner() -> None:
    old = BackupReport(here_at=NOON - timedelta(hours=30))
    assert codes(replace(WELL, backup=old)) == ["malfunction.backup_old"]
    none = BackupReport(here_at=NOON, second_used=True, cause="backup.no_answer")
    (one,) = found(replace(WELL, backup=none))
    assert (one.code, one.cause) == ("malfunction.no_second_backup", "backup.no_answer")
    late = replace(none, second_at=NOON - timedelta(hours=3))
    assert codes(replace(WELL, backup=late)) == ["malfunction.second_backup_old"]


def test_a_full_disk_and_a_clock_that_is_behind_are_alarms() -> None:
    report = replace(WELL, disk_free_bytes=10**8, clock_behind=True)
    assert [(each.code, each.is_alarm) for each in found(report)] == [
        ("malfunction.clock_behind", True),
        ("malfunction.disk_low", True),
    ]


def test_who_is_far_behind_or_has_another_version_is_told() -> None:
    other = ConsoleReport("c-2", NOON, held={"c-2": 5000})
    assert codes(WELL, replace(HERE, others=(other,))) == ["malfunction.behind"]
    assert codes(replace(WELL, version="0.9"), THERE) == ["malfunction.other_version"]


def test_a_console_that_fell_silent_is_said_to_be_silent_and_nothing_else() -> None:
    ill = replace(WELL, is_hub=False, clock_behind=True, at=NOON - timedelta(minutes=10))
    (one,) = found(ill, THERE)
    assert (one.code, one.repair, one.is_alarm) == ("malfunction.silent", Repair.REVOKE, True)


def test_a_hub_that_fell_silent_can_be_replaced() -> None:
    (one,) = found(replace(WELL, at=NOON - timedelta(minutes=10)), THERE)
    assert (one.code, one.repair) == ("malfunction.hub_silent", Repair.APPOINT_HUB)


def test_a_console_that_never_said_anything_is_named() -> None:
    assert codes(None, THERE) == ["malfunction.never_heard"]
    long_ago = replace(THERE, expected_since=NOON - timedelta(hours=1))
    assert codes(None, long_ago) == ["malfunction.never_heard"]


def test_a_console_that_has_just_joined_is_given_a_moment_to_say_something() -> None:
    assert codes(None, replace(THERE, expected_since=NOON - timedelta(seconds=10))) == []


def test_the_spaces_of_a_revoked_console_can_be_written_off_once() -> None:
    revoked = replace(THERE, is_revoked=True, balance=4)
    (one,) = found(WELL, revoked)
    assert (one.repair, one.facts["count"]) == (Repair.WRITE_OFF, 4)
    assert found(WELL, replace(revoked, balance=0)) == []


def test_what_the_hub_cannot_do_for_the_lot_is_named() -> None:
    (one,) = found(replace(WELL, duties={"projector": "link.no_answer"}))
    assert (one.code, one.cause) == ("malfunction.duty", "link.no_answer")


def test_charges_of_which_nobody_knows_are_an_alarm() -> None:
    (one,) = found(replace(WELL, charges_unknown=3))
    assert (one.code, one.facts, one.is_alarm) == ("malfunction.charges_unknown", {"count": 3}, True)


def test_conflicts_stand_with_the_hub_alone() -> None:
    assert codes(replace(WELL, conflicts=2)) == ["malfunction.conflicts"]
    assert codes(replace(WELL, conflicts=2, is_hub=False)) == []
