"""A debt is what its entries say, in whatever order they came; collected in parts, or given up."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from core.domain.debts import Debt, DebtKind, Debtor, DebtState, fold_debt
from core.domain.errors import BadInput
from core.domain.journal import Entry, Subject, next_hlc
from tests.core.domain.samples import after


def entry(seq: int, of: str, personal: dict[str, Any] | None = None, **payload: Any) -> Entry:
    at = after(seq)
    subjects = (Subject("debt", "d1"),)
    return Entry(f"e{seq}", "hub", seq, next_hlc(0, at), at, "lot", of, 1, payload, "ann", subjects, personal)


def made(seq: int = 1) -> Entry:
    return entry(
        seq,
        "debt.made",
        {"name": "Max", "phone": "0170", "plate": "AB1"},
        debt_id="d1",
        stay_id="s1",
        payment_id="p1",
        kind="iou",
        amount_minor=200,
        currency="EUR",
    )


def collected(seq: int, minor: int) -> Entry:
    return entry(seq, "debt.collected", debt_id="d1", amount_minor=minor, tender="cash")


def folded(*entries: Entry) -> Debt:
    debt = fold_debt(entries)
    assert debt is not None
    return debt


def test_it_is_owed_by_whom_it_says() -> None:
    debt = folded(made())
    assert (debt.kind, debt.state, debt.owed_minor) == (DebtKind.IOU, DebtState.OPEN, 200)
    assert debt.debtor == Debtor("Max", "0170", "AB1")
    assert debt.made_by == "ann"


def test_purged_it_is_owed_by_nobody_who_is_known() -> None:
    assert folded(entry(1, "debt.made", None, **made().payload)).debtor == Debtor()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_parts_it_is_collected_in_whatever_order_they_arrive(order: tuple[int, ...]) -> None:
    entries = [made(1), collected(2, 150), collected(3, 50)]
    debt = folded(*(entries[place] for place in order))
    assert (debt.state, debt.paid_minor, debt.owed_minor) == (DebtState.COLLECTED, 200, 0)


def test_what_is_given_up_is_owed_no_longer_and_what_was_collected_stays() -> None:
    debt = folded(made(1), collected(2, 50), entry(3, "debt.written_off", debt_id="d1"))
    assert (debt.state, debt.paid_minor, debt.owed_minor) == (DebtState.WRITTEN_OFF, 50, 0)


def test_collected_in_full_at_one_console_and_given_up_at_another_it_is_collected() -> None:
    debt = folded(made(1), entry(2, "debt.written_off", debt_id="d1"), collected(3, 200))
    assert debt.state is DebtState.COLLECTED


def test_collected_at_two_consoles_that_were_cut_off_it_owes_nothing_below_nothing() -> None:
    debt = folded(made(1), collected(2, 200), collected(3, 200))
    assert (debt.paid_minor, debt.owed_minor) == (400, 0)


def test_without_its_beginning_there_is_no_debt() -> None:
    assert fold_debt([collected(1, 50)]) is None


def test_a_debtor_is_cleaned_and_nothing_too_long_is_kept() -> None:
    assert Debtor("  Max   Muster ", " 0170\t12 ").checked() == Debtor("Max Muster", "0170 12")
    for bad in (Debtor("x" * 81), Debtor(phone="0" * 41), Debtor(note="x" * 501), Debtor("a\u202eb")):
        with pytest.raises(BadInput):
            bad.checked()
