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
STRONG_SHARE = 0.75
STRONG_HEIGHT_PIXELS = 12.0


def is_plate(decoded: Decoded, line: TextLine) -> bool:
    """Whether the answer is worth showing as a plate at all."""
    return decoded.log_likeness >= LEAST_LIKENESS and line.height >= 7.0


def is_strong(decoded: Decoded, line: TextLine) -> bool:
    """Whether looking harder would be a waste of time."""
    return (
        decoded.log_likeness >= STRONG_LIKENESS
        and decoded.plates[0][1] >= STRONG_SHARE
        and line.height >= STRONG_HEIGHT_PIXELS
    )


def confidence_of(decoded: Decoded, line: TextLine) -> float:
    """The chance, 0…1, that the best answer is the whole plate, character by character."""
    share = decoded.plates[0][1]
    plate_like = 1.0 / (1.0 + math.exp(-1.2 * (decoded.log_likeness + 4.5)))
    sharp = 1.0 / (1.0 + math.exp(-0.5 * (line.height - 7.0)))
    return share * plate_like * sharp
