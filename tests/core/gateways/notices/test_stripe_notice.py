"""Only what Stripe has signed, lately, is a notice of Stripe's."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.gateways.notices.notice import NotOurs
from core.gateways.notices.stripe_notice import read_stripe_notice

SECRET = "whsec_lotkeeper_tests"
AT = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
SESSION = {"id": "cs_test_1", "object": "checkout.session", "client_reference_id": "lk-1"}


def event(about: dict[str, object], kind: str = "checkout.session.completed") -> bytes:
    return json.dumps({"id": "evt_1", "object": "event", "type": kind, "data": {"object": about}}).encode()


def signature(body: bytes, secret: str = SECRET, at: datetime = AT) -> str:
    """As openssl makes it: none of our own code."""
    message = f"{int(at.timestamp())}.".encode() + body
    done = subprocess.run(
        ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"key:{secret}", "-r"],
        input=message,
        capture_output=True,
        check=True,
        timeout=30,
    )
    return done.stdout.split()[0].decode()


def header(body: bytes, secret: str = SECRET, at: datetime = AT) -> str:
    return f"t={int(at.timestamp())},v1={signature(body, secret, at)}"


def cause(body: bytes, given: str, *, secret: str = SECRET, now: datetime = AT) -> str:
    with pytest.raises(NotOurs) as refused:
        read_stripe_notice(body, given, secret, now)
    return refused.value.cause


def test_a_signed_notice_says_which_charge_it_is_about() -> None:
    body = event(SESSION)
    notice = read_stripe_notice(body, header(body), SECRET, AT)
    assert (notice.notice_id, notice.key, notice.reference) == ("evt_1", "lk-1", "cs_test_1")
    assert notice.kind == "checkout.session.completed"


@pytest.mark.parametrize(
    ("about", "key", "reference"),
    [
        ({"id": "pi_1", "object": "payment_intent", "metadata": {"charge_key": "lk-2"}}, "lk-2", "pi_1"),
        (
            {
                "id": "tmr_1",
                "object": "terminal.reader",
                "action": {"process_payment_intent": {"payment_intent": "pi_2"}},
            },
            "",
            "pi_2",
        ),
        ({"id": 7, "metadata": "none", "client_reference_id": None}, "", ""),
    ],
)
def test_whatever_it_is_about_is_read_without_trusting_its_shape(
    about: dict[str, object], key: str, reference: str
) -> None:
    body = event(about)
    notice = read_stripe_notice(body, header(body), SECRET, AT)
    assert (notice.key, notice.reference) == (key, reference)


def test_while_a_secret_is_changed_either_signature_will_do() -> None:
    body = event(SESSION)
    both = f"{header(body, 'whsec_old')},v1={signature(body)},v0=whatever"
    assert read_stripe_notice(body, both, SECRET, AT).notice_id == "evt_1"


def test_other_bytes_another_secret_and_another_time_are_not_signed() -> None:
    body = event(SESSION)
    assert cause(body + b" ", header(body)) == "notice.bad_signature"
    assert cause(body, header(body, "whsec_other")) == "notice.bad_signature"
    later = int((AT + timedelta(seconds=1)).timestamp())
    assert cause(body, f"t={later},v1={signature(body)}") == "notice.bad_signature"


@pytest.mark.parametrize("minutes", [-6, 6])
def test_one_that_was_kept_for_later_is_refused_and_so_is_one_of_a_wrong_clock(minutes: int) -> None:
    body = event(SESSION)
    assert cause(body, header(body), now=AT + timedelta(minutes=minutes)) == "notice.wrong_time"


def test_without_a_secret_nothing_is_believed() -> None:
    body = event(SESSION)
    assert cause(body, header(body), secret="") == "notice.no_secret"


def test_what_is_signed_and_no_event_is_refused() -> None:
    for body in (b"", b"[]", b'{"object": "charge", "id": "1"}', b'{"object": "event"}', b"\xff"):
        assert cause(body, header(body)) == "notice.strange"


@given(some.text(max_size=300))
def test_no_header_at_all_gets_through_by_its_form(given_header: str) -> None:
    assert cause(event(SESSION), given_header) == "notice.bad_signature"


@pytest.mark.parametrize(
    "given_header",
    ["", "t=1", "v1=00", "t=,v1=00", "t=１,v1=00", "t=1,t=2,v1=00", f"t={'9' * 40},v1=00", "t=-1,v1=00"],
)
def test_a_header_that_is_none_is_refused(given_header: str) -> None:
    assert cause(event(SESSION), given_header) == "notice.bad_signature"
