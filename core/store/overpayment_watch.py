"""Watches for stays that were paid at two consoles: the hub writes down what is due back."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import timedelta

from core.domain.debts import COLLECTED
from core.domain.errors import LotkeeperError, Refused
from core.services.settle_overpayment import found_overpaid, note_overpayments
from core.store.refunds import stays_paid_twice
from core.store.store import Committed, Store

LOOKS_BACK = timedelta(days=35)
_PAID = frozenset({"stay.paid", COLLECTED})
MOST_NOTED = 10_000
"""More than so many nobody looks at for long, as on a console that is not the hub: all are sought then."""


class OverpaymentWatch:
    """A duty of the hub: payments are noted as they are committed or taken, and looked at with each turn.

    The first turn looks at all of the last weeks: another console may have been the hub before.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._paid: set[str] = set()
        self._looks_back = True
        store.listen(self._on_commit)

    def turn(self) -> None:
        """Look at what was paid since the last turn; LotkeeperError where a stay could not be priced."""
        waiting = self._sought()
        failed: dict[str, LotkeeperError] = {}
        for stay_id in sorted(waiting):
            try:
                self._look_at(stay_id)
            except LotkeeperError as error:
                failed[stay_id] = error
        self._mark(failed)
        # A car that paid before its entry was heard of is looked at again, and no fault.
        faults = [error for error in failed.values() if not _is_not_known_yet(error)]
        if faults:
            raise faults[0]

    def _sought(self) -> set[str]:
        """The stays to be looked at now; they are forgotten."""
        with self._lock:
            looks_back, self._looks_back = self._looks_back, False
        if looks_back:
            try:
                with self._store.reading() as view:
                    self._mark(stays_paid_twice(view.connection, view.lot_id, view.now - LOOKS_BACK))
            except LotkeeperError:
                self._looks_back = True
                raise
        with self._lock:
            waiting, self._paid = self._paid, set()
        return waiting

    def _look_at(self, stay_id: str) -> None:
        # Nearly every stay is paid once, and most others by consoles that knew: the writer is left alone.
        if self._store.read(lambda view: found_overpaid(view, stay_id)):
            self._store.write(lambda unit: note_overpayments(unit, stay_id=stay_id))

    def _mark(self, stay_ids: Iterable[str]) -> None:
        with self._lock:
            self._paid.update(stay_ids)

    def _on_commit(self, committed: Committed) -> None:
        if not _PAID.isdisjoint(committed.kinds):
            self._mark(
                {
                    subject.subject_id
                    for entry in committed.entries
                    if entry.kind in _PAID
                    for subject in entry.subjects
                    if subject.kind == "stay"
                }
            )
            with self._lock:
                if len(self._paid) > MOST_NOTED:
                    self._paid.clear()
                    self._looks_back = True


def _is_not_known_yet(error: LotkeeperError) -> bool:
    return isinstance(error, Refused) and error.code == "stay.unknown"
