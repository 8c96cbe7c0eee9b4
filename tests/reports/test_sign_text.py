from string import Formatter

import pytest

from core.domain.errors import BadInput
from core.domain.lots import Direction, Lane, Lot
from core.domain.signs import LONGEST_TEXT, MOST_READY_TEXTS, Saying
from devices.displays.layout import pages_of
from reports.sign_text import SIGN_TABLES, sign_lines, usual_ready_texts

LOT = Lot("lot", "Riverside", 50, "Asia/Taipei", "TWD", (Lane("exit", "Exit 1", Direction.EXIT),))
FACTS = {"plate": "ABC-1234", "amount_minor": 1200, "count": 142, "phone": "02 2345 6789"}


def holes(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_every_language_says_the_same_with_the_same_figures() -> None:
    english, chinese = SIGN_TABLES["en"], SIGN_TABLES["zh_TW"]
    assert set(english) == set(chinese)
    assert [code for code in english if holes(english[code]) != holes(chinese[code])] == []


@pytest.mark.parametrize("language", SIGN_TABLES)
@pytest.mark.parametrize("code", [code for code in SIGN_TABLES["en"] if not code.startswith("ready.")])
def test_every_line_fits_in_the_two_rows_of_a_usual_sign(language: str, code: str) -> None:
    lines = sign_lines((Saying(code, FACTS, text="hello"),), LOT, language)
    assert len(lines) == 1
    encoding = "ascii" if language == "en" else "big5"
    pages = pages_of(lines, columns=20, rows=2, encoding=encoding)
    assert len(pages) == 1
    assert "?" not in "".join(pages[0])


def test_amounts_stand_in_the_currency_of_the_lot() -> None:
    due = Saying("sign.due", {"amount_minor": 120, "plate": "ABC-1234"})
    assert sign_lines((due, Saying("sign.pay_at_booth")), LOT, "en") == (
        "ABC-1234 NT$120",
        "Please pay at booth",
    )


def test_what_a_person_wrote_is_shown_as_it_is() -> None:
    hostile = Saying("sign.message", text="{0} {plate} %s\x1b@\u202e")
    assert sign_lines((hostile,), LOT, "en") == ("{0} {plate} %s@",)


def test_a_plate_that_is_not_known_leaves_no_gap() -> None:
    assert sign_lines((Saying("sign.thanks", {"plate": ""}),), LOT, "en") == ("Thank you",)


def test_the_ready_texts_are_few_and_short() -> None:
    for language in SIGN_TABLES:
        texts = usual_ready_texts(language)
        assert 0 < len(texts) <= MOST_READY_TEXTS
        assert max(map(len, texts)) <= LONGEST_TEXT


def test_a_language_nobody_speaks_here_is_refused() -> None:
    with pytest.raises(BadInput):
        sign_lines((), LOT, "tlh")
