"""Labels are kept where a site opted in, and for as long as it said."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from core.services.ports import Still
from core.store import keep_labels
from core.store.keep_labels import LabelKeeper
from core.store.labels import LabelFolder
from core.store.photos import PhotoStore
from core.store.store import Store
from tests.booth import wait_until
from tests.core.store.lot import SetClock, set_up
from tests.core.store.queries.sighted import ask_and_type


class Site:
    """A lot whose attendant corrects plates, and the folder of its labels."""

    def __init__(self, store: Store, clock: SetClock, path: Path) -> None:
        self.store, self.clock = store, clock
        self.photos = PhotoStore(path / "photos")
        self.folder = LabelFolder(path / "labels", self.photos)
        self.ada = set_up(store)

    def correct(self, name: str) -> None:
        photo = self.photos.keep(Still(1, 0, 8, 8, name.encode(), b"small"))
        self.store.write(
            lambda unit: ask_and_type(unit, name, "in", "A8C1234", "ABC1234", actor=self.ada, photo=photo)
        )

    def keeper(self, *, learn: bool, days: int = 90) -> LabelKeeper:
        return LabelKeeper(self.store, self.folder, self.clock, learn=learn, days=days)

    @property
    def kept(self) -> int:
        return self.folder.kept().photos


@pytest.fixture
def site(store: Store, clock: SetClock, tmp_path: Path) -> Site:
    return Site(store, clock, tmp_path)


def test_a_site_that_did_not_opt_in_keeps_nothing(site: Site) -> None:
    site.correct("s1")
    site.keeper(learn=False).tidy()
    assert site.kept == 0


def test_photos_of_corrected_plates_are_kept_for_the_sites_days(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=True, days=30)
    kept.tidy()
    assert site.kept == 1
    site.clock.instant += timedelta(days=29)
    kept.tidy()
    assert site.kept == 1
    site.clock.instant += timedelta(days=2)
    kept.tidy()
    assert site.kept == 0


def test_what_was_kept_grows_old_also_after_the_site_opted_out(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=True, days=30)
    kept.tidy()
    kept.decide(learn=False, days=30)
    site.correct("s2")
    kept.tidy()
    assert site.kept == 1
    site.clock.instant += timedelta(days=31)
    kept.tidy()
    assert site.kept == 0


def test_everything_can_be_forgotten_at_once(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=True)
    kept.tidy()
    assert kept.forget() == 1
    assert site.kept == 0


def test_what_was_forgotten_does_not_come_back_with_the_next_tidying(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=True)
    kept.tidy()
    site.clock.instant += timedelta(hours=1)
    kept.forget()
    kept.tidy()
    assert site.kept == 0
    site.clock.instant += timedelta(hours=1)
    site.correct("s2")
    kept.tidy()
    assert site.kept == 1


def test_photos_from_before_the_site_opted_in_are_not_kept(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=False)
    site.clock.instant += timedelta(days=1)
    kept.decide(learn=True, days=90)
    kept.tidy()
    assert site.kept == 0
    site.clock.instant += timedelta(hours=1)
    site.correct("s2")
    kept.tidy()
    assert site.kept == 1


def test_since_when_the_site_learns_outlives_the_console(site: Site) -> None:
    site.correct("s1")
    site.clock.instant += timedelta(days=1)
    site.keeper(learn=True).tidy()
    site.clock.instant += timedelta(hours=1)
    site.correct("s2")
    site.clock.instant += timedelta(days=1)
    site.keeper(learn=True).tidy()
    assert site.kept == 1


def test_who_opts_in_again_keeps_what_was_left_and_nothing_from_between(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=True)
    kept.tidy()
    kept.decide(learn=False, days=90)
    kept.tidy()
    site.clock.instant += timedelta(days=1)
    site.correct("s2")
    site.clock.instant += timedelta(days=1)
    kept.decide(learn=True, days=90)
    kept.tidy()
    assert site.kept == 1
    site.correct("s3")
    kept.tidy()
    assert site.kept == 2


def test_a_mark_that_nobody_can_read_keeps_nothing_from_before(site: Site) -> None:
    site.keeper(learn=True).tidy()
    site.correct("s1")
    (site.folder.folder / "learning-since.txt").write_text("yesterday")
    site.clock.instant += timedelta(days=1)
    site.keeper(learn=True).tidy()
    assert site.kept == 0


def test_the_thread_works_when_the_site_decides_and_ends_when_told(site: Site) -> None:
    site.correct("s1")
    kept = site.keeper(learn=False)
    kept.start()
    kept.decide(learn=True, days=90)
    wait_until(lambda: site.kept == 1, "the photo is kept")
    kept.stop()
    kept.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "labels"]


def test_a_disk_in_trouble_does_not_end_the_keeping(
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(keep_labels, "EVERY_SECONDS", 0.02)
    blocker = tmp_path / "labels"
    blocker.write_text("a file is in the way")
    site.correct("s1")
    kept = site.keeper(learn=True)
    kept.start()
    kept.decide(learn=True, days=90)
    wait_until(lambda: "labels were not kept" in caplog.text, "it is written to the log")
    blocker.unlink()
    wait_until(lambda: site.kept == 1, "the next try keeps it")
    kept.stop()
