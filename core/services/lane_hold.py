"""A lane's gate held open: what the journal says of it and what its contact says, and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from core.domain import gate_holds
from core.domain.errors import DeviceError, Refused, StoreError
from core.domain.gate_holds import Hold, HoldState
from core.domain.people import Actor
from core.services import hold_gate
from core.services.lane_view import HoldView
from core.services.ports import Barrier, Clock, HoldsOpen
from core.services.tasks import Task, TaskHandler, TaskOutcome, TaskState, remaining_ns
from core.services.unit_of_work import Transactions, UnitOfWork

HOLD_LOST: Final = "barrier.hold_lost"
HELD_UNASKED: Final = "barrier.held_unasked"
# A contact is believed once it has said so for this long: right after a command it may still be on its way.
SURE_AFTER_NS: Final = 2_000_000_000


class LaneHold:
    """``handler`` and ``is_held`` may be used from any thread, all else on the lane's alone.

    ``call`` has something done on the lane's thread.
    """

    def __init__(
        self,
        lane_id: str,
        barrier: Barrier,
        store: Transactions,
        clock: Clock,
        call: Callable[[Callable[[], None]], None],
    ) -> None:
        self._lane_id = lane_id
        self._barrier = barrier
        self._store = store
        self._clock = clock
        self._call = call
        self._hold: Hold | None = None
        self._name = ""
        self._last_command_id = ""
        self._differs_since_ns: int | None = None
        self._told_unasked = False
        self._failed = ""
        self.fault = ""

    @property
    def is_held(self) -> bool:
        """Whether the gate is open, or may be, because a person wanted it so."""
        hold = self._hold
        return hold is not None and hold.state is not HoldState.ASKED

    @property
    def stands_open(self) -> bool:
        """Whether the board said that it holds the gate open: no pulse is wanted then, it might end that."""
        hold = self._hold
        return hold is not None and hold.state is HoldState.HELD

    @property
    def last_command_id(self) -> str:
        """The command that holds it, or held it last; empty where none did since the start."""
        return self._last_command_id

    def view(self) -> HoldView:
        """How it is held now."""
        hold = self._hold
        if hold is None:
            return HoldView(cause=self._failed)
        reminders = hold.reminders(self._clock.now())
        return HoldView(
            hold.state.value, hold.since, self._name, hold.reason, hold.note, hold.cause, reminders
        )

    def resume(self) -> None:
        """Take up what the journal says, before the barrier is started: a held gate stays as it is."""

        def read(unit: UnitOfWork) -> tuple[Hold | None, str]:
            hold = hold_gate.holding(unit, self._lane_id)
            return hold, "" if hold is None else hold_gate.holder_name(unit, hold)

        self._hold, self._name = self._store.read(read)
        self._last_command_id = self._hold.command_id if self._hold is not None else ""
        if self._hold is not None and isinstance(self._barrier, HoldsOpen):
            self._barrier.leave_held()

    def hold(self, actor: Actor, reason: str, note: str, photo: str) -> None:
        """Have it held open; raises what the service refuses, also where the barrier cannot be held."""
        if not isinstance(self._barrier, HoldsOpen):
            raise Refused("barrier.cannot_hold")
        self._hold = self._store.write(
            partial(
                hold_gate.hold_gate,
                actor=actor,
                lane_id=self._lane_id,
                reason=reason,
                note=note,
                photo=photo,
            )
        )
        self._last_command_id = self._hold.command_id
        self._name, self.fault, self._failed = actor.name, "", ""
        self._differs_since_ns = None

    def let_go(self, actor: Actor, note: str, photo: str) -> None:
        """Have it let go; raises what the service refuses."""
        command_id = self._store.write(
            partial(hold_gate.let_go, actor=actor, lane_id=self._lane_id, note=note, photo=photo)
        )
        if self._hold is not None:
            self._hold = gate_holds.letting_go(self._hold, command_id)
        self.fault = self._failed = ""
        self._differs_since_ns = None

    def handler(self) -> TaskHandler:
        """How the lane's tasks to hold and to let go are done."""
        return TaskHandler(act=self._act, after=self._ended, repeatable=False)

    def watch(self, now_ns: int, photo: Callable[[], str]) -> None:
        """Compare with the barrier's contact: what was held may be lost, what nobody asked for may be held.

        Nothing is latched again. Raises StoreError where that cannot be written down now.
        """
        is_closed = self._barrier.is_held() if isinstance(self._barrier, HoldsOpen) else None
        if is_closed is None or self._is_under_way() or is_closed is (self._hold is not None):
            self._differs_since_ns = None
            if is_closed is False and self.fault == HELD_UNASKED:
                self.fault = ""
            self._told_unasked = self._told_unasked and is_closed is not False
            return
        self._differs_since_ns = self._differs_since_ns or now_ns
        if now_ns - self._differs_since_ns < SURE_AFTER_NS:
            return
        try:
            self._found_unasked(photo) if is_closed else self._found_lost(photo)
        except StoreError:
            # Not ten times a second, each with a picture.
            self._differs_since_ns = None
            raise

    def _is_under_way(self) -> bool:
        return self._hold is not None and self._hold.state in {HoldState.ASKED, HoldState.LETTING_GO}

    def _found_unasked(self, photo: Callable[[], str]) -> None:
        self.fault = HELD_UNASKED
        if not self._told_unasked:
            self._store.write(partial(hold_gate.held_unasked, lane_id=self._lane_id, photo=photo()))
            self._told_unasked = True

    def _found_lost(self, photo: Callable[[], str]) -> None:
        work = partial(
            hold_gate.lost_hold, lane_id=self._lane_id, command_id=self._last_command_id, photo=photo()
        )
        self._store.write(work)
        self._hold, self.fault = None, HOLD_LOST

    def _act(self, task: Task) -> TaskOutcome:
        if not isinstance(self._barrier, HoldsOpen):
            raise DeviceError("barrier.cannot_hold")
        deadline_ns = self._clock.monotonic_ns() + remaining_ns(task, self._clock.now())
        act = self._barrier.hold_open if task.payload["act"] == "hold" else self._barrier.let_go
        act(task.payload["command_id"], deadline_ns=deadline_ns)
        return TaskOutcome(TaskState.DONE)

    def _ended(self, unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
        kind = hold_gate.record_hold_outcome(unit, task, outcome)
        command_id = task.payload["command_id"]

        def work() -> None:
            before, self._hold = self._hold, gate_holds.answered(self._hold, kind, command_id, outcome.cause)
            if before is None or self._hold is None:
                self._failed = "" if outcome.state is TaskState.DONE else outcome.cause

        self._call(work)
