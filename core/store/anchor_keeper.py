"""Anchors this console's chain every hour and at each Z report, on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.domain.anchors import KEPT_HERE, Anchor, AnyAnchor
from core.domain.errors import LinkError, LotkeeperError, StoreError
from core.services.anchoring import AnchorPlace, AnchorsView, PlaceView
from core.services.anchors import make_anchor, own_anchor
from core.services.ports import Clock
from core.store.anchors import anchors_kept, keep_anchor
from core.store.store import Committed, Store

log = logging.getLogger(__name__)

EVERY: Final = timedelta(hours=1)
LOOK_SECONDS: Final = 20.0
FIRST_SECONDS: Final = 600.0
RETRY_SECONDS: Final = 300.0
JOIN_SECONDS: Final = 5.0
AT_ONCE: Final = frozenset({"shift.closed"})
"""After these an anchor is made at once: what a shift took is proved as soon as it is counted."""


class AnchorKeeper:
    """Makes anchors and writes them to every place; what could not be written is tried again.

    Only the newest waits for a place that does not answer: it proves what the ones before it would.
    """

    def __init__(self, store: Store, places: Sequence[AnchorPlace], clock: Clock) -> None:
        self._store = store
        self._places = tuple(places)
        self._clock = clock
        self._view = AnchorsView(places={place.name: PlaceView() for place in places})
        self._pending: dict[str, Anchor] = {}
        self._newest: Anchor | None = None
        self._due_ns = 0
        self._retry_ns = 0
        self._asked = False
        self._one_at_a_time = threading.Lock()
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None

    @property
    def view(self) -> AnchorsView:
        """How the anchors are now; from any thread, at once."""
        return self._view

    def start(self) -> None:
        """Begin; nothing is waited for. The first one comes an hour after the last of an earlier run."""
        self._due_ns = self._clock.monotonic_ns() + int(self._first_in().total_seconds() * 1e9)
        self._thread = threading.Thread(target=self._run, name="anchors", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End within a few seconds; may be called twice."""
        self._stopping = True
        self._wake.set()
        for place in self._places:
            place.close()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None

    def use(self, places: Sequence[AnchorPlace]) -> None:
        """Write to these places from now on; the newest anchor goes there, too."""
        with self._one_at_a_time:
            former, self._places = self._places, tuple(places)
            for place in former:
                place.close()
            self._pending = {} if self._newest is None else {each.name: self._newest for each in places}
            self._view = replace(self._view, places={each.name: PlaceView() for each in places})
            self._retry_ns = 0
        self._wake.set()

    def on_commit(self, committed: Committed) -> None:
        """Anchor at once what closes a shift; on the writer thread, returns at once."""
        if committed.own_kinds & AT_ONCE:
            self._asked = True
            self._wake.set()

    def anchor_now(self) -> AnchorsView:
        """Make an anchor and write it everywhere, and wait for it; a place that fails is in the view."""
        with self._one_at_a_time:
            self._make()
            self._write_all()
        return self._view

    def known(self) -> tuple[list[AnyAnchor], dict[str, str]]:
        """All anchors known here or at any place, and the reason code of each place that is silent.

        Those that are kept here count as such wherever else they were written: a copy proves nothing.
        """
        with self._store.reading() as view:
            kept = anchors_kept(view.connection, self._store.lot_id)
        found: list[AnyAnchor] = [replace(one, place=KEPT_HERE) for one in kept]
        silent: dict[str, str] = {}
        for place in self._places:
            try:
                found += place.read(self._store.lot_id)
            except LinkError as error:
                silent[place.name] = error.cause
        return found, silent

    def _run(self) -> None:
        while not self._stopping:
            try:
                self._turn()
            except (StoreError, LinkError) as error:
                log.warning("no anchor: %s", error)
            except Exception:
                # The thread's top: one anchor that cannot be made must not end all that follow.
                log.exception("no anchor")
            self._wake.wait(LOOK_SECONDS)
            self._wake.clear()

    def _turn(self) -> None:
        with self._one_at_a_time:
            now_ns = self._clock.monotonic_ns()
            if self._asked or now_ns >= self._due_ns:
                self._asked = False
                self._make()
                self._write_all()
            elif self._pending and now_ns >= self._retry_ns:
                self._write_all()

    def _make(self) -> None:
        # Looked at first without the writer: in a quiet hour there is nothing to anchor.
        if not self._store.read(lambda unit: unit.is_anchored()):
            self._store.write(make_anchor)
        anchor = self._store.read(own_anchor)
        self._due_ns = self._clock.monotonic_ns() + int(EVERY.total_seconds() * 1e9)
        if anchor is None or (self._newest is not None and anchor.link == self._newest.link):
            return
        self._newest = anchor
        self._pending = {place.name: anchor for place in self._places}
        self._view = replace(self._view, made_at=anchor.at)
        self._keep(anchor, KEPT_HERE)

    def _write_all(self) -> None:
        self._retry_ns = self._clock.monotonic_ns() + int(RETRY_SECONDS * 1e9)
        for place in self._places:
            anchor = self._pending.get(place.name)
            if anchor is not None and not self._stopping:
                self._show(place.name, self._write(place, anchor))

    def _write(self, place: AnchorPlace, anchor: Anchor) -> PlaceView:
        before = self._view.places[place.name]
        try:
            place.write(anchor)
        except LotkeeperError as error:
            log.info("no anchor at the %s: %s", place.name, error)
            return replace(before, cause=getattr(error, "cause", "") or "program.fault")
        del self._pending[place.name]
        self._keep(anchor, place.name)
        return PlaceView(last=anchor)

    def _keep(self, anchor: Anchor, place: str) -> None:
        kept = replace(anchor, place=place)
        self._store.write(lambda unit: keep_anchor(unit.connection, unit.new_id(), kept))

    def _show(self, name: str, shown: PlaceView) -> None:
        self._view = replace(self._view, places={**self._view.places, name: shown})

    def _first_in(self) -> timedelta:
        """What the clock says of the last one only shortens or keeps the time: it may have been wrong."""
        try:
            with self._store.reading() as view:
                kept = anchors_kept(view.connection, self._store.lot_id, most=1)
        except StoreError as error:
            log.warning("no anchors known: %s", error)
            kept = ()
        if not kept:
            return timedelta(seconds=FIRST_SECONDS)
        return max(timedelta(), min(EVERY, kept[0].at + EVERY - self._clock.now()))
