"""A lane writes down how often its boom went up, once a minute where there is something to say (Z7)."""

from __future__ import annotations

import logging
from dataclasses import asdict
from functools import partial
from typing import Final

from core.domain.boom_counter import NOTHING, BoomCounter
from core.domain.errors import StoreError
from core.domain.gate_arithmetic import COUNTED, BoomCount
from core.domain.people import LANE_ITSELF, Actor, Right
from core.services.device_journal import lane_subject
from core.services.unit_of_work import Transactions, UnitOfWork

log = logging.getLogger(__name__)

EVERY_NS: Final = 60_000_000_000


class LaneCount:
    """For the lane's thread alone, but for ``end`` once that has ended."""

    def __init__(self, lane_id: str, store: Transactions, counter: BoomCounter) -> None:
        self._lane_id = lane_id
        self._store = store
        self._counter = counter
        self._next_ns = 0

    def watch(self, now_ns: int) -> None:
        """Write the count down when its minute is over and no command waits for its rise."""
        if now_ns < self._next_ns or not self._counter.is_settled:
            return
        self._next_ns = now_ns + EVERY_NS
        self.flush()

    def end(self) -> None:
        """The lane stops: what a command does that still waits for its rise is seen by nobody."""
        self._counter.lost_sight()
        self.flush()

    def flush(self) -> None:
        """Write down what was counted since; kept for the next time where the store does not take it."""
        count = self._counter.peek()
        if count == NOTHING:
            return
        try:
            self._store.write(partial(write_count, lane_id=self._lane_id, count=count))
        except StoreError as error:
            log.warning("lane %s: its count waits: %s", self._lane_id, error.cause)
            return
        self._counter.taken(count)


def write_count(unit: UnitOfWork, *, lane_id: str, count: BoomCount, actor: Actor = LANE_ITSELF) -> None:
    """Journal what the lane's boom did since its last count."""
    actor.require(Right.RELEASE)
    unit.record(
        COUNTED,
        {"lane_id": lane_id, **asdict(count)},
        who=actor.person_id,
        subjects=[lane_subject(lane_id)],
    )
