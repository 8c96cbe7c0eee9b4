"""Whatever happens at a desk, what came in less what went back lies in the drawer and at the platforms.

A clerk who knows nothing of the journal keeps the books beside it, from what crossed the counter alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.domain.errors import OperatorError
from core.domain.lots import Article
from core.domain.payments import Payment, Tender
from core.domain.refunds import Refund, RefundState
from core.services.collect_debt import collect_debt, write_off_debt
from core.services.refund_payment import refund_payment
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.services.tow import tow
from core.services.waive import waive
from core.store.queries.payments import find_payments, find_sales, open_debts
from core.store.rebuild import rebuild
from tests.core.services.money_desk import DRAWER, Desk, desk_in
from tests.core.services.test_give_back import FarSide, Giving

FLOAT_MINOR = 5000
STEPS = 60


@dataclass(slots=True)
class Clerk:
    """What crossed the counter: cash either way, what terminals said they took."""

    cash_in: int = 0
    cash_out: int = 0
    charged: int = 0
    owed: dict[str, int] = field(default_factory=dict)
    paid: list[Payment] = field(default_factory=list)


class Day:
    """A desk, a far side and a clerk through a day that a seed decides."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.clerk = Clerk()
        self.giving = Giving(desk, FarSide())
        self.number = 0
        self.open: list[tuple[str, str]] = []
        lot = desk.see(lambda view: view.lot())
        desk.do(change_lot, actor=desk.boss, lot=replace(lot, articles=(Article("a", "Card", 70),)))

    def go(self) -> None:
        acts: list[Callable[[], object]] = [
            *(self.cash,) * 3,
            *(self.card,) * 3,
            self.waive,
            self.iou,
            self.tow,
            *(self.void,) * 2,
            *(self.refund,) * 3,
            self.collect,
            self.write_off,
            self.sell,
            self.leave,
            self.time,
        ]
        for _ in range(STEPS):
            with suppress(OperatorError):
                self.chance.choice(acts)()
        self.giving.far.fates.clear()
        self.giving.go_on(12)

    def car(self) -> str:
        self.number += 1
        plate = f"AB{self.number:04}"
        stay_id = self.desk.park(plate, minutes=self.chance.choice((20, 45, 130)))
        self.open.append((plate, stay_id))
        return stay_id

    def cash(self) -> None:
        payment = self.desk.pay_cash(self.car(), 100_000)
        self.clerk.cash_in += payment.amount_minor
        self.clerk.paid.append(payment)

    def card(self) -> None:
        cash = self.chance.choice((0, 0, 60))
        payment = self.desk.pay_by(self.car(), cash_minor=cash, reference=f"far-{self.number}")
        self.clerk.cash_in += cash
        self.clerk.charged += payment.amount_minor - cash
        self.clerk.paid.append(payment)

    def waive(self) -> None:
        stay_id = self.car()
        due = self.desk.due(stay_id)
        self.clerk.paid.append(
            self.desk.do(waive, actor=self.desk.bo, stay_id=stay_id, shown_minor=due, reason="staff")
        )

    def iou(self) -> None:
        payment = self.desk.iou(self.car())
        self.clerk.owed[payment.payment_id] = payment.amount_minor
        self.clerk.paid.append(payment)

    def tow(self) -> None:
        stay_id = self.car()
        due = self.desk.due(stay_id)
        towed = self.desk.do(
            tow, actor=self.desk.bo, stay_id=stay_id, shown_minor=due, reason="police", note=""
        )
        self.clerk.owed[towed.payment_id] = due

    def void(self) -> None:
        payment = self.chance.choice(self.clerk.paid or [None])
        if payment is not None:
            self.pay_out(self.desk.void(payment.payment_id))
            self.clerk.owed.pop(payment.payment_id, None)

    def refund(self) -> None:
        payment = self.chance.choice(self.clerk.paid or [None])
        if payment is None:
            return
        self.giving.far.fates += [self.chance.choice(("", "lost_reply", "crash_after", "lost_request"))]
        refund = self.desk.do(
            refund_payment,
            actor=self.desk.ada,
            payment_id=payment.payment_id,
            amount_minor=self.chance.choice((10, 50, payment.amount_minor)),
            tender=self.chance.choice((Tender.CASH, Tender.CARD)),
            reason="complaint",
            note="",
            approval=self.desk.approval,
        )
        self.pay_out((refund,))

    def pay_out(self, refunds: tuple[Refund, ...]) -> None:
        """What the clerk sees go out of the drawer; what goes back by a far side that one counts."""
        self.clerk.cash_out += sum(one.amount_minor for one in refunds if one.tender is Tender.CASH)

    def collect(self) -> None:
        rows = self.desk.debts()
        if rows:
            debt = self.chance.choice(rows).debt
            amount = self.chance.randint(1, debt.owed_minor)
            sale = self.desk.do(
                collect_debt,
                actor=self.desk.ada,
                debt_id=debt.debt_id,
                amount_minor=amount,
                tendered_minor=amount,
                drawer=DRAWER,
                opens_drawer=False,
            )
            self.clerk.cash_in += sale.amount_minor
            self.clerk.owed[debt.payment_id] -= sale.amount_minor

    def write_off(self) -> None:
        rows = self.desk.debts()
        if rows and self.chance.random() < 0.3:
            debt = self.chance.choice(rows).debt
            self.desk.do(write_off_debt, actor=self.desk.bo, debt_id=debt.debt_id, reason="insured")
            del self.clerk.owed[debt.payment_id]

    def sell(self) -> None:
        quantity = self.chance.randint(1, 3)
        sale = self.desk.do(
            sell_article,
            actor=self.desk.ada,
            article_id="a",
            quantity=quantity,
            shown_minor=70 * quantity,
            tendered_minor=500,
            drawer=DRAWER,
        )
        self.clerk.cash_in += sale.amount_minor

    def leave(self) -> None:
        plate, stay_id = self.chance.choice(self.open or [("", "")])
        if stay_id and self.desk.stay(stay_id).permit_until is not None:
            with suppress(AssertionError):  # its permit may have run out
                self.desk.leave(plate, stay_id)

    def time(self) -> None:
        self.desk.clock.instant += timedelta(seconds=self.chance.choice((5, 70)))
        self.giving.turn()


