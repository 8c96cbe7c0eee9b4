"""A lane's gate tasks: the barrier is pulsed on the tasks' thread, and the lane hears what became of it."""

from __future__ import annotations

from collections.abc import Callable

from core.domain.errors import LotkeeperError
from core.services.command_gate import record_gate_outcome
from core.services.ports import Barrier, Clock
from core.services.tasks import Task, TaskHandler, TaskOutcome, TaskState, remaining_ns
from core.services.unit_of_work import UnitOfWork

HELD_OPEN = "gate.held_open"


class LaneGate:
    """``answered`` is told, on the tasks' thread, what became of a command.

    It is given the command's id, ``acknowledged`` or ``failed``, the cause, and whether the barrier may have
    acted. ``stands_open`` says that the gate is held open: then nothing is pulsed, which might end that.
    """

    def __init__(
        self,
        barrier: Barrier,
        clock: Clock,
        answered: Callable[[str, str, str, bool], None],
        stands_open: Callable[[], bool] = lambda: False,
    ) -> None:
        self._barrier = barrier
        self._clock = clock
        self._answered = answered
        self._stands_open = stands_open

    def handler(self) -> TaskHandler:
        """How the lane's gate tasks are done."""
        return TaskHandler(act=self._act, after=self._ended, repeatable=False)

    def _act(self, task: Task) -> TaskOutcome:
        deadline_ns = self._clock.monotonic_ns() + remaining_ns(task, self._clock.now())
        command_id = task.payload["command_id"]
        if self._stands_open():
            self._answered(command_id, "acknowledged", HELD_OPEN, True)
            return TaskOutcome(TaskState.DONE, HELD_OPEN)
        try:
            self._barrier.open(command_id, deadline_ns=deadline_ns)
        except LotkeeperError as error:
            unknown = bool(getattr(error, "unknown", False))
            self._answered(command_id, "failed", getattr(error, "cause", "barrier.failed"), unknown)
            raise
        self._answered(command_id, "acknowledged", "", True)
        return TaskOutcome(TaskState.DONE)

    def _ended(self, unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
        record_gate_outcome(unit, task, outcome)
        if outcome.state is not TaskState.DONE:
            # A command thrown away as too late never came to the barrier: it is told here alone.
            unknown = outcome.state is TaskState.UNKNOWN
            self._answered(task.payload["command_id"], "failed", outcome.cause, unknown)
