"""Verification prices every payment again: one that its inputs do not cost is named."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core.domain.journal import Subject
from core.domain.payments import Payment
from core.services.unit_of_work import UnitOfWork
from core.store import verify_prices
from core.store.queries.stays import recent_payments
from core.store.store import Store
from core.store.verify import Problem, verify_file
from tests.core.store.lot import SetClock, a_day, drive_in, pay, set_up


def problems(database: Path) -> list[Problem]:
    return [problem for problem in verify_file(database).problems if problem.code.startswith("price.")]


def pay_as_told(store: Store, payment: Payment, document: dict[str, Any]) -> None:
    """Journal a payment like this one, with other figures, as a console gone wrong would."""

    def work(unit: UnitOfWork) -> None:
        told = payment.to_document() | {"payment_id": unit.new_id()} | document
        unit.record(
            "stay.paid",
            {"payment": told},
            who="system",
            subjects=[Subject("stay", payment.stay_id), Subject("shift", payment.shift_id)],
        )

    store.write(work)


@pytest.fixture
def paid(store: Store, clock: SetClock) -> Payment:
    actor = set_up(store)
    stay_id = drive_in(store, "AB1234")
    clock.pass_time(95)
    pay(store, actor, stay_id)
    return store.read(recent_payments)[0]


def test_an_honest_day_costs_what_was_paid(store: Store, clock: SetClock, database: Path) -> None:
    a_day(store, clock, vehicles=6)
    assert verify_file(database).is_sound


def test_a_payment_of_another_amount_is_named_with_both_amounts(
    store: Store, paid: Payment, database: Path
) -> None:
    pay_as_told(store, paid, {"amount_minor": 350, "receipt_number": 77})
    (problem,) = problems(database)
    assert problem.code == "price.differs"
    assert problem.console_id == store.console_id
    assert "receipt 77: 350 taken, 400 by its inputs" in problem.detail


@pytest.mark.parametrize(
    "basis",
    [
        {"parts": [{"plan_id": "day", "version": 9, "span": {"entry": 0, "exit": 1}}], "paid_minor": 0},
        {"parts": [{"plan_id": "day", "version": 1, "span": {"entry": 1, "exit": 0}}], "paid_minor": 0},
    ],
)
def test_a_payment_whose_price_cannot_be_made_is_named(
    store: Store, paid: Payment, database: Path, basis: dict[str, Any]
) -> None:
    pay_as_told(store, paid, {"basis": basis})
    assert [problem.code for problem in problems(database)] == ["price.cannot_be_made"]


def test_prices_are_made_by_the_plan_in_the_journal_not_by_the_table(
    store: Store, paid: Payment, database: Path
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        (text,) = connection.execute("SELECT document FROM rate_plans").fetchone()
        document = json.loads(text) | {"rates": []}
        connection.execute("UPDATE rate_plans SET document = ?", (json.dumps(document),))
        connection.commit()
    assert {problem.code for problem in verify_file(database).problems} == {"projection.differs"}


def test_a_long_journal_is_priced_page_by_page(
    store: Store, clock: SetClock, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day(store, clock, vehicles=8)
    payment = store.read(recent_payments)[0]
    pay_as_told(store, payment, {"amount_minor": 1})
    whole = problems(database)
    monkeypatch.setattr(verify_prices, "ROWS_AT_ONCE", 2)
    assert len(whole) == 1
    assert problems(database) == whole


def test_an_entry_that_is_no_json_any_more_does_not_hide_the_others(
    store: Store, paid: Payment, database: Path
) -> None:
    pay_as_told(store, paid, {"amount_minor": 350})
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE journal SET payload = '{' WHERE kind = 'stay.paid' AND seq < 10")
        connection.execute("UPDATE journal SET payload = '[]' WHERE kind = 'lot.set_up'")
        connection.commit()
    assert "price.differs" in {problem.code for problem in verify_file(database).problems}
