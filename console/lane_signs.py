"""Keeps the signs of the lanes at what happens there: views, counts, closed lanes, a person's own texts.

One thread for all of them: it is woken by lanes and commits, makes the text anew and hands it to the sign
where it is another one. The words are in the lot's language, or English where a sign knows no other letters.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.domain.errors import LotkeeperError, OperatorError
from core.domain.lots import Lot
from core.domain.signs import Saying
from core.services.close_lane import closure_of
from core.services.lane_view import LaneView
from core.services.ports import Sign, SignText
from core.services.sign_texts import SignScene, code_refused, sayings_of
from core.services.tell_drivers import message_in
from core.services.unit_of_work import Transactions, UnitOfWork
from core.store.store import Committed
from reports.sign_text import sign_lines

log = logging.getLogger(__name__)

REFUSAL_SECONDS: Final = 6.0
TRY_AGAIN_SECONDS: Final = 2.0
JOIN_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class WiredSign:
    """A sign and the language it is written in; empty: that of the lot."""

    sign: Sign
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the store says: the lot, the spaces that are free, the lanes that are closed."""

    lot: Lot
    free: int
    closed: frozenset[str]


class LaneSigns:
    """``on_lane`` and ``on_commit`` may be called from any thread and return at once."""

    def __init__(self, store: Transactions) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._signs: Mapping[str, WiredSign] = {}
        self._views: dict[str, LaneView] = {}
        self._messages: dict[str, str] = {}
        self._shown: dict[str, tuple[str, ...]] = {}
        self._refused: dict[str, str] = {}
        self._facts: _Facts | None = None
        self._facts_are_old = True
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, signs: Mapping[str, WiredSign]) -> None:
        """Begin to show, by lane; nothing runs where no lane has a sign."""
        self.stop()
        with self._lock:
            self._signs = dict(signs)
            self._shown, self._facts_are_old = {}, True
        self._stopping.clear()
        for wired in signs.values():
            wired.sign.start()
        if signs:
            self._wake.set()
            self._thread = threading.Thread(target=self._run, name="lane-signs", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Stop the signs; what people told drivers is forgotten. May be called twice."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
            self._thread = None
        with self._lock:
            signs, self._signs = self._signs, {}
            self._views.clear()
            self._messages.clear()
            self._refused.clear()
        # Each may take two seconds to be blanked: together they take no longer than one.
        ends = [threading.Thread(target=wired.sign.stop, daemon=True) for wired in signs.values()]
        for end in ends:
            end.start()
        for end in ends:
            end.join(JOIN_SECONDS)

    def on_lane(self, view: LaneView) -> None:
        """A lane changed; where its car has left, what a person told it goes, too."""
        lane_id = view.lane.lane_id
        with self._lock:
            if lane_id not in self._signs:
                return
            before = self._views.get(lane_id)
            self._views[lane_id] = view
            if before is not None and before.vehicle_present and not view.vehicle_present:
                self._messages.pop(lane_id, None)
        self._wake.set()

    def on_commit(self, committed: Committed) -> None:
        """Counts, lanes or texts may have changed, on whichever console of the lot."""
        with self._lock:
            if not self._signs:
                return
            for entry in committed.entries:
                told = message_in(entry)
                if told is not None and told[0] in self._signs:
                    self._messages[told[0]] = told[1]
            self._facts_are_old = True
        self._wake.set()

    def code_refused(self, lane_id: str, code: str) -> None:
        """Tell the driver for some seconds why the code does not open.

        After what the lane showed before, by the same thread: the text of a car that has just driven up must
        not wipe away why its code was refused.
        """
        with self._lock:
            if lane_id not in self._signs:
                return
            self._refused[lane_id] = code
        self._wake.set()

    def _run(self) -> None:
        """This thread's top."""
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            if self._stopping.is_set():
                return
            try:
                self._bring_up_to_date()
            except LotkeeperError as error:
                log.warning("the signs keep what they show: %s", error)
                self._stopping.wait(TRY_AGAIN_SECONDS)
                self._wake.set()
            except Exception:
                # Nobody above sees it: a fault about one text must not leave all signs as they are.
                log.exception("a fault while a sign's text was made")

    def _bring_up_to_date(self) -> None:
        with self._lock:
            is_old, self._facts_are_old = self._facts_are_old, False
            lanes = tuple(self._signs)
        if is_old:
            try:
                facts = self._store.read(lambda unit: _facts(unit, lanes))
            except LotkeeperError:
                with self._lock:
                    self._facts_are_old = True
                raise
            with self._lock:
                self._facts = facts
        with self._lock:
            refused, self._refused = self._refused, {}
        for lane_id in lanes:
            self._show(lane_id)
        for lane_id, code in refused.items():
            self._show_refusal(lane_id, code)

    def _show(self, lane_id: str) -> None:
        with self._lock:
            wired, facts = self._signs.get(lane_id), self._facts
            view, message = self._views.get(lane_id), self._messages.get(lane_id, "")
        if wired is None or facts is None:
            return
        lines = sign_lines(
            _sayings(lane_id, view, facts, message), facts.lot, wired.language or facts.lot.receipt_language
        )
        if self._shown.get(lane_id) != lines:
            self._shown[lane_id] = lines
            wired.sign.show(SignText(lines))

    def _show_refusal(self, lane_id: str, code: str) -> None:
        with self._lock:
            wired, facts = self._signs.get(lane_id), self._facts
        if wired is not None and facts is not None:
            lines = sign_lines(code_refused(code), facts.lot, wired.language or facts.lot.receipt_language)
            wired.sign.show(SignText(lines, seconds=REFUSAL_SECONDS))


def _facts(unit: UnitOfWork, lanes: tuple[str, ...]) -> _Facts | None:
    try:
        lot = unit.lot()
    except OperatorError:
        return None
    closed = frozenset(lane_id for lane_id in lanes if closure_of(unit, lane_id) is not None)
    return _Facts(lot, unit.occupancy().free, closed)


def _sayings(lane_id: str, view: LaneView | None, facts: _Facts, message: str) -> tuple[Saying, ...]:
    scene = SignScene(
        view or LaneView(facts.lot.lane(lane_id)),
        facts.free,
        is_closed=lane_id in facts.closed,
        message=message,
        help_phone=facts.lot.help_phone,
    )
    return sayings_of(scene)
