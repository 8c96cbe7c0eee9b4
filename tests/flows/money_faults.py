"""One car after the other pays through a service, while a proxy in between loses, repeats and reorders.

All of it is real but the time and the driver: the store, the task that sees a charge to its end, the gateway,
HTTP, and the service behind the proxy. A seed says which service it is, what the line does, what people do.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from console.paying.web_line import WebLine
from core.domain.journal import Subject
from core.domain.orders import Charge, ChargeState, Order
from core.domain.payments import Tender
from core.domain.refunds import RefundState, refunds_among
from core.gateways.line_pay import LinePay
from core.gateways.line_pay_http import LinePayHttp
from core.gateways.line_pay_scan import LinePayScan
from core.gateways.stripe_checkout import StripeCheckout
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.ask_for_money import cancel_charge
from core.services.give_back import BackGiver, back_task_kind
from core.services.order_book import orders_of
from core.services.payment_ports import PayAccount, PaymentProvider, ScannedCodes
from core.services.refund_charge import refund_charge
from core.store.store import Store
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, set_up
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.fault_proxy import Fault, FaultProxy, random_plan
from tests.far_sides.line_pay import LinePayPeer, line_pay
from tests.far_sides.localstripe import localstripe
from tests.far_sides.stripe_peer import DECLINED_CARD, GOOD_CARD, READER, StripePeer
from tests.till import Till

LIMIT_S = 5.0
MOST_SECONDS = 3_600
KINDS = ("stripe_checkout", "stripe_terminal", "line_pay", "line_pay_scan")
_CRASHES, _CANCELS, _DECLINES = 0.2, 0.03, 0.1


@dataclass(frozen=True, slots=True)
class Taken:
    """What the service has in its books for one car, in minor units."""

    charges: tuple[int, ...]
    refunds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Service:
    """One kind of account: who is asked, what the driver does, and what the books say."""

    account: PayAccount
    provider: PaymentProvider
    drive: Callable[[random.Random, Charge], None]
    taken: Callable[[], Taken]
    proxy: FaultProxy
    forget: Callable[[], None]


class MoneyWorld:
    """A console with one account of each kind, each behind a proxy of its own."""

    def __init__(self, store: Store, clock: SetClock, services: dict[str, _Service]) -> None:
        self.store, self.clock = store, clock
        self.services = services
        self.actor = set_up(store)
        self.met: Counter[Fault] = Counter()
        self._cars = 0

    def run(self, seed: int) -> str:
        """One car pays; what went wrong, or nothing."""
        chance = random.Random(seed)
        kind = KINDS[seed % len(KINDS)]
        service = self.services[kind]
        service.forget()
        self._cars += 1
        stay_id = drive_in(self.store, f"MF{self._cars:05}")
        self.clock.pass_time(45)
        till = Till(
            self.store, self.clock, actor=self.actor, provider=service.provider, account=service.account
        )
        service.proxy.meet(
            random_plan(seed, share=chance.choice((0.3, 0.6, 0.9)), most=chance.randint(1, 14))
        )
        try:
            problem = self._pay(till, service, stay_id, chance) or self._books(till, service, stay_id)
            if not problem:
                self.met.update(fault for fault, _, _ in service.proxy.met)
                service.proxy.meet(random_plan(-seed - 1, share=0.6, most=chance.randint(1, 8)))
                problem = self._refund(service, stay_id)
        except Exception as error:
            error.add_note(f"seed {seed}, {kind}: {_told(service)}")
            raise
        self.met.update(fault for fault, _, _ in service.proxy.met)
        return f"seed {seed}, {kind}: {problem}; {_told(service)}" if problem else ""

    def _pay(self, till: Till, service: _Service, stay_id: str, chance: random.Random) -> str:
        is_inside = True
        for _ in range(MOST_SECONDS):
            if is_inside and till.payments(stay_id):
                drive_out(self.store, till.stay(stay_id).plate, stay_id)
                is_inside = False
            unsettled = [charge for order in self._orders(stay_id) for charge in order.unsettled]
            if till.payments(stay_id) and not unsettled and not self._due_back(stay_id):
                return ""
            if not till.payments(stay_id) and not unsettled:
                self._ask(till, stay_id)
            for charge in unsettled:
                service.drive(chance, charge)
                if chance.random() < _CANCELS and not charge.cancel_asked:
                    self.store.write(partial(cancel_charge, actor=self.actor, charge_id=charge.charge_id))
            if chance.random() < _CRASHES:
                # What was in memory alone is gone: the driver's code, and how often something failed.
                till.account = replace(till.account, scanned=ScannedCodes())
                till.start()
            till.pass_by(1)
            self._give_back(service)
        return f"not paid after {MOST_SECONDS} s"

    def _ask(self, till: Till, stay_id: str) -> None:
        """Staff ask for the money, again where it was declined."""
        order = till.order(stay_id)
        scanned = line_pay_side.GOOD_CODE if till.account.can_scan else ""
        if order.missing_minor:
            till.charge(order, scanned=scanned)

    def _give_back(self, service: _Service) -> None:
        """Do the refunds that are due now, as their tasks do."""
        giver = BackGiver(self.store, service.provider)
        kind = back_task_kind(service.account.id)
        for task in self.store.read(lambda view: view.waiting_tasks(kind)):
            if task.next_at <= self.clock.now():
                till = Till(
                    self.store,
                    self.clock,
                    actor=self.actor,
                    provider=service.provider,
                    account=service.account,
                )
                outcome = till.runner._act(task, giver.handler())
                self.store.write(
                    partial(till.runner._finish, task=task, outcome=outcome, handler=giver.handler())
                )

    def _refund(self, service: _Service, stay_id: str) -> str:
        """The money goes back by the same way, over the same line."""
        (charge,) = [
            charge
            for order in self._orders(stay_id)
            for charge in order.charges
            if charge.state is ChargeState.CONFIRMED
        ]
        refund_id = self.store.write(partial(refund_charge, charge=charge))
        assert refund_id is not None
        for _ in range(MOST_SECONDS):
            if not self._due_back(stay_id):
                break
            self.clock.instant += timedelta(seconds=1)
            self._give_back(service)
        service.proxy.settle()
        taken = service.taken()
        if taken.refunds != taken.charges:
            return f"of {taken.charges} the service gave back {taken.refunds}"
        return "the refund is not settled" if self._due_back(stay_id) else ""

    def _due_back(self, stay_id: str) -> bool:
        about = self.store.read(lambda view: view.entries_about(Subject("stay", stay_id)))
        ended = {RefundState.PAID_BACK, RefundState.KEPT}
        return any(one.state not in ended for one in refunds_among(about))

    def _orders(self, stay_id: str) -> list[Order]:
        return self.store.read(lambda view: orders_of(view, stay_id))

    def _books(self, till: Till, service: _Service, stay_id: str) -> str:
        """What the service took, once everything has arrived, beside what our books say."""
        service.proxy.settle()
        till.pass_by(120, step=5)
        taken = service.taken()
        confirmed = [
            charge
            for order in self._orders(stay_id)
            for charge in order.charges
            if charge.state in {ChargeState.CONFIRMED, ChargeState.REFUNDED}
        ]
        if len(taken.charges) != 1 or taken.refunds:
            return f"the service took {taken.charges} and gave back {taken.refunds}"
        if [charge.amount_minor for charge in confirmed] != list(taken.charges):
            return f"the service took {taken.charges}, our books say {confirmed}"
        paid = till.payments(stay_id)
        if [payment.amount_minor for payment in paid] != list(taken.charges):
            return f"the stay was paid with {paid}"
        return ""


@contextmanager
def money_world(folder: Path) -> Iterator[MoneyWorld]:
    """A console with all kinds of accounts, and the services they ask; ended afterwards."""
    clock = SetClock()
    with ExitStack() as stack:
        store = stack.enter_context(opened(folder, clock))
        bank = stack.enter_context(localstripe())
        stripe = stack.enter_context(StripePeer(bank))
        stripe.clock = lambda: clock.now().timestamp()
        line = stack.enter_context(line_pay())
        services = {
            "stripe_checkout": _checkout(stack, stripe, clock),
            "stripe_terminal": _terminal(stack, stripe, clock),
            "line_pay": _line_pay(stack, line, clock),
            "line_pay_scan": _line_pay_scan(stack, line, clock),
        }
        yield MoneyWorld(store, clock, services)


def _wire(stack: ExitStack, origin: str) -> tuple[FaultProxy, WebLine]:
    proxy = stack.enter_context(FaultProxy(origin))
    wire = WebLine(proxy.origin, LIMIT_S)
    stack.callback(wire.close)
    return proxy, wire


def _checkout(stack: ExitStack, peer: StripePeer, clock: SetClock) -> _Service:
    proxy, wire = _wire(stack, peer.origin)
    http = StripeHttp(wire, stripe_side.SECRET, clock.now)
    provider = StripeCheckout(http, clock.now, thanks_url="https://lot.test/thanks")

    def drive(chance: random.Random, charge: Charge) -> None:
        if charge.shown and chance.random() < 0.3:
            card = DECLINED_CARD if chance.random() < _DECLINES else GOOD_CARD
            peer.pay(charge.shown.rpartition("/")[2], card)

    account = PayAccount("checkout", "Stripe", Tender.STRIPE, "stripe_checkout")
    return _Service(account, provider, drive, partial(_stripe_books, peer), proxy, peer.forget)


def _terminal(stack: ExitStack, peer: StripePeer, clock: SetClock) -> _Service:
    proxy, wire = _wire(stack, peer.origin)
    provider = StripeTerminal(StripeHttp(wire, stripe_side.SECRET, clock.now), clock.now, reader=READER)

    def drive(chance: random.Random, _charge: Charge) -> None:
        # Whatever the console knows: the reader shows the amount, and the driver holds a card to it.
        if chance.random() < 0.3:
            peer.present(DECLINED_CARD if chance.random() < _DECLINES else GOOD_CARD)

    account = PayAccount("reader", "Card", Tender.CARD, "stripe_terminal")
    return _Service(account, provider, drive, partial(_stripe_books, peer), proxy, peer.forget)


def _line_pay(stack: ExitStack, peer: LinePayPeer, clock: SetClock) -> _Service:
    proxy, wire = _wire(stack, peer.origin)
    http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, clock.now)
    provider = LinePay(http, return_url="https://lot.test/line-pay/line", rings=True)

    def drive(chance: random.Random, charge: Charge) -> None:
        if charge.shown and chance.random() < 0.3:
            number = charge.shown.rpartition("=")[2]
            (peer.refuse if chance.random() < _DECLINES else peer.agree)(number)

    account = PayAccount("line", "LINE Pay", Tender.LINE_PAY, "line_pay")
    return _Service(account, provider, drive, partial(_line_books, peer), proxy, peer.forget)


def _line_pay_scan(stack: ExitStack, peer: LinePayPeer, clock: SetClock) -> _Service:
    proxy, wire = _wire(stack, peer.origin)
    http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, clock.now)
    account = PayAccount("scan", "LINE Pay", Tender.LINE_PAY, "line_pay_scan", can_scan=True)
    return _Service(
        account,
        LinePayScan(http, clock.now),
        lambda _chance, _charge: None,
        partial(_line_books, peer),
        proxy,
        peer.forget,
    )


def _stripe_books(peer: StripePeer) -> Taken:
    charges = tuple(one["amount"] for one in peer.bank.succeeded())
    return Taken(charges, tuple(one["amount"] for one in peer.bank.refunds()))


def _line_books(peer: LinePayPeer) -> Taken:
    # The lot counts in euros and cents, LINE Pay in euros.
    paid = peer.paid()
    charges = tuple(round(one.amount * 100) for one in paid)
    return Taken(charges, tuple(round(amount * 100) for one in paid for amount in one.refunds))


def _told(service: _Service) -> str:
    return ", ".join(f"{fault} {method} {path}" for fault, method, path in service.proxy.met)
