"""Each payment service of a configuration is built with its own connection, secrets and words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from console.paying.accounts import KINDS, account_of
from console.paying.gateways import ask_account, gateway_kinds
from console.runtime.clock import SystemClock
from console.words import is_known
from core.config import NoticesConfig, PayConfig
from core.domain.errors import DeviceError
from core.domain.payments import Tender
from tests.core.gateways.asks import an_ask
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.line_pay import GOOD_CODE, line_pay
from tests.far_sides.localstripe import localstripe
from tests.far_sides.stripe_peer import READER, StripePeer

ROOT = Path(__file__).parents[3]
QUIET, PUBLIC = NoticesConfig(), NoticesConfig(port=8462, address="https://pay.lot.test/")


def stripe_config(origin: str, kind: str = "stripe_terminal") -> PayConfig:
    return PayConfig("card", kind, address=origin, secret="env:LOT_STRIPE", reader=READER)  # type: ignore[arg-type]


def line_config(origin: str, kind: str = "line_pay") -> PayConfig:
    user, secret = line_pay_side.CHANNEL, line_pay_side.SECRET
    return PayConfig("line", kind, address=origin, user=user, secret=secret)  # type: ignore[arg-type]


def test_each_kind_of_the_configuration_can_be_built() -> None:
    kinds = {**KINDS, **gateway_kinds(QUIET, SystemClock())}
    for kind, tender in [
        ("simulator", Tender.CARD),
        ("stripe_terminal", Tender.CARD),
        ("stripe_checkout", Tender.STRIPE),
        ("line_pay", Tender.LINE_PAY),
        ("line_pay_scan", Tender.LINE_PAY),
    ]:
        config = PayConfig("one", kind, user="u", secret="s", reader="r")  # type: ignore[arg-type]
        account = account_of(config, kinds[kind])
        assert (account.tender, account.can_scan) == (tender, kind == "line_pay_scan")
        assert kinds[kind].build(config).knows_keys


def test_secrets_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with localstripe() as bank, StripePeer(bank) as stripe:
        monkeypatch.delenv("LOT_STRIPE", raising=False)
        with pytest.raises(DeviceError) as raised:
            ask_account(stripe_config(stripe.origin), QUIET, SystemClock())
        assert raised.value.cause == "gateway.no_secret"
        monkeypatch.setenv("LOT_STRIPE", stripe_side.SECRET)
        answer = ask_account(stripe_config(stripe.origin), QUIET, SystemClock())
        assert answer is not None
        assert (answer.reader, answer.is_clock_wrong) == ("online", False)
        assert not bank.succeeded()


def test_line_pay_is_asked_for_nobodys_order() -> None:
    with line_pay() as line:
        answer = ask_account(line_config(line.origin), QUIET, SystemClock())
        assert answer is not None
        assert [path for _, path, _ in line.requests] == [
            "/v3/payments?orderId=lotkeeper-asks-whether-you-answer"
        ]
        wrong = PayConfig("line", "line_pay", address=line.origin, user="1", secret="2")
        with pytest.raises(DeviceError) as raised:
            ask_account(wrong, QUIET, SystemClock())
        assert raised.value.cause == "gateway.login_refused"


def test_a_terminal_of_the_simulator_is_asked_nothing() -> None:
    assert ask_account(PayConfig("card", "simulator"), QUIET, SystemClock()) is None


@pytest.mark.parametrize(
    "address", ["http://api.stripe.test", "ftp://127.0.0.1", "nonsense", "https://user:pw@host", "https://"]
)
def test_secrets_are_not_sent_in_the_clear_nor_to_an_address_that_is_none(address: str) -> None:
    with pytest.raises(DeviceError) as raised:
        ask_account(line_config(address), QUIET, SystemClock())
    assert raised.value.cause == "gateway.bad_address"


def test_with_a_public_address_drivers_come_back_to_it_and_ring() -> None:
    with line_pay() as line:
        for notices, url, kind in [
            (PUBLIC, "https://pay.lot.test/line-pay/line", "CLIENT"),
            (QUIET, "https://pay.line.me", "NONE"),
        ]:
            provider = gateway_kinds(notices, SystemClock())["line_pay"].build(line_config(line.origin))
            provider.begin(an_ask(key=kind))
            urls = line.requests[-1][2]["redirectUrls"]
            assert (urls["confirmUrl"], urls["confirmUrlType"]) == (url, kind)


def test_no_configuration_and_no_provider_shows_its_secrets() -> None:
    config = PayConfig("line", "line_pay_scan", user="u", secret="very-secret", hook_secret="also-secret")
    provider = gateway_kinds(QUIET, SystemClock())["line_pay_scan"].build(config)
    assert "secret" not in repr(config).replace("secret=", "")
    assert "very-secret" not in repr(provider) + repr(vars(provider)) + GOOD_CODE


def test_everything_that_a_service_may_say_has_words() -> None:
    said = {
        code
        for folder in ("core/gateways", "console/paying")
        for file in (ROOT / folder).rglob("*.py")
        for code in re.findall(r'"((?:gateway|notice)\.[a-z_]+)"', file.read_text("utf-8"))
    }
    assert len(said) > 25
    assert not [code for code in sorted(said) if not is_known(code)]
