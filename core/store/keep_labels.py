"""Keeps the folder of labels as it should be: once an hour, and when the site decides otherwise."""

from __future__ import annotations

import logging
import threading

from core.domain.errors import LotkeeperError
from core.services.ports import Clock
from core.store.labels import LabelFolder, worth_keeping
from core.store.queries.labels import labels_since
from core.store.store import Store

log = logging.getLogger(__name__)

FIRST_AFTER_SECONDS = 60.0
EVERY_SECONDS = 3600.0
JOIN_SECONDS = 10.0


class LabelKeeper:
    """Copies new labels' photos and removes what is too old, on a thread of its own.

    Nothing is kept unless the site opted in, nor from before it did; what was kept grows old all the same,
    also after it opted out.
    """

    def __init__(self, store: Store, folder: LabelFolder, clock: Clock, *, learn: bool, days: int) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._learn = learn
        self._days = days
        # Who writes it into the file learns from when the console opens.
        self._learns_since = clock.now()
        self._due = threading.Event()
        self._stopping = threading.Event()
        self._working = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; the first tidying waits until the console has settled."""
        self._thread = threading.Thread(target=self._run, name="labels", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, within 10 s; may be called twice."""
        self._stopping.set()
        self._due.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def decide(self, *, learn: bool, days: int) -> None:
        """Hold to this from now on, also for a tidying that is under way."""
        if learn and not self._learn:
            self._learns_since = self._clock.now()
        self._learn, self._days = learn, days
        self._due.set()

    def tidy(self) -> None:
        """Do it now; StoreError where database or disk refuse."""
        with self._working:
            learn = self._learn
            if not learn:
                self._folder.learns_no_more()
                if not self._folder.kept().photos:
                    return
            learns_since = self._folder.learns(self._learns_since) if learn else self._learns_since
            since = self._folder.since(self._clock.now(), self._days)
            labels = self._store.read(lambda unit: labels_since(unit, since))
            self._folder.keep_only({label.photo for label in labels})
            if learn and not self._stopping.is_set():
                new = (label for label in labels if label.at >= learns_since)
                self._folder.keep(reference for reference in worth_keeping(new) if self._learn)

    def forget(self) -> int:
        """Remove everything that is kept, for good; returns how many photos there were."""
        with self._working:
            return self._folder.clear(self._clock.now())

    def _run(self) -> None:
        wait_seconds = FIRST_AFTER_SECONDS
        while not self._stopping.is_set():
            self._due.wait(wait_seconds)
            self._due.clear()
            wait_seconds = EVERY_SECONDS
            if self._stopping.is_set():
                return
            try:
                self.tidy()
            except LotkeeperError as error:
                log.error("labels were not kept: %s", error)  # noqa: TRY400 - expected, no stack wanted
            except Exception:
                # The thread's top: a fault here must not end the keeping, nor anything else.
                log.exception("labels were not kept")
