"""Several consoles ask for the same money in the same moment; and nothing of it stands in a log."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from core.domain.errors import DeviceError
from core.gateways.line_pay import LinePay
from core.gateways.line_pay_http import LinePayHttp
from core.gateways.line_pay_scan import LinePayScan
from core.gateways.stripe_checkout import StripeCheckout
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.payment_ports import Answer, ChargeAnswer, PaymentProvider
from tests.core.gateways.asks import a_refund, an_ask, now, web_line
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.fault_proxy import FAULTS, FaultProxy
from tests.far_sides.line_pay import GOOD_CODE, LinePayPeer
from tests.far_sides.stripe_peer import READER, StripePeer

CONSOLES = 6


def all_at_once(origin: str, make: Callable[[object], PaymentProvider], scanned: str = "") -> list[Answer]:
    """Each console has a connection of its own; what each was answered."""
    start = Barrier(CONSOLES)

    def console(_number: int) -> Answer:
        with web_line(origin) as line:
            provider = make(line)
            start.wait(10)
            return provider.begin(an_ask(scanned=scanned)).answer

    with ThreadPoolExecutor(CONSOLES) as pool:
        return list(pool.map(console, range(CONSOLES)))


def test_one_page_of_stripes(stripe: StripePeer) -> None:
    def make(line):
        return StripeCheckout(StripeHttp(line, stripe_side.SECRET, now), now, thanks_url="https://lot.test")

    assert set(all_at_once(stripe.origin, make)) == {Answer.WAITING}
    (session,) = stripe.sessions
    assert stripe.pay(session)
    assert len(stripe.bank.succeeded()) == 1


def test_one_payment_at_the_reader(stripe: StripePeer) -> None:
    def make(line):
        return StripeTerminal(StripeHttp(line, stripe_side.SECRET, now), now, reader=READER)

    assert set(all_at_once(stripe.origin, make)) == {Answer.WAITING}
    assert stripe.present()
    assert not stripe.present()
    assert len(stripe.bank.succeeded()) == 1


def test_one_order_at_line_pay(line: LinePayPeer) -> None:
    def make(wire):
        http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, now)
        return LinePay(http, return_url="https://lot.test", rings=False)

    answers = all_at_once(line.origin, make)
    # One console has the code that the driver scans; the others are told that somebody else asked.
    assert sorted(answers) == [*[Answer.DECLINED] * (CONSOLES - 1), Answer.WAITING]
    assert len(line.transactions) == 1


def test_one_payment_by_the_drivers_code(line: LinePayPeer) -> None:
    def make(wire):
        http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, now)
        return LinePayScan(http, now)

    assert set(all_at_once(line.origin, make, GOOD_CODE)) == {Answer.CONFIRMED}
    assert len(line.paid()) == 1


def test_no_log_holds_a_secret_a_code_or_what_a_service_wrote(
    stripe: StripePeer, line: LinePayPeer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3").setLevel(logging.DEBUG)
    said: list[str] = []
    with (
        FaultProxy(stripe.origin) as bad_stripe,
        FaultProxy(line.origin) as bad_line,
        web_line(bad_stripe.origin) as first,
        web_line(bad_line.origin) as second,
    ):
        terminal = StripeTerminal(StripeHttp(first, stripe_side.SECRET, now), now, reader=READER)
        scan = LinePayScan(LinePayHttp(second, line_pay_side.CHANNEL, line_pay_side.SECRET, now), now)
        for fault in FAULTS:
            bad_stripe.meet([fault])
            bad_line.meet([fault])
            said += [
                _whatever(lambda: terminal.begin(an_ask())),
                _whatever(lambda: terminal.refund(a_refund("pi_4242424242424242"))),
                _whatever(lambda: scan.begin(an_ask(scanned=GOOD_CODE))),
            ]
    logged = "\n".join([*(record.getMessage() for record in caplog.records), *said])
    assert "HTTP/1.1" in logged
    for secret in (stripe_side.SECRET, line_pay_side.SECRET, GOOD_CODE, "Bearer", '"oneTimeKey"'):
        assert secret not in logged


def _whatever(act: Callable[[], ChargeAnswer]) -> str:
    try:
        return repr(act())
    except DeviceError as error:
        return f"{error!r} {error}"
