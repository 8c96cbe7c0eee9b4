"""Copies the database every hour, here and to a second place, on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from core.domain.errors import LinkError, StoreError
from core.services.ports import Clock
from core.sync.second_place import SecondPlace

log = logging.getLogger(__name__)

EVERY: Final = timedelta(hours=1)
LOOK_SECONDS: Final = 20.0
RETRY_SECONDS: Final = 300.0
JOIN_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class CopiesView:
    """The copies as the screen shows them: when the newest was made here and at the second place.

    ``here_name`` is the file of the last one this run made. ``second_used`` says whether there is to be a
    second place at all; ``cause`` is a reason code, empty where the last try was all right.
    """

    here_at: datetime | None = None
    second_at: datetime | None = None
    second_used: bool = False
    cause: str = ""
    here_name: str = ""


class HourlyCopies:
    """Makes a copy when the last one is an hour old; ``copy_now`` does it at once.

    ``make_copy`` copies the database into this console's own folder and checks the copy. What fails is
    tried again after five minutes, and nothing else waits for it.
    """

    def __init__(
        self,
        make_copy: Callable[[], Path],
        second: SecondPlace | None,
        *,
        lot_id: str,
        console_id: str,
        clock: Clock,
        trouble: str = "",
        here_at: datetime | None = None,
    ) -> None:
        self._make_copy = make_copy
        self._second = second
        self._lot_id = lot_id
        self._console_id = console_id
        self._clock = clock
        self._trouble = trouble
        used = second is not None or bool(trouble)
        self._view = CopiesView(here_at=here_at, second_used=used, cause=trouble)
        self._last_copy: Path | None = None
        self._looked_there = False
        self._one_at_a_time = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._is_paused = False
        self._tried_ns: int | None = None
        self._thread: threading.Thread | None = None

    @property
    def view(self) -> CopiesView:
        """How the copies are now; from any thread, at once."""
        return self._view

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="hourly-copies", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds; a transfer that is under way is given up. May be called twice."""
        self._stopping = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def pause(self, is_paused: bool) -> None:
        """Make no copies by itself for now, or go on: one that the power cuts off in the middle is none."""
        self._is_paused = is_paused

    def copy_now(self) -> CopiesView:
        """Copy at once and wait for it; StoreError or LinkError where a copy could not be made or put."""
        with self._one_at_a_time:
            self._try(self._copy_here, self._copy_there)
        return self._view

    def _run(self) -> None:
        while not self._stopping:
            try:
                if not self._is_paused:
                    self._turn()
            except (StoreError, LinkError) as error:
                log.warning("no copy of the database: %s", error)
            except Exception:
                # The thread's top: one copy that cannot be made must not end all that follow.
                log.exception("no copy of the database")
                self._view = replace(self._view, cause="program.fault")
            self._wake.wait(LOOK_SECONDS)

    def _turn(self) -> None:
        with self._one_at_a_time:
            if self._waits_for_a_retry():
                return
            if not self._looked_there:
                self._try(self._look_there)
            if self._is_due(self._view.here_at):
                self._try(self._copy_here, self._copy_there)
            elif self._second is not None and self._is_due(self._view.second_at):
                self._try(self._copy_there)

    def _try(self, *steps: Callable[[], None]) -> None:
        self._tried_ns = self._clock.monotonic_ns()
        try:
            for step in steps:
                step()
        except (StoreError, LinkError) as error:
            self._view = replace(self._view, cause=error.cause)
            raise
        self._tried_ns = None
        self._view = replace(self._view, cause=self._trouble)

    def _look_there(self) -> None:
        """What an earlier run of this console put there counts; asked until it is answered once."""
        mine = [] if self._second is None else self._second.copies(self._lot_id, self._console_id)
        self._looked_there = True
        if mine:
            self._view = replace(self._view, second_at=mine[0].made_at)

    def _copy_here(self) -> None:
        made_at = self._clock.now()
        self._last_copy = self._make_copy()
        self._view = replace(self._view, here_at=made_at, here_name=self._last_copy.name)

    def _copy_there(self) -> None:
        """The last copy, which may have waited for the place to come back; made anew where it is gone."""
        if self._second is None:
            return
        if self._last_copy is None or not self._last_copy.is_file():
            self._copy_here()
        copy, made_at = self._last_copy, self._view.here_at
        if copy is not None and made_at is not None:
            self._second.keep(copy, lot_id=self._lot_id, console_id=self._console_id, made_at=made_at)
            self._view = replace(self._view, second_at=made_at)

    def _is_due(self, made_at: datetime | None) -> bool:
        """A copy from the future was made by a clock that was wrong: it says nothing about its age."""
        return made_at is None or not timedelta(0) <= self._clock.now() - made_at < EVERY

    def _waits_for_a_retry(self) -> bool:
        if self._tried_ns is None:
            return False
        return self._clock.monotonic_ns() - self._tried_ns < RETRY_SECONDS * 1e9


def newest_of(folder: Path) -> datetime | None:
    """When the newest copy in a console's own folder was made; None where there is none."""
    newest: datetime | None = None
    with suppress(OSError):
        for file in folder.glob("lotkeeper-*.db"):
            made_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            newest = made_at if newest is None else max(newest, made_at)
    return newest
