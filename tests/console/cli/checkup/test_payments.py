"""``lotkeeper doctor`` asks each account that takes money whether it answers."""

from __future__ import annotations

from dataclasses import replace

from console.cli.checkup.asking import answers
from console.cli.checkup.finding import Finding, State
from console.cli.checkup.payments import accounts
from core.config import Config, PayConfig
from tests.far_sides import line_pay as line_pay_side
from tests.far_sides import localstripe as stripe_side
from tests.far_sides.line_pay import line_pay
from tests.far_sides.localstripe import free_port, localstripe
from tests.far_sides.stripe_peer import READER, StripePeer


def found(*pays: PayConfig) -> dict[str, Finding]:
    asked = list(accounts(replace(Config(), pays=pays)))
    return {one.subject.removeprefix("payment account "): one for one in answers(asked)}


def test_accounts_that_answer_are_well() -> None:
    with localstripe() as bank, StripePeer(bank) as stripe, line_pay() as line:
        user, secret = line_pay_side.CHANNEL, line_pay_side.SECRET
        said = found(
            PayConfig("web", "stripe_checkout", address=stripe.origin, secret=stripe_side.SECRET),
            PayConfig(
                "card", "stripe_terminal", address=stripe.origin, secret=stripe_side.SECRET, reader=READER
            ),
            PayConfig("line", "line_pay", address=line.origin, user=user, secret=secret),
            PayConfig("scan", "line_pay_scan", address=line.origin, user=user, secret=secret),
            PayConfig("demo", "simulator"),
        )
    assert [said[name].state for name in ("web", "card", "line", "scan")] == [State.OK] * 4
    assert "test mode" in said["web"].said
    assert said["demo"].state is State.SKIPPED


def test_each_trouble_says_what_to_do_and_shows_no_secret() -> None:
    with localstripe() as bank, StripePeer(bank) as stripe:
        stripe_secret = {"address": stripe.origin, "secret": stripe_side.SECRET}
        said = found(
            PayConfig("gone", "stripe_checkout", address=f"http://127.0.0.1:{free_port()}", secret="sk_x"),
            PayConfig("wrong", "stripe_checkout", address=stripe.origin, secret="sk_of_others"),
            PayConfig("none", "stripe_checkout", address=stripe.origin, secret="env:NOT_SET_ANYWHERE"),
            PayConfig("clear", "line_pay", address="http://pay.test", user="u", secret="geheim"),
            PayConfig("reader", "stripe_terminal", reader="tmr_other", **stripe_secret),
        )
    assert {one.state for one in said.values()} == {State.TROUBLE}
    assert "does not answer" in said["gone"].said
    assert "does not accept the secret" in said["wrong"].said
    assert "environment variable" in said["none"].next_step
    assert "address" in said["clear"].said
    assert "card reader" in said["reader"].said
    assert not [one for one in said.values() if "sk_" in str(one) or "geheim" in str(one)]
