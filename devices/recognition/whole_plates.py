"""Sees to it that a line that was read is a whole plate, and joins it to the second line where it is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from devices.recognition.decoding import PlateDecoder
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.recognition.plate_crops import upright
from devices.recognition.plate_recogniser import PlateRecogniser
from devices.recognition.quads import Quad
from devices.recognition.seen_places import READABLE_LIKENESS, SeenPlace
from devices.recognition.stacked_lines import line_beside, same_line, together
from devices.recognition.text_recogniser import TextRecogniser

# So much of the picture around a line, in its heights and lengths, holds a second one.
LINE_LOOK = Search(longest_side=320)
HEIGHTS_AROUND, LENGTHS_AROUND = 2.2, 0.75
LEAST_CROP_PIXELS = 8
# A line with more characters, or with glyphs that no plate has, is a word or a sign.
MOST_CHARACTERS = 6
MOST_FOREIGN = 1.0


class WholePlates:
    """Looks above and below what was read, with the reader's own models."""

    def __init__(
        self,
        lines: TextDetector,
        text: TextRecogniser,
        recogniser: PlateRecogniser,
        decoder: PlateDecoder,
    ) -> None:
        self._lines = lines
        self._text = text
        self._recogniser = recogniser
        self._decoder = decoder

    def whole(self, image: NDArray[np.uint8], found: SeenPlace) -> SeenPlace:
        """The same place, or both lines as one plate where together they are more like one.

        Where characters of like height stand beside the line and the two make no plate, the place comes
        back marked as a part.
        """
        if found.is_two_lines:
            return found
        lines = self._lines_around(image, found.line)
        own = same_line(found.line, lines)
        other = line_beside(own, lines)
        if other is None or not self._is_of_a_plate(image, other):
            return found
        joined = self._joined(image, own, other)
        if joined is not None and joined.decoded.log_likeness > max(
            found.decoded.log_likeness, READABLE_LIKENESS
        ):
            return joined
        return replace(found, in_part=True)

    def _joined(self, image: NDArray[np.uint8], line: TextLine, other: TextLine) -> SeenPlace | None:
        plate = together(line, other)
        own = tuple(self._recogniser.read([upright(image, plate.corners, split=plate.split)]))
        decoded = self._decoder.decode((), own)
        longer = max((line, other), key=lambda each: each.length)
        shown = replace(
            longer,
            center_x=float(plate.corners[:, 0].mean()),
            center_y=float(plate.corners[:, 1].mean()),
            height=min(line.height, other.height),
        )
        return None if decoded is None else SeenPlace(shown, plate, (), own, decoded)

    def _is_of_a_plate(self, image: NDArray[np.uint8], line: TextLine) -> bool:
        lattice = self._text.read(image, line)
        return 1 <= len(lattice.texts[0]) <= MOST_CHARACTERS and lattice.foreign < MOST_FOREIGN

    def _lines_around(self, image: NDArray[np.uint8], line: TextLine) -> list[TextLine]:
        height, width = image.shape[:2]
        up = HEIGHTS_AROUND * line.height
        box = Quad(line.corners()).box(width, height)
        left, right = (
            round(line.center_x + side * (LENGTHS_AROUND * line.length + line.height)) for side in (-1, 1)
        )
        left, right = max(0, left), min(width, right)
        top = max(0, round(box.y + box.height / 2 - up))
        crop = np.ascontiguousarray(image[top : round(box.y + box.height / 2 + up), left:right])
        if min(crop.shape[:2]) < LEAST_CROP_PIXELS:
            return []
        return [found.shifted(left, top) for found in self._lines.find(crop, LINE_LOOK)]
