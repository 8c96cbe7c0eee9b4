from hypothesis import given
from hypothesis import strategies as st

from devices.readers.scanned_text import LONGEST_CODE, SAME_AGAIN_S, UNFINISHED_S, ScannedText


def test_the_same_paper_counts_again_after_a_while_without_it():
    text = ScannedText()
    assert text.take(b"A\r", 10.0) == ["A"]
    assert text.take(b"A\r", 11.0) == []
    assert text.take(b"A\r", 12.5) == [], "it was there all the time"
    assert text.take(b"A\r", 12.6 + SAME_AGAIN_S) == ["A"]


def test_another_paper_between_makes_it_new():
    text = ScannedText()
    assert text.take(b"A\rB\rA\r", 1.0) == ["A", "B", "A"]


def test_half_a_code_does_not_begin_the_next_one():
    text = ScannedText()
    assert text.take(b"HALF", 1.0) == []
    assert text.take(b"WHOLE\r", 1.1 + UNFINISHED_S) == ["WHOLE"]
    assert text.dropped == 1


def test_what_is_dropped_is_counted():
    text = ScannedText()
    text.take(b"\xff\xfe\r" + b"X" * (LONGEST_CODE + 1) + b"\r" + b"good\r", 1.0)
    assert text.dropped == 2


@given(st.lists(st.binary(max_size=700), max_size=20))
def test_whatever_comes_no_code_is_long_or_holds_a_control(pieces):
    text = ScannedText()
    for number, piece in enumerate(pieces):
        for code in text.take(piece, float(number)):
            assert 0 < len(code) <= LONGEST_CODE
            assert code.isprintable() or " " in code or not code.isascii()
            assert "\r" not in code
            assert "\n" not in code
