"""What a driver owes is collected once, all or in parts, or given up with a reason."""

from __future__ import annotations

import pytest

from core.domain.debts import DebtState
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.payments import Tender
from core.domain.sales import Sale, SaleKind
from core.services.collect_debt import collect_debt, write_off_debt
from core.services.print_receipt import SALE_PAPER, reprint
from core.store.queries.payments import debt_shown, find_sales
from tests.core.services.money_desk import DRAWER, Desk


def owed(desk: Desk) -> str:
    """A car that left and owes 2.00; the debt's id."""
    stay_id = desk.park("AB1")
    desk.iou(stay_id)
    desk.leave("AB1", stay_id)
    return desk.debts()[0].debt.debt_id


def collect(desk: Desk, debt_id: str, **arguments: object) -> Sale:
    given = {"actor": desk.ada, "tendered_minor": 500, "drawer": DRAWER, "opens_drawer": False, **arguments}
    return desk.do(collect_debt, debt_id=debt_id, **given)


def test_cash_goes_into_the_drawer_with_a_receipt_of_its_own(desk: Desk) -> None:
    debt_id = owed(desk)
    sale = collect(desk, debt_id, opens_drawer=True)
    assert (sale.kind, sale.amount_minor, sale.change_minor) == (SaleKind.DEBT, 200, 300)
    assert desk.in_drawer == 5200
    assert desk.debts() == []
    papers = [task for task in desk.tasks("receipt") if task.get("paper") == SALE_PAPER]
    assert [paper["payment_id"] for paper in papers] == [sale.sale_id]
    assert len(desk.tasks("drawer.kick")) == 1
    assert desk.findings() == []


def test_it_is_collected_once(desk: Desk) -> None:
    debt_id = owed(desk)
    collect(desk, debt_id)
    with pytest.raises(Refused) as refused:
        collect(desk, debt_id)
    assert refused.value.code == "debt.settled_already"
    assert desk.in_drawer == 5200


def test_a_part_leaves_the_rest_owed(desk: Desk) -> None:
    debt_id = owed(desk)
    collect(desk, debt_id, amount_minor=50, tendered_minor=50)
    assert desk.debts()[0].debt.owed_minor == 150
    for amount in (0, -1, 151):
        with pytest.raises(BadInput) as bad:
            collect(desk, debt_id, amount_minor=amount)
        assert bad.value.code == "debt.bad_amount"
    collect(desk, debt_id)
    assert desk.debts() == []
    assert desk.in_drawer == 5200


def test_by_card_the_terminals_slip_is_named_and_the_drawer_is_left_alone(desk: Desk) -> None:
    debt_id = owed(desk)
    with pytest.raises(BadInput) as bad:
        collect(desk, debt_id, tender=Tender.CARD)
    assert bad.value.code == "sale.slip_needed"
    sale = collect(desk, debt_id, tender=Tender.CARD, slip=" 0047 11 ", opens_drawer=True)
    assert (sale.slip, sale.tendered_minor, sale.change_minor) == ("0047 11", 0, 0)
    assert desk.in_drawer == 5000
    assert desk.tasks("drawer.kick") == []


def test_too_little_and_somebody_elses_shift_are_refused(desk: Desk) -> None:
    debt_id = owed(desk)
    with pytest.raises(Refused) as refused:
        collect(desk, debt_id, tendered_minor=199)
    assert refused.value.code == "payment.too_little"
    with pytest.raises(Refused) as refused:
        collect(desk, debt_id, actor=desk.cy)
    assert refused.value.code == "shift.of_someone_else"
    with pytest.raises(Refused) as refused:
        collect(desk, "nothing")
    assert refused.value.code == "debt.unknown"


def test_a_supervisor_gives_up_what_is_left(desk: Desk) -> None:
    debt_id = owed(desk)
    collect(desk, debt_id, amount_minor=50, tendered_minor=50)
    with pytest.raises(NotAllowed):
        desk.do(write_off_debt, actor=desk.ada, debt_id=debt_id, reason="not_worth_it")
    with pytest.raises(BadInput):
        desk.do(write_off_debt, actor=desk.bo, debt_id=debt_id, reason="other")
    debt = desk.do(write_off_debt, actor=desk.bo, debt_id=debt_id, reason="not_worth_it")
    assert (debt.state, debt.paid_minor, debt.owed_minor) == (DebtState.WRITTEN_OFF, 50, 0)
    with pytest.raises(Refused):
        collect(desk, debt_id)
    shown = desk.see(lambda view: debt_shown(view, debt_id))
    assert shown is not None
    assert desk.debts() == []
    assert desk.findings() == []


def test_the_receipt_is_found_by_its_number_and_printed_again_as_a_copy(desk: Desk) -> None:
    sale = collect(desk, owed(desk))
    found = desk.see(lambda view: find_sales(view, receipt_number=sale.receipt_number))
    assert found == [sale]
    copy = desk.do(reprint, actor=desk.ada, payment_id=sale.sale_id, paper=SALE_PAPER)
    assert copy == 1
    with pytest.raises(Refused):
        desk.do(reprint, actor=desk.ada, payment_id="nothing", paper=SALE_PAPER)
