from __future__ import annotations

from itertools import pairwise

import pytest

from devices.recognition.confidence import confidences, is_plate
from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine


def line(height: float = 20.0) -> TextLine:
    return TextLine(200.0, 100.0, 120.0, height, 0.0, 0.9)


def decoded(*shares: float, likeness: float = -1.0) -> Decoded:
    return Decoded(tuple((f"AB{number}234", share) for number, share in enumerate(shares)), likeness)


def best(*shares: float, likeness: float = -1.0, height: float = 20.0) -> float:
    return confidences(decoded(*shares, likeness=likeness), line(height))[0]


def test_a_sure_answer_of_readable_size_may_be_acted_on_alone() -> None:
    assert best(0.97, 0.02) > 0.86


def test_the_further_the_lead_the_larger_the_plate_and_the_likelier_a_plate_the_surer() -> None:
    by_lead = [best(share, 1 - share) for share in (0.5, 0.7, 0.9, 0.97, 0.999)]
    by_height = [best(0.9, 0.1, height=height) for height in (7.0, 10.0, 15.0, 25.0)]
    by_likeness = [best(0.9, 0.1, likeness=likeness) for likeness in (-7.0, -5.0, -3.0, -1.0)]

    for chances in (by_lead, by_height, by_likeness):
        assert all(lower < higher for lower, higher in pairwise(chances))


def test_what_reads_clearly_but_fits_no_format_is_not_acted_on() -> None:
    sign = decoded(0.999, 0.001, likeness=-6.5)

    assert is_plate(sign, line())
    assert confidences(sign, line())[0] < 0.1


@pytest.mark.parametrize("shares", [(0.3, 0.29, 0.28), (0.5, 0.49), (0.6, 0.3, 0.1), (0.95, 0.05), (1.0,)])
@pytest.mark.parametrize("height", [7.0, 12.0, 40.0])
def test_no_other_plate_comes_out_above_the_best_and_all_together_stay_below_one(
    shares: tuple[float, ...], height: float
) -> None:
    first, *others = confidences(decoded(*shares), line(height))

    assert all(0 <= chance <= first for chance in others)
    assert first + sum(others) <= 1.0001
