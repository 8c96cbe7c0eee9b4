"""What a read left open: found in lattices, written down, and what it makes of typing another character."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.doubts import Doubts, cost_of_chance, doubtful_distance, slots_of
from core.domain.lattices import BLANK, Lattice
from core.domain.plates import CONFUSABLE_COST, WRONG_COST, distance

LINE = Lattice(
    (
        (("A", 0.99),),
        ((BLANK, 0.99),),
        (("B", 0.7), ("8", 0.3)),
        ((BLANK, 0.99),),
        (("1", 0.99),),
    )
)
DOUBTS = Doubts(((), (("8", 0.3), ("3", 0.02)), ()), (("A81", 0.25),))
plates = st.text(alphabet="AB8137", min_size=1, max_size=6)


def test_a_doubtful_character_is_found_with_its_chance_and_a_sure_one_has_none() -> None:
    slots = slots_of("AB1", [(LINE, 1.0)])
    assert [[character for character, _ in slot] for slot in slots] == [[], ["8"], []]
    assert slots[1][0][1] == pytest.approx(0.3, abs=0.01)


def test_a_second_lattice_that_is_sure_takes_the_doubt_away() -> None:
    sure = Lattice(((("A", 0.99),), ((BLANK, 0.99),), (("B", 0.99),), ((BLANK, 0.99),), (("1", 0.99),)))
    assert slots_of("AB1", [(LINE, 1.0), (sure, 1.0)]) == ((), (), ())


def test_a_plate_that_the_line_cannot_hold_has_empty_slots() -> None:
    assert slots_of("ABCDEF", [(LINE, 1.0)]) == ((),) * 6
    assert slots_of("AB1", []) == ((),) * 3
    assert slots_of("", [(LINE, 1.0)]) == ()


def test_typing_what_the_reader_held_possible_is_cheap_and_what_it_excluded_is_not() -> None:
    doubtful = doubtful_distance("A81", "AB1", DOUBTS.slots)
    certain = doubtful_distance("A81", "AB1", ((), (), ()))
    assert doubtful < CONFUSABLE_COST < certain < WRONG_COST
    assert doubtful_distance("AB1", "AB1", DOUBTS.slots) == 0
    assert doubtful < doubtful_distance("A31", "AB1", DOUBTS.slots) < WRONG_COST


@given(plates, plates)
def test_without_doubts_only_characters_that_look_alike_cost_otherwise(typed: str, plate: str) -> None:
    assert doubtful_distance(typed, plate, ()) >= distance(typed, plate)
    assert doubtful_distance(plate, plate, ()) == 0


def test_the_likelier_the_cheaper_and_nothing_is_free() -> None:
    costs = [cost_of_chance(chance) for chance in (1.0, 0.5, 0.3, 0.1, 0.01, 1e-9, 0.0)]
    assert costs == sorted(costs)
    assert costs[0] > 0
    assert costs[-1] == WRONG_COST


def test_doubts_survive_being_written_down() -> None:
    assert Doubts.from_plain(json.loads(json.dumps(DOUBTS.to_plain()))) == DOUBTS
    assert Doubts.from_plain(None) == Doubts()
    assert not Doubts()
    certain = Doubts(((), ()))
    assert certain
    assert Doubts.from_plain(certain.to_plain()) == certain


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        "doubts",
        {},
        {"slots": 3, "texts": []},
        {"slots": [["8"]], "texts": []},
        {"slots": [["88", 300]], "texts": []},
        {"slots": [["8", 0.3]], "texts": []},
        {"slots": [["8", True]], "texts": []},
        {"slots": [["8", 10**9]], "texts": []},
        {"slots": [[]] * 65, "texts": []},
        {"slots": [], "texts": None},
        {"slots": [], "texts": ["A" * 65, 3]},
        {"slots": [], "texts": ["", 3]},
    ],
)
def test_what_is_no_doubt_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="doubts"):
        Doubts.from_plain(wrong)
