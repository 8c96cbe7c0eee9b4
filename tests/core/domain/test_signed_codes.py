import base64
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import BadInput, Refused
from core.domain.signed_codes import (
    LONGEST_TEXT,
    CodeKind,
    KnownKey,
    check_signature,
    code_in,
    code_text,
    read_code,
)
from core.sync.identity import verify

BOOTH = Ed25519PrivateKey.from_private_bytes(b"b" * 32)
STRANGER = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
BODY = b"a body of some forty-five bytes, as permits have"


def known(key: Ed25519PrivateKey, *, is_revoked: bool = False) -> KnownKey:
    public = key.public_key().public_bytes_raw().hex()
    return KnownKey("console-1", "Booth", public, is_revoked)


def text_of(key: Ed25519PrivateKey = BOOTH, lot_id: str = "riverside", body: bytes = BODY) -> str:
    public = key.public_key().public_bytes_raw().hex()
    return code_text(CodeKind.PERMIT, lot_id=lot_id, public_key=public, body=body, sign=key.sign)


def check(text: str, *keys: KnownKey) -> KnownKey:
    return check_signature(read_code(text), lot_id="riverside", keys=keys, verify=verify)


def test_a_code_is_read_back_with_nothing_but_the_public_key() -> None:
    code = read_code(text_of())
    assert (code.kind, code.body) == (CodeKind.PERMIT, BODY)
    assert check(text_of(), known(STRANGER), known(BOOTH)) == known(BOOTH)


def test_a_code_is_letters_and_digits_that_every_keyboard_has_at_one_place() -> None:
    assert set(text_of()) <= set("0123456789ABCDEFGHJKLMNPQRSTUVWX")


@pytest.mark.parametrize(
    ("text", "keys", "reason"),
    [
        (text_of(lot_id="hillside"), (known(BOOTH),), "permit.other_lot"),
        (text_of(STRANGER), (known(BOOTH),), "permit.unknown_key"),
        (text_of(), (), "permit.unknown_key"),
        (text_of(), (known(BOOTH, is_revoked=True),), "permit.revoked_key"),
    ],
)
def test_a_code_that_nobody_of_this_lot_answers_for_is_refused(
    text: str, keys: tuple[KnownKey, ...], reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(text, *keys)
    assert refused.value.code == reason


@given(st.integers(0, 10_000))
def test_no_single_bit_can_be_changed(place: int) -> None:
    content = bytearray(base64.b32decode(_standard(text_of())))
    bit = place % (len(content) * 8)
    content[bit // 8] ^= 1 << bit % 8
    with pytest.raises((Refused, BadInput)):
        check(_ours(bytes(content)), known(BOOTH))


@given(st.integers(3, len(text_of()) - 1), st.sampled_from("0123456789ABCDEFGHJKLMNPQRSTUVWX"))
def test_no_single_character_can_be_misread_dropped_or_doubled(place: int, other: str) -> None:
    text = text_of()
    wrong = {text[:place] + text[place + 1 :], text[: place + 1] + text[place:]}
    if text[place] != other:
        wrong.add(text[:place] + other + text[place + 1 :])
    for one in wrong - {text}:
        with pytest.raises((Refused, BadInput)):
            check(one, known(BOOTH))


def test_a_code_cannot_be_passed_for_one_of_another_kind() -> None:
    booking = replace(read_code(text_of()), kind=CodeKind.BOOKING)
    with pytest.raises(Refused, match=r"permit\.forged"):
        check_signature(booking, lot_id="riverside", keys=[known(BOOTH)], verify=verify)


@pytest.mark.parametrize("before", ["", "AB-12 ", "LK2 ", "停車", "X" * 64])
def test_what_was_typed_before_the_scan_is_left_out(before: str) -> None:
    assert code_in(before + text_of()) == text_of()
    assert code_in((before + text_of()).lower()) == text_of()


@pytest.mark.parametrize("typed", ["", "LK2", "LK2 ABC", "AB-1234", "LK2" + "0" * 90, "LK2" + "Ü" * 200])
def test_a_plate_is_no_code(typed: str) -> None:
    assert code_in(typed) == ""


def test_a_text_as_long_as_a_book_is_no_code() -> None:
    assert code_in("LK2" + "0" * 100_000) == ""
    assert len(text_of(body=b"x" * 150)) <= LONGEST_TEXT


@given(st.text(st.sampled_from("0123456789ABCDEFGHJKLMNPQRSTUVWXYZIO+/=é"), max_size=300))
def test_whatever_follows_the_beginning_of_a_code_is_answered(rest: str) -> None:
    with pytest.raises((Refused, BadInput)):
        check("LK2" + rest, known(BOOTH))


def _standard(text: str) -> str:
    ours, theirs = "0123456789ABCDEFGHJKLMNPQRSTUVWX", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    body = text[3:].translate(str.maketrans(ours, theirs))
    return body + "=" * (-len(body) % 8)


def _ours(content: bytes) -> str:
    ours, theirs = "0123456789ABCDEFGHJKLMNPQRSTUVWX", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    return "LK2" + base64.b32encode(content).decode().rstrip("=").translate(str.maketrans(theirs, ours))
