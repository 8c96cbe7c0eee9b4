"""The confidence of a vote rises with each of its features, and stays a chance."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.domain.calibration import Features, confidence_of

chances = st.floats(0.0, 1.0)
features = st.builds(Features, mean=chances, best=chances, share=chances, frames=st.integers(0, 12))


@given(features)
def test_a_confidence_is_a_chance(some: Features) -> None:
    assert 0.0 < confidence_of(some) < 1.0


@given(features)
def test_better_frames_never_make_a_vote_less_sure(some: Features) -> None:
    sure = confidence_of(some)
    assert confidence_of(replace(some, mean=min(some.mean + 0.1, 1.0))) >= sure
    assert confidence_of(replace(some, best=min(some.best + 0.1, 1.0))) >= sure
    assert confidence_of(replace(some, share=min(some.share + 0.1, 1.0))) >= sure
    assert confidence_of(replace(some, frames=some.frames + 1)) >= sure
