from __future__ import annotations

import numpy as np
import pytest

from devices.recognition.plate_alphabet import ALPHABET, CHINESE
from resources.models.training import texts
from resources.models.training.texts import Registration, Registrations

FAMILIES = ("eu", "us", "br", "gb", "tw", "cn")
MARKS = " -·"


@pytest.fixture(scope="module")
def registrations() -> Registrations:
    return Registrations()


def drawn(registrations: Registrations, family: str, count: int = 200) -> list[Registration]:
    chance = np.random.default_rng(5)
    return [registrations.draw(chance, family) for _ in range(count)]


@pytest.mark.parametrize("family", FAMILIES)
def test_registrations_hold_only_characters_that_the_recogniser_tells_apart(
    registrations: Registrations, family: str
) -> None:
    assert set().union(*(one.text for one in drawn(registrations, family))) <= set(ALPHABET)


@pytest.mark.parametrize("family", FAMILIES)
def test_written_and_plain_text_differ_by_spaces_and_marks_only(
    registrations: Registrations, family: str
) -> None:
    for one in drawn(registrations, family):
        assert "".join(character for character in one.written if character not in MARKS) == one.text


def test_the_same_seed_gives_the_same_registrations(registrations: Registrations) -> None:
    assert drawn(registrations, "eu", 50) == drawn(Registrations(), "eu", 50)


def test_plates_of_china_begin_with_a_province(registrations: Registrations) -> None:
    found = drawn(registrations, "cn")

    assert sum(one.text[0] in texts.CHINESE for one in found) > 0.9 * len(found)


def test_every_chinese_character_that_is_drawn_is_a_class_of_the_recogniser() -> None:
    assert set(texts.CHINESE + texts.CHINESE_ENDS) == set(CHINESE)


def test_some_registrations_follow_no_rule_so_that_glyphs_are_learned_and_not_habits(
    registrations: Registrations,
) -> None:
    starts = {one.text[:3] for one in drawn(registrations, "br", 400) if not one.text[:3].isalpha()}

    assert len(starts) > 20
