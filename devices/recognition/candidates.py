"""Which lines of text may be a plate: geometry before anything is read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from devices.recognition.detector import TextLine

LEAST_HEIGHT_PIXELS = 7.0
LEAST_ASPECT, MOST_ASPECT = 1.3, 11.0
MOST_SLANT = 30.0
MOST_LINES = 12
# Between these a plate's glyphs lie: 2:1 plates of the US give 2.5 to 4, 520 × 110 mm plates 4.5 to 6.
COMMON_ASPECTS = (2.3, 6.5)


def plausible(lines: Sequence[TextLine], image_height: int) -> list[TextLine]:
    """Up to 12 lines that may be a plate, likeliest first; halves of a row also joined."""
    fitting = [line for line in (*lines, *_joined(lines)) if _fits(line, image_height)]
    return sorted(fitting, key=lambda line: -log_geometry(line))[:MOST_LINES]


def log_geometry(line: TextLine) -> float:
    """How plate-like the box is: higher for tall text of a plate's aspect that stands nearly level."""
    low, high = COMMON_ASPECTS
    off = math.log(low / line.aspect) if line.aspect < low else math.log(max(line.aspect / high, 1.0))
    return math.log(line.height) - 3.0 * off - abs(line.slant) / 15.0


def _fits(line: TextLine, image_height: int) -> bool:
    tall_enough = LEAST_HEIGHT_PIXELS <= line.height < 0.6 * image_height
    return tall_enough and LEAST_ASPECT <= line.aspect <= MOST_ASPECT and abs(line.slant) <= MOST_SLANT


def _joined(lines: Sequence[TextLine]) -> list[TextLine]:
    """Pairs that may be the two groups of one plate: one row, one height, a gap of a glyph or so."""
    joined = []
    for first, second in combinations(lines, 2):
        left, right = sorted((first, second), key=lambda line: line.center_x)
        tallest = max(left.height, right.height)
        gap = right.center_x - right.length / 2 - left.center_x - left.length / 2
        drop = right.center_y - left.center_y
        slant = math.degrees(math.atan2(drop, right.center_x - left.center_x))
        if tallest > 1.6 * min(left.height, right.height) or not -tallest < gap < 1.2 * tallest:
            continue
        if abs(slant - (left.slant + right.slant) / 2) > 8.0:
            continue
        start, end = left.center_x - left.length / 2, right.center_x + right.length / 2
        joined.append(
            TextLine(
                center_x=(start + end) / 2,
                center_y=(left.center_y + right.center_y) / 2,
                length=end - start,
                height=tallest,
                slant=slant,
                score=min(left.score, right.score),
            )
        )
    return joined
