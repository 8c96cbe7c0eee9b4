"""Tasks: done after the commit that added them, never before; each outcome is written down."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from core.domain.errors import DeviceError, Refused, StoreError
from core.services.tasks import DONE, Task, TaskHandler, TaskOutcome, TaskState
from core.services.unit_of_work import UnitOfWork
from core.store import tasks as module
from core.store.store import Store
from core.store.tables import tasks
from core.store.tasks import TaskRunner, retry_later
from core.store.unit_of_work import SqlUnitOfWork
from tests.booth import wait_until
from tests.core.store.lot import SetClock, opened

KIND = "receipt.print"
WAIT_SECONDS = 30.0


class Printer:
    """Does the tasks as it is told, and hands over what became of each."""

    def __init__(self, act: Callable[[Task], TaskOutcome] = lambda _task: DONE) -> None:
        self.acts: list[str] = []
        self.outcomes: queue.Queue[TaskOutcome] = queue.Queue()
        self._act = act

    def act(self, task: Task) -> TaskOutcome:
        self.acts.append(task.task_id)
        return self._act(task)

    def after(self, unit: UnitOfWork, task: Task, outcome: TaskOutcome) -> None:
        unit.record("task.ended", {"task": task.task_id, "state": outcome.state.value}, who="system")
        self.outcomes.put(outcome)

    def ended(self) -> TaskOutcome:
        return self.outcomes.get(timeout=WAIT_SECONDS)


@contextmanager
def running(store: Store, clock: SetClock, printer: Printer, *, repeatable: bool = True) -> Iterator[None]:
    handler = TaskHandler(printer.act, printer.after, repeatable=repeatable)
    runner = TaskRunner(store, {KIND: handler}, clock)
    runner.start()
    try:
        yield
    finally:
        runner.stop()
        store.write(lambda _unit: None)


def add(store: Store, *, worth_for: timedelta | None = None, kind: str = KIND) -> str:
    return store.write(lambda unit: unit.add_task(kind, {"copy": 0}, worth_for=worth_for))


def states(store: Store) -> list[tuple[str, str, int]]:
    with store.reading() as view:
        rows = view.connection.execute(select(tasks).order_by(tasks.c.task_id)).all()
    return [(row.state, row.cause, row.attempts) for row in rows]


def fail_with(error: Exception) -> Callable[[Task], TaskOutcome]:
    def act(_task: Task) -> TaskOutcome:
        raise error

    return act


def test_a_task_is_done_after_its_commit_and_its_outcome_is_kept(store: Store, clock: SetClock) -> None:
    printer = Printer()
    with running(store, clock, printer):
        task_id = add(store)
        assert printer.ended() == DONE
    assert printer.acts == [task_id]
    assert states(store) == [("done", "", 1)]


def test_a_task_of_a_transaction_that_failed_is_never_done(store: Store, clock: SetClock) -> None:
    printer = Printer()

    def refused(unit: UnitOfWork) -> None:
        unit.add_task(KIND, {})
        raise Refused("stay.unknown")

    with running(store, clock, printer):
        with pytest.raises(Refused):
            store.write(refused)
        add(store)
        printer.ended()
    assert len(printer.acts) == 1
    assert len(states(store)) == 1


@pytest.mark.parametrize(
    ("error", "state", "cause"),
    [
        (DeviceError("printer.no_paper"), "failed", "printer.no_paper"),
        (DeviceError("barrier.no_answer", unknown=True), "unknown", "barrier.no_answer"),
        (ZeroDivisionError(), "failed", "bug:ZeroDivisionError"),
    ],
)
def test_what_fails_is_written_down_with_its_cause(
    store: Store, clock: SetClock, error: Exception, state: str, cause: str
) -> None:
    printer = Printer(fail_with(error))
    with running(store, clock, printer):
        add(store)
        assert printer.ended().cause == cause
    assert states(store) == [(state, cause, 1)]


def test_a_gate_task_older_than_it_is_worth_is_thrown_away(store: Store, clock: SetClock) -> None:
    printer = Printer()
    add(store, worth_for=timedelta(seconds=3))
    clock.pass_time(1)
    with running(store, clock, printer):
        assert printer.ended().state is TaskState.EXPIRED
    assert printer.acts == []


@pytest.mark.parametrize(("repeatable", "state", "acts"), [(True, "done", 1), (False, "unknown", 0)])
def test_what_a_crash_left_behind_is_done_again_only_where_that_is_safe(
    store: Store, clock: SetClock, repeatable: bool, state: str, acts: int
) -> None:
    printer = Printer()
    add(store)
    with running(store, clock, printer, repeatable=repeatable):
        printer.ended()
    assert states(store)[0][0] == state
    assert len(printer.acts) == acts


def next_try(tried: queue.Queue[int], clock: SetClock) -> int:
    """The next try, while time goes by."""
    for _ in range(int(WAIT_SECONDS / 0.05)):
        try:
            return tried.get(timeout=0.05)
        except queue.Empty:
            clock.pass_time(1)
    raise AssertionError("no other try")


def test_a_task_that_asks_for_another_try_gets_it_when_it_is_due(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)
    tried: queue.Queue[int] = queue.Queue()

    def act(task: Task) -> TaskOutcome:
        tried.put(task.attempts)
        return retry_later(task, "server.no_answer") if task.attempts < 2 else DONE

    printer = Printer(act)
    with running(store, clock, printer):
        add(store)
        for attempt in range(3):
            assert next_try(tried, clock) == attempt
        assert printer.ended() == DONE
    assert states(store) == [("done", "", 3)]


def test_a_task_of_a_kind_nobody_handles_stays_waiting(store: Store, clock: SetClock) -> None:
    printer = Printer()
    with running(store, clock, printer):
        add(store, kind="gate.open/in")
        add(store)
        printer.ended()
    assert [state for state, _, _ in states(store)] == ["waiting", "done"]


def refuse_the_outcome(store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception, times: int) -> None:
    """The store does not take what the runner writes, so many times."""
    really_write, left = store.write, [times]

    def write(work: Callable[[UnitOfWork], object]) -> object:
        if threading.current_thread().name.startswith("task-") and left[0] > 0:
            left[0] -= 1
            raise error
        return really_write(work)

    monkeypatch.setattr(store, "write", write)


@pytest.mark.parametrize("error", [StoreError("store.disk_full"), ZeroDivisionError()])
def test_what_was_done_is_not_done_again_because_its_outcome_could_not_be_written(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)
    refuse_the_outcome(store, monkeypatch, error, 3)
    printer = Printer()
    with running(store, clock, printer, repeatable=False):
        first = add(store)
        assert printer.ended() == DONE
        second = add(store)
        assert printer.ended() == DONE
    assert printer.acts == [first, second]
    assert states(store) == [("done", "", 1), ("done", "", 1)]


def test_an_outcome_is_written_down_once_even_where_it_is_handed_in_twice(
    store: Store, clock: SetClock
) -> None:
    printer = Printer()
    with running(store, clock, printer):
        add(store)
        printer.ended()
    task = Task(store.read(lambda unit: task_ids(unit)[0]), KIND, {}, clock.now(), clock.now(), None, 0)
    runner = TaskRunner(store, {KIND: TaskHandler(printer.act, printer.after)}, clock)
    store.write(lambda unit: runner._finish(unit, task, DONE, runner._handlers[KIND]))
    assert printer.outcomes.empty()


def task_ids(unit: SqlUnitOfWork) -> list[str]:
    return list(unit.connection.execute(select(tasks.c.task_id)).scalars())


def test_a_poll_that_read_a_task_before_it_ended_does_not_do_it_again(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)
    read, go_on = threading.Event(), threading.Event()
    really_waiting = TaskRunner._waiting

    def slow(runner: TaskRunner) -> list[Task]:
        found = really_waiting(runner)
        if found and threading.current_thread().name == "task-poll":
            read.set()
            assert go_on.wait(WAIT_SECONDS)
        return found

    monkeypatch.setattr(TaskRunner, "_waiting", slow)

    def act(_task: Task) -> TaskOutcome:
        assert read.wait(WAIT_SECONDS)
        return DONE

    printer = Printer(act)
    with running(store, clock, printer):
        add(store)
        printer.ended()
        store.write(lambda _unit: None)
        go_on.set()
        add(store)
        printer.ended()
    assert len(printer.acts) == 2


def test_a_flood_of_tasks_never_holds_up_the_writer(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POLL_SECONDS", 0.02)
    monkeypatch.setattr(module, "QUEUE_SIZE", 2)
    free = threading.Event()

    def act(_task: Task) -> TaskOutcome:
        assert free.wait(WAIT_SECONDS)
        return DONE

    printer = Printer(act)
    with running(store, clock, printer):
        added = [store.submit(lambda unit: unit.add_task(KIND, {})) for _ in range(8)]
        for each in added:
            each.result(WAIT_SECONDS)
        free.set()
        for _ in range(8):
            assert printer.ended() == DONE
    assert len(printer.acts) == 8


def test_a_runner_that_was_stopped_no_longer_listens(store: Store, clock: SetClock) -> None:
    printer = Printer()
    handler = TaskHandler(printer.act, printer.after)
    stopped = TaskRunner(store, {KIND: handler}, clock)
    stopped.start()
    stopped.stop()
    stopped.stop()
    add(store)
    store.write(lambda _unit: None)
    assert stopped._queues[KIND].qsize() <= 2
    assert printer.acts == []


class TwoClocks(SetClock):
    """A wall clock that can be set, and one that only ever goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.gone_on_ns = 0

    def monotonic_ns(self) -> int:
        return self.gone_on_ns


def test_a_clock_that_is_set_back_keeps_no_task_from_its_next_try(tmp_path: Path) -> None:
    clock = TwoClocks()
    tried: queue.Queue[int] = queue.Queue()

    def put_off(task: Task) -> TaskOutcome:
        tried.put(task.attempts)
        if task.attempts:
            return DONE
        clock.pass_time(-60)
        return TaskOutcome(TaskState.WAITING, retry_in=timedelta(seconds=2))

    printer = Printer(put_off)
    with opened(tmp_path, clock) as store, running(store, clock, printer):
        clock.pass_time(60)
        add(store)
        assert tried.get(timeout=WAIT_SECONDS) == 0
        wait_until(lambda: goes_on(clock) and not printer.outcomes.empty())
        assert printer.ended() == DONE


def goes_on(clock: TwoClocks) -> bool:
    clock.gone_on_ns += 1_000_000_000
    return True
