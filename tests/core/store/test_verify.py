"""Verification finds what was changed behind the program's back, and names it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.store import findings, verify_chain, verify_projections
from core.store.backup import backup
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, a_day, drive_in
from tests.core.store.lots_apart import admit, agree, consoles, join, space


@pytest.fixture
def day(store: Store, clock: SetClock, database: Path) -> Path:
    """The file of a console after a day with four vehicles; the console still has it open."""
    a_day(store, clock)
    return database


def tamper(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount, statement
        connection.commit()


def codes(file: Path) -> set[str]:
    return {problem.code for problem in verify_file(file).problems}


def test_an_honest_day_verifies_while_the_console_goes_on(day: Path, store: Store) -> None:
    before = verify_file(day)
    assert before.is_sound
    drive_in(store, "LATE01")
    after = verify_file(day)
    assert after.is_sound
    assert after.entries > before.entries
    assert [(head.console_id, head.seq) for head in after.heads] == [(store.console_id, after.entries)]


def test_an_empty_journal_verifies(store: Store, database: Path) -> None:
    found = verify_file(database)
    assert (found.entries, found.heads, found.problems) == (0, (), ())


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE journal SET who = 'someone' WHERE seq = 5", {"journal.link_wrong"}),
        ("UPDATE journal SET at = at + 1 WHERE seq = 5", {"journal.link_wrong"}),
        ("UPDATE journal SET kind = 'lane.noted' WHERE kind = 'gate.commanded'", {"journal.link_wrong"}),
        ("UPDATE journal_keys SET entry_id = 'x' WHERE seq = 5", {"journal.key_differs"}),
        (
            "UPDATE journal SET link = zeroblob(32) WHERE seq = 5",
            {"journal.link_wrong", "journal.key_differs"},
        ),
        ("UPDATE journal SET payload = '{' WHERE kind = 'gate.commanded'", {"journal.unreadable"}),
        ("UPDATE journal SET payload = '[]' WHERE kind = 'gate.commanded'", {"journal.unreadable"}),
        ("DELETE FROM journal_subjects WHERE kind = 'person'", {"journal.subjects_differ"}),
        (
            "UPDATE journal_subjects SET subject_id = 'x' WHERE kind = 'person'",
            {"journal.subject_unsealed"},
        ),
        ("UPDATE stays SET plate = 'ZZ' WHERE plate = 'AB0001'", {"projection.differs"}),
        ("UPDATE stays SET notes = '{'", {"projection.unreadable"}),
        ("DELETE FROM payments", {"projection.missing"}),
        ("UPDATE payments SET amount_minor = 1", {"projection.differs"}),
        ("UPDATE shifts SET cash_minor = cash_minor - 200", {"projection.differs"}),
        ("UPDATE shifts SET shift_id = 'x'", {"projection.missing", "projection.unfounded"}),
        ("UPDATE occupancy SET inside = inside - 1", {"projection.differs"}),
        ("DELETE FROM occupancy", {"projection.differs"}),
        ("UPDATE people SET role = 'supervisor'", {"projection.differs"}),
        ("UPDATE people SET person_id = 'x'", {"projection.missing", "projection.unfounded"}),
        ("UPDATE lots SET document = '{'", {"projection.unreadable"}),
        ("UPDATE rate_plans SET document = replace(document, '2.00', '1.00')", {"projection.differs"}),
    ],
)
def test_a_change_behind_our_back_is_found(day: Path, statement: str, expected: set[str]) -> None:
    tamper(day, statement)
    # Entries that are filed under the wrong subject are missed by what follows from it, too.
    beside = {"journal.subjects_differ"}
    if "journal_subjects" in statement:
        beside |= {"projection.missing", "projection.unfounded", "projection.cannot_fold"}
    assert expected <= codes(day) <= expected | beside


def test_the_entry_that_was_changed_is_named_and_only_that_one(day: Path, store: Store) -> None:
    tamper(day, "UPDATE journal SET who = 'someone' WHERE seq = 5")
    (problem,) = verify_file(day).problems
    assert (problem.console_id, problem.seq, problem.code) == (store.console_id, 5, "journal.link_wrong")


def test_an_entry_taken_out_is_missed(day: Path) -> None:
    tamper(day, "DELETE FROM journal WHERE seq = 5")
    assert "journal.entry_missing" in codes(day)


def test_an_entry_taken_out_with_its_key_leaves_a_gap(day: Path) -> None:
    tamper(day, "DELETE FROM journal WHERE seq = 5", "DELETE FROM journal_keys WHERE seq = 5")
    gap = next(problem for problem in verify_file(day).problems if problem.code == "journal.gap")
    assert (gap.seq, gap.detail) == (6, "5 to 5 are missing")


def test_an_entry_slipped_in_without_a_key_is_found(day: Path) -> None:
    tamper(day, "DELETE FROM journal_keys WHERE seq = 5")
    assert "journal.key_missing" in codes(day)


def test_a_plate_changed_in_the_personal_fields_is_found(day: Path) -> None:
    tamper(day, "UPDATE journal_personal SET fields = replace(fields, 'AB0001', 'ZZ0001')")
    assert {"journal.personal_differs", "projection.differs"} <= codes(day)


def test_personal_fields_that_vanished_though_nobody_purged_them_are_missed(day: Path) -> None:
    tamper(
        day,
        "DELETE FROM journal_personal WHERE entry_id IN "
        "(SELECT entry_id FROM journal WHERE kind = 'lane.sighted')",
    )
    found = verify_file(day)
    assert {problem.code for problem in found.problems} == {"journal.not_purged"}
    assert found.purged == found.problem_count > 0


def test_a_journal_of_many_pages_is_verified_page_by_page(day: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = verify_file(day)
    for module in (verify_chain, verify_projections):
        monkeypatch.setattr(module, "ROWS_AT_ONCE", 3)
    monkeypatch.setattr(verify_projections, "SUBJECTS_AT_ONCE", 2)
    assert verify_file(day) == whole
    assert whole.is_sound


def test_of_very_many_problems_the_first_are_told_and_all_are_counted(
    day: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MOST_PROBLEMS", 2)
    tamper(day, "UPDATE journal SET who = 'someone'")
    found = verify_file(day)
    assert len(found.problems) == 2
    assert found.problem_count >= found.entries


def test_verification_changes_nothing_in_the_file(day: Path, store: Store) -> None:
    store.close()
    before = day.read_bytes()
    verify_file(day)
    assert day.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (None, "store.no_such_file"),
        (b"no database at all" * 50, "store.not_a_database"),
        (b"", "store.not_upgraded"),
    ],
)
def test_a_file_without_a_journal_is_refused(tmp_path: Path, content: bytes | None, cause: str) -> None:
    file = tmp_path / "old.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StoreError) as told:
        verify_file(file)
    assert told.value.cause == cause


def test_a_copy_with_an_odd_name_is_the_one_that_is_verified(day: Path) -> None:
    folder = day.parent / "stick"
    copy = backup(day, folder).rename(folder / "50% off? #1.db")
    assert verify_file(copy) == verify_file(day)
    assert list(folder.iterdir()) == [copy]


@pytest.fixture
def shared_day(tmp_path: Path, clock: SetClock) -> Iterator[Path]:
    """The file of a hub that granted spaces, on which another console let a car in."""
    with consoles(tmp_path, clock, "hub", "in") as (hub, entry):
        a_day(hub, clock, vehicles=1)
        join(hub, entry)
        space(hub, "space.granted", entry.console_id, 2)
        agree([hub, entry])
        admit(entry, "s1")
        agree([hub, entry])
        yield tmp_path / "hub" / "lotkeeper.db"


def test_a_lot_of_two_consoles_verifies(shared_day: Path) -> None:
    verified = verify_file(shared_day)
    assert verified.problems == ()
    assert len(verified.heads) == 2


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE space_leases SET granted = 3", "space_leases"),
        ("UPDATE space_leases SET spent = 0", "space_leases"),
        ("UPDATE space_leases SET kept = 1", "space_leases"),
        ("DELETE FROM space_leases", "space_leases"),
        ("UPDATE consoles SET is_hub = 1 WHERE number = 2", "consoles"),
        ("UPDATE consoles SET revoked_at = 1 WHERE number = 2", "consoles"),
        ("UPDATE consoles SET public_key = 'x' WHERE number = 2", "consoles"),
        ("DELETE FROM consoles WHERE number = 2", "consoles"),
    ],
)
def test_a_change_to_who_shares_the_lot_is_found(shared_day: Path, statement: str, named: str) -> None:
    tamper(shared_day, statement)
    problems = verify_file(shared_day).problems
    assert {problem.code for problem in problems} <= {"projection.differs", "projection.missing"}
    assert {problem.detail.split()[0] for problem in problems} == {named}
