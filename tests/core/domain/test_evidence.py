"""Candidates weighed over frames."""

from __future__ import annotations

import pytest

from core.domain.evidence import FrameEvidence, weigh
from core.domain.lattices import BLANK, Lattice


def line(*choices: dict[str, float]) -> Lattice:
    steps = [step for choice in choices for step in (tuple(choice.items()), ((BLANK, 0.99),))]
    return Lattice(tuple(steps))


def test_nothing_seen_is_nothing_weighed() -> None:
    assert weigh([]).shares == ()
    assert weigh([FrameEvidence({})]).shares == ()


def test_shares_are_of_one_whole_and_best_first() -> None:
    weighed = weigh([FrameEvidence({"AB1": 0.6, "A81": 0.3}), FrameEvidence({"AB1": 0.5, "AD1": 0.2})])
    assert weighed.shares[0][0] == "AB1"
    assert sum(share for _, share in weighed.shares) == pytest.approx(1.0)
    assert all(len(weighed.chances[text]) == 2 for text in ("AB1", "A81", "AD1"))


def test_a_frame_that_misread_backs_the_right_plate_with_what_its_lattice_saw() -> None:
    saw = FrameEvidence({"A81": 0.6}, line({"A": 0.99}, {"8": 0.6, "B": 0.39}, {"1": 0.99}))
    blind = FrameEvidence({"A81": 0.6}, line({"A": 0.99}, {"8": 0.99}, {"1": 0.99}))
    other = FrameEvidence({"AB1": 0.7})
    assert dict(weigh([saw, other]).shares)["AB1"] > dict(weigh([blind, other]).shares)["AB1"]


def test_an_unsure_frame_says_little_against_a_sure_one() -> None:
    assert weigh([FrameEvidence({"AB1": 0.95}), FrameEvidence({"X99": 0.1})]).shares[0][0] == "AB1"
    three = [FrameEvidence({"X99": 0.1})] * 3
    assert weigh([FrameEvidence({"AB1": 0.95}), *three]).shares[0][0] == "AB1"


def test_a_frame_with_small_characters_counts_less() -> None:
    small, large = (
        FrameEvidence({"A81": 0.8}, character_pixels=6),
        FrameEvidence({"AB1": 0.8}, character_pixels=20),
    )
    assert weigh([small, large]).shares[0][0] == "AB1"
    assert FrameEvidence({"A81": 0.8}).weight == large.weight


def test_hostile_frames_have_an_end() -> None:
    many = FrameEvidence({f"ABC{number:04d}": 0.0001 for number in range(5000)})
    assert len(weigh([many]).shares) <= 24


@pytest.mark.parametrize("sign", ["-", "·", " ", "б"])
def test_no_plate_is_mended_with_what_stands_in_none(sign: str) -> None:
    lattice = line({"A": 0.99}, {"B": 0.3, sign: 0.69}, {"1": 0.99})
    frames = [FrameEvidence({"AB1": 0.5}, lattice)] * 3
    assert [text for text, _ in weigh(frames).shares] == ["AB1"]
