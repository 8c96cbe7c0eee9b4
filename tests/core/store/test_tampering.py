"""Two hundred random forgeries by somebody who knows the program: all are found before the last anchor,
and what came after it is told as not anchored.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from core.domain.anchors import Anchor, read_anchor
from core.services.anchors import anchor_text, make_anchor
from core.store.anchors import anchors_kept, keep_anchor
from core.store.backup import backup
from core.store.engine import make_engine, sqlite_url
from core.store.findings import Verification
from core.store.money_tables import anchors as anchors_table
from core.store.store import Store
from core.store.tables import local_state
from core.store.verify import verify_file
from tests.core.store import forger
from tests.core.store.forger import ACTS, Chain
from tests.core.store.lot import SetClock, a_day, drive_in, drive_out, opened, pay, set_up

RUNS = 200
SEED = 20261122


@dataclass(frozen=True, slots=True)
class Evidence:
    """A console's file after a day, an older copy of it, and the anchors that were written elsewhere."""

    file: Path
    older: Path
    lot_id: str
    console_id: str
    anchors: tuple[Anchor, ...]
    on_paper: str
    entries: int

    @property
    def last(self) -> Anchor:
        return self.anchors[-1]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    folder = tmp_path_factory.mktemp("day")
    clock = SetClock()
    with opened(folder, clock) as store:
        actor = a_day(store, clock)
        anchors = [_anchored(store)]
        older = backup(folder / "lotkeeper.db", folder / "older", label="older")
        for number in range(3):
            clock.pass_time(20)
            stay_id = drive_in(store, f"CD{number:04}")
            clock.pass_time(30)
            pay(store, actor, stay_id)
            drive_out(store, f"CD{number:04}", stay_id)
        anchors.append(_anchored(store))
        on_paper = store.read(anchor_text)
        for number in range(4):
            clock.pass_time(20)
            drive_in(store, f"EF{number:04}")
        head = store.read(lambda view: view.chain_heads())[store.console_id]
        return Evidence(
            folder / "lotkeeper.db",
            older,
            store.lot_id,
            store.console_id,
            tuple(anchors),
            on_paper,
            head.seq,
        )


def _anchored(store: Store) -> Anchor:
    anchor = store.write(make_anchor)
    assert anchor is not None
    store.write(lambda unit: keep_anchor(unit.connection, unit.new_id(), anchor))
    return anchor


def copy_of(day: Evidence, tmp_path: Path) -> Path:
    file = tmp_path / "copy.db"
    # Everything of it is in this one file: its console was closed.
    shutil.copyfile(day.file, file)
    return file


def proved_until(found: Verification) -> tuple[int, int, datetime | None]:
    (chain,) = found.anchored
    return chain.seq, chain.later, chain.since


def test_an_honest_day_is_proved_up_to_its_last_anchor_and_the_rest_is_told(day: Evidence) -> None:
    found = verify_file(day.file, day.anchors)
    assert found.is_sound, found.problems
    seq, later, since = proved_until(found)
    assert (seq, later) == (day.last.seq, day.entries - day.last.seq)
    assert since is not None
    assert since > day.last.at


def test_without_anchors_nothing_is_proved(day: Evidence) -> None:
    found = verify_file(day.file)
    assert found.is_sound
    assert proved_until(found)[0] == 0


@pytest.mark.parametrize("run", range(RUNS))
def test_a_forgery_before_the_last_anchor_is_found(run: int, day: Evidence, tmp_path: Path) -> None:
    """The number is the seed. Every forgery agrees with itself: without anchors none need be found."""
    chance = random.Random(SEED + run)
    name = sorted(ACTS)[run % len(ACTS)]
    place = chance.randrange(day.entries)
    file = copy_of(day, tmp_path)
    touched: list[int] = []

    def change(chain: Chain) -> Chain:
        forged = ACTS[name](chance, list(chain), place)
        touched.append(_first_change(chain, forged) + 1)
        return forged

    forger.forge(file, day.console_id, change)
    _forge_own_anchors(file, day)
    found = verify_file(file, day.anchors)
    codes = {problem.code for problem in found.problems}
    seq, later, since = proved_until(found)
    if touched[0] <= day.last.seq:
        assert codes & {"anchor.differs", "anchor.beyond_end"}, (name, touched, codes)
        assert seq < touched[0]
    else:
        # Nobody can know; but it is said from where on nobody can.
        assert not codes & {"anchor.differs", "anchor.beyond_end"}
        assert seq == day.last.seq
        assert (since is None) == (later == 0)