@pytest.mark.parametrize("seed", range(12))
def test_what_came_in_less_what_went_back_is_where_the_money_lies(tmp_path: Path, seed: int) -> None:
    with desk_in(tmp_path) as desk:
        day = Day(desk, seed)
        day.go()
        clerk, far = day.clerk, day.giving.far
        by_far_side = sum(amount for given in far.given.values() for amount in given)
        rows = desk.see(lambda view: find_payments(view, most=500))
        sold = desk.see(find_sales)
        back = [one for row in rows for one in row.refunds if one.state is RefundState.PAID_BACK]
        received = sum(row.payment.received_minor for row in rows) + sum(sale.amount_minor for sale in sold)
        paid_back = sum(one.amount_minor for one in back)
        at_platforms = clerk.charged - by_far_side
        assert all(len(given) == 1 for given in far.given.values())
        assert desk.in_drawer == FLOAT_MINOR + clerk.cash_in - clerk.cash_out
        assert received - paid_back == desk.in_drawer - FLOAT_MINOR + at_platforms
        assert sum(one.amount_minor for one in back if one.tender is Tender.CARD) == by_far_side
        debts = desk.see(lambda view: open_debts(view, most=500))
        assert {row.debt.payment_id: row.debt.owed_minor for row in debts} == {
            payment_id: owed for payment_id, owed in clerk.owed.items() if owed
        }
        assert desk.findings() == []
        desk.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
        assert desk.findings() == []
