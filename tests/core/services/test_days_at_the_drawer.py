"""Random days at one drawer: each Z says what a clerk wrote down, and the drawer holds what lies in it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.debts import Debtor
from core.domain.journal import Subject
from core.domain.lots import Article
from core.domain.orders import Order
from core.domain.payments import Payment, Tender
from core.domain.people import Actor, Approval, Right, Role
from core.domain.shift_report import ShiftReport, Tally, code_of
from core.services.ask_for_money import charge_order
from core.services.collect_debt import collect_debt
from core.services.move_cash import drop_cash, pay_in, pay_out
from core.services.open_drawer import open_drawer
from core.services.open_order import give_up_order, open_order
from core.services.payment_ports import Answer, ChargeAnswer, PayAccount
from core.services.quote_stay import quote_stay
from core.services.refund_payment import refund_payment
from core.services.relieve_shift import end_relief, start_relief
from core.services.run_shift import close_shift, open_shift
from core.services.sell_article import sell_article
from core.services.settle_charge import settle_charge
from core.services.shift_report import x_report
from core.services.take_iou import take_iou
from core.services.take_payment import take_cash, take_cash_part
from core.services.waive import waive
from core.store.verify import verify_file
from tests.booth import DRAWER, LANES, Booth
from tests.core.services.cashiers import do, hire, park
from tests.core.services.clerk import Clerk, Page

TERMINAL = PayAccount("terminal", "Terminal", Tender.CARD, "simulator")
WALLET = PayAccount("wallet", "LINE Pay", Tender.LINE_PAY, "simulator")
STEPS = 45


class Days:
    """A booth, its people and the clerk; every act is done with the services and noted on the pad."""

    def __init__(self, booth: Booth, seed: int) -> None:
        self.booth = booth
        self.chance = random.Random(seed)
        self.clerk = Clerk()
        self.cat = hire(booth, "Cat")
        self.sue = hire(booth, "Sue", Role.SUPERVISOR)
        self.at_work: Actor = booth.ben
        self.paid: list[tuple[Payment, int]] = []
        self.debts: list[tuple[str, int]] = []
        self.cars = 0
        self.sealed: list[ShiftReport] = []
        self.left = 0

    def car(self) -> tuple[str, int]:
        """A car that parked for some hours: its stay and what it owes."""
        self.cars += 1
        stay_id = park(self.booth, f"CAR{self.cars:04}")
        self.booth.clock.pass_by(hours=self.chance.choice((1, 1, 2, 5)))
        due = self.booth.store.read(lambda view: quote_stay(view, actor=self.booth.ben, stay_id=stay_id))
        return stay_id, due.quote.total_minor

    def begin(self) -> None:
        self.left += self.chance.choice((0, 0, 0, -10, 5)) if self.left >= 10 else 0
        do(self.booth, open_shift, actor=self.booth.ben, drawer=DRAWER, float_minor=self.left)
        self.clerk.begin(self.left)
        self.at_work = self.booth.ben

    def cash(self) -> None:
        stay_id, due = self.car()
        payment = do(
            self.booth,
            take_cash,
            actor=self.at_work,
            stay_id=stay_id,
            shown_minor=due,
            tendered_minor=due + 100,
            drawer=DRAWER,
        )
        self.clerk.money_in("cash", due)
        self.clerk.paid(due)
        self.paid.append((payment, due))

    def card(self) -> None:
        account = self.chance.choice((TERMINAL, WALLET))
        order, due = self._order()
        self._charge(order, account, None)
        self.clerk.money_in(account.tender.value, due)
        self.clerk.paid(due)

    def split(self) -> None:
        order, due = self._order()
        part = self.chance.randint(1, due - 1)
        self._cash_part(order, part)
        self.clerk.money_in("cash", part)
        self._charge(order, TERMINAL, due - part)
        self.clerk.money_in("card", due - part)
        self.clerk.paid(due)

    def given_up(self) -> None:
        order, due = self._order()
        part = self.chance.randint(1, due - 1)
        self._cash_part(order, part)
        self.clerk.money_in("cash", part)
        do(self.booth, give_up_order, actor=self.at_work, order_id=order.order_id)
        self.clerk.money_back("cash", part)

    def declined(self) -> None:
        order, _due = self._order()
        charge = do(self.booth, charge_order, actor=self.at_work, order_id=order.order_id, account=TERMINAL)
        do(
            self.booth,
            settle_charge,
            order_id=order.order_id,
            charge_id=charge.charge_id,
            answer=ChargeAnswer(Answer.DECLINED, cause="charge.declined"),
        )
        do(self.booth, give_up_order, actor=self.at_work, order_id=order.order_id)

    def no_charge(self) -> None:
        stay_id, due = self.car()
        do(self.booth, waive, actor=self.sue, stay_id=stay_id, shown_minor=due, reason="staff")
        self.clerk.paid(due)
        self.clerk.page.nil += due

    def iou(self) -> None:
        stay_id, due = self.car()
        payment = do(
            self.booth,
            take_iou,
            actor=self.at_work,
            stay_id=stay_id,
            shown_minor=due,
            debtor=Debtor(name="Mr. Wu"),
        )
        self.clerk.paid(due)
        self.clerk.page.iou += due
        about = self.booth.store.read(lambda view: view.entries_about(Subject("stay", payment.stay_id)))
        made = next(entry for entry in about if entry.kind == "debt.made")
        self.debts.append((made.payload["debt_id"], due))

    def collected(self) -> None:
        if not self.debts:
            return
        debt_id, owed = self.debts.pop(0)
        by_card = self.chance.random() < 0.3
        do(
            self.booth,
            collect_debt,
            actor=self.at_work,
            debt_id=debt_id,
            tendered_minor=owed,
            drawer=DRAWER,
            opens_drawer=False,
            tender=Tender.CARD if by_card else Tender.CASH,
            slip="0042" if by_card else "",
        )
        self.clerk.money_in("card" if by_card else "cash", owed)

    def sold(self) -> None:
        count = self.chance.randint(1, 3)
        do(
            self.booth,
            sell_article,
            actor=self.at_work,
            article_id="map",
            quantity=count,
            shown_minor=25 * count,
            tendered_minor=25 * count,
            drawer=DRAWER,
        )
        self.clerk.money_in("cash", 25 * count)

    def refunded(self) -> None:
        if not self.paid:
            return
        payment, left = self.paid.pop()
        minor = self.chance.randint(1, left)
        if minor > self.clerk.box:
            return
        do(
            self.booth,
            refund_payment,
            actor=self.at_work,
            payment_id=payment.payment_id,
            amount_minor=minor,
            tender=Tender.CASH,
            reason="complaint",
            note="",
            approval=Approval(self.sue, "word", Right.APPROVE_REFUND, self.at_work.person_id),
        )
        self.clerk.money_back("cash", minor)

    def moved(self) -> None:
        if not self.clerk.box:
            return
        minor = self.chance.randint(1, self.clerk.box)
        way = self.chance.choice(("drop", "out", "in"))
        if way == "drop":
            do(self.booth, drop_cash, actor=self.at_work, drawer=DRAWER, amount_minor=minor, reason="safe")
            self.clerk.dropped(minor)
        elif way == "out":
            do(self.booth, pay_out, actor=self.at_work, drawer=DRAWER, amount_minor=minor, reason="repair")
            self.clerk.paid_out(minor)
        else:
            do(self.booth, pay_in, actor=self.at_work, drawer=DRAWER, amount_minor=minor, reason="change")
            self.clerk.put_in(minor)

    def no_sale(self) -> None:
        do(self.booth, open_drawer, actor=self.at_work, drawer=DRAWER, reason="change")
        self.clerk.page.no_sales += 1

    def relief(self) -> None:
        if self.clerk.relief is None:
            do(self.booth, start_relief, actor=self.cat, drawer=DRAWER)
            self.clerk.relief_begins()
            self.at_work = self.cat
        else:
            ended = do(self.booth, end_relief, actor=self.cat, drawer=DRAWER, counted_minor=self.clerk.box)
            assert ended.moved_minor == self.clerk.relief_ends()
            assert ended.difference_minor == 0
            self.at_work = self.booth.ben

    def close(self) -> None:
        if self.clerk.relief is not None:
            self.relief()
        wrong = self.chance.choice((0, 0, 0, -3, 7))
        counted = max(0, self.clerk.box + wrong)
        self.left = self.chance.randint(0, counted)
        shift = do(
            self.booth,
            close_shift,
            actor=self.booth.ben,
            drawer=DRAWER,
            counted_minor=counted,
            left_minor=self.left,
        )
        assert shift.report is not None
        assert shift.difference_minor == counted - self.clerk.box
        self.sealed.append(ShiftReport.from_document(shift.report))

    def _order(self) -> tuple[Order, int]:
        stay_id, due = self.car()
        order = do(
            self.booth, open_order, actor=self.at_work, stay_id=stay_id, shown_minor=due, drawer=DRAWER
        )
        return order, due

    def _cash_part(self, order: Order, minor: int) -> None:
        do(
            self.booth,
            take_cash_part,
            actor=self.at_work,
            order_id=order.order_id,
            amount_minor=minor,
            tendered_minor=minor,
            drawer=DRAWER,
        )

    def _charge(self, order: Order, account: PayAccount, minor: int | None) -> None:
        charge = do(
            self.booth,
            charge_order,
            actor=self.at_work,
            order_id=order.order_id,
            account=account,
            amount_minor=minor,
        )
        answer = ChargeAnswer(
            Answer.CONFIRMED, reference=charge.charge_id, amount_minor=charge.amount_minor, currency="TWD"
        )
        do(
            self.booth,
            settle_charge,
            order_id=order.order_id,
            charge_id=charge.charge_id,
            answer=answer,
        )


ACTS: tuple[Callable[[Days], None], ...] = (
    Days.cash, Days.cash, Days.cash, Days.card, Days.split, Days.given_up, Days.declined, Days.no_charge,
    Days.iou, Days.collected, Days.sold, Days.refunded, Days.moved, Days.no_sale, Days.relief,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_every_z_is_what_the_clerk_wrote_down(tmp_path: Path, seed: int) -> None:
    booth = Booth(tmp_path, capacity=500)
    sells_maps(booth)
    days = Days(booth, seed)
    try:
        for _ in range(3):
            days.begin()
            for _ in range(STEPS // 3):
                days.chance.choice(ACTS)(days)
                running = booth.store.read(lambda unit: unit.open_shift(DRAWER))
                assert running is not None
                assert running.expected_minor == days.clerk.box
            x = do(booth, x_report, actor=booth.boss, drawer=DRAWER)
            assert x.drawer_count.expected_minor == days.clerk.box
            days.close()
        for number, (z, page) in enumerate(zip(days.sealed, days.clerk.pages, strict=True), start=1):
            agrees(z, page, number)
        assert days.sealed[-1].grand_minor == days.clerk.ever
        assert [one.code for one in verify_file(booth.folder / "lotkeeper.db").problems] == []
    finally:
        booth.close()


def agrees(z: ShiftReport, page: Page, number: int) -> None:
    """Report and pad say the same."""
    count = z.drawer_count
    assert amounts(z.tenders) == {name: minor for name, minor in page.in_by.items() if minor}
    assert {one.name: one.count for one in z.tenders} == dict(page.times_in)
    assert amounts(z.refunds) == {name: minor for name, minor in page.back_by.items() if minor}
    assert (z.payments, z.settled_minor) == (page.payments, page.settled)
    assert count.float_minor == page.float_minor
    assert count.taken_minor - count.returned_minor == page.in_by["cash"] - page.back_by["cash"]
    assert (count.dropped_minor, count.paid_out_minor, count.paid_in_minor) == (
        page.drops,
        page.outs,
        page.ins,
    )
    unusual = {one.name: one for one in z.exceptions}
    assert amount_of(unusual, "nil") == page.nil
    assert amount_of(unusual, "iou") == page.iou
    assert (unusual["no_sale"].count if "no_sale" in unusual else 0) == page.no_sales
    assert [one.moved_minor for one in z.reliefs] == page.relief_cash
    assert z.z_number == number
    assert code_of(z.to_document()) == z.check_code


def amounts(tallies: tuple[Tally, ...]) -> dict[str, int]:
    return {one.name: one.amount_minor for one in tallies if one.amount_minor}


def amount_of(unusual: dict[str, Tally], name: str) -> int:
    return unusual[name].amount_minor if name in unusual else 0


def sells_maps(booth: Booth) -> None:
    """The booth sells a map for 25."""
    lot = booth.store.read(lambda unit: unit.lot())
    assert lot.lanes == LANES
    document = replace(lot, articles=(Article("map", "City map", 25),)).to_document()
    booth.store.write(
        lambda unit: unit.record(
            "lot.changed",
            {"lot": document},
            who=booth.boss.person_id,
            subjects=[Subject("lot", lot.lot_id)],
        )
    )
