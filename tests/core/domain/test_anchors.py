"""An anchor goes on paper and comes back as it was, or says that it cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.anchors import (
    Anchor,
    anchors_in,
    from_line,
    read_anchor,
    spaced,
    to_line,
    written,
)
from core.domain.errors import BadInput
from core.domain.signed_codes import KnownKey
from core.sync.identity import load_identity, verify

AT = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
ANCHOR = Anchor("lot", "console-a", 4711, bytes(range(32)), AT)


def test_a_text_names_chain_place_and_link() -> None:
    read = read_anchor(written(ANCHOR))
    assert read.is_about("lot", "console-a")
    assert not read.is_about("lot", "console-b")
    assert not read.is_about("another", "console-a")
    assert (read.seq, read.at) == (4711, AT)
    assert read.agrees(ANCHOR.link)
    assert not read.agrees(bytes(32))


def test_it_is_short_enough_to_be_typed_and_is_read_however_it_is_spaced() -> None:
    text = written(ANCHOR)
    assert len(text) == 74
    assert read_anchor(spaced(text).lower()) == read_anchor(text)
    assert read_anchor(text[:20] + "-" + text[20:]) == read_anchor(text)


@given(place=st.integers(3, 73), digit=st.sampled_from("0123456789ABCDEFGHJKLMNPQRSTUVWX"))
def test_a_wrong_letter_is_told(place: int, digit: str) -> None:
    text = written(ANCHOR)
    if text[place] != digit:
        with pytest.raises(BadInput, match=r"anchor\.unreadable"):
            read_anchor(text[:place] + digit + text[place + 1 :])


@pytest.mark.parametrize("text", ["", "LKA", "LK2ABC", "AB-1234", "LKA" + "0" * 500, "LKAI" * 20, "\0"])
def test_what_is_no_anchor_is_told(text: str) -> None:
    with pytest.raises(BadInput, match=r"anchor\.unreadable"):
        read_anchor(text)


def test_a_signed_one_says_which_console_printed_it(tmp_path: Path) -> None:
    identity = load_identity(tmp_path)
    read = read_anchor(written(ANCHOR, identity.sign))
    key = KnownKey("console-a", "Booth", identity.public_key)
    stranger = KnownKey("console-a", "Stranger", load_identity(tmp_path / "other").public_key)
    assert read.signed_by("lot", [stranger, key], verify) == key
    assert read.signed_by("lot", [stranger], verify) is None
    # A console does not vouch for another one's chain.
    assert read.signed_by("lot", [KnownKey("console-b", "B", identity.public_key)], verify) is None
    assert read_anchor(written(ANCHOR)).signed_by("lot", [key], verify) is None


def test_a_file_holds_one_a_line_in_either_form_and_half_a_line_hides_none() -> None:
    lines = [to_line(ANCHOR), "", written(ANCHOR), to_line(ANCHOR)[:40]]
    found, damaged = anchors_in("\n".join(lines))
    assert found == [ANCHOR, read_anchor(written(ANCHOR))]
    assert damaged == [4]


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "[1]",
        '{"lot":1}',
        "{" * 5000,
        to_line(ANCHOR).replace("4711", '"4711"'),
        to_line(ANCHOR).replace("4711", "0"),
        to_line(ANCHOR).replace("00010203", ""),
        to_line(ANCHOR).replace('"at":', '"at":9999999999'),
    ],
)
def test_a_damaged_line_is_told(line: str) -> None:
    with pytest.raises(BadInput, match=r"anchor\.unreadable"):
        from_line(line)
