"""Purges on schedule, on a thread of its own: the hub for the lot, each console what lies with it alone."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import JSON, literal, update

from core.domain.errors import LotkeeperError, OperatorError
from core.domain.journal import to_micros
from core.domain.lots import Lot
from core.domain.purging import Scope
from core.services.ports import Clock
from core.services.purge import due_now, purge_on_schedule
from core.store.photo_views import forget_old_views
from core.store.sharing_tables import refused_rows
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork

log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 3600.0
FIRST_SECONDS: Final = 900.0
JOIN_SECONDS: Final = 5.0
PRINTED_FOLDER: Final = "printed"
"""Where a console without a printer puts what it would print, within the folder of receipts."""

PAUSE_SECONDS: Final = 0.2
"""Between two transactions: lanes come first."""


@dataclass(frozen=True, slots=True)
class PurgeView:
    """How purging went last: when, how many things it forgot, what is old and kept all the same."""

    at: datetime | None = None
    forgotten: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    cause: str = ""


class PurgeKeeper:
    """Looks every hour for what is old enough to be forgotten.

    ``in_charge`` says whether this console does it for the lot; ``receipts`` is the folder of receipts that
    were written here, whose figures the journal holds.
    """

    def __init__(self, store: Store, clock: Clock, *, in_charge: Callable[[], bool], receipts: Path) -> None:
        self._store = store
        self._clock = clock
        self._in_charge = in_charge
        self._receipts = receipts
        self._view = PurgeView()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def view(self) -> PurgeView:
        """How it went last; from any thread, at once."""
        return self._view

    def start(self) -> None:
        """Begin; nothing is waited for."""
        self._thread = threading.Thread(target=self._run, name="purge", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def purge_now(self) -> PurgeView:
        """Forget all that is old enough, and wait for it; LotkeeperError where it could not be."""
        try:
            lot = self._store.read(lambda unit: unit.lot())
        except OperatorError:
            return self._view  # not set up: there is nothing to forget
        now = self._clock.now()
        self._forget_own(lot, now)
        forgotten, kept = self._forget_for_lot() if self._in_charge() else (0, {})
        self._view = PurgeView(now, forgotten, kept)
        return self._view

    def _run(self) -> None:
        wait = FIRST_SECONDS
        while not self._stopping.wait(wait):
            wait = EVERY_SECONDS
            try:
                self.purge_now()
            except LotkeeperError as error:
                log.warning("nothing could be purged: %s", error)
                self._view = replace(self._view, cause=getattr(error, "cause", "") or "program.fault")
            except Exception:
                # The thread's top: what cannot be purged now may be in an hour.
                log.exception("nothing could be purged")
                self._view = replace(self._view, cause="program.fault")

    def _forget_for_lot(self) -> tuple[int, dict[str, int]]:
        """All of the lot, in short transactions; what is found without one is asked about again in it."""
        forgotten, kept = 0, dict[str, int]()
        for scope in Scope:
            while len(due := self._store.read(partial(due_now, scope=scope))):
                done = 0
                for piece in due.in_pieces():
                    if self._stopping.wait(PAUSE_SECONDS):
                        return forgotten, kept
                    done += self._store.write(partial(purge_on_schedule, scope=scope, due=piece))
                forgotten += done
                if not done:
                    break  # somebody else did it, or nothing can be done about it
            kept = dict(due.kept)
        return forgotten, kept

    def _forget_own(self, lot: Lot, now: datetime) -> None:
        before = now - timedelta(days=lot.plate_days)
        self._store.write(lambda unit: _forget_rows(unit, before))
        printed = (self._receipts / PRINTED_FOLDER).glob("*.bin")
        for file in (*self._receipts.glob("receipt-*"), *printed):
            with suppress(OSError):
                # One that cannot be deleted now is tried again in an hour.
                if file.stat().st_mtime < before.timestamp():
                    file.unlink(missing_ok=True)


def _forget_rows(unit: SqlUnitOfWork, before: datetime) -> None:
    """Rows that were refused long ago; that they were is still known."""
    unit.connection.execute(
        update(refused_rows)
        .where(refused_rows.c.lot_id == unit.lot_id, refused_rows.c.at < to_micros(before))
        .values(row=literal({}, JSON))
    )
    forget_old_views(unit.connection, unit.lot_id, unit.now)
