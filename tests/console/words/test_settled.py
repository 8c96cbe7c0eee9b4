"""Whatever a price was settled with, and whatever became of it, has words."""

from __future__ import annotations

import pytest

from console.words import codes, is_known
from console.words.settled import SETTLED
from core.domain import debts, refunds
from core.domain.chains import MONEY_KINDS
from core.services import collect_debt, give_back, tow, void_payment, waive
from core.store.queries.payments import PaymentState


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("waive", waive.REASONS),
        ("tow", tow.REASONS),
        ("void", void_payment.REASONS),
        ("debt_reason", (*collect_debt.REASONS, "voided", "paid_elsewhere")),
        ("resolve_refund", give_back.RESOLVE_REASONS),
        ("refund_state", tuple(refunds.RefundState)),
        ("debt_state", tuple(debts.DebtState)),
        ("payment_state", tuple(PaymentState)),
    ],
)
def test_every_reason_and_state_has_words(head: str, names: tuple[str, ...]) -> None:
    assert [name for name in names if not is_known(f"{head}.{name}")] == []


def test_every_cause_for_which_money_goes_back_has_words() -> None:
    causes = (*refunds.PAYS_FOR_NOTHING, refunds.VOIDED, refunds.GIVEN)
    assert [cause for cause in causes if not is_known(cause)] == []


def test_every_kind_of_entry_about_refunds_debts_and_voids_has_words() -> None:
    kinds = {kind for kind in MONEY_KINDS if kind.startswith(("refund.", "debt.", "payment.", "article."))}
    assert len(kinds) >= 9
    assert kinds <= codes()


def test_none_of_these_words_stands_in_for_those_of_another_subject() -> None:
    others = codes() - SETTLED.keys()
    assert SETTLED.keys() & others == set()
    assert len(codes()) == len(others) + len(SETTLED)
