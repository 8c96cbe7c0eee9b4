"""Places in one picture with what was read there: which comes before which, and which are one place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from devices.recognition.candidates import log_geometry
from devices.recognition.confidence import is_plate, is_strong
from devices.recognition.decoding import Decoded
from devices.recognition.detector import TextLine
from devices.recognition.plate_detector import PlateBox
from devices.recognition.text_recogniser import Lattice

# A place that looks like a plate counts for so much beside what is read there, by the logarithm of its score.
PLATE_BONUS = 4.0
TEXTLESS_COST = 3.0
# A plate found so well and read so well needs no look at the whole picture.
SURE_PLATE_SCORE = 0.3
READABLE_LIKENESS = -4.0


@dataclass(frozen=True, slots=True, eq=False)
class SeenPlace:
    """A place with what was read there.

    ``lattices`` are those of the text line, ``own`` those of the plate as a whole; ``plate`` is None for
    text on no plate that was found. ``in_part`` says that more of the plate may stand above or below.
    """

    line: TextLine
    plate: PlateBox | None
    lattices: tuple[Lattice, ...]
    own: tuple[Lattice, ...]
    decoded: Decoded
    in_part: bool = False

    @property
    def rank(self) -> float:
        """How likely it is the plate that is looked for, beside others of the same picture."""
        bonus = PLATE_BONUS + math.log(self.plate.score) if self.plate is not None else 0.0
        # Our recogniser reads something into anything: where no text was found beside it, it counts less.
        doubt = 0.0 if self.lattices or self.is_two_lines else TEXTLESS_COST
        return self.decoded.log_likeness + log_geometry(self.line) + bonus - doubt

    @property
    def is_two_lines(self) -> bool:
        """Whether the plate has two lines, which the text models never read as one."""
        return self.plate is not None and self.plate.split is not None

    @property
    def is_plate(self) -> bool:
        """Whether what was read there is worth showing as a plate at all."""
        return is_plate(self.decoded, self.line)


def by_rank(seen: Sequence[SeenPlace]) -> list[SeenPlace]:
    """The same places, best first."""
    return sorted(seen, key=lambda place: -place.rank)


def good_enough(seen: Sequence[SeenPlace]) -> bool:
    """Whether the first of them is read so well that looking further would be a waste of time."""
    if not seen:
        return False
    best = seen[0]
    if best.plate is not None and best.plate.score > SURE_PLATE_SCORE:
        return best.is_plate and best.decoded.log_likeness > READABLE_LIKENESS
    return is_strong(best.decoded, best.line)


def best_places(*passes: Sequence[SeenPlace]) -> list[SeenPlace]:
    """The answers of all passes, each place once with the best of them, best first."""
    seen = [place for places in passes for place in places]
    kept: list[SeenPlace] = []
    for place in sorted(seen, key=lambda place: (not place.is_plate, -place.rank)):
        if not any(_same_place(place.line, other.line) for other in kept):
            kept.append(place)
    return kept


def _same_place(first: TextLine, second: TextLine) -> bool:
    apart_x = abs(first.center_x - second.center_x)
    apart_y = abs(first.center_y - second.center_y)
    return apart_x < max(first.length, second.length) / 2 and apart_y < max(first.height, second.height) / 2
