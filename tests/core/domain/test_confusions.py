"""Which characters are taken for which."""

from __future__ import annotations

import pytest

from core.domain.confusions import GAP, Confusion, align, confusions, differences


@pytest.mark.parametrize(
    ("read", "true", "pairs"),
    [
        ("AB1", "AB1", [("A", "A"), ("B", "B"), ("1", "1")]),
        ("A81", "AB1", [("A", "A"), ("8", "B"), ("1", "1")]),
        ("AB", "AB1", [("A", "A"), ("B", "B"), (GAP, "1")]),
        ("IAB1", "AB1", [("I", GAP), ("A", "A"), ("B", "B"), ("1", "1")]),
        ("", "A", [(GAP, "A")]),
        ("A", "", [("A", GAP)]),
        ("", "", []),
    ],
)
def test_texts_are_laid_side_by_side(read: str, true: str, pairs: list[tuple[str, str]]) -> None:
    assert align(read, true) == pairs


def test_a_character_that_was_overlooked_does_not_shift_the_look_alikes_after_it() -> None:
    # The Q was overlooked, 8 and B are look-alikes: pairing them is cheaper than anything else.
    assert differences("AW812", "AQWB12") == [(GAP, "Q"), ("8", "B")]


def test_another_text_altogether_is_no_confusion_of_characters() -> None:
    assert differences("TAXI", "BK7719X") == []
    assert differences("", "ABC1234") == []


def test_confusions_are_counted_with_their_examples_most_frequent_first() -> None:
    found = confusions(
        [
            ("ABC8", "ABCB", "one"),
            ("XY81", "XYB1", "two"),
            ("XY8I", "XYB1", "two"),
            ("ABC1", "ABC1", "right"),
        ]
    )
    assert found == [Confusion("8", "B", 3, ("one", "two")), Confusion("I", "1", 1, ("two",))]
