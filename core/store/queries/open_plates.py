"""The plates of all open stays, kept in memory for the search and brought up to date on demand."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from core.domain.doubts import Doubts
from core.domain.errors import StoreError
from core.domain.plates import fold
from core.domain.stays import OPEN_STATES
from core.services.find_stay import PlateKey
from core.store.store import Committed, Store
from core.store.tables import stays

_OPEN = [state.value for state in OPEN_STATES]
_COLUMNS = (
    stays.c.stay_id,
    stays.c.state,
    stays.c.plate,
    stays.c.former_plates,
    stays.c.alternatives,
    stays.c.doubts,
)
_MOST_AT_ONCE = 500


class OpenPlateIndex:
    """Fills ``OpenPlates``: a commit only marks what changed, the next search reads it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # Two locks, so that the writer thread never waits for a search that brings the keys up to date.
        self._refreshing = threading.Lock()
        self._marking = threading.Lock()
        self._changed: set[str] = set()
        self._by_stay: dict[str, tuple[PlateKey, ...]] = {}
        self._keys: list[PlateKey] = []
        self._folds: list[str] = []
        self._stale = True
        store.listen(self._on_commit)
        self._load_all()

    def keys(self) -> tuple[Sequence[PlateKey], Sequence[str]]:
        """The keys, newest stay first, and their folded texts."""
        with self._refreshing:
            self._refresh()
            return self._keys, self._folds

    def _on_commit(self, committed: Committed) -> None:
        changed = {
            subject.subject_id
            for entry in committed.entries
            for subject in entry.subjects
            if subject.kind == "stay"
        }
        if changed:
            self._mark(changed)

    def _mark(self, stay_ids: set[str]) -> None:
        with self._marking:
            self._changed |= stay_ids

    def _load_all(self) -> None:
        with self._store.reading() as view:
            rows = view.connection.execute(
                select(*_COLUMNS)
                .where(stays.c.lot_id == view.lot_id, stays.c.state.in_(_OPEN))
                .order_by(stays.c.entry_at)
            ).all()
        with self._refreshing:
            self._by_stay = {row.stay_id: _keys_of(row) for row in rows}
            self._stale = True

    def _refresh(self) -> None:
        with self._marking:
            marked, self._changed = self._changed, set()
        changed = list(marked)
        try:
            for start in range(0, len(changed), _MOST_AT_ONCE):
                self._read_again(changed[start : start + _MOST_AT_ONCE])
        except StoreError:
            self._mark(marked)
            raise
        if self._stale:
            self._keys = [key for keys in reversed(self._by_stay.values()) for key in keys]
            self._folds = [key.folded for key in self._keys]
            self._stale = False

    def _read_again(self, stay_ids: list[str]) -> None:
        with self._store.reading() as view:
            rows = view.connection.execute(
                select(*_COLUMNS).where(stays.c.lot_id == view.lot_id, stays.c.stay_id.in_(stay_ids))
            ).all()
        for row in rows:
            keys = _keys_of(row) if row.state in _OPEN else ()
            if self._by_stay.get(row.stay_id, ()) == keys:
                continue
            self._stale = True
            if keys:
                self._by_stay[row.stay_id] = keys
            else:
                self._by_stay.pop(row.stay_id, None)


def _keys_of(row: Any) -> tuple[PlateKey, ...]:
    doubts = Doubts.from_plain(row.doubts)
    texts = dict.fromkeys([*row.former_plates, *row.alternatives])
    keys = [PlateKey(row.stay_id, row.plate, fold(row.plate), slots=doubts.slots)] if row.plate else []
    keys += [
        PlateKey(row.stay_id, text, fold(text), former=True, chance=doubts.chance_of(text))
        for text in texts
        if text and text != row.plate
    ]
    return tuple(keys)
