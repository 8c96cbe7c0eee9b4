"""Check codes: the same for the same values, read back however they are typed, and slips are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.check_codes import CHECK_LETTERS, LETTERS, check_code, read_code
from core.domain.errors import BadInput

VALUES = st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=12), max_size=6)


@given(VALUES)
def test_the_order_of_names_changes_nothing(values: dict[str, object]) -> None:
    assert check_code(values) == check_code(dict(reversed(values.items())))


@given(VALUES)
def test_a_code_is_read_back_with_other_letters_cases_and_gaps(values: dict[str, object]) -> None:
    code = check_code(values)
    body, check = code[:-1], code[-1]
    assert read_code(code) == code
    assert read_code(f"  {code.lower()} ") == code
    typed = body.replace("0", "o").replace("1", "l").replace("-", " ") + check
    assert read_code(typed) == code


@given(VALUES, st.integers(0, 9), st.sampled_from(LETTERS))
def test_one_wrong_character_is_always_told(values: dict[str, object], place: int, letter: str) -> None:
    plain = check_code(values).replace("-", "")
    if plain[place] == letter:
        return
    with pytest.raises(BadInput, match=r"check_code\.mistyped"):
        read_code(plain[:place] + letter + plain[place + 1 :])


@given(VALUES, st.integers(0, 8))
def test_two_neighbours_changed_over_are_always_told(values: dict[str, object], place: int) -> None:
    plain = check_code(values).replace("-", "")
    changed = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if changed == plain:
        return
    with pytest.raises(BadInput, match=r"check_code\.mistyped"):
        read_code(changed)


@pytest.mark.parametrize(
    "text", ["", "-", "7ZK2M-0QX4D", "7ZK2M-0QX4D-TT", "UUUUU-UUUUU-U", "天天天天天-天天天天天-天", "\0" * 11]
)
def test_what_is_no_code_is_named(text: str) -> None:
    with pytest.raises(BadInput, match=r"check_code\.not_one"):
        read_code(text)


def test_the_letters_are_crockfords_own() -> None:
    assert len(LETTERS) == 32
    assert not set("ILOU") & set(LETTERS)
    assert len(CHECK_LETTERS) == 37


def test_a_known_value_keeps_its_code_for_good() -> None:
    # SHA-256 of "{}" begins with 44136fa355b36: its first 50 bits, five by five, and modulo 37.
    assert check_code({}) == "8G9PZ-8TNPD-F"
