"""The payment services that a configuration can name, with the connection and the secrets of each."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Final
from urllib.parse import quote, urlsplit

from console.paying.accounts import PayKind
from console.paying.bounded import Bounded, BoundedLine
from console.paying.web_line import WebLine
from console.wiring.far_sides import secret_of
from core.config import NoticesConfig, PayConfig
from core.domain.errors import DeviceError
from core.domain.payments import Tender
from core.gateways import line_pay_http, stripe_http
from core.gateways.line import Reply
from core.gateways.line_pay import LinePay
from core.gateways.line_pay_http import LinePayHttp
from core.gateways.line_pay_scan import LinePayScan
from core.gateways.stripe_checkout import StripeCheckout
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.account_answer import AccountAnswer, Askable
from core.services.payment_ports import PaymentProvider
from core.services.ports import Clock

THANKS: Final = "/thanks"
STRIPE_NOTICES: Final = "/stripe/"
LINE_PAY_NOTICES: Final = "/line-pay/"
# Where a driver is sent after paying when no page of ours can be reached: the service's own.
_STRIPE_PAGE: Final = "https://stripe.com"
_LINE_PAY_PAGE: Final = "https://pay.line.me"
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


def gateway_kinds(notices: NoticesConfig, clock: Clock) -> dict[str, PayKind]:
    """By kind of configuration, all that ask somebody over the network."""
    public = notices.address.rstrip("/")

    def checkout(config: PayConfig) -> PaymentProvider:
        line = _line(config, stripe_http.ORIGIN)
        http = StripeHttp(line, secret_of(config.secret), clock.now)
        thanks = public + THANKS if public else _STRIPE_PAGE
        return Bounded(StripeCheckout(http, clock.now, thanks_url=thanks), line)

    def terminal(config: PayConfig) -> PaymentProvider:
        line = _line(config, stripe_http.ORIGIN)
        http = StripeHttp(line, secret_of(config.secret), clock.now)
        return Bounded(StripeTerminal(http, clock.now, reader=quote(config.reader, safe="")), line)

    def online(config: PayConfig) -> PaymentProvider:
        line = _line(config, line_pay_http.ORIGIN)
        http = LinePayHttp(line, secret_of(config.user), secret_of(config.secret), clock.now)
        back = f"{public}{LINE_PAY_NOTICES}{quote(config.id, safe='')}" if public else _LINE_PAY_PAGE
        return Bounded(LinePay(http, return_url=back, rings=bool(public)), line)

    def scan(config: PayConfig) -> PaymentProvider:
        line = _line(config, line_pay_http.ORIGIN)
        http = LinePayHttp(line, secret_of(config.user), secret_of(config.secret), clock.now)
        return Bounded(LinePayScan(http, clock.now), line)

    return {
        "stripe_checkout": PayKind(Tender.STRIPE, checkout, title="Stripe"),
        "stripe_terminal": PayKind(Tender.CARD, terminal, title="Card"),
        "line_pay": PayKind(Tender.LINE_PAY, online, title="LINE Pay"),
        "line_pay_scan": PayKind(Tender.LINE_PAY, scan, can_scan=True, title="LINE Pay"),
    }


def ask_account(config: PayConfig, notices: NoticesConfig, clock: Clock) -> AccountAnswer | None:
    """Ask the account whether it answers and knows us; None for one that is not asked over the network.

    Takes nothing; raises DeviceError. May take 20 s, so not on the screen's thread.
    """
    kinds: Mapping[str, PayKind] = gateway_kinds(notices, clock)
    if config.kind not in kinds:
        return None
    provider = kinds[config.kind].build(config)
    return provider.ask_account() if isinstance(provider, Askable) else None


class _NoLine:
    """Stands for a connection to an address that cannot be one: every exchange says so."""

    def exchange(
        self,
        method: str,  # noqa: ARG002
        path: str,  # noqa: ARG002
        *,
        headers: Mapping[str, str],  # noqa: ARG002
        data: bytes | None = None,  # noqa: ARG002
    ) -> Reply:
        raise DeviceError("gateway.bad_address")

    def one_call(self) -> AbstractContextManager[None]:
        return nullcontext()


def _line(config: PayConfig, origin: str) -> BoundedLine:
    """The connection; secrets go over nothing but TLS, except to this machine itself."""
    address = config.address or origin
    try:
        parts = urlsplit(address)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            return _NoLine()
        return WebLine(address)
    except ValueError:
        return _NoLine()
