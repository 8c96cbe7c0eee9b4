"""The plate reader: plates found and read by our own models, by text models beside them, with doubts."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read
from devices.recognition.candidates import plausible
from devices.recognition.confidence import is_clear
from devices.recognition.decoding import PlateDecoder, may_be_plate
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.recognition.models import (
    PLATE_DETECTOR,
    PLATE_RECOGNISER,
    TEXT_DETECTOR,
    TEXT_RECOGNISER,
    open_model,
)
from devices.recognition.plate_crops import upright
from devices.recognition.plate_detector import PlateBox, PlateDetector
from devices.recognition.plate_recogniser import PlateRecogniser
from devices.recognition.seen_places import SeenPlace, best_places, by_rank, good_enough
from devices.recognition.shapes import Shapes
from devices.recognition.text_recogniser import Lattice, TextRecogniser
from devices.recognition.told_reads import MOST_READS, told_read
from devices.recognition.whole_plates import WholePlates

# The look for text on the whole picture, where no plate was found or none could be read; and a harder one.
FIRST_LOOK = Search(longest_side=736)
HARD_LOOK = Search(longest_side=1088)
# Text within a plate that was found: its own name, slogans and stickers left and right of it are smaller.
PLATE_LOOK = Search(longest_side=320)
PLATE_MARGIN = 0.25
LEAST_LINE_SHARE = 0.2
# Around a poor answer the text detector sees more pixels of less picture.
ZOOM = Search(longest_side=480)
ZOOM_MARGIN = 1.25
# Cut a little wider and a little tighter, a glyph at the edge shows or a bolt vanishes.
SECOND_LOOKS = ((1.08, 1.2), (0.96, 0.86))
SECOND_CUTS = (1.08, 0.95)
# What our recogniser sees of a line of text on no known plate: a long plate around it, or a short one.
LINES_AS_PLATES = ((1.08, 1.35), (1.12, 2.0))
LINES_LOOKED_AT_AGAIN = 2
AGAIN_WITHIN = 2.0
LINES_ZOOMED_AT = 1
MOST_PLATES_READ = 2
MOST_PARTS_TRIED = 3
# One that is found by so much less than one that is read well is none.
CLEARLY_LESS = 0.6


class OcrPlateReader:
    """Reads plates: our detector and recogniser, the PP-OCR text models, and the site's formats.

    One picture at a time; not for several threads at once. Raises DeviceError at construction where a
    model is missing or damaged.
    """

    def __init__(self, threads: int = 1, *, shapes: Shapes, model_folder: Path | None = None) -> None:
        networks = {
            model: open_model(model, threads=threads, folder=model_folder)
            for model in (PLATE_DETECTOR, PLATE_RECOGNISER, TEXT_DETECTOR, TEXT_RECOGNISER)
        }
        self._plates = PlateDetector(networks[PLATE_DETECTOR])
        self._recogniser = PlateRecogniser(networks[PLATE_RECOGNISER], shapes.characters)
        self._lines = TextDetector(networks[TEXT_DETECTOR])
        self._text = TextRecogniser(networks[TEXT_RECOGNISER], shapes.characters)
        self._decoder = PlateDecoder(shapes)
        self._whole_plates = WholePlates(self._lines, self._text, self._recogniser, self._decoder)

    def read(
        self,
        image: NDArray[np.uint8],
        *,
        deadline_ms: float | None = None,
        hint: Box | None = None,  # noqa: ARG002 -- the detector sees the whole picture at once
    ) -> list[Read]:
        """The plates in the picture (BGR, 8 bit, height × width × 3), best first; none is an answer.

        ``deadline_ms`` keeps further passes from starting later than that after the call; the first
        pass is always made.
        """
        ends_at = math.inf if deadline_ms is None else time.perf_counter() + deadline_ms / 1000
        seen = self._read_plates(image)
        if not good_enough(seen) and (not seen or time.perf_counter() < ends_at):
            seen = best_places(seen, self._look(image, FIRST_LOOK))
        if not good_enough(seen) and time.perf_counter() < ends_at:
            seen = best_places(seen, self._look_harder(image, seen))
        height, width = image.shape[:2]
        best = self._made_whole(image, best_places(seen))
        shown = [found for found in best if found.is_plate]
        return [_read_of(found, width, height) for found in shown[:MOST_READS]]

    def _made_whole(self, image: NDArray[np.uint8], places: list[SeenPlace]) -> list[SeenPlace]:
        """The places with the first as a whole plate; where none is a plate, one that becomes one is."""
        if places and places[0].is_plate:
            return [self._whole_plates.whole(image, places[0]), *places[1:]]
        for found in places[:MOST_PARTS_TRIED]:
            whole = self._whole_plates.whole(image, found)
            if whole.is_plate:
                return [whole]
        return []

    def _read_plates(self, image: NDArray[np.uint8]) -> list[SeenPlace]:
        seen: list[SeenPlace] = []
        for plate in self._plates.find(image)[:MOST_PLATES_READ]:
            best = seen[0] if seen else None
            known = best.plate if best is not None and good_enough(seen) else None
            if known is not None and plate.score < CLEARLY_LESS * known.score:
                break
            found = self._read_plate(image, plate)
            if found is not None:
                seen = by_rank([*seen, found])
        return seen

    def _read_plate(self, image: NDArray[np.uint8], plate: PlateBox) -> SeenPlace | None:
        (first,) = self._recogniser.read([upright(image, plate.corners, split=plate.split)])
        if not may_be_plate(first):
            return None
        if plate.split is not None:
            return self._decode(_line_of(plate), own=(first,), plate=plate)
        crops = [upright(image, plate.grown(factor).corners) for factor in SECOND_CUTS]
        own = (first, *self._recogniser.read(crops))
        together = self._beside_text(image, plate, own)
        if not together:
            return self._decode(_line_of(plate), own=own, plate=plate)
        return self._look_again(image, max(together, key=lambda found: found.decoded.log_likeness))

    def _beside_text(
        self, image: NDArray[np.uint8], plate: PlateBox, own: tuple[Lattice, ...]
    ) -> list[SeenPlace]:
        """The plate read once more as lines of text, each joined to what our recogniser saw."""
        height, width = image.shape[:2]
        near = self._lines_near(image, plate.box(width, height), PLATE_MARGIN, PLATE_LOOK)
        within = [line for line in near if _lies_in(line, plate)]
        read = [self._decode(line, (self._text.read(image, line),), own, plate) for line in within]
        return [found for found in read if found is not None]

    def _decode(
        self,
        line: TextLine,
        lattices: tuple[Lattice, ...] = (),
        own: tuple[Lattice, ...] = (),
        plate: PlateBox | None = None,
    ) -> SeenPlace | None:
        decoded = self._decoder.decode(lattices, own)
        return None if decoded is None else SeenPlace(line, plate, lattices, own, decoded)

    def _again(self, seen: SeenPlace) -> SeenPlace:
        return self._decode(seen.line, seen.lattices, seen.own, seen.plate) or seen

    def _look_harder(self, image: NDArray[np.uint8], seen: Sequence[SeenPlace]) -> list[SeenPlace]:
        height, width = image.shape[:2]
        poor = [found for found in seen if found.is_plate][:LINES_ZOOMED_AT]
        if not poor:
            return self._look(image, HARD_LOOK)
        closer: list[SeenPlace] = []
        for found in poor:
            lines = self._lines_near(image, found.line.box(width, height), ZOOM_MARGIN, ZOOM)
            closer += self._read_lines(image, lines)
        return closer

    def _lines_near(
        self, image: NDArray[np.uint8], box: Box, margin_lengths: float, search: Search
    ) -> list[TextLine]:
        margin = round(max(box.width, box.height * 3) * margin_lengths)
        left, top = max(0, box.x - margin), max(0, box.y - margin // 2)
        right, bottom = box.x + box.width + margin, box.y + box.height + margin // 2
        crop = np.ascontiguousarray(image[top:bottom, left:right])
        if min(crop.shape[:2]) < 8:
            return []
        lines = plausible(self._lines.find(crop, search), crop.shape[0])
        return [line.shifted(left, top) for line in lines]

    def _look(self, image: NDArray[np.uint8], search: Search) -> list[SeenPlace]:
        return self._read_lines(image, plausible(self._lines.find(image, search), image.shape[0]))

    def _read_lines(self, image: NDArray[np.uint8], lines: Sequence[TextLine]) -> list[SeenPlace]:
        read = [self._decode(line, (self._text.read(image, line),)) for line in lines]
        seen = by_rank([found for found in read if found is not None])
        again = [
            self._look_again(image, found)
            for found in seen[:LINES_LOOKED_AT_AGAIN]
            if found.rank > seen[0].rank - AGAIN_WITHIN
        ]
        return by_rank([*again, *seen[len(again) :]])

    def _look_again(self, image: NDArray[np.uint8], found: SeenPlace) -> SeenPlace:
        if not found.own and found.is_plate:
            crops = [upright(image, found.line.stretched(*grow).corners()) for grow in LINES_AS_PLATES]
            found = self._again(replace(found, own=tuple(self._recogniser.read(crops))))
        for stretch in SECOND_LOOKS:
            if not found.is_plate or is_clear(found.decoded):
                break
            lattice = self._text.read(image, found.line.stretched(*stretch))
            found = self._again(replace(found, lattices=(*found.lattices, lattice)))
        return found


def _line_of(plate: PlateBox) -> TextLine:
    """Where the characters stand on a plate, roughly: half of its height, a third with two lines."""
    middle = plate.corners.mean(axis=0)
    along = (plate.corners[1] + plate.corners[2] - plate.corners[0] - plate.corners[3]) / 2
    share = (0.7 if plate.width_pixels > 3 * plate.height_pixels else 0.5) if plate.split is None else 0.38
    return TextLine(
        center_x=float(middle[0]),
        center_y=float(middle[1]),
        length=plate.width_pixels * 0.9,
        height=plate.height_pixels * share,
        slant=math.degrees(math.atan2(float(along[1]), float(along[0]))),
        score=plate.score,
    )


def _lies_in(line: TextLine, plate: PlateBox) -> bool:
    left, top = plate.corners.min(axis=0)
    right, bottom = plate.corners.max(axis=0)
    within = left < line.center_x < right and top < line.center_y < bottom
    return bool(within and line.height > LEAST_LINE_SHARE * plate.height_pixels)


def _read_of(seen: SeenPlace, width: int, height: int) -> Read:
    line, plate = seen.line, seen.plate
    return told_read(
        seen.decoded,
        line,
        box=(line if plate is None else plate).box(width, height),
        lattice=(seen.own or seen.lattices)[0],
        character_pixels=round(line.height * (1.0 if plate is None else 0.85), 1),
        in_part=seen.in_part,
    )
