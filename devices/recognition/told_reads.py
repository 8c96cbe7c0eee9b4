"""What was decoded at a place as readers tell it: its texts with the chances that each is the whole plate."""

from __future__ import annotations

from core.domain.reads import Box, Read
from devices.recognition.confidence import confidences
from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine
from devices.recognition.text_recogniser import Lattice
from devices.recognition.told_lattices import told

MOST_READS = 4
LEAST_SHOWN = 0.001
# What may be a part of a plate is never as sure as a lane wants it.
MOST_IN_PART = 0.3


def told_read(
    decoded: Decoded,
    line: TextLine,
    *,
    box: Box,
    lattice: Lattice,
    character_pixels: float,
    in_part: bool = False,
) -> Read:
    """The read of one place; alternatives that are hardly possible are left out."""
    texts = [text for text, _ in decoded.plates]
    chances = confidences(decoded, line)
    if in_part and chances[0] > MOST_IN_PART:
        chances = [round(chance * MOST_IN_PART / chances[0], 4) for chance in chances]
    others = zip(texts[1:], chances[1:], strict=True)
    return Read(
        text=texts[0],
        confidence=chances[0],
        box=box,
        alternatives=tuple((text, chance) for text, chance in others if chance >= LEAST_SHOWN),
        lattice=told(lattice),
        character_pixels=character_pixels,
        in_part=in_part,
    )
