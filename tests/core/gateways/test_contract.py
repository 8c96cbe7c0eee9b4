"""Every payment service keeps to what the port promises, each against its far side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest

from core.gateways.line_pay import LinePay
from core.gateways.line_pay_http import LinePayHttp
from core.gateways.line_pay_scan import LinePayScan
from core.gateways.stripe_checkout import StripeCheckout
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.payment_ports import ChargeAsk, PaymentProvider
from tests.core.gateways.asks import web_line
from tests.core.services.provider_contract import (
    NOON,
    KnowsKeys,
    ProviderContract,
    WaitsForTheDriver,
    ask_for,
)
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.line_pay import GOOD_CODE, POOR_CODE, LinePayPeer
from tests.far_sides.stripe_peer import DECLINED_CARD, GOOD_CARD, READER, StripePeer


def at_noon() -> datetime:
    return NOON


@dataclass
class OfStripe:
    """Checkout or the reader."""

    provider: PaymentProvider
    peer: StripePeer

    def ask(self, name: str) -> ChargeAsk:
        return ask_for(name)

    def driver_pays(self, ask: ChargeAsk) -> None:
        self._tries(ask, GOOD_CARD)

    def driver_is_declined(self, ask: ChargeAsk) -> None:
        self._tries(ask, DECLINED_CARD)

    def _tries(self, ask: ChargeAsk, card: str) -> None:
        if ask.reference in self.peer.sessions:
            self.peer.pay(ask.reference, card)
        else:
            self.peer.present(card)

    def kept_minor(self, ask: ChargeAsk) -> int:
        paid = [one for one in self.peer.bank.succeeded() if one["metadata"]["charge_key"] == ask.key]
        ids = {one["id"] for one in paid}
        back = [one for one in self.peer.bank.refunds() if one["payment_intent"] in ids]
        return (sum(one["amount"] for one in paid) - sum(one["amount"] for one in back)) // 100


@dataclass
class OfLinePay:
    """Online, or by the driver's code."""

    provider: PaymentProvider
    peer: LinePayPeer
    scans: bool = False

    def ask(self, name: str) -> ChargeAsk:
        return ask_for(name, scanned=_CODES.get(name, GOOD_CODE) if self.scans else "")

    def driver_pays(self, ask: ChargeAsk) -> None:
        if not self.scans and ask.reference:
            self.peer.agree(ask.reference)

    def driver_is_declined(self, ask: ChargeAsk) -> None:
        if not self.scans:
            self.peer.refuse(ask.reference)

    def kept_minor(self, ask: ChargeAsk) -> int:
        return sum(one.amount - sum(one.refunds) for one in self.peer.paid() if one.order == ask.key)


_CODES = {"declined": POOR_CODE}


class TestStripeCheckout(ProviderContract, KnowsKeys, WaitsForTheDriver):
    @pytest.fixture
    def far_side(self, stripe: StripePeer, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfStripe]:
        monkeypatch.setattr(stripe, "clock", NOON.timestamp)
        with web_line(stripe.origin) as line:
            http = StripeHttp(line, stripe_side.SECRET, at_noon)
            yield OfStripe(StripeCheckout(http, at_noon, thanks_url="https://lot.test/thanks"), stripe)


class TestStripeTerminal(ProviderContract, KnowsKeys, WaitsForTheDriver):
    @pytest.fixture
    def far_side(self, stripe: StripePeer, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfStripe]:
        monkeypatch.setattr(stripe, "clock", NOON.timestamp)
        with web_line(stripe.origin) as line:
            http = StripeHttp(line, stripe_side.SECRET, at_noon)
            yield OfStripe(StripeTerminal(http, at_noon, reader=READER), stripe)


class TestLinePay(ProviderContract, KnowsKeys, WaitsForTheDriver):
    @pytest.fixture
    def far_side(self, line: LinePayPeer) -> Iterator[OfLinePay]:
        with web_line(line.origin) as wire:
            http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, at_noon)
            yield OfLinePay(LinePay(http, return_url="https://lot.test/back", rings=True), line)


class TestLinePayScan(ProviderContract, KnowsKeys):
    @pytest.fixture
    def far_side(self, line: LinePayPeer) -> Iterator[OfLinePay]:
        with web_line(line.origin) as wire:
            http = LinePayHttp(wire, line_pay_side.CHANNEL, line_pay_side.SECRET, at_noon)
            yield OfLinePay(LinePayScan(http, at_noon), line, scans=True)

    def test_what_the_driver_cannot_pay_is_never_taken(self, far_side: OfLinePay) -> None:  # type: ignore[override]
        """It is declined at once: there is nothing to begin."""
        ask = far_side.ask("declined")
        assert far_side.provider.begin(ask).answer == "declined"
        assert far_side.kept_minor(ask) == 0
