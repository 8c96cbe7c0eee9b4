"""A console anchors its chain every hour and at each close of a shift, wherever somebody answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.domain.anchors import Anchor, AnyAnchor
from core.domain.errors import LinkError
from core.services.run_shift import close_shift, open_shift
from core.store import anchor_keeper
from core.store.anchor_keeper import AnchorKeeper
from core.store.anchors import anchors_kept
from core.store.store import Store
from core.store.verify import verify_file
from core.sync.anchor_files import AnchorFiles
from core.sync.places import Place
from tests.booth import wait_until
from tests.core.store.lot import SetClock, drive_in, set_up


class Shelf:
    """A place that can be made silent."""

    def __init__(self, name: str = "database") -> None:
        self.name = name
        self.lines: list[Anchor] = []
        self.cause = ""

    def write(self, anchor: Anchor) -> None:
        if self.cause:
            raise LinkError(self.cause)
        self.lines.append(anchor)

    def read(self, lot_id: str) -> Sequence[AnyAnchor]:
        if self.cause:
            raise LinkError(self.cause)
        return [line for line in self.lines if line.lot_id == lot_id]

    def close(self) -> None:
        pass


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def disk(tmp_path: Path) -> AnchorFiles:
    folder = tmp_path / "disk"
    folder.mkdir()
    return AnchorFiles(lambda: Place(str(folder)))


def test_an_anchor_goes_to_every_place_and_is_remembered_here(
    store: Store, clock: SetClock, shelf: Shelf, disk: AnchorFiles
) -> None:
    set_up(store)
    keeper = AnchorKeeper(store, [disk, shelf], clock)
    view = keeper.anchor_now()
    (line,) = shelf.lines
    assert [one.link for one in disk.read(store.lot_id) if isinstance(one, Anchor)] == [line.link]
    assert {place.cause for place in view.places.values()} == {""}
    with store.reading() as unit:
        places = [anchor.place for anchor in anchors_kept(unit.connection, store.lot_id)]
    assert sorted(places) == ["database", "disk", "journal"]


def test_nothing_new_is_anchored_twice(store: Store, clock: SetClock, shelf: Shelf) -> None:
    set_up(store)
    keeper = AnchorKeeper(store, [shelf], clock)
    keeper.anchor_now()
    keeper.anchor_now()
    assert len(shelf.lines) == 1
    drive_in(store, "AB0001")
    keeper.anchor_now()
    assert [line.seq for line in shelf.lines] == sorted({line.seq for line in shelf.lines})
    assert len(shelf.lines) == 2


def test_a_place_that_is_silent_keeps_no_other_waiting_and_gets_the_newest_later(
    store: Store, clock: SetClock, shelf: Shelf, disk: AnchorFiles
) -> None:
    set_up(store)
    shelf.cause = "link.no_answer"
    keeper = AnchorKeeper(store, [shelf, disk], clock)
    assert keeper.anchor_now().places["database"].cause == "link.no_answer"
    drive_in(store, "AB0001")
    keeper.anchor_now()
    assert len(disk.read(store.lot_id)) == 2
    shelf.cause = ""
    view = keeper.anchor_now()
    assert view.places["database"].cause == ""
    assert shelf.lines == [view.places["database"].last]
    assert len(disk.read(store.lot_id)) == 2


def test_a_shift_that_is_closed_is_anchored_at_once(store: Store, clock: SetClock, shelf: Shelf) -> None:
    actor = set_up(store)
    keeper = AnchorKeeper(store, [shelf], clock)
    store.listen(keeper.on_commit)
    keeper.start()
    try:
        store.write(lambda unit: open_shift(unit, actor=actor, drawer="drawer-1", float_minor=0))
        store.write(lambda unit: close_shift(unit, actor=actor, drawer="drawer-1", counted_minor=0))
        wait_until(lambda: bool(shelf.lines))
    finally:
        keeper.stop()


def test_what_all_places_hold_proves_the_file(
    store: Store, clock: SetClock, database: Path, shelf: Shelf, disk: AnchorFiles
) -> None:
    set_up(store)
    keeper = AnchorKeeper(store, [disk, shelf], clock)
    keeper.anchor_now()
    known, silent = keeper.known()
    assert (len(known), silent) == (3 + 2, {})
    found = verify_file(database, known)
    assert found.is_sound
    assert found.anchored[0].later == 0
    shelf.cause = "link.revoked"
    assert keeper.known()[1] == {"database": "link.revoked"}


def test_half_a_line_on_the_disk_costs_no_other(
    store: Store, clock: SetClock, tmp_path: Path, disk: AnchorFiles
) -> None:
    set_up(store)
    keeper = AnchorKeeper(store, [disk], clock)
    keeper.anchor_now()
    (file,) = (tmp_path / "disk").rglob("anchors-*.jsonl")
    with file.open("a", encoding="utf-8") as stream:
        stream.write('{"lot":"')
    drive_in(store, "AB0001")
    keeper.anchor_now()
    assert len(disk.read(store.lot_id)) == 2


def test_a_disk_that_is_not_there_is_told(store: Store, clock: SetClock, tmp_path: Path) -> None:
    set_up(store)
    keeper = AnchorKeeper(store, [AnchorFiles(lambda: Place(str(tmp_path / "gone")))], clock)
    assert keeper.anchor_now().places["disk"].cause == "place.not_found"
    assert not (tmp_path / "gone").exists()


def test_one_is_made_every_hour_in_which_something_happened(
    store: Store, clock: SetClock, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchor_keeper, "LOOK_SECONDS", 0.01)
    set_up(store)
    keeper = AnchorKeeper(store, [shelf], clock)
    keeper.start()
    try:
        clock.pass_time(11)  # the first one, ten minutes after the first start of all
        wait_until(lambda: len(shelf.lines) == 1)
        drive_in(store, "AB0001")
        clock.pass_time(61)
        wait_until(lambda: len(shelf.lines) == 2)
    finally:
        keeper.stop()
    # Another run goes on where this one ended: it does not begin its hour anew.
    drive_in(store, "AB0002")
    again = AnchorKeeper(store, [shelf], clock)
    again.start()
    try:
        clock.pass_time(61)
        wait_until(lambda: len(shelf.lines) == 3)
    finally:
        again.stop()


def test_a_place_that_was_silent_is_asked_again_by_itself(
    store: Store, clock: SetClock, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchor_keeper, "LOOK_SECONDS", 0.01)
    set_up(store)
    shelf.cause = "link.no_answer"
    keeper = AnchorKeeper(store, [shelf], clock)
    keeper.anchor_now()
    keeper.start()
    try:
        shelf.cause = ""
        clock.pass_time(6)
        wait_until(lambda: len(shelf.lines) == 1)
    finally:
        keeper.stop()
