"""Files of purged photos go, here and at the common place; what is still named stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from console.photo_forgetting import MOST_TRIES, PhotoForgetter
from core.domain.errors import LinkError
from core.domain.journal import Subject
from core.services.photo_copies import PhotoSize
from core.services.ports import Still
from core.services.tasks import FORGET_PHOTOS, Task, TaskState
from core.store.labels import LabelFolder
from core.store.photos import PhotoStore
from core.store.store import Store
from core.sync.far_photos import name_of, remove_photo
from core.sync.places import Place
from tests.core.store.lot import MORNING, SetClock, opened

ONE = Still(1, 0, 640, 480, b"\xff\xd8\xff one", b"\xff\xd8\xff small one")
TWO = Still(2, 0, 640, 480, b"\xff\xd8\xff two", b"\xff\xd8\xff small two")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, SetClock()) as fresh:
        yield fresh


@pytest.fixture
def photos(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path / "photos")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "common").mkdir()
    return Place(str(tmp_path / "common"))


def task(*references: str, attempts: int = 0) -> Task:
    payload = {"photos": list(references)}
    return Task("t", FORGET_PHOTOS, payload, MORNING, MORNING, None, attempts)


def put(place: Place, photos: PhotoStore, store: Store, reference: str) -> None:
    photo, thumbnail = photos.photo(reference), photos.thumbnail(reference)
    assert photo is not None
    assert thumbnail is not None
    place.put(name_of(store.lot_id, reference, PhotoSize.LARGE), photo)
    place.put(name_of(store.lot_id, reference, PhotoSize.SMALL), thumbnail)


def test_the_files_go_everywhere(store: Store, photos: PhotoStore, place: Place, tmp_path: Path) -> None:
    labels = LabelFolder(tmp_path / "labels", photos)
    reference, other = photos.keep(ONE), photos.keep(TWO)
    labels.keep([reference])
    for each in (reference, other):
        put(place, photos, store, each)
    handler = PhotoForgetter(store, photos, labels, partial(remove_photo, place, store.lot_id)).handler()
    assert handler.act(task(reference)).state is TaskState.DONE
    left = [file.name for file in tmp_path.rglob("*.jpg")]
    assert left
    assert not [name for name in left if reference in name]
    assert len([name for name in left if other in name]) == 4
    # Done again after a crash, it finds nothing to do.
    assert handler.act(task(reference)).state is TaskState.DONE


def test_a_photo_that_another_entry_names_stays(store: Store, photos: PhotoStore, tmp_path: Path) -> None:
    reference = photos.keep(ONE)
    store.write(
        lambda unit: unit.record(
            "gate.commanded",
            {},
            who="ada",
            subjects=[Subject("gate", "g")],
            personal={"photo": reference},
        )
    )
    forgetter = PhotoForgetter(store, photos, LabelFolder(tmp_path / "labels", photos), _silent)
    assert forgetter.handler().act(task(reference)).state is TaskState.DONE
    assert photos.photo(reference) is not None


def test_a_place_that_is_not_there_is_asked_again_and_told_in_the_end(
    store: Store, photos: PhotoStore, tmp_path: Path
) -> None:
    reference = photos.keep(ONE)
    labels = LabelFolder(tmp_path / "labels", photos)
    silent = PhotoForgetter(store, photos, labels, _silent)
    outcome = silent.handler().act(task(reference))
    assert (outcome.state, outcome.cause) == (TaskState.WAITING, "place.no_answer")
    assert outcome.retry_in > timedelta(minutes=1)
    assert photos.photo(reference) is None
    assert silent.handler().act(task(reference, attempts=MOST_TRIES)).state is TaskState.FAILED


def _silent(photo: str) -> None:
    """A place that does not answer."""
    raise LinkError("place.no_answer", detail=photo)
