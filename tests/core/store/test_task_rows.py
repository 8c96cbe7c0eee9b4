"""Tasks that wait: in which order, how far they have come, and all at once."""

from __future__ import annotations

from datetime import timedelta

from core.services.tasks import TaskHandler, TaskOutcome, TaskState
from core.store.store import Store
from core.store.tasks import TaskRunner
from tests.booth import wait_until
from tests.core.store.lot import SetClock

KIND = "receipt"


def add(store: Store, count: int = 1, kind: str = KIND) -> list[str]:
    return [store.write(lambda unit: unit.add_task(kind, {})) for _ in range(count)]


def waiting(store: Store, kind: str = KIND) -> list[tuple[str, str]]:
    return [(one.task_id, one.cause) for one in store.read(lambda unit: unit.waiting_tasks(kind))]


def test_they_come_in_the_order_in_which_they_are_due_the_older_first(store: Store) -> None:
    first, second, third = add(store, 3)
    add(store, kind="drawer.kick")
    assert waiting(store) == [(first, ""), (second, ""), (third, "")]


def test_how_far_one_has_come_is_found_by_its_next_try(store: Store, clock: SetClock) -> None:
    (task_id,) = add(store)
    store.write(lambda unit: unit.note_task(task_id, "receipt.handed_over"))
    assert waiting(store) == [(task_id, "receipt.handed_over")]
    seen: list[str] = []

    def act(task: object) -> TaskOutcome:
        seen.append(task.cause)  # type: ignore[attr-defined]
        return TaskOutcome(TaskState.DONE)

    runner = TaskRunner(store, {KIND: TaskHandler(act, lambda *_what: None)}, clock)
    runner.start()
    wait_until(lambda: seen == ["receipt.handed_over"])
    runner.stop()
    store.write(lambda unit: unit.note_task(task_id, "too late"))
    assert waiting(store) == []


def test_all_that_wait_are_tried_again_at_once_when_told(store: Store, clock: SetClock) -> None:
    def put_off(_task: object) -> TaskOutcome:
        return TaskOutcome(TaskState.WAITING, "printer.paper_out", retry_in=timedelta(minutes=5))

    first, second = add(store, 2)
    runner = TaskRunner(store, {KIND: TaskHandler(put_off, lambda *_what: None)}, clock)
    runner.start()
    wait_until(lambda: [cause for _, cause in waiting(store)] == ["printer.paper_out"] * 2)
    runner.stop()
    due = store.read(lambda unit: [one.next_at for one in unit.waiting_tasks(KIND)])
    assert all(at > clock.now() for at in due)
    store.write(lambda unit: unit.hasten_tasks(KIND))
    due = store.read(lambda unit: [one.next_at for one in unit.waiting_tasks(KIND)])
    assert all(at <= clock.now() for at in due)
    assert [task_id for task_id, _ in waiting(store)] == [first, second]
