"""A one-time code is read out, typed and proven, never sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.invitations import (
    MOST_WRONG_TRIES,
    VALID_FOR,
    Invitation,
    code_of,
    is_proof,
    key_of,
    prove,
    read_code,
)

NOW = datetime(2026, 5, 13, 8, 0, tzinfo=UTC)
OPEN = Invitation("i1", key_of(bytes(10)), "Exit", NOW, NOW + VALID_FOR)
SECRETS = st.binary(min_size=10, max_size=10)


@given(SECRETS)
def test_a_code_is_read_back_as_it_was_made(secret: bytes) -> None:
    assert read_code(code_of(secret)) == secret


@given(SECRETS)
def test_a_code_may_be_typed_in_small_letters_without_the_dashes(secret: bytes) -> None:
    code = code_of(secret)
    assert read_code(code.lower().replace("-", " ")) == secret
    assert read_code(code.replace("-", "")) == secret
    assert read_code(code.removeprefix("LK-")) == secret


@given(SECRETS)
def test_letters_that_look_alike_are_taken_for_what_was_meant(secret: bytes) -> None:
    code = code_of(secret)
    mistaken = "LK" + code.removeprefix("LK").replace("0", "O").replace("1", "I")
    assert read_code(mistaken) == secret


def test_a_code_looks_as_it_is_read_out() -> None:
    assert code_of(bytes(10)) == "LK-0000-0000-0000-0000"
    assert code_of(b"\xff" * 10) == "LK-ZZZZ-ZZZZ-ZZZZ-ZZZZ"


@pytest.mark.parametrize(
    "typed", ["", "LK-0000-0000-0000", "LK-0000-0000-0000-0000-0", "U" * 16, "停車" * 8, "0" * 5000]
)
def test_what_is_no_code_is_said_before_anybody_is_asked(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_code(typed)
    assert caught.value.code == "join.bad_code"


def test_a_proof_holds_for_its_side_and_its_facts_alone() -> None:
    key = key_of(b"0123456789")
    proof = prove(key, "console", "certificate", 7, True)
    assert is_proof(proof, key, "console", "certificate", 7, True)
    assert not is_proof(proof, key, "hub", "certificate", 7, True)
    assert not is_proof(proof, key, "console", "another certificate", 7, True)
    assert not is_proof(proof, key_of(b"another 10"), "console", "certificate", 7, True)
    assert not is_proof("停", key, "console", "certificate", 7, True)


def test_facts_cannot_be_shifted_into_one_another() -> None:
    key = key_of(bytes(10))
    assert prove(key, "console", "ab", "c") != prove(key, "console", "a", "bc")


def test_the_key_does_not_say_the_code() -> None:
    assert bytes(10).hex() not in key_of(bytes(10))
    assert OPEN.key not in repr(OPEN)


def test_an_invitation_ends_after_a_quarter_of_an_hour() -> None:
    assert OPEN.is_open(NOW + timedelta(minutes=14, seconds=59))
    assert not OPEN.is_open(NOW + timedelta(minutes=15))


def test_an_invitation_ends_after_five_wrong_tries() -> None:
    invitation = OPEN
    for _ in range(MOST_WRONG_TRIES - 1):
        invitation = invitation.failed()
    assert invitation.is_open(NOW)
    assert not invitation.failed().is_open(NOW)
