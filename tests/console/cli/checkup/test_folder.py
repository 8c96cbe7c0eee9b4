from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.cli.checkup.finding import Finding, State
from console.cli.checkup.folder import check_folder
from core.store.folder import DataFolder
from tests.core.store.lot import SetClock, a_day, opened


def found(path: Path, now: datetime | None = None) -> dict[str, Finding]:
    return {finding.subject: finding for finding in check_folder(DataFolder(path), now)}


def lot(path: Path, clock: SetClock) -> SetClock:
    with opened(path, clock) as store:
        a_day(store, clock)
    return clock


def test_a_new_console_has_a_folder_to_be_made_and_no_database(tmp_path: Path) -> None:
    findings = found(tmp_path / "new" / "console")

    assert {finding.state for finding in findings.values()} == {State.OK}
    assert "made at the first start" in findings["data folder"].said
    assert not (tmp_path / "new").exists()


def test_a_console_that_had_a_day_is_well(tmp_path: Path) -> None:
    clock = lot(tmp_path, SetClock())

    findings = found(tmp_path, max(clock.now(), datetime.now(UTC)) + timedelta(hours=1))

    assert [finding for finding in findings.values() if finding.state is not State.OK] == []


def test_a_file_in_the_folders_place_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    finding = found(tmp_path / "data")["data folder"]
    assert finding.state is State.TROUBLE
    assert "is no folder" in finding.said


def test_a_folder_that_cannot_be_written_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)

    finding = found(tmp_path)["data folder"]
    assert "cannot be written: Permission denied" in finding.said
    assert "--data" in finding.next_step


def test_a_database_that_is_none_is_trouble_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "lotkeeper.db").write_bytes(b"no database" * 100)

    finding = found(tmp_path)["database"]
    assert finding.state is State.TROUBLE
    assert "restore" in finding.next_step
    assert (tmp_path / "lotkeeper.db").read_bytes() == b"no database" * 100


def test_an_older_database_is_to_be_upgraded(tmp_path: Path) -> None:
    (tmp_path / "lotkeeper.db").write_bytes(b"")

    finding = found(tmp_path)["database"]
    assert "revision none" in finding.said
    assert "db upgrade" in finding.next_step


def test_a_clock_before_the_last_journal_entry_is_trouble(tmp_path: Path) -> None:
    next_year = datetime.now(UTC) + timedelta(days=365)
    lot(tmp_path, SetClock(next_year))

    finding = found(tmp_path, next_year - timedelta(days=1))["clock"]
    assert finding.state is State.TROUBLE
    assert "before the last journal entry" in finding.said


def test_a_clock_that_lost_its_battery_is_trouble(tmp_path: Path) -> None:
    finding = found(tmp_path, datetime(1970, 1, 1, 0, 5, tzinfo=UTC))["clock"]

    assert finding.state is State.TROUBLE
    assert "before the program was installed" in finding.said
