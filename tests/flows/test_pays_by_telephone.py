"""A driver pays with a telephone at a whole console, as it is configured and put together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import requests

from console.compose import Console, compose
from console.runtime.clock import SystemClock
from core.config import Config, NoticesConfig, PayConfig, write_config
from core.domain.orders import Charge
from core.domain.people import Actor
from core.services.ask_for_money import charge_order
from core.services.open_order import open_order
from core.services.quote_stay import quote_stay
from core.store.folder import DataFolder
from tests.booth import wait_until
from tests.core.store.lot import drive_in, set_up
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.line_pay import LinePayPeer, line_pay
from tests.far_sides.localstripe import free_port, localstripe
from tests.far_sides.stripe_peer import READER, StripePeer

HOOK = "whsec_of_the_lot"


class LateClock(SystemClock):
    """The machine's time; three hours earlier as long as it is ``back``: cars come in then."""

    def __init__(self) -> None:
        self.back = True

    def now(self) -> datetime:
        return super().now() - timedelta(hours=3) if self.back else super().now()


@contextmanager
def a_console(folder: Path, *pays: PayConfig, port: int = 0) -> Iterator[tuple[Console, Actor, str]]:
    """A console with these accounts, whoever works at it, and a car that owes money."""
    notices = NoticesConfig(port=port, address=f"http://127.0.0.1:{port}") if port else NoticesConfig()
    write_config(folder / "lotkeeper.toml", Config(pays=pays, notices=notices))
    clock = LateClock()
    console = compose(DataFolder(folder), clock=clock)
    try:
        actor = set_up(console.store)
        stay_id = drive_in(console.store, "AB1234")
        clock.back = False
        console.start()
        yield console, actor, stay_id
    finally:
        console.stop()


def asked_for(console: Console, actor: Actor, stay_id: str, account_id: str) -> Charge:
    """The charge by that account for what the stay owes."""
    account = console.paying.account(account_id)
    assert account is not None

    def work(unit):
        due = quote_stay(unit, actor=actor, stay_id=stay_id).quote.total_minor
        order = open_order(unit, actor=actor, stay_id=stay_id, shown_minor=due)
        return charge_order(unit, actor=actor, order_id=order.order_id, account=account)

    return console.store.write(work)


def is_paid(console: Console, stay_id: str) -> bool:
    return bool(console.store.read(lambda view: view.stay(stay_id)).payments)


def test_a_page_of_stripes_is_paid_and_the_car_may_leave(tmp_path: Path) -> None:
    with localstripe() as bank, StripePeer(bank) as stripe:
        web = PayConfig("web", "stripe_checkout", address=stripe.origin, secret=stripe_side.SECRET)
        with a_console(tmp_path, web) as (console, actor, stay_id):
            asked_for(console, actor, stay_id, "web")
            wait_until(lambda: bool(stripe.sessions), "the page is made")
            (session,) = stripe.sessions
            stripe.pay(session)
            wait_until(partial(is_paid, console, stay_id), "the console sees it")
            (payment,) = console.store.read(lambda view: view.stay(stay_id)).payments
        assert [one["amount"] for one in bank.succeeded()] == [payment.amount_minor]
        assert [part.reference for part in payment.parts] == [session]


def test_a_card_at_the_reader_is_seen_at_once_by_the_notice_that_stripe_signs(tmp_path: Path) -> None:
    port = free_port()
    with localstripe() as bank, StripePeer(bank) as stripe:
        bank.sends_notices_to(f"http://127.0.0.1:{port}/stripe/card", HOOK)
        card = PayConfig(
            "card",
            "stripe_terminal",
            address=stripe.origin,
            secret=stripe_side.SECRET,
            hook_secret=HOOK,
            reader=READER,
        )
        with a_console(tmp_path, card, port=port) as (console, actor, stay_id):
            asked_for(console, actor, stay_id, "card")
            wait_until(lambda: stripe.action is not None, "the reader asks for the card")
            stripe.present()
            wait_until(partial(is_paid, console, stay_id), "the console sees it")
            assert console.noticing.notices.status().cause == ""


@pytest.mark.parametrize("rings", [True, False])
def test_a_driver_agrees_in_line_and_comes_back_or_not(tmp_path: Path, rings: bool) -> None:
    port = free_port() if rings else 0
    with line_pay() as line:
        account = PayConfig(
            "line",
            "line_pay",
            address=line.origin,
            user=line_pay_side.CHANNEL,
            secret=line_pay_side.SECRET,
        )
        with a_console(tmp_path, account, port=port) as (console, actor, stay_id):
            asked_for(console, actor, stay_id, "line")
            wait_until(lambda: bool(line.transactions), "LINE Pay knows of it")
            (transaction,) = line.transactions.values()
            assert line.agree(str(transaction.number))
            if rings:
                _comes_back(line, transaction.order, transaction.number)
            wait_until(partial(is_paid, console, stay_id), "the console confirms it")
        assert len(line.paid()) == 1
        assert line.refused_signatures == 0


def _comes_back(line: LinePayPeer, order: str, number: int) -> None:
    back = next(asked for _, path, asked in line.requests if path.endswith("/request"))["redirectUrls"]
    page = requests.get(
        back["confirmUrl"], params={"orderId": order, "transactionId": str(number)}, timeout=10
    )
    assert page.status_code == 200
