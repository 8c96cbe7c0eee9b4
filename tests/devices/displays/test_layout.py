import pytest

from devices.displays.layout import MOST_CHARACTERS, padded, pages_of, width_of


def test_a_short_text_takes_a_row_a_line():
    assert pages_of(["Welcome", "42 free"], columns=20, rows=2) == (("Welcome", "42 free"),)


def test_no_text_is_one_empty_page():
    assert pages_of([], columns=20, rows=2) == ((),)


def test_a_long_line_goes_on_in_the_next_row_between_words():
    pages = pages_of(["Please pay at the booth"], columns=14, rows=2)
    assert pages == (("Please pay at", "the booth"),)


def test_a_word_longer_than_a_row_is_cut_into_rows():
    assert pages_of(["ABCDEFGHIJKLM"], columns=5, rows=3) == (("ABCDE", "FGHIJ", "KLM"),)


def test_more_rows_than_there_are_become_pages():
    assert pages_of(["a", "b", "c"], columns=8, rows=2) == (("a", "b"), ("c",))


def test_chinese_characters_take_two_columns_and_break_anywhere():
    assert width_of("車A") == 3
    assert pages_of(["請先至收費亭繳費"], columns=8, rows=2) == (("請先至收", "費亭繳費"),)


def test_a_page_is_padded_to_every_cell():
    assert padded(("車A",), columns=8, rows=2) == ("車A     ", " " * 8)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Fee €3 – now", "ascii", "Fee EUR 3 - now"),
        ("車 ABC", "ascii", "?? ABC"),
        ("車牌 ABC", "big5", "車牌 ABC"),
        ("a\u202eb\u0301\x07c", "utf-8", "abc"),
        ("\ud800lone", "utf-8", "lone"),
    ],
)
def test_what_a_sign_does_not_know_becomes_something_it_does(text, encoding, shown):
    assert pages_of([text], columns=20, rows=2, encoding=encoding) == ((shown,),)


def test_more_than_a_driver_can_be_shown_is_left_out():
    pages = pages_of(["x" * 100, "y" * 100, *["z"] * 10], columns=80, rows=8)
    assert sum(len(row) for page in pages for row in page) == MOST_CHARACTERS
    assert "z" not in "".join(row for page in pages for row in page)
