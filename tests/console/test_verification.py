"""A journal is verified in a process of its own; what fails there looks like no success."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.runtime.clock import SystemClock
from console.verification import Verifier
from core.domain.anchors import Anchor, AnyAnchor, read_anchor
from core.services.anchors import anchor_text, make_anchor
from core.store.store import Store
from tests.booth import wait_until
from tests.core.store.forger import forge
from tests.core.store.lot import SetClock, a_day, drive_in, opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = SetClock()
    with opened(tmp_path, clock) as fresh:
        a_day(fresh, clock)
        yield fresh


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "lotkeeper.db"


def verifier(database: Path, *anchors: AnyAnchor, silent: dict[str, str] | None = None) -> Verifier:
    return Verifier(database, lambda: (list(anchors), silent or {}), SystemClock(), first_after_seconds=0.0)


def anchored(store: Store) -> Anchor:
    anchor = store.write(make_anchor)
    assert anchor is not None
    return anchor


def test_an_honest_journal_is_sound_while_the_console_goes_on(store: Store, database: Path) -> None:
    anchor = anchored(store)
    drive_in(store, "LATE01")
    view = verifier(database, anchor, silent={"database": "link.no_answer"}).verify_now()
    assert view.is_sound
    assert view.entries > 10
    assert view.silent == {"database": "link.no_answer"}
    (chain,) = view.anchored
    assert (chain.seq, chain.at) == (anchor.seq, anchor.at)
    assert chain.later > 0


def test_what_is_wrong_is_shown(store: Store, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE journal SET who = 'someone' WHERE seq = 5")
        connection.commit()
    view = verifier(database).verify_now()
    assert not view.is_sound
    (problem,) = view.problems
    assert (problem.code, problem.seq) == ("journal.link_wrong", 5)


def test_an_anchor_from_paper_counts_with_the_others(store: Store, database: Path) -> None:
    anchor = anchored(store)
    paper = read_anchor(store.read(anchor_text))
    console_id = store.console_id
    store.close()
    forge(database, console_id, lambda chain: chain[:6])
    assert verifier(database).verify_now().is_sound
    view = verifier(database, anchor).verify_now([paper])
    assert [problem.code for problem in view.problems] == ["anchor.beyond_end"] * 2


def test_it_begins_by_itself(store: Store, database: Path) -> None:
    made = verifier(database)
    assert made.view.at is None
    made.start()
    wait_until(lambda: made.view.at is not None)
    made.stop()
    assert made.view.is_sound


def test_it_is_asked_for_again_with_an_anchor(store: Store, database: Path) -> None:
    made = verifier(database)
    made.start()
    wait_until(lambda: made.view.at is not None)
    made.ask([read_anchor(store.read(anchor_text))])
    assert made.view.is_running
    wait_until(lambda: not made.view.is_running)
    made.stop()
    assert made.view.anchored[0].later == 0


def test_photos_are_compared_where_somebody_asks(store: Store, database: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photos" / "aa" / f"{'a' * 64}.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"another car")
    made = Verifier(database, lambda: ([], {}), SystemClock(), photos=tmp_path / "photos")
    assert made.verify_now().is_sound
    (problem,) = made.verify_now(with_photos=True).problems
    assert (problem.code, problem.seq) == ("photo.differs", None)


def test_one_that_takes_too_long_is_ended_and_told(store: Store, database: Path) -> None:
    view = verifier(database).verify_now(limit_seconds=0.0)
    assert (view.cause, view.is_sound, view.is_running) == ("verify.too_long", False, False)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    file.write_bytes(b"no database" * 100)
    view = verifier(file).verify_now()
    assert (view.cause, view.is_sound) == ("verify.failed", False)


def test_stopping_ends_the_process(store: Store, database: Path) -> None:
    made = verifier(database)
    made.start()
    made.stop()
    assert not made.view.is_running
