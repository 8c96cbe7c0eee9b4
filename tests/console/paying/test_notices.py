"""Notices are checked before they ring, ring once, and strangers can do no more than be refused."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import requests

from console.paying import notice_server
from console.paying.notices import Notices
from core.config import NoticesConfig, PayConfig
from core.gateways.notices.notice import Notice
from core.services.ports import Health
from tests.far_sides.localstripe import free_port, localstripe

SECRET = "whsec_of_the_lot"
CHECKOUT = PayConfig("web", "stripe_checkout", secret="sk", hook_secret=SECRET)
LINE = PayConfig("line", "line_pay", user="u", secret="s")
LIMIT_S = 10.0


@dataclass
class Heard:
    """The listener, who rang, and a clock that a test can set wrong."""

    notices: Notices = field(init=False)
    rings: list[tuple[str, Notice]] = field(default_factory=list)
    ahead: timedelta = timedelta(0)
    accounts: list[PayConfig] = field(default_factory=lambda: [CHECKOUT, LINE])

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.notices.port}"

    def tell(self, body: bytes, *, secret: str = SECRET, account: str = "web") -> requests.Response:
        at = int(time.time())
        made = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
        return requests.post(
            f"{self.origin}/stripe/{account}",
            data=body,
            headers={"Stripe-Signature": f"t={at},v1={made}"},
            timeout=LIMIT_S,
        )


@contextmanager
def listening() -> Iterator[Heard]:
    heard = Heard()
    config = NoticesConfig(port=free_port())
    heard.notices = Notices(config, lambda: heard.accounts, lambda *rung: heard.rings.append(rung), heard)
    heard.notices.start()
    try:
        assert heard.notices.status().health is Health.OK
        yield heard
    finally:
        heard.notices.stop()


def an_event(notice_id: str = "evt_1", key: str = "lk-1") -> bytes:
    about = {"id": "cs_1", "object": "checkout.session", "client_reference_id": key}
    event = {"id": notice_id, "object": "event", "type": "checkout.session.completed"}
    return json.dumps({**event, "data": {"object": about}}).encode()


def test_a_signed_notice_rings_for_its_charge() -> None:
    with listening() as heard:
        assert heard.tell(an_event()).status_code == 200
    assert [(account, notice.key) for account, notice in heard.rings] == [("web", "lk-1")]


def test_the_same_notice_again_is_thanked_for_and_rings_no_more() -> None:
    with listening() as heard:
        assert [heard.tell(an_event()).status_code for _ in range(3)] == [200] * 3
        heard.tell(an_event("evt_2"))
    assert [notice.notice_id for _, notice in heard.rings] == ["evt_1", "evt_2"]


def test_what_was_not_signed_does_not_ring_and_is_no_alarm() -> None:
    with listening() as heard:
        assert heard.tell(an_event(), secret="whsec_other").status_code == 400
        assert requests.post(f"{heard.origin}/stripe/web", data=b"{}", timeout=LIMIT_S).status_code == 400
        assert heard.notices.status().health is Health.OK
    assert not heard.rings


def test_a_wrong_clock_and_a_missing_secret_are_told() -> None:
    with listening() as heard:
        heard.ahead = timedelta(minutes=9)
        assert heard.tell(an_event()).status_code == 400
        assert heard.notices.status().cause == "notice.wrong_time"
        heard.ahead = timedelta(0)
        heard.tell(an_event())
        assert heard.notices.status().health is Health.OK
        heard.accounts[0] = PayConfig("web", "stripe_checkout", secret="sk")
        heard.tell(an_event("evt_3"))
        assert heard.notices.status().cause == "notice.no_secret"
    assert len(heard.rings) == 1


def test_a_driver_who_comes_back_from_line_pay_rings_and_reads_thanks() -> None:
    with listening() as heard:
        url = f"{heard.origin}/line-pay/line?orderId=lk-1&transactionId=2026112201010000001"
        page = requests.get(url, timeout=LIMIT_S)
        assert (page.status_code, "謝謝" in page.content.decode()) == (200, True)
        assert requests.get(f"{heard.origin}/thanks", timeout=LIMIT_S).status_code == 200
        assert requests.get(f"{heard.origin}/line-pay/line", timeout=LIMIT_S).status_code == 400
    assert [(account, notice.key) for account, notice in heard.rings] == [("line", "lk-1")]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/stripe/web"),
        ("POST", "/line-pay/line"),
        ("POST", "/stripe/line"),
        ("POST", "/stripe/other"),
        ("POST", "/stripe/"),
        ("GET", "/../../etc/passwd"),
        ("GET", "/line-pay/%00"),
    ],
)
def test_nothing_else_is_there(method: str, path: str) -> None:
    with listening() as heard:
        answer = requests.request(method, heard.origin + path, data=b"x", timeout=LIMIT_S)
        assert (answer.status_code, answer.content) == (404, b"")
    assert not heard.rings


def test_a_flood_is_told_to_wait_and_stops_nobody_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_server, "MOST_IN_A_RUSH", 5.0)
    with listening() as heard:
        codes = [heard.tell(b"{}", secret="whsec_other").status_code for _ in range(12)]
        assert codes[:5] == [400] * 5
        assert 429 in codes
        time.sleep(0.5)
        assert heard.tell(an_event()).status_code == 200
    assert len(heard.rings) == 1


def test_too_much_no_length_and_half_a_notice_are_refused() -> None:
    with listening() as heard:
        too_much = b"x" * (notice_server.LARGEST_BODY_BYTES + 1)
        assert _first_line(heard, b"POST /stripe/web HTTP/1.1\r\n\r\n") == b"HTTP/1.1 411 Length Required"
        length = str(len(too_much)).encode()
        head = b"POST /stripe/web HTTP/1.1\r\nContent-Length: " + length + b"\r\n\r\n"
        assert _first_line(heard, head).startswith(b"HTTP/1.1 413 ")
        half = b"POST /stripe/web HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf"
        assert _first_line(heard, half, end=True) == b""
        assert heard.tell(an_event()).status_code == 200


def test_those_who_say_nothing_keep_no_notice_out_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_server, "CONNECTION_LIMIT_S", 0.5)
    with listening() as heard:
        silent = [socket.create_connection(("127.0.0.1", heard.notices.port)) for _ in range(16)]
        try:
            time.sleep(1.5)
            assert heard.tell(an_event()).status_code == 200
        finally:
            for each in silent:
                each.close()


def test_a_port_that_is_taken_is_told_and_stops_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        config = NoticesConfig(port=taken.getsockname()[1])
        notices = Notices(config, lambda: [CHECKOUT], lambda *_: None, Heard())
        notices.start()
        assert (notices.status().health, notices.status().cause) == (Health.FAILED, "notice.not_bound")
        notices.stop()


def test_without_a_port_nothing_listens() -> None:
    before = threading.active_count()
    notices = Notices(NoticesConfig(), lambda: [CHECKOUT], lambda *_: None, Heard())
    notices.start()
    assert (notices.port, threading.active_count()) == (0, before)
    notices.stop()


def test_notices_that_localstripe_signs_and_sends_by_itself_are_believed() -> None:
    with localstripe() as bank, listening() as heard:
        bank.sends_notices_to(f"{heard.origin}/stripe/web", SECRET)
        form = {"amount": "6000", "currency": "twd", "metadata[charge_key]": "lk-7"}
        _, intent = bank.ask("POST", "/v1/payment_intents", form)
        path = f"/v1/payment_intents/{intent['id']}"
        bank.ask("POST", path, {"payment_method": bank.card("4242424242424242")})
        bank.ask("POST", f"{path}/confirm")
        until_s = time.monotonic() + LIMIT_S
        while not any(notice.key == "lk-7" for _, notice in heard.rings):
            assert time.monotonic() < until_s, "no notice came"
            time.sleep(0.05)
        told = next(notice for _, notice in heard.rings if notice.key == "lk-7")
    assert (told.kind, told.reference) == ("payment_intent.succeeded", intent["id"])


def _first_line(heard: Heard, request: bytes, *, end: bool = False) -> bytes:
    with socket.create_connection(("127.0.0.1", heard.notices.port), LIMIT_S) as connection:
        connection.sendall(request)
        if end:
            connection.shutdown(socket.SHUT_WR)
        connection.settimeout(LIMIT_S)
        return connection.recv(4_096).split(b"\r\n")[0]
