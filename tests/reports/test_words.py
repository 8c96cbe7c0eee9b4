import re
from string import Formatter

import pytest

from core.domain.errors import BadInput
from core.domain.lots import OverstayRule
from core.domain.payments import Tender
from core.domain.rates.line_parts import CODES
from reports.words import LANGUAGES, TABLES, words_for


def _holes(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_every_language_has_a_phrase_for_every_code() -> None:
    assert set(TABLES) == set(LANGUAGES) == {"en", "zh_TW"}
    for language in LANGUAGES:
        assert set(words_for(language)) == set(words_for("en")), language
        assert all(phrase.strip() for phrase in words_for(language).values())


def test_a_phrase_has_the_same_figures_in_every_language() -> None:
    for code, phrase in words_for("en").items():
        for language in LANGUAGES:
            assert _holes(words_for(language)[code]) == _holes(phrase), (language, code)


def test_whatever_a_line_says_and_every_tender_overstay_rule_has_words() -> None:
    codes = [f"line.{code}" for code in CODES]
    codes += ["tender.cash", *(f"part.{tender.value}" for tender in Tender if tender is not Tender.SPLIT)]
    codes += [f"afterwards.{rule.value}" for rule in OverstayRule]
    for language in LANGUAGES:
        assert [code for code in codes if code not in words_for(language)] == []


def test_the_chinese_words_are_chinese() -> None:
    without = [
        code
        for code, phrase in words_for("zh_TW").items()
        if re.search(r"[^\W\d_]", re.sub(r"{\w+}", "", phrase)) and not re.search(r"[\u4e00-\u9fff]", phrase)
    ]
    assert without == []


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(BadInput) as caught:
        words_for("tlh")
    assert caught.value.code == "language.unknown"
    assert caught.value.facts["language"] == "tlh"
