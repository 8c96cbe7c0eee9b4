"""What Stripe's answers mean: above all whether money may have moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest

from core.domain.errors import DeviceError
from core.gateways.line import Lost, Reply
from core.gateways.stripe_http import StripeHttp, StripeRefused
from core.gateways.stripe_refunds import StripeRefunds
from core.services.payment_ports import Answer
from tests.core.gateways.asks import a_refund, now, web_line
from tests.far_sides.fault_proxy import Fault, FaultProxy
from tests.far_sides.stateful_stripe import SECRET, stateful_stripe

CARD = {"amount": "6000", "currency": "twd", "source": "tok_visa"}


class OneReply:
    """A line on which always the same comes back."""

    def __init__(self, *replies: Reply | Lost) -> None:
        self.replies = replies
        self.headers: Mapping[str, str] = {}

    def exchange(
        self, method: str, path: str, *, headers: Mapping[str, str], data: bytes | None = None
    ) -> Reply:
        self.headers = headers
        reply = self.replies[0]
        if isinstance(reply, Lost):
            raise reply
        return reply


def _raised(reply: Reply | Lost, act: Callable[[StripeHttp], object]) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        act(StripeHttp(OneReply(reply), "sk_test_secret", now))
    return raised.value


@pytest.mark.parametrize(
    ("reply", "cause", "unknown"),
    [
        (Lost("cut", sent=True), "gateway.no_answer", True),
        (Lost("refused", sent=False), "gateway.no_answer", False),
        (Reply(500, b"{}"), "gateway.trouble", True),
        (Reply(503, b""), "gateway.trouble", True),
        (Reply(200, b"<html>a portal</html>"), "gateway.strange_answer", True),
        (Reply(200, b'["a list"]'), "gateway.strange_answer", True),
        (Reply(200, b"\xff\xfe"), "gateway.strange_answer", True),
        (Reply(200, b'{"id": ' * 3_000), "gateway.strange_answer", True),
        (Reply(302, b""), "gateway.strange_answer", True),
        (Reply(404, b"no such page"), "gateway.strange_answer", True),
        (Reply(401, b"{}"), "gateway.login_refused", False),
        (Reply(403, b"{}"), "gateway.login_refused", False),
        (Reply(429, b"{}"), "gateway.busy", False),
        (Reply(409, b"{}"), "gateway.busy", True),
        (Reply(400, b'{"error": {"type": "idempotency_error"}}'), "gateway.key_used_otherwise", True),
    ],
)
def test_a_change_that_may_have_been_made_is_left_open(
    reply: Reply | Lost, cause: str, unknown: bool
) -> None:
    error = _raised(reply, lambda http: http.post("/v1/charges", {}, key="key"))
    assert (error.cause, error.unknown) == (cause, unknown)


def test_a_question_that_is_not_answered_leaves_nothing_open() -> None:
    for reply in (Lost("cut", sent=True), Reply(500, b"{}"), Reply(200, b"?")):
        assert not _raised(reply, lambda http: http.get("/v1/balance")).unknown


def test_without_a_secret_nobody_is_asked() -> None:
    with pytest.raises(DeviceError) as raised:
        StripeHttp(OneReply(Reply(200, b"{}")), "", now).get("/v1/balance")
    assert raised.value.cause == "gateway.no_secret"


def test_no_error_holds_the_secret_or_what_stripe_wrote() -> None:
    body = b'{"error": {"code": "card_declined", "message": "4242424242424242 of Ms Lin, sk_test_secret"}}'
    with pytest.raises(StripeRefused) as raised:
        StripeHttp(OneReply(Reply(402, body)), "sk_test_secret", now).post("/v1/charges", {})
    assert str(raised.value) == "card_declined"
    error = _raised(Lost("the connection was refused", sent=True), lambda http: http.post("/v1/x", {}))
    assert "sk_test" not in repr(error) + str(error)


def test_a_clock_that_is_wrong_is_told() -> None:
    line = OneReply(Reply(200, b"{}", now() - timedelta(minutes=7)))
    http = StripeHttp(line, "sk_test_secret", now)
    assert http.skew.seconds is None
    http.get("/v1/balance")
    assert http.skew.seconds == pytest.approx(420, abs=5)
    assert http.skew.is_too_large


def test_the_same_key_charges_once_at_a_server_that_keeps_keys_whatever_is_lost() -> None:
    with stateful_stripe() as origin, FaultProxy(origin) as proxy, web_line(proxy.origin) as line:
        http = StripeHttp(line, SECRET, now)
        proxy.meet([Fault.DROP_AFTER, Fault.CUT, Fault.REPEAT, Fault.GARBAGE, Fault.LATE])
        failed = []
        for _ in range(5):
            try:
                http.post("/v1/charges", CARD, key="stay-1/1")
            except DeviceError as error:
                failed.append(error.unknown)
        assert failed == [True] * 4
        made = http.post("/v1/charges", CARD, key="stay-1/1")
        proxy.settle()
        listed = http.get("/v1/charges", {"limit": "100"})["data"]
        assert [one["id"] for one in listed] == [made["id"]]
        with pytest.raises(DeviceError) as raised:
            http.post("/v1/charges", {**CARD, "amount": "7000"}, key="stay-1/1")
        assert raised.value.cause == "gateway.key_used_otherwise"


def test_without_a_key_the_very_same_faults_charge_more_than_once() -> None:
    with stateful_stripe() as origin, FaultProxy(origin) as proxy, web_line(proxy.origin) as line:
        http = StripeHttp(line, SECRET, now)
        proxy.meet([Fault.DROP_AFTER, Fault.PASS])
        with pytest.raises(DeviceError):
            http.post("/v1/charges", CARD)
        http.post("/v1/charges", CARD)
        assert len(http.get("/v1/charges", {"limit": "100"})["data"]) == 2


def test_a_refund_is_made_once_for_its_key_whatever_is_lost() -> None:
    with stateful_stripe() as origin, FaultProxy(origin) as proxy, web_line(proxy.origin) as line:
        http = StripeHttp(line, SECRET, now)
        charge = http.post("/v1/charges", CARD, key="stay-1/1")
        refunds = StripeRefunds(http)
        part = a_refund(str(charge["id"]), 20)
        proxy.meet([Fault.DROP_AFTER, Fault.ERROR_AFTER])
        for _ in range(2):
            with pytest.raises(DeviceError) as raised:
                refunds.refund(part)
            assert raised.value.unknown
        assert refunds.refund(part).answer is Answer.CONFIRMED
        taken = http.get(f"/v1/charges/{charge['id']}")
        assert taken["amount_refunded"] == 2_000
