"""The audit as the program builds it: anchors on the second disk, verification, purging with its files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.errors import BadInput
from core.domain.journal import Subject, to_micros
from core.domain.purging import Scope
from core.services.anchors import anchor_text
from core.services.ports import Still
from tests.console.screens.booth import ScreenBooth

STILL = Still(1, 0, 640, 480, b"\xff\xd8\xff a picture", b"\xff\xd8\xff a small one")


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    made = tmp_path / "disk"
    made.mkdir()
    return made


@pytest.fixture
def lot(tmp_path, disk, qapp):
    booth = ScreenBooth(tmp_path / "console")
    console = booth.console
    shared = replace(console.config.shared, backups=str(disk), photos=str(disk))
    console.config = replace(console.config, shared=shared)
    console.audit.follow_configuration()
    try:
        booth.set_up()
        yield booth
    finally:
        booth.close()


def left_with_photo(lot, photo: str) -> str:
    """A stay that has ended, with a photo of its exit that no person took."""
    stay_id = lot.car_inside("ABC1234", minutes=95)
    lot.pay(stay_id)
    subject = [Subject("stay", stay_id)]

    def work(unit):
        unit.record(
            "stay.released", {"lane_id": "exit-1"}, who="system", subjects=subject, personal={"photo": photo}
        )
        unit.record(
            "stay.left", {"lane_id": "exit-1", "exit_at": to_micros(unit.now)}, who="system", subjects=subject
        )

    lot.store.write(work)
    return stay_id


def test_anchors_go_to_the_second_disk_of_the_configuration(lot, disk):
    view = lot.console.audit.anchors.anchor_now()
    assert view.places["disk"].cause == ""
    (file,) = disk.rglob("anchors-*.jsonl")
    assert file.parent.name == lot.store.console_id


def test_places_follow_the_configuration(lot):
    console = lot.console
    console.audit.anchors.anchor_now()
    console.config = replace(console.config, shared=replace(console.config.shared, backups=""))
    console.audit.follow_configuration()
    assert dict(console.audit.anchors.view.places) == {}


def test_the_journal_is_verified_against_what_lies_on_the_disk(lot):
    lot.console.audit.anchors.anchor_now()
    view = lot.console.audit.verifier.verify_now()
    assert view.is_sound
    (chain,) = view.anchored
    assert (chain.seq > 0, chain.later) == (True, 0)


def test_an_anchor_is_asked_about_at_once_and_a_bad_one_refused(lot):
    with pytest.raises(BadInput, match=r"anchor\.unreadable"):
        lot.console.audit.verify_now("LKA")
    lot.console.audit.verifier.start()
    lot.console.audit.verify_now(lot.store.read(anchor_text))
    lot.until(lambda: not lot.console.audit.verification.is_running, "it was verified")
    assert lot.console.audit.verification.is_sound


def test_a_lone_console_purges_for_its_lot_and_its_photos_follow(lot, disk):
    console = lot.console
    photo = console.photos.keep(STILL)
    stay_id = left_with_photo(lot, photo)
    lot.clock.instant += timedelta(days=61)
    console.audit.purging.purge_now()
    assert lot.stay(stay_id).exit_photo == ""
    console._start_tasks()
    lot.until(lambda: console.photos.photo(photo) is None, "the photo's file is gone")
    assert lot.stay(stay_id).plate == "ABC1234"
    lot.clock.instant += timedelta(days=30)
    view = console.audit.purging.purge_now()
    assert view.forgotten > 0
    assert lot.stay(stay_id).plate == ""
    assert lot.stay(stay_id).paid_minor > 0
    assert Scope.ALL.value in {
        entry.kind for entry in lot.store.read(lambda unit: unit.entries_about(Subject("stay", stay_id)))
    }
