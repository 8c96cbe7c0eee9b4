from __future__ import annotations

import numpy as np
import pytest

from devices.recognition.detector import TextLine
from devices.recognition.stacked_lines import line_beside, same_line, together

# What was read: the lower line of a German plate with two lines, in a picture.
LOWER = TextLine(300.0, 400.0, 60.0, 22.0, -2.0, 0.9)


def upper(x: float = 299.0, y: float = 382.0, length: float = 15.0, height: float = 18.0) -> TextLine:
    return TextLine(x, y, length, height, 0.0, 0.8)


def test_a_lone_letter_right_above_is_the_other_line() -> None:
    assert line_beside(LOWER, [LOWER, upper()]) == upper()


def test_the_lower_line_is_found_from_the_upper_one() -> None:
    assert line_beside(upper(length=40.0), [LOWER, upper(length=40.0)]) == LOWER


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(upper(height=10.0, length=50.0), id="a state's name is smaller"),
        pytest.param(upper(y=340.0), id="a sign on the wall is further up"),
        pytest.param(upper(x=380.0), id="a badge stands to the side"),
        pytest.param(upper(length=140.0), id="a name across the lid is longer"),
        pytest.param(upper(height=40.0, y=374.0), id="a lamp is higher"),
        pytest.param(TextLine(299.0, 382.0, 50.0, 18.0, 30.0, 0.8), id="what is slanted is no line of it"),
        pytest.param(TextLine(310.0, 401.0, 40.0, 20.0, 0.0, 0.8), id="a part of the line itself"),
    ],
)
def test_what_is_no_second_line_is_left_alone(other: TextLine) -> None:
    assert line_beside(LOWER, [LOWER, other]) is None
    assert line_beside(LOWER, []) is None


def test_the_nearest_of_several_lines_counts() -> None:
    further = TextLine(300.0, 426.0, 50.0, 20.0, 0.0, 0.8)
    assert line_beside(LOWER, [further, upper()]) == upper()


def test_the_line_that_was_read_is_known_again_among_those_found() -> None:
    found = TextLine(302.0, 401.0, 55.0, 20.0, 0.0, 0.7)
    assert same_line(LOWER, [upper(), found]) == found
    assert same_line(LOWER, [upper()]) == LOWER


@pytest.mark.parametrize("slant", [0.0, -8.0, 12.0])
def test_both_lines_lie_in_the_plate_made_of_them_and_the_split_between_them(slant: float) -> None:
    angle = np.radians(slant)
    first = TextLine(300.0, 380.0, 40.0, 20.0, slant, 0.8)
    second = TextLine(
        300.0 - 22.0 * float(np.sin(angle)), 380.0 + 22.0 * float(np.cos(angle)), 70.0, 20.0, slant, 0.9
    )
    plate = together(second, first)
    assert plate.split == pytest.approx(0.5, abs=0.03)
    assert plate.width_pixels == pytest.approx(70.0 + 5, abs=1.0)
    assert plate.height_pixels == pytest.approx(42.0 + 5, abs=1.0)
    assert plate.corners[0][1] < plate.corners[3][1]
    assert plate.score == 0.8
