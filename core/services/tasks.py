"""Work outside the database that must follow from something that happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from core.services.unit_of_work import UnitOfWork

GATE_WORTH_FOR = timedelta(seconds=3)
GATE_TASKS = "gate.open/"
"""How the kinds of the tasks begin that open a gate."""
HOLD_TASKS = "gate.hold/"
"""How the kinds of the tasks begin that hold a gate open, or let it go."""

MONEY_TASKS = "money/"
"""How the kinds of the tasks begin that ask a terminal or platform for money; they never expire."""

FORGET_PHOTOS = "photo.forget"
"""The kind of the tasks that delete files of photos which nothing names any more."""
PHOTOS_AT_ONCE = 500


class TaskState(StrEnum):
    """How a task ended, or WAITING as long as it has not."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it is handed to its handler; thrown away after ``deadline_at`` (None: never).

    ``cause`` is what its last try said, or what its handler noted of it before the program ended.
    """

    task_id: str
    kind: str
    payload: Mapping[str, Any]
    created_at: datetime
    next_at: datetime
    deadline_at: datetime | None
    attempts: int
    cause: str = ""


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    """What became of a task: WAITING with ``retry_in`` asks for another try; ``cause`` says why.

    With ``keeps_note`` what was noted of the task stays in place of ``cause``: whoever could not write does
    not know how far it has come.
    """

    state: TaskState
    cause: str = ""
    retry_in: timedelta = timedelta(0)
    keeps_note: bool = False


DONE = TaskOutcome(TaskState.DONE)


@dataclass(frozen=True, slots=True)
class TaskHandler:
    """How a kind of task is done.

    ``act`` runs outside any transaction and may take its time; ``after`` writes the outcome down, in the
    transaction that ends the task. ``repeatable`` says whether a task found waiting after a crash may be
    done (a receipt) or is written down as unknown (a gate). With ``faulted`` a fault of the program does not
    end a task: that writes it down, and the task is tried again, from where its note says.
    """

    act: Callable[[Task], TaskOutcome]
    after: Callable[[UnitOfWork, Task, TaskOutcome], None]
    repeatable: bool = True
    faulted: Callable[[UnitOfWork, Task, TaskOutcome], None] | None = None


def remaining_ns(task: Task, now: datetime) -> int:
    """How long the task is still worth something, in nanoseconds; 0 for one without a deadline.

    Never more than it was worth when it was made: the clock may have been set back since.
    """
    if task.deadline_at is None:
        return 0
    waits = min(task.deadline_at - now, task.deadline_at - task.created_at)
    return int(waits.total_seconds() * 1e9)


def gate_task_kind(lane_id: str) -> str:
    """The kind of the tasks that open this lane's gate; one queue a lane, so that none waits for another."""
    return f"{GATE_TASKS}{lane_id}"


def hold_task_kind(lane_id: str) -> str:
    """The kind of the tasks that hold this lane's gate open or let it go."""
    return f"{HOLD_TASKS}{lane_id}"


def money_task_kind(account_id: str) -> str:
    """The kind of the tasks that ask this account for money; one queue an account."""
    return f"{MONEY_TASKS}{account_id}"
