"""The one runner of tasks: a queue and a thread for each kind, retries by time, outcomes written down."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from core.domain.errors import DeviceError, OperatorError, StoreError
from core.domain.journal import to_micros
from core.services.ports import Clock
from core.services.tasks import Task, TaskHandler, TaskOutcome, TaskState
from core.store.store import Committed, Store
from core.store.tables import tasks
from core.store.task_rows import MOST_AT_ONCE, waiting_tasks
from core.store.unit_of_work import SqlUnitOfWork

log = logging.getLogger(__name__)

QUEUE_SIZE = MOST_AT_ONCE
POLL_SECONDS = 1.0
JOIN_SECONDS = 3.0
LONGEST_AFTER_FAULT = timedelta(minutes=1)
FAULT = "bug:"
"""How the cause of a task begins that a fault of the program ended or put off."""


class TaskRunner:
    """Does tasks after the commit that added them.

    A task of a kind nobody handles stays waiting. What a crash left behind is done again where its
    handler says so, and written down as unknown where not.
    """

    def __init__(self, store: Store, handlers: Mapping[str, TaskHandler], clock: Clock) -> None:
        self._store = store
        self._handlers = dict(handlers)
        self._clock = clock
        self._queues: dict[str, queue.Queue[Task | None]] = {
            kind: queue.Queue(QUEUE_SIZE) for kind in self._handlers
        }
        self._in_hand: set[str] = set()
        self._ended: set[str] = set()
        self._unwritten: dict[str, TaskOutcome] = {}
        self._again_ns: dict[str, int] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of tasks that it does."""
        return frozenset(self._handlers)

    def start(self) -> None:
        """Write off or take up what was left waiting, then run."""
        self._take_up_leftovers()
        self._store.listen(self._on_commit)
        for kind in self._handlers:
            self._spawn(f"task-{kind}", self._run, kind)
        self._spawn("task-poll", self._poll)

    def stop(self) -> None:
        """Finish the tasks in hand and end, within 3 s a thread; may be called twice."""
        self._stopping.set()
        for tasks_of_kind in self._queues.values():
            # Where there is no room a task lies before it, after which the thread sees that it must end.
            with suppress(queue.Full):
                tasks_of_kind.put_nowait(None)
        for thread in self._threads:
            thread.join(JOIN_SECONDS)
        self._threads.clear()

    def _spawn(self, name: str, target: object, *arguments: str) -> None:
        thread = threading.Thread(target=target, name=name, args=arguments, daemon=True)  # type: ignore[arg-type]
        thread.start()
        self._threads.append(thread)

    def _on_commit(self, committed: Committed) -> None:
        if self._stopping.is_set():
            return
        for task in committed.tasks:
            self._enqueue(task)

    def _enqueue(self, task: Task) -> None:
        """Never waits: it runs on the writer thread. What finds no room is taken up by the poll."""
        waiting = self._queues.get(task.kind)
        with self._lock:
            if waiting is None or task.task_id in self._in_hand or task.task_id in self._ended:
                return
            try:
                waiting.put_nowait(task)
            except queue.Full:
                return
            self._in_hand.add(task.task_id)

    def _run(self, kind: str) -> None:
        waiting = self._queues[kind]
        while True:
            task = waiting.get()
            if task is None or self._stopping.is_set():
                return
            try:
                self._do(task, self._handlers[kind])
            except Exception:
                # The thread's top: whatever one task does, the next gate must open.
                log.exception("the outcome of task %s (%s) could not be written", task.task_id, task.kind)
            with self._lock:
                self._ended.add(task.task_id)
                self._in_hand.discard(task.task_id)

    def _do(self, task: Task, handler: TaskHandler) -> None:
        outcome = self._unwritten.get(task.task_id) or self._act(task, handler)
        # Kept until it is written down: taken up again, the task must not be done again.
        self._unwritten[task.task_id] = outcome
        self._store.write(lambda unit: self._finish(unit, task, outcome, handler))
        del self._unwritten[task.task_id]
        if outcome.state is TaskState.WAITING:
            wait_ns = int(outcome.retry_in.total_seconds() * 1e9)
            self._again_ns[task.task_id] = self._clock.monotonic_ns() + wait_ns
        else:
            self._again_ns.pop(task.task_id, None)

    def _is_due(self, task: Task) -> bool:
        """Whether its time has come, also where the clock was set back since."""
        if task.next_at <= self._clock.now():
            return True
        again_ns = self._again_ns.get(task.task_id)
        return again_ns is not None and self._clock.monotonic_ns() >= again_ns

    def _act(self, task: Task, handler: TaskHandler) -> TaskOutcome:
        if task.deadline_at is not None and self._clock.now() > task.deadline_at:
            return TaskOutcome(TaskState.EXPIRED, "task.too_late")
        outcome = self._tried(task, handler)
        if outcome.state is TaskState.FAILED and _is_fault(outcome) and handler.faulted is not None:
            again = retry_later(task, outcome.cause, longest=LONGEST_AFTER_FAULT)
            return replace(again, keeps_note=True)
        return outcome

    def _tried(self, task: Task, handler: TaskHandler) -> TaskOutcome:
        try:
            return handler.act(task)
        except DeviceError as error:
            return TaskOutcome(TaskState.UNKNOWN if error.unknown else TaskState.FAILED, error.cause)
        except StoreError as error:
            return TaskOutcome(TaskState.FAILED, error.cause)
        except OperatorError as error:
            begins = FAULT if handler.faulted is not None else ""
            return TaskOutcome(TaskState.FAILED, f"{begins}{error.code}")
        except Exception as error:
            log.exception("task %s (%s) failed", task.task_id, task.kind)
            return TaskOutcome(TaskState.FAILED, f"{FAULT}{type(error).__name__}")

    def _finish(self, unit: SqlUnitOfWork, task: Task, outcome: TaskOutcome, handler: TaskHandler) -> None:
        noted = {} if outcome.keeps_note else {"cause": outcome.cause[:200]}
        changed = unit.connection.execute(
            update(tasks)
            .where(
                tasks.c.lot_id == unit.lot_id,
                tasks.c.task_id == task.task_id,
                tasks.c.state == TaskState.WAITING.value,
            )
            .values(
                state=outcome.state.value,
                attempts=task.attempts + 1,
                next_at=to_micros(unit.now + outcome.retry_in),
                **noted,
            )
        )
        if changed.rowcount and outcome.state is not TaskState.WAITING:
            handler.after(unit, task, outcome)
        elif changed.rowcount and _is_fault(outcome) and handler.faulted is not None:
            handler.faulted(unit, task, outcome)

    def _poll(self) -> None:
        """Take up tasks whose next try is due."""
        while not self._stopping.wait(POLL_SECONDS):
            try:
                with self._lock:
                    # What ends from here on may still be read as waiting.
                    self._ended.clear()
                for task in self._waiting():
                    if self._is_due(task):
                        self._enqueue(task)
            except Exception:
                # The thread's top: without it no receipt would be tried again.
                log.exception("waiting tasks could not be read")

    def _take_up_leftovers(self) -> None:
        for task in self._waiting():
            handler = self._handlers.get(task.kind)
            if handler is None:
                continue
            if not handler.repeatable:
                self._unwritten[task.task_id] = TaskOutcome(TaskState.UNKNOWN, "task.interrupted")
            self._enqueue(task)

    def _waiting(self) -> list[Task]:
        with self._store.reading() as view:
            return waiting_tasks(view.connection, view.lot_id)


def _is_fault(outcome: TaskOutcome) -> bool:
    return outcome.cause.startswith(FAULT)


def retry_later(task: Task, cause: str, *, longest: timedelta = timedelta(minutes=5)) -> TaskOutcome:
    """Ask for another try after 1, 2, 4, … seconds, at most ``longest``."""
    wait = min(longest, timedelta(seconds=1 << min(task.attempts, 10)))
    return TaskOutcome(TaskState.WAITING, cause, retry_in=wait)
