"""The cash drawer: every opening has a person and a reason, and no pulse comes twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, select

from console.drawer import drawer_handler
from core.domain.errors import BadInput, DeviceError, NotAllowed
from core.domain.people import Actor, Role
from core.services.open_drawer import DRAWER_TASK, REASONS, open_drawer
from core.services.quote_stay import quote_stay
from core.services.run_shift import open_shift
from core.services.take_payment import take_cash
from core.store.tables import PERSONAL_OF_ENTRY, journal, journal_personal
from core.store.tasks import TaskRunner
from devices.printers.memory import MemoryPrinter
from tests.booth import DRAWER, Booth, wait_until


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()


@contextmanager
def drawer_on(booth: Booth, printer: MemoryPrinter) -> Iterator[None]:
    runner = TaskRunner(booth.store, {DRAWER_TASK: drawer_handler(lambda: printer)}, booth.clock)
    runner.start()
    try:
        yield
    finally:
        runner.stop()


def entries(booth: Booth) -> list[Row[Any]]:
    with booth.store.reading() as view:
        return list(
            view.connection.execute(
                select(journal, journal_personal.c.fields)
                .outerjoin(journal_personal, PERSONAL_OF_ENTRY)
                .order_by(journal.c.seq)
            )
        )


def told(booth: Booth, kind: str) -> bool:
    return any(one.kind == kind for one in entries(booth))


def open_by_hand(booth: Booth, reason: str = "change", note: str = "") -> str:
    return booth.store.write(
        lambda unit: open_drawer(unit, actor=booth.ben, drawer=DRAWER, reason=reason, note=note)
    )


def test_opening_by_hand_is_journalled_with_its_reason_before_the_drawer_springs_open(booth: Booth) -> None:
    printer = MemoryPrinter()
    with drawer_on(booth, printer):
        command_id = open_by_hand(booth, "change", "a thousand for ten hundreds")
        wait_until(lambda: printer.kicks == [command_id], "the drawer opens")
    entry = next(one for one in entries(booth) if one.kind == "drawer.opened")
    assert (entry.payload["reason"], entry.fields) == ("change", {"note": "a thousand for ten hundreds"})
    assert entry.who == booth.ben.person_id


def test_cash_opens_the_drawer_once_and_names_the_payment(booth: Booth) -> None:
    printer = MemoryPrinter()
    booth.run_lanes()
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(hours=2)
    with drawer_on(booth, printer):
        booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer=DRAWER, float_minor=1000))
        due = booth.store.read(lambda unit: quote_stay(unit, actor=booth.ben, stay_id=stay.stay_id))
        payment = booth.store.write(
            lambda unit: take_cash(
                unit,
                actor=booth.ben,
                stay_id=stay.stay_id,
                shown_minor=due.quote.total_minor,
                tendered_minor=10_000,
                drawer=DRAWER,
                opens_drawer=True,
            )
        )
        wait_until(lambda: len(printer.kicks) == 1, "the drawer opens")
    entry = next(one for one in entries(booth) if one.kind == "drawer.opened")
    assert entry.payload["money_id"] == payment.payment_id
    assert entry.payload["shift_id"] == payment.shift_id


def test_a_drawer_that_did_not_open_is_told_and_not_tried_again(booth: Booth) -> None:
    printer = MemoryPrinter()
    printer.fails_with = "printer.no_answer"
    with drawer_on(booth, printer):
        open_by_hand(booth)
        wait_until(lambda: told(booth, "drawer.not_opened"), "it is told")
        printer.fails_with = ""
        booth.clock.pass_by(seconds=60)
    assert printer.kicks == []
    entry = next(one for one in entries(booth) if one.kind == "drawer.not_opened")
    assert entry.payload["cause"] == "printer.no_answer"


def test_a_drawer_that_may_have_opened_is_told_as_unknown(booth: Booth) -> None:
    printer = MemoryPrinter()

    def in_doubt(_command_id: str) -> None:
        raise DeviceError("printer.no_answer", unknown=True)

    printer.kick_drawer = in_doubt  # type: ignore[method-assign]
    with drawer_on(booth, printer):
        open_by_hand(booth)
        wait_until(lambda: told(booth, "drawer.unknown"), "it is told")


def test_a_pulse_that_comes_too_late_is_not_given(booth: Booth) -> None:
    printer = MemoryPrinter()
    kick, may_go_on = printer.kick_drawer, threading.Event()

    def slow_kick(command_id: str) -> None:
        may_go_on.wait(20)
        kick(command_id)

    printer.kick_drawer = slow_kick  # type: ignore[method-assign]
    with drawer_on(booth, printer):
        first = open_by_hand(booth)
        open_by_hand(booth)
        booth.clock.pass_by(seconds=11)
        may_go_on.set()
        wait_until(lambda: told(booth, "drawer.not_opened"), "it is told")
    assert printer.kicks == [first]


def test_a_pulse_that_was_asked_for_before_a_restart_is_not_given_after_it(booth: Booth) -> None:
    printer = MemoryPrinter()
    open_by_hand(booth)
    with drawer_on(booth, printer):
        wait_until(lambda: told(booth, "drawer.unknown"), "it is told")
    assert printer.kicks == []


def test_no_reason_and_other_without_a_note_open_nothing(booth: Booth) -> None:
    with pytest.raises(BadInput):
        open_by_hand(booth, "because")
    with pytest.raises(BadInput):
        open_by_hand(booth, "other")
    assert open_by_hand(booth, "other", "key is lost")
    assert {"change", "count", "float", "test", "other"} == set(REASONS)


def test_only_who_may_take_cash_may_open_it(booth: Booth) -> None:
    nobody = Actor("kiosk", "Kiosk", Role.KIOSK)
    with pytest.raises(NotAllowed):
        booth.store.write(lambda unit: open_drawer(unit, actor=nobody, drawer=DRAWER, reason="change"))
