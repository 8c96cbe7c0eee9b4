"""Deletes the files of photos that were purged: here, among the labels, and at the lot's common place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from core.domain.errors import LinkError, StoreError
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork
from core.store.labels import LabelFolder
from core.store.photos import PhotoStore
from core.store.queries.purge import photos_still_named
from core.store.store import Store

RETRY: Final = timedelta(minutes=10)
MOST_TRIES: Final = 6 * 24 * 14
"""For two weeks: then a person is told that photos lie on at a place that is never there."""


class PhotoForgetter:
    """Does the tasks that a purge leaves behind; each console does its own."""

    def __init__(
        self, store: Store, photos: PhotoStore, labels: LabelFolder, remove_there: Callable[[str], None]
    ) -> None:
        """``remove_there`` deletes a photo at the common place, in both sizes; LinkError."""
        self._store = store
        self._photos = photos
        self._labels = labels
        self._remove_there = remove_there

    def handler(self) -> TaskHandler:
        """How these tasks are done."""
        return TaskHandler(act=self._act, after=_nothing_more)

    def _act(self, task: Task) -> TaskOutcome:
        named = [str(one) for one in task.payload.get("photos", ())]
        try:
            self._forget(named)
        except (StoreError, LinkError) as error:
            if task.attempts + 1 >= MOST_TRIES:
                return TaskOutcome(TaskState.FAILED, error.cause)
            return TaskOutcome(TaskState.WAITING, error.cause, retry_in=RETRY)
        return DONE

    def _forget(self, named: Sequence[str]) -> None:
        """What another entry still names stays: the picture of an act by hand may be that of a stay, too."""
        with self._store.reading() as view:
            still = photos_still_named(view.connection, self._store.lot_id, named)
        gone = [one for one in named if one not in still]
        for photo in gone:
            self._photos.remove(photo)
            self._labels.remove(photo)
        for photo in gone:
            self._remove_there(photo)


def _nothing_more(_unit: UnitOfWork, _task: Task, _outcome: TaskOutcome) -> None:
    """That the files are gone is no news to the journal: it says that they were to go."""
