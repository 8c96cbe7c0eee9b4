"""How far an answer can be trusted: from likeness, the lead over the next answer, and the size of the glyphs.

The figures are round ones, chosen so that answers above 0.80 are right nearly always; what they gave on
photographs is in docs/models/pp-ocrv6.md.
"""

from __future__ import annotations

import math

from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine

LEAST_LIKENESS = -7.0
STRONG_LIKENESS = -2.5
CLEAR_SHARE = 0.9
CLEAR_LIKENESS = -1.0
STRONG_SHARE = 0.65
STRONG_HEIGHT_PIXELS = 12.0
# The decoder spreads some of each share over look-alikes that hardly ever are meant.
LEAD_SCALE = 1.75


def is_plate(decoded: Decoded, line: TextLine) -> bool:
    """Whether the answer is worth showing as a plate at all."""
    return decoded.log_likeness >= LEAST_LIKENESS and line.height >= 7.0


def is_clear(decoded: Decoded) -> bool:
    """Whether a second cut of the same line would change nothing."""
    return decoded.plates[0][1] >= CLEAR_SHARE and decoded.log_likeness >= CLEAR_LIKENESS


def is_strong(decoded: Decoded, line: TextLine) -> bool:
    """Whether looking harder would be a waste of time."""
    return (
        decoded.log_likeness >= STRONG_LIKENESS
        and decoded.plates[0][1] >= STRONG_SHARE
        and line.height >= STRONG_HEIGHT_PIXELS
    )


def confidences(decoded: Decoded, line: TextLine) -> list[float]:
    """For each plate of the answer the chance, 0…1, that it is the whole plate, character by character."""
    share = min(decoded.plates[0][1], 0.999)
    best = _rising(LEAD_SCALE * math.log(share / (1.0 - share)))
    plate_like = _rising(1.2 * (decoded.log_likeness + 4.5))
    sharp = _rising(0.5 * (line.height - 7.0))
    rest = (1.0 - best) / (1.0 - share)
    chances = [best, *(other * rest for _, other in decoded.plates[1:])]
    return [round(chance * plate_like * sharp, 4) for chance in chances]


def _rising(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
