"""``lotkeeper db`` on a console's folder and on a server."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.cli import main
from core.store.folder import DataFolder
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, a_day, opened
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a console that had a day."""
    clock = SetClock()
    with opened(tmp_path, clock) as store:
        a_day(store, clock)
    return tmp_path


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


def told(capsys: Captured, *arguments: object, code: int = 0) -> dict[str, Any]:
    """What the action reports as JSON."""
    assert main(["db", *map(str, arguments), "--json"]) == code
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


def refused(capsys: Captured, *arguments: object) -> str:
    assert main(["db", *map(str, arguments)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    return captured.err


def made_by_a_newer_program(file: Path) -> None:
    """As it is after a revision that takes something away which this program needs."""
    alter(file, "UPDATE alembic_version SET version_num = '9999'")
    alter(file, "UPDATE shared_settings SET value = '9999' WHERE name = 'oldest_program'")


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_fresh_folder_is_upgraded_and_then_checks(tmp_path: Path, capsys: Captured) -> None:
    report = told(capsys, "upgrade", "--data", tmp_path / "new")
    assert report["revision"] == "0006"
    assert told(capsys, "check", "--data", tmp_path / "new")["problems"] is None


def test_a_check_says_it_in_plain_text(data: Path, capsys: Captured) -> None:
    assert main(["db", "check", "--data", str(data)]) == 0
    assert capsys.readouterr().out == (
        f"database: {data / 'lotkeeper.db'}\nrevision: 0006\nnewest: 0006\nproblems: none\n"
    )


def test_checking_where_nothing_is_creates_nothing(tmp_path: Path, capsys: Captured) -> None:
    assert "no such file" in refused(capsys, "check", "--data", tmp_path / "none")
    assert "no such file" in refused(capsys, "backup", "--data", tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_differs_is_named(data: Path, capsys: Captured) -> None:
    alter(data / "lotkeeper.db", "DROP TABLE sightings")
    report = told(capsys, "check", "--data", data, code=1)
    assert any("sightings" in problem for problem in report["problems"])


def test_a_damaged_database_is_named(data: Path, capsys: Captured) -> None:
    file = data / "lotkeeper.db"
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    file.write_bytes(content)
    report = told(capsys, "check", "--data", data, code=1)
    assert any("damaged" in problem for problem in report["problems"])


def test_a_database_of_a_newer_program_is_refused(data: Path, capsys: Captured) -> None:
    made_by_a_newer_program(data / "lotkeeper.db")
    for action in ("check", "upgrade"):
        assert "newer Lotkeeper" in refused(capsys, action, "--data", data)


def test_a_copy_goes_where_it_is_wanted(data: Path, tmp_path: Path, capsys: Captured) -> None:
    copy = Path(told(capsys, "backup", "--data", data, "--to", tmp_path / "stick")["backup"])
    assert copy.parent == tmp_path / "stick"
    assert verify_file(copy) == verify_file(data / "lotkeeper.db")


def test_a_restored_database_has_a_new_console_and_what_was_there_is_kept(
    data: Path, capsys: Captured
) -> None:
    copy = told(capsys, "backup", "--data", data)["backup"]
    before = verify_file(data / "lotkeeper.db")
    report = told(capsys, "restore", copy, "--data", data)
    assert report["console_id"] not in {head.console_id for head in before.heads}
    assert verify_file(Path(report["what_was_there_before"])) == before
    assert verify_file(data / "lotkeeper.db") == before
    with opened(data) as store:
        assert store.console_id == report["console_id"]


@pytest.mark.parametrize("action", ["upgrade", "restore"])
def test_nothing_is_changed_under_a_running_console(action: str, data: Path, capsys: Captured) -> None:
    copy = told(capsys, "backup", "--data", data)["backup"]
    running = DataFolder(data)
    running.hold()
    try:
        arguments = [copy] if action == "restore" else []
        assert "a running Lotkeeper" in refused(capsys, action, *arguments, "--data", data)
    finally:
        running.release()


def test_a_copy_of_a_newer_program_is_not_restored(data: Path, capsys: Captured) -> None:
    copy = Path(told(capsys, "backup", "--data", data)["backup"])
    made_by_a_newer_program(copy)
    content = copy.read_bytes()
    before = verify_file(data / "lotkeeper.db")
    assert "newer Lotkeeper" in refused(capsys, "restore", copy, "--data", data)
    assert verify_file(data / "lotkeeper.db") == before
    assert copy.read_bytes() == content


def test_what_is_no_copy_is_not_restored(data: Path, tmp_path: Path, capsys: Captured) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no database" * 99)
    assert "no Lotkeeper database" in refused(capsys, "restore", text, "--data", data)
    assert "no such file" in refused(capsys, "restore", tmp_path / "none", "--data", data)


def test_an_sqlite_url_means_its_file(data: Path, capsys: Captured) -> None:
    url = f"sqlite:///{data / 'lotkeeper.db'}"
    assert told(capsys, "check", "--url", url) == told(capsys, "check", "--data", data)


def test_a_database_on_a_server_is_upgraded_and_checked(server: PostgresqlServer, capsys: Captured) -> None:
    url = server.new_database().replace("postgresql+psycopg:", "postgresql:")
    assert told(capsys, "check", "--url", url, code=1)["revision"] is None
    report = told(capsys, "upgrade", "--url", url)
    assert (report["revision"], len(report["new_months"])) == ("0006", 25)
    assert told(capsys, "upgrade", "--url", url)["new_months"] == []
    assert told(capsys, "check", "--url", url)["problems"] is None


@pytest.mark.parametrize("action", [["backup"], ["restore", "x"]])
def test_a_server_copies_its_databases_itself(action: list[str], capsys: Captured) -> None:
    assert "pg_dump" in refused(capsys, *action, "--url", "postgresql://someone:secret@server/lot")


def test_a_server_that_does_not_answer_is_told_without_its_password(capsys: Captured) -> None:
    line = refused(capsys, "check", "--url", "postgresql://someone:secret@127.0.0.1:1/lot")
    assert "connection" in line
    assert "secret" not in line


@pytest.mark.parametrize("url", ["", "lotkeeper.db", "foo://x", "mysql://x/y"])
def test_a_url_that_cannot_be_used_is_told(url: str, capsys: Captured) -> None:
    assert "no URL of a database" in refused(capsys, "check", "--url", url)
