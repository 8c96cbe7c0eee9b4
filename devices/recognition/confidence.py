"""How far an answer can be trusted: from the lead over the next answer, the size of the glyphs, and likeness.

Fitted (a logistic regression, rounded) to what this reader made of half a of the photographs at five sizes,
down to half of their own (478 answers, 29 of them wrong), then lowered so far that none of the wrong ones
came out above 0.86, where a lane acts; 342 right ones did. So of single pictures it says too little rather
than too much. How it does on pictures that it was not fitted to is in docs/benchmarks.md.
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
# The logarithm of the odds: a constant, by the lead's, by the logarithm of the glyphs' height against 12 px.
CONSTANT = -1.0
PER_LEAD = 1.65
PER_HEIGHT = 1.3
USUAL_HEIGHT_PIXELS = 12.0
LEAST_HEIGHT_PIXELS, MOST_HEIGHT_PIXELS = 5.0, 30.0
MOST_SHARE = 0.999
# What is hardly like a plate of the formats is a sign, however clear it is: from about this likeness on.
SIGN_LIKENESS, SIGN_SCALE = -5.0, 2.0


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
    share = min(decoded.plates[0][1], MOST_SHARE)
    height = min(max(line.height, LEAST_HEIGHT_PIXELS), MOST_HEIGHT_PIXELS)
    lead = math.log(share / (1.0 - share))
    best = _rising(CONSTANT + PER_LEAD * lead + PER_HEIGHT * math.log(height / USUAL_HEIGHT_PIXELS))
    plate_like = _rising(SIGN_SCALE * (decoded.log_likeness - SIGN_LIKENESS))
    # What the best one lost is not given to the others: none of them may come out above it.
    rest = min((1.0 - best) / (1.0 - share), best / share)
    chances = [best, *(other * rest for _, other in decoded.plates[1:])]
    return [round(chance * plate_like, 4) for chance in chances]


def _rising(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
