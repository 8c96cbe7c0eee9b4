"""What a console's own database says about sharing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from core.domain.errors import NotAllowed, Refused
from core.domain.journal import to_micros
from core.domain.people import Actor, Role
from core.services.mend_console import retry_task, settle_refused
from core.store.queries.sharing import (
    held_chains,
    members,
    open_conflicts,
    task_standing,
    unacknowledged,
    unsettled_refusals,
)
from core.store.sharing_tables import consoles, proposals, refused_rows, space_leases, sync_marks
from core.store.store import Store
from core.store.tables import tasks
from tests.core.store.lot import SetClock, set_up

ADMIN = Actor("p-1", "Ada", Role.ADMINISTRATOR)
BEN = Actor("p-2", "Ben", Role.SUPERVISOR)


def add_console(
    store: Store, console_id: str, number: int, *, is_hub: bool = False, granted: int = 0
) -> None:
    def work(unit):
        at = to_micros(unit.now)
        unit.connection.execute(
            insert(consoles).values(
                lot_id=unit.lot_id, console_id=console_id, number=number, name=f"Console {number}",
                public_key="0" * 64, joined_at=at, revoked_at=None, is_hub=is_hub,
            )
        )  # fmt: skip
        if granted:
            unit.connection.execute(
                insert(space_leases).values(
                    lot_id=unit.lot_id, console_id=console_id, granted=granted, spent=3, kept=1
                )
            )

    store.write(work)


def refuse(store: Store, refusal_id: str, *, seq: int = 8) -> None:
    store.write(
        lambda unit: unit.connection.execute(
            insert(refused_rows).values(
                lot_id=unit.lot_id, refusal_id=refusal_id, console_id="c-2", seq=seq, kind="stay.paid",
                cause="chain.fork", detail="", at=to_micros(unit.now), row={},
            )
        )
    )  # fmt: skip


def end_task(store: Store, kind: str, state: str) -> str:
    task_id = store.write(lambda unit: unit.add_task(kind, {}))
    store.write(
        lambda unit: unit.connection.execute(
            update(tasks).where(tasks.c.task_id == task_id).values(state=state, cause="printer.no_paper")
        )
    )
    return task_id


def test_the_consoles_of_the_lot_come_by_number_with_what_they_may_still_let_in(store: Store) -> None:
    assert store.read(members) == []
    add_console(store, "b", 2, granted=5)
    add_console(store, "a", 1, is_hub=True)
    first, second = store.read(members)
    assert (first.name, first.is_hub, first.balance) == ("Console 1", True, 0)
    assert (second.name, second.is_hub, second.balance) == ("Console 2", False, 5 - 3 + 1)


def test_how_far_each_chain_is_held(store: Store) -> None:
    set_up(store)
    held = store.read(held_chains)
    assert list(held) == [store.console_id]
    assert held[store.console_id] > 0


def test_what_a_far_side_was_not_seen_to_hold_waits_and_one_never_spoken_to_is_not_known(
    store: Store,
) -> None:
    set_up(store)
    length = store.read(held_chains)[store.console_id]
    assert store.read(lambda unit: unacknowledged(unit, "hub")) is None
    store.write(
        lambda unit: unit.connection.execute(
            insert(sync_marks).values(
                lot_id=unit.lot_id, link="hub", console_id=unit.console_id, seq=length - 1,
                link_hash=b"0" * 32, seen_at=0,
            )
        )
    )  # fmt: skip
    assert store.read(lambda unit: unacknowledged(unit, "hub")) == 1


def test_refused_items_are_counted_whole_and_named_up_to_a_number(store: Store) -> None:
    for number in range(3):
        refuse(store, f"r-{number}", seq=number)
    found = store.read(lambda unit: unsettled_refusals(unit, most=2))
    assert (found.count, len(found.items)) == (3, 2)
    assert found.items[0].cause == "chain.fork"


def test_an_administrator_settles_a_refused_item_once_and_it_is_written_down(store: Store) -> None:
    refuse(store, "r-1")
    store.write(lambda unit: settle_refused(unit, actor=ADMIN, refusal_id="r-1"))
    assert store.read(unsettled_refusals).count == 0
    with pytest.raises(Refused, match=r"refusal\.unknown"):
        store.write(lambda unit: settle_refused(unit, actor=ADMIN, refusal_id="r-1"))


def test_a_supervisor_settles_nothing(store: Store) -> None:
    refuse(store, "r-1")
    with pytest.raises(NotAllowed):
        store.write(lambda unit: settle_refused(unit, actor=BEN, refusal_id="r-1"))
    assert store.read(unsettled_refusals).count == 1


def test_tasks_that_wait_and_that_ended_badly_of_late(store: Store, clock: SetClock) -> None:
    end_task(store, "receipt", "failed")
    clock.pass_time(60 * 48)
    since = clock.now() - timedelta(days=1)
    end_task(store, "receipt", "failed")
    end_task(store, "receipt", "done")
    end_task(store, "receipt", "unknown")
    store.write(lambda unit: unit.add_task("receipt", {}))
    found = store.read(lambda unit: task_standing(unit, since=since))
    assert (found.waiting, found.failed, found.oldest_at) == (1, 2, clock.now())
    assert {each.state for each in found.listed} == {"failed", "unknown"}


def test_a_failed_receipt_is_tried_again(store: Store, clock: SetClock) -> None:
    task_id = end_task(store, "receipt", "failed")
    store.write(lambda unit: retry_task(unit, actor=ADMIN, task_id=task_id))
    found = store.read(lambda unit: task_standing(unit, since=clock.now() - timedelta(days=1)))
    assert (found.waiting, found.failed) == (1, 0)
    with pytest.raises(Refused, match=r"task\.not_failed"):
        store.write(lambda unit: retry_task(unit, actor=ADMIN, task_id=task_id))


def test_a_gate_is_never_opened_afterwards_nor_what_nobody_knows_done_twice(
    store: Store, clock: SetClock
) -> None:
    gate, unknown = end_task(store, "gate.open/in", "failed"), end_task(store, "receipt", "unknown")
    with pytest.raises(Refused, match=r"task\.gate"):
        store.write(lambda unit: retry_task(unit, actor=ADMIN, task_id=gate))
    with pytest.raises(Refused, match=r"task\.not_failed"):
        store.write(lambda unit: retry_task(unit, actor=ADMIN, task_id=unknown))
    found = store.read(lambda unit: task_standing(unit, since=clock.now() - timedelta(days=1)))
    assert (found.waiting, found.failed) == (0, 2)


def test_a_supervisor_retries_nothing(store: Store) -> None:
    task_id = end_task(store, "receipt", "failed")
    with pytest.raises(NotAllowed):
        store.write(lambda unit: retry_task(unit, actor=BEN, task_id=task_id))


def test_conflicts_are_counted_and_proposals_that_wait_are_not(store: Store) -> None:
    def work(unit):
        for number, state in enumerate(("waiting", "conflict", "accepted")):
            unit.connection.execute(
                insert(proposals).values(
                    lot_id=unit.lot_id, proposal_id=f"p-{number}", console_id="c-2", what="lot",
                    target_id="x", base="", document={}, current={}, proposed_at=0, proposed_by="p",
                    state=state, reason="",
                )
            )  # fmt: skip

    store.write(work)
    assert store.read(open_conflicts) == 1
