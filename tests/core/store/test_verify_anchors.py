"""What consoles write of each other's chains proves them, too; and it tells where they do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import uuid_utils

from core.domain.anchors import KEPT_HERE, Anchor, from_line, to_line
from core.domain.chains import Mark
from core.services.anchors import make_anchor
from core.store.backup import backup, restore
from core.store.findings import Anchored, Verification
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.verify import verify_file
from tests.core.store.forger import Chain, forge, take_out
from tests.core.store.lot import SetClock, drive_in, opened, set_up
from tests.core.store.lots_apart import join


class Pair:
    """Two consoles of one lot in folders of their own."""

    def __init__(self, folder: Path, booth: Store, kiosk: Store) -> None:
        self.folder, self.booth, self.kiosk = folder, booth, kiosk
        kiosk.lot_id = booth.lot_id

    def share(self) -> None:
        for giver, taker in ((self.booth, self.kiosk), (self.kiosk, self.booth)):
            replica = StoreReplica(taker)
            mark = replica.marks().get(giver.console_id, Mark())
            rows = StoreReplica(giver).rows(giver.console_id, mark.seq)
            if rows:
                replica.take(rows)

    @property
    def booth_file(self) -> Path:
        return self.folder / "booth" / "lotkeeper.db"

    def anchored(self) -> Anchor:
        anchor = self.booth.write(make_anchor)
        assert anchor is not None
        return anchor


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    for name in ("booth", "kiosk"):
        (tmp_path / name).mkdir()
    with opened(tmp_path / "booth", SetClock()) as booth, opened(tmp_path / "kiosk", SetClock()) as kiosk:
        made = Pair(tmp_path, booth, kiosk)
        set_up(booth)
        made.share()
        drive_in(kiosk, "KI0001")
        made.share()
        yield made


def chain_of(found: Verification, store: Store) -> Anchored:
    return next(chain for chain in found.anchored if chain.console_id == store.console_id)


def test_one_anchor_of_one_console_proves_the_other_one_too(pair: Pair) -> None:
    anchor = pair.anchored()
    drive_in(pair.kiosk, "KI0002")
    pair.share()
    found = verify_file(pair.booth_file, [anchor])
    assert found.is_sound, found.problems
    assert chain_of(found, pair.booth).seq == anchor.seq
    assert chain_of(found, pair.kiosk).seq > 0
    assert chain_of(found, pair.kiosk).later > 0


def test_another_consoles_chain_changed_here_is_found_by_the_own_anchor(pair: Pair) -> None:
    anchor = pair.anchored()
    pair.booth.close()
    forge(pair.booth_file, pair.kiosk.console_id, lambda chain: take_out(Random(0), chain, 2))
    found = verify_file(pair.booth_file, [anchor])
    codes = {(problem.code, problem.console_id) for problem in found.problems}
    assert ("anchor.beyond_end", pair.kiosk.console_id) in codes or (
        "anchor.differs",
        pair.kiosk.console_id,
    ) in codes
    assert chain_of(found, pair.kiosk).seq == 0


def test_the_own_chain_cut_off_here_is_found_by_what_the_other_console_wrote(pair: Pair) -> None:
    drive_in(pair.booth, "BO0001")
    pair.share()
    pair.kiosk.write(make_anchor)
    pair.share()
    pair.booth.close()

    def cut(chain: Chain) -> Chain:
        return chain[:-3]

    forge(pair.booth_file, pair.booth.console_id, cut)
    found = verify_file(pair.booth_file)
    assert ("anchor.beyond_end", pair.booth.console_id) in {
        (problem.code, problem.console_id) for problem in found.problems
    }


def note(store: Store) -> None:
    store.write(lambda unit: unit.record("lane.noted", {}, who="system"))


def kiosk_is_ahead(pair: Pair) -> Anchor:
    """An anchor of the other console at the second disk, of entries that did not come here."""
    join(pair.booth, pair.kiosk)
    pair.share()
    note(pair.kiosk)
    anchor = pair.kiosk.write(make_anchor)
    assert anchor is not None
    return anchor


def test_what_another_console_anchored_and_has_not_sent_yet_is_not_missed(pair: Pair) -> None:
    anchor = kiosk_is_ahead(pair)
    assert verify_file(pair.booth_file, [anchor]).is_sound


def test_what_has_not_come_for_more_than_a_day_is_missed(pair: Pair) -> None:
    anchor = kiosk_is_ahead(pair)
    assert isinstance(pair.booth._clock, SetClock)
    pair.booth._clock.instant += timedelta(days=2)
    note(pair.booth)
    (problem,) = verify_file(pair.booth_file, [anchor]).problems
    assert (problem.code, problem.console_id) == ("anchor.beyond_end", pair.kiosk.console_id)


def test_what_a_console_lost_that_was_restored_is_missed_at_once(pair: Pair, tmp_path: Path) -> None:
    join(pair.booth, pair.kiosk)
    copy = backup(pair.booth_file, tmp_path / "copies", label="older")
    note(pair.booth)
    anchor = pair.anchored()
    pair.booth.close()
    restore(copy, pair.booth_file, tmp_path / "kept", new_id=str(uuid_utils.uuid7()))
    (problem,) = verify_file(pair.booth_file, [anchor]).problems
    assert (problem.code, problem.console_id) == ("anchor.beyond_end", anchor.console_id)


def test_an_anchor_kept_in_the_file_itself_proves_nothing_of_it(pair: Pair) -> None:
    anchor = pair.anchored()
    kept = replace(anchor, place=KEPT_HERE)
    assert from_line(to_line(kept)) == kept
    found = verify_file(pair.booth_file, [kept])
    assert found.is_sound
    assert [chain.seq for chain in found.anchored] == [0, 0]
    changed = verify_file(pair.booth_file, [replace(kept, link=bytes(32))])
    assert [problem.code for problem in changed.problems] == ["anchor.differs"]
