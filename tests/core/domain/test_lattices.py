"""Lattices: exact chances of texts, a shorter form, and what cannot be one."""

from __future__ import annotations

import itertools
import json
import math
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.lattices import (
    BLANK,
    FLOOR_CHANCE,
    Lattice,
    compressed,
    from_plain,
    log_chance,
    log_chances,
    places_of,
    to_plain,
)

steps = st.lists(
    st.dictionaries(st.sampled_from(["", "A", "8", "B"]), st.floats(0.001, 1.0), min_size=4, max_size=4),
    min_size=1,
    max_size=5,
)


def made(chances: list[dict[str, float]]) -> Lattice:
    """A lattice of these chances, each step's made to sum to 1."""
    return Lattice(
        tuple(
            tuple((glyph, chance / sum(step.values())) for glyph, chance in step.items()) for step in chances
        )
    )


def all_paths(lattice: Lattice) -> dict[str, float]:
    """The chance of every text, by adding up every single path."""
    texts: dict[str, float] = defaultdict(float)
    for path in itertools.product(*lattice.steps):
        glyphs = [glyph for glyph, _ in itertools.groupby(path, key=lambda pair: pair[0])]
        texts["".join(glyphs)] += math.prod(chance for _, chance in path)
    return texts


@given(steps)
def test_the_chance_of_a_text_is_that_of_all_its_paths(chances: list[dict[str, float]]) -> None:
    lattice = made(chances)
    for text, chance in all_paths(lattice).items():
        assert log_chance(lattice, text, floor=1e-12) == pytest.approx(math.log(chance), abs=1e-6)


def test_a_double_character_needs_a_blank_between() -> None:
    both = Lattice(((("A", 1.0),), (("A", 1.0),)))
    apart = Lattice(((("A", 1.0),), ((BLANK, 1.0),), (("A", 1.0),)))
    assert log_chance(both, "A") == pytest.approx(0.0, abs=1e-3)
    assert log_chance(both, "AA") == -math.inf
    assert log_chance(apart, "AA") == pytest.approx(0.0, abs=1e-3)


def test_no_text_dies_of_one_step_that_does_not_list_its_character() -> None:
    lattice = Lattice(((("A", 1.0),), ((BLANK, 1.0),), (("B", 1.0),)))
    assert log_chance(lattice, "A8") == pytest.approx(math.log(FLOOR_CHANCE), abs=1e-3)


def test_a_text_longer_than_the_line_has_no_chance() -> None:
    assert log_chance(Lattice(((("A", 1.0),),)), "AB") == -math.inf
    assert places_of(Lattice(((("A", 1.0),),)), "AB") == []


def test_a_long_line_does_not_fade_to_nothing() -> None:
    lattice = Lattice(((("A", 0.6), (BLANK, 0.4)),) * 512)
    assert math.isfinite(log_chance(lattice, "QQQQQQQ"))


def test_no_text_at_all_is_a_text_too() -> None:
    assert log_chance(Lattice((((BLANK, 0.9), ("A", 0.1)),)), "") == pytest.approx(math.log(0.9))
    assert places_of(Lattice((((BLANK, 0.9),),)), "") == []


def test_runs_of_sure_blanks_are_one_step_and_the_chances_hardly_change() -> None:
    blank = ((BLANK, 0.999), ("A", 0.001))
    lattice = Lattice((blank, blank, (("A", 0.9), ("4", 0.1)), blank, ((BLANK, 0.98),), blank, (("B", 1.0),)))
    short = compressed(lattice)
    assert len(short.steps) == 5 - 1
    assert short.steps[2] == ((BLANK, 0.98),)
    for text in ("AB", "4B"):
        assert log_chance(short, text) == pytest.approx(log_chance(lattice, text), abs=0.02)


def test_characters_stand_where_the_lattice_saw_them() -> None:
    lattice = Lattice((((BLANK, 0.9),), (("A", 0.9),), (("A", 0.8),), ((BLANK, 0.9),), (("B", 0.9),)))
    assert places_of(lattice, "AB") == [(1, 2), (4, 4)]


@given(steps)
def test_a_lattice_survives_being_written_down(chances: list[dict[str, float]]) -> None:
    lattice = made(chances)
    back = from_plain(json.loads(json.dumps(to_plain(lattice))))
    assert len(back.steps) == len(lattice.steps)
    for step, was in zip(back.steps, lattice.steps, strict=True):
        assert all(abs(chance - dict(was)[glyph]) <= 0.000501 for glyph, chance in step)
    assert from_plain(to_plain(back)) == back


def test_many_chances_that_are_all_rounded_up_can_be_read_again() -> None:
    glyphs = [chr(0x4E00 + number) for number in range(64)]
    lattice = Lattice((tuple((glyph, 0.01552) for glyph in glyphs),))
    assert len(from_plain(to_plain(lattice)).steps[0]) == 64


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ((),),
        ((("A", math.nan),),),
        ((("A", math.inf),),),
        ((("A", -0.1),),),
        ((("A", 0.7), ("B", 0.7)),),
        ((("AB", 0.5),),),
        ((("A", 0.001),) * 65,),
        ((("A", 1.0),),) * 513,
    ],
)
def test_what_is_no_lattice_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"lattice|step"):
        Lattice(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        "lattice",
        [],
        [[]],
        [["A"]],
        [["A", 0.5]],
        [["A", True]],
        [["A", 1001]],
        [["A", -1]],
        [["AB", 500]],
        [[500, "A"]],
        [["A", 10**30]],
        [{"A": 500}],
        [["A", 1] * 65],
        [["A", 1]] * 100_000,
    ],
)
def test_what_was_not_written_by_us_is_refused_with_its_reason(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"lattice|step"):
        from_plain(wrong)


def test_hostile_texts_and_floors_are_refused() -> None:
    lattice = Lattice(((("A", 1.0),),))
    for text in ("A" * 65, "A" * 1_000_000):
        with pytest.raises(ValueError, match="at most 64"):
            log_chance(lattice, text)
        with pytest.raises(ValueError, match="at most 64"):
            places_of(lattice, text)
    for floor in (0.0, 1.0, -1.0, math.nan):
        with pytest.raises(ValueError, match="floor"):
            log_chances(lattice, ["A"], floor=floor)
