from __future__ import annotations

from devices.recognition.candidates import MOST_LINES, plausible
from devices.recognition.detector import TextLine


def line(
    x: float, y: float, length: float, height: float, slant: float = 0.0, score: float = 0.9
) -> TextLine:
    return TextLine(x, y, length, height, slant, score)


def test_two_groups_of_one_row_are_also_tried_as_one_plate() -> None:
    left, right = line(100, 200, 80, 30), line(200, 202, 90, 30)

    found = plausible([left, right], 480)

    widest = max(found, key=lambda one: one.length)
    assert len(found) == 3
    assert widest.length == 185


def test_lines_one_below_the_other_are_not_joined() -> None:
    found = plausible([line(100, 200, 80, 30), line(150, 260, 80, 30)], 480)

    assert len(found) == 2


def test_tiny_steep_and_endless_lines_cannot_be_a_plate() -> None:
    lines = [line(50, 50, 30, 5), line(50, 150, 120, 30, slant=40), line(300, 400, 600, 20)]

    assert plausible(lines, 480) == []


def test_tall_text_of_a_plates_aspect_comes_first_and_only_so_many_are_kept() -> None:
    small = [line(40 + 90 * (i % 6), 20 + 40 * (i // 6), 40, 9) for i in range(30)]
    plate = line(300, 400, 180, 45)

    found = plausible([*small, plate], 480)

    assert found[0] == plate
    assert len(found) == MOST_LINES