def test_forgeries_fall_on_both_sides_of_the_last_anchor(day: Evidence) -> None:
    places = [random.Random(SEED + run).randrange(day.entries) + 1 for run in range(RUNS)]
    assert sum(place <= day.last.seq for place in places) > RUNS / 2
    assert sum(place > day.last.seq for place in places) > RUNS / 20


def test_an_old_copy_put_back_is_found(day: Evidence, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    shutil.copyfile(day.older, file)
    assert verify_file(file).is_sound
    problems = verify_file(file, day.anchors).problems
    assert {problem.code for problem in problems} == {"anchor.beyond_end"}
    assert {problem.seq for problem in problems} == {day.last.seq}


def test_another_file_under_the_same_names_is_found(day: Evidence, tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as other:
        other_id, other_lot = other.console_id, other.lot_id
    _rename(tmp_path / "lotkeeper.db", day)
    assert (other_id, other_lot) != (day.console_id, day.lot_id)
    with opened(tmp_path, SetClock()) as store:
        assert (store.console_id, store.lot_id) == (day.console_id, day.lot_id)
        set_up(store)
        for number in range(20):
            drive_in(store, f"XY{number:04}")
    found = verify_file(tmp_path / "lotkeeper.db", day.anchors)
    assert {problem.code for problem in found.problems} == {"anchor.differs"}


def test_a_file_of_another_console_is_found(day: Evidence, tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as store:
        set_up(store)
    found = verify_file(tmp_path / "lotkeeper.db", day.anchors)
    assert {problem.code for problem in found.problems} == {"anchor.no_chain"}


def test_behind_a_broken_link_an_anchor_proves_nothing_before_it(day: Evidence, tmp_path: Path) -> None:
    """A clumsy forger, who links nothing anew: the last anchor still fits its own entry."""
    file = copy_of(day, tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE journal SET who = 'someone' WHERE seq = ?", (day.anchors[0].seq + 2,))
        connection.commit()
    found = verify_file(file, day.anchors)
    assert "journal.link_wrong" in {problem.code for problem in found.problems}
    assert proved_until(found)[0] == day.anchors[0].seq


def test_what_is_on_paper_alone_finds_it_too(day: Evidence, tmp_path: Path) -> None:
    anchor = read_anchor(day.on_paper)
    found = verify_file(day.file, [anchor])
    assert found.is_sound
    assert proved_until(found)[0] == anchor.seq
    file = copy_of(day, tmp_path)
    chance = random.Random(SEED)
    forger.forge(file, day.console_id, lambda chain: forger.edit(chance, chain, 10))
    assert "anchor.differs" in {problem.code for problem in verify_file(file, [anchor]).problems}


def _first_change(before: Chain, after: Chain) -> int:
    for place, (one, other) in enumerate(zip(before, after, strict=False)):
        if one.entry != other.entry or one.entry.personal != other.entry.personal:
            return place
    return min(len(before), len(after))


def _forge_own_anchors(file: Path, day: Evidence) -> None:
    """Of the table of anchors in the same file nothing is left that speaks against the forgery."""
    engine = make_engine(sqlite_url(file), writer=True)
    with engine.begin() as connection:
        assert anchors_kept(connection, day.lot_id)
        connection.execute(delete(anchors_table))
    engine.dispose()


def _rename(file: Path, day: Evidence) -> None:
    engine = make_engine(sqlite_url(file), writer=True)
    with engine.begin() as connection:
        connection.execute(delete(local_state))
        for name, value in (("console_id", day.console_id), ("lot_id", day.lot_id)):
            connection.execute(insert(local_state).values(name=name, value=value))
        assert connection.execute(select(local_state.c.value)).all()
    engine.dispose()
