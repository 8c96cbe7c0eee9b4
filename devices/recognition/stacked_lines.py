"""Whether more of a plate stands right above or below the line that was read: plates with two lines.

Half a plate read surely is the worst answer there is: it opens the gate for another car.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from devices.recognition.detector import TextLine
from devices.recognition.plate_detector import PlateBox

# Lines of one plate have characters of about one height; a state's name, a slogan, a dealer's are smaller.
LEAST_HEIGHT_SHARE, MOST_HEIGHT_SHARE = 0.62, 1.6
# From middle to middle, in heights of the two; boxes of text are a little higher than the characters.
LEAST_APART, MOST_APART = 0.55, 1.55
MOST_SLANT_APART = 12.0
# A line much longer than the one that was read is a sign or a bumper's edge; a lone letter has no slant.
MOST_LENGTH_SHARE = 1.7
LONE_ASPECT = 1.3
# What lies so far over another line is that line once more.
SAME_LINE = 0.4
MARGIN_HEIGHTS = 0.12


def line_beside(line: TextLine, others: Sequence[TextLine]) -> TextLine | None:
    """The nearest of the lines that may be a second one of the same plate; None where there is none."""
    beside = [other for other in others if _is_beside(line, other)]
    return min(beside, key=lambda other: abs(_place(line, other)[1]), default=None)


def same_line(line: TextLine, others: Sequence[TextLine]) -> TextLine:
    """The line as it was found among the others, the best fitting of them; itself where it was not."""
    near = [
        (abs(across) + abs(along) / 4, other)
        for other in others
        for along, across in [_place(line, other)]
        if abs(across) < SAME_LINE * line.height and abs(along) < line.length / 2
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else line


def together(line: TextLine, other: TextLine) -> PlateBox:
    """The plate around both lines, as the detector would have told it."""
    upper, lower = sorted((line, other), key=lambda each: each.center_y)
    longer = max((line, other), key=lambda each: each.length)
    angle = math.radians(longer.slant)
    along = np.array([math.cos(angle), math.sin(angle)])
    down = np.array([-math.sin(angle), math.cos(angle)])
    corners = np.concatenate([upper.corners(), lower.corners()])
    xs, ys = corners @ along, corners @ down
    margin = MARGIN_HEIGHTS * longer.height
    left, right, top, foot = xs.min() - margin, xs.max() + margin, ys.min() - margin, ys.max() + margin
    middles = [np.array([each.center_x, each.center_y]) @ down for each in (upper, lower)]
    # Halfway between the lower edge of the first and the upper edge of the second.
    between = (middles[0] + upper.height / 2 + middles[1] - lower.height / 2) / 2
    quad = [along * x + down * y for x, y in ((left, top), (right, top), (right, foot), (left, foot))]
    split = float(np.clip((between - top) / max(foot - top, 1.0), 0.3, 0.7))
    return PlateBox(np.array(quad, np.float32), min(line.score, other.score), split)


def _is_beside(line: TextLine, other: TextLine) -> bool:
    along, across = _place(line, other)
    mean = (line.height + other.height) / 2
    alike = LEAST_HEIGHT_SHARE <= other.height / max(line.height, 1.0) <= MOST_HEIGHT_SHARE
    level = other.aspect < LONE_ASPECT or abs(other.slant - line.slant) <= MOST_SLANT_APART
    over = abs(along) < (line.length + other.length) / 2 - 0.5 * min(line.length, other.length)
    return (
        alike
        and level
        and over
        and other.length <= MOST_LENGTH_SHARE * line.length
        and LEAST_APART * mean < abs(across) < MOST_APART * mean
    )


def _place(line: TextLine, other: TextLine) -> tuple[float, float]:
    """Where the other's middle lies, along the line and across it, in pixels."""
    angle = math.radians(line.slant)
    x, y = other.center_x - line.center_x, other.center_y - line.center_y
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
