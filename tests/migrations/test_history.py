"""The history of the database, on SQLite and on a real PostgreSQL: up, down, and as the program's tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from core.domain.errors import StoreError
from core.store.compatibility import REVISION
from core.store.engine import make_engine, sqlite_url
from core.store.store import Store
from core.store.tables import metadata
from core.store.verify import verify_file
from migrations.history import (
    HERE,
    Standing,
    differences,
    downgrade,
    newest,
    standing,
    upgrade,
    upgrade_file,
)
from tests.core.store.lot import SetClock, drive_in, set_up
from tests.far_sides.postgresql import PostgresqlServer


def tables_in(url: str) -> set[str]:
    engine = make_engine(url)
    try:
        return set(inspect(engine).get_table_names()) - {"alembic_version", "journal_default"}
    finally:
        engine.dispose()


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    return [script.revision for script in reversed(list(scripts))]


def test_an_empty_database_stands_nowhere(url: str) -> None:
    assert standing(url).revision is None
    assert not standing(url).is_current


def test_the_newest_revision_is_what_the_program_maps(url: str) -> None:
    upgrade(url)
    assert standing(url).is_current
    assert tables_in(url) == set(metadata.tables)
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            assert differences(connection) == []
    finally:
        engine.dispose()


def test_each_revision_goes_up_down_and_up_again(url: str) -> None:
    for revision in revisions():
        upgrade(url, revision)
        assert standing(url).revision == revision
        downgrade(url, "-1")
        upgrade(url, revision)
    assert standing(url).revision == newest()


def test_all_the_way_down_leaves_nothing(url: str) -> None:
    upgrade(url)
    downgrade(url, "base")
    assert tables_in(url) == set()
    assert standing(url).revision is None


def test_a_stay_outlives_the_way_up_and_down_with_what_its_table_demands(url: str) -> None:
    columns = (
        "lot_id, stay_id, state, plate, plate_fold, raw_plate, entry_at, entry_lane, entry_known, plan_id,"
        " plan_version, alternatives, photo, exit_lane, exit_photo, former_plates, notes, leaving, paid_minor"
    )
    values = (
        "'lot', 'stay', 'inside', 'ABC1', 'A8C1', 'ABC-1', 1, 'in', :yes, 'day',"
        " 1, '[]', '', '', '', '[]', '[]', :no, 0"
    )
    engine = make_engine(url, writer=True)
    try:
        upgrade(url, "0001")
        with engine.begin() as connection:
            connection.execute(
                text(f"INSERT INTO stays ({columns}) VALUES ({values})"), {"yes": True, "no": False}
            )
        demanded = [check["name"] for check in inspect(engine).get_check_constraints("stays")]
        upgrade(url, "0002")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT plate, doubts FROM stays")).one() == ("ABC1", None)
        downgrade(url, "0001")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT plate FROM stays")).scalars().all() == ["ABC1"]
        assert demanded
        assert [check["name"] for check in inspect(engine).get_check_constraints("stays")] == demanded
    finally:
        engine.dispose()


def test_a_stay_described_outlives_the_way_down_as_the_usual_one(url: str) -> None:
    columns = (
        "lot_id, stay_id, state, plate, plate_fold, raw_plate, entry_at, entry_lane, entry_known, plan_id,"
        " plan_version, alternatives, photo, exit_lane, exit_photo, former_plates, notes, leaving, paid_minor"
    )
    values = (
        "'lot', 'stay', 'inside', 'ABC1', 'A8C1', 'ABC-1', 1, 'in', :yes, 'day',"
        " 1, '[]', '', '', '', '[]', '[]', :no, 0"
    )
    engine = make_engine(url, writer=True)
    try:
        upgrade(url, "0003")
        with engine.begin() as connection:
            connection.execute(
                text(f"INSERT INTO stays ({columns}) VALUES ({values})"), {"yes": True, "no": False}
            )
        upgrade(url, "0004")
        with engine.begin() as connection:
            assert connection.execute(text("SELECT plate, facts FROM stays")).one() == ("ABC1", None)
            connection.execute(text("UPDATE stays SET facts = '{\"lost_ticket\": true}'"))
        downgrade(url, "0003")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT plate FROM stays")).scalars().all() == ["ABC1"]
    finally:
        engine.dispose()


def test_a_published_plan_outlives_the_way_up_and_down(url: str) -> None:
    engine = make_engine(url, writer=True)
    try:
        upgrade(url, "0002")
        with engine.begin() as connection:
            connection.execute(
                text(
                    "INSERT INTO rate_plans (lot_id, plan_id, version, effective_at, document)"
                    " VALUES ('lot', 'day', 1, 5, '{}')"
                )
            )
        upgrade(url, "0003")
        with engine.connect() as connection:
            row = connection.execute(text("SELECT version, withdrawn_at FROM rate_plans")).one()
            assert (row.version, row.withdrawn_at) == (1, None)
        downgrade(url, "0002")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT effective_at FROM rate_plans")).scalars().all() == [5]
    finally:
        engine.dispose()


def test_a_console_counts_its_receipts_on_where_it_stood_before_there_were_others(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "lotkeeper.db")
    columns = (
        "lot_id, payment_id, stay_id, shift_id, tender, amount_minor, currency, paid_at, receipt_number,"
        " document"
    )
    engine = make_engine(url, writer=True)
    try:
        upgrade(url, "0004")
        with engine.begin() as connection:
            for number in (41, 9):
                connection.execute(
                    text(
                        f"INSERT INTO payments ({columns})"
                        f" VALUES ('lot', 'p{number}', 's', 'h', 'cash', 1, 'EUR', 1, {number}, '{{}}')"
                    )
                )
        upgrade(url, "0005")
        counted = text("SELECT value FROM local_state WHERE name = 'receipt_number'")
        with engine.connect() as connection:
            assert connection.execute(counted).scalars().all() == ["41"]
        downgrade(url, "0004")
        with engine.connect() as connection:
            assert connection.execute(counted).scalars().all() == []
    finally:
        engine.dispose()


def test_a_shift_knows_the_console_that_opened_it_after_the_way_up(url: str) -> None:
    subject = "INSERT INTO journal_subjects (lot_id, kind, subject_id, console_id, seq, month) VALUES"
    entry = (
        "INSERT INTO journal (lot_id, month, console_id, seq, entry_id, hlc, at, kind, version, payload,"
        " who, subjects, link)"
        " VALUES ('lot', 202601, :console, 1, :console, :hlc, 1, :kind, 1, '{}', 'p', '[]', :link)"
    )
    shift = (
        "INSERT INTO shifts (lot_id, shift_id, drawer, person_id, opened_at, currency, float_minor,"
        " cash_minor, payments) VALUES ('lot', :shift, :shift, 'p', 1, 'EUR', 0, 0, 0)"
    )
    engine = make_engine(url, writer=True)
    try:
        upgrade(url, "0004")
        with engine.begin() as connection:
            for console, hlc, kind in (("old", 1, "shift.opened"), ("new", 2, "shift.closed")):
                connection.execute(
                    text(entry), {"console": console, "hlc": hlc, "kind": kind, "link": bytes(32)}
                )
                connection.execute(text(f"{subject} ('lot', 'shift', 's1', '{console}', 1, 202601)"))
            for name in ("s1", "s2"):
                connection.execute(text(shift), {"shift": name})
        upgrade(url, "0005")
        placed = text("SELECT console_id FROM shifts ORDER BY shift_id")
        with engine.connect() as connection:
            assert connection.execute(placed).scalars().all() == ["old", ""]
        downgrade(url, "0004")
        with engine.connect() as connection:
            assert len(connection.execute(text("SELECT shift_id FROM shifts")).all()) == 2
    finally:
        engine.dispose()


def test_there_is_one_newest_revision() -> None:
    assert revisions()[-1] == newest()


def test_the_journal_is_partitioned_on_postgresql_and_takes_any_month(server: PostgresqlServer) -> None:
    url = server.new_database()
    upgrade(url)
    engine = make_engine(url)
    row = text(
        "INSERT INTO journal (lot_id, month, console_id, seq, entry_id, hlc, at, kind, version, payload,"
        " who, subjects, link)"
        " VALUES ('lot', :month, 'console', 1, 'entry', 1, 1, 'note', 1, '{}', 'who', '[]', '')"
    )
    try:
        with engine.begin() as connection:
            kind = connection.execute(text("SELECT relkind FROM pg_class WHERE relname = 'journal'")).scalar()
            for month in (202611, 209912):
                connection.execute(row, {"month": month})
            count = connection.execute(text("SELECT count(*) FROM journal")).scalar()
        assert kind in {"p", b"p"}
        assert count == 2
    finally:
        engine.dispose()


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    assert upgrade_file(tmp_path / "new" / "lotkeeper.db", tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_a_file_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    upgrade_file(file, tmp_path / "backups")
    assert upgrade_file(file, tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_an_older_database_is_copied_before_it_is_upgraded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, backups = tmp_path / "lotkeeper.db", tmp_path / "backups"
    upgrade_file(file, backups)
    store = Store.open(file, clock=SetClock())
    set_up(store)
    store.close()
    entries = verify_file(file).entries
    # A history with one more revision than this database has seen.
    with closing(sqlite3.connect(file)) as connection:
        before = connection.execute("SELECT count(*) FROM journal").fetchone()
    monkeypatch.setattr("migrations.history.newest", lambda: "9999")
    copy = upgrade_file(file, backups)
    assert copy is not None
    assert copy.parent == backups
    assert "before-9999" in copy.name
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == before
    assert verify_file(copy).entries == entries


def test_a_database_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    upgrade_file(file, tmp_path / "backups")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("UPDATE shared_settings SET value = '9999' WHERE name = 'oldest_program'")
        connection.commit()
    with pytest.raises(StoreError) as told:
        upgrade_file(file, tmp_path / "backups")
    assert told.value.cause == "store.newer_than_program"
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    file.write_bytes(b"PK\x03\x04 a zip, by mistake")
    with pytest.raises(StoreError) as told:
        upgrade_file(file, tmp_path / "backups")
    assert told.value.cause == "store.not_a_database"


def test_an_upgrade_that_fails_leaves_the_database_where_it_stood(url: str) -> None:
    engine = make_engine(url, writer=True)
    # A table in the way of the last one that the first revision creates.
    try:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE tasks (mine INTEGER)"))
        with pytest.raises(StoreError):
            upgrade(url)
    finally:
        engine.dispose()
    assert standing(url).revision is None
    assert tables_in(url) == {"tasks"}


def test_an_sqlite_url_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "with space.db"
    upgrade(sqlite_url(file))
    assert file.is_file()


def made_by_a_newer_program(url: str, *, oldest_program: str) -> None:
    """As a revision leaves it that adds a column and a table, and needs at least that program."""
    upgrade(url)
    engine = make_engine(url, writer=True)
    try:
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE stays ADD COLUMN of_a_newer_program TEXT DEFAULT ''"))
            connection.execute(text("CREATE TABLE of_a_newer_program (name TEXT)"))
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            connection.execute(
                text("UPDATE shared_settings SET value = :oldest WHERE name = 'oldest_program'"),
                {"oldest": oldest_program},
            )
    finally:
        engine.dispose()


def test_the_program_knows_its_own_newest_revision() -> None:
    assert newest() == REVISION


def test_a_database_that_a_newer_program_only_added_to_is_used_as_it_is(url: str) -> None:
    made_by_a_newer_program(url, oldest_program=newest())
    assert standing(url) == Standing("9999", newest(), is_ahead=True)
    assert standing(url).is_current


@pytest.mark.parametrize("oldest_program", ["0007", "9999"])
def test_a_database_that_a_newer_program_took_something_from_is_refused(
    url: str, oldest_program: str
) -> None:
    made_by_a_newer_program(url, oldest_program=oldest_program)
    with pytest.raises(StoreError, match=r"store\.newer_than_program"):
        standing(url)


def test_after_a_roll_back_the_older_program_works_on(tmp_path: Path) -> None:
    clock = SetClock()
    file = tmp_path / "lotkeeper.db"
    url = sqlite_url(file)
    with closing(Store.open(_upgraded(file), clock=clock)) as store:
        set_up(store)
        drive_in(store, "BEFORE1")
    made_by_a_newer_program(url, oldest_program=newest())
    assert upgrade_file(file, tmp_path / "backups") is None
    with closing(Store.open(file, clock=clock)) as store:
        drive_in(store, "DURING1")
        assert len(store.read(lambda view: view.open_plates())) == 2
    assert verify_file(file).problems == ()


def _upgraded(file: Path) -> Path:
    upgrade(sqlite_url(file))
    return file
