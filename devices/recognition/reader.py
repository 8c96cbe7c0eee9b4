"""The plate reader: plates found and read by our own models, by text models beside them, with doubts."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read
from devices.recognition.candidates import log_geometry, plausible
from devices.recognition.confidence import confidences, is_clear, is_plate, is_strong
from devices.recognition.decoding import Decoded, PlateDecoder
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
from devices.recognition.shapes import Shapes, generic_shapes
from devices.recognition.text_recogniser import Lattice, TextRecogniser
from devices.recognition.told_lattices import told

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
MOST_READS = 4
LEAST_SHOWN = 0.001
# A place that looks like a plate counts for so much beside what is read there, by the logarithm of its score.
PLATE_BONUS = 4.0
TEXTLESS_COST = 3.0
# A plate found so well and read so well needs no look at the whole picture; one found by so much less than
# one that is read well is none.
SURE_PLATE_SCORE = 0.3
READABLE_LIKENESS = -4.0
CLEARLY_LESS = 0.6


@dataclass(frozen=True, slots=True)
class _Seen:
    """A place with what was read there: lattices of the text line and of the plate as a whole."""

    line: TextLine
    plate: PlateBox | None
    lattices: tuple[Lattice, ...]
    own: tuple[Lattice, ...]
    decoded: Decoded

    @property
    def rank(self) -> float:
        bonus = PLATE_BONUS + math.log(self.plate.score) if self.plate is not None else 0.0
        # Our recogniser reads something into anything: where no text was found beside it, it counts less.
        doubt = 0.0 if self.lattices or self.is_two_lines else TEXTLESS_COST
        return self.decoded.log_likeness + log_geometry(self.line) + bonus - doubt

    @property
    def is_two_lines(self) -> bool:
        """Whether the plate has two lines, which the text models never read as one."""
        return self.plate is not None and self.plate.split is not None


class OcrPlateReader:
    """Reads plates: our detector and recogniser, the PP-OCR text models, and the site's formats.

    One picture at a time; not for several threads at once. Raises DeviceError at construction where a
    model is missing or damaged.
    """

    def __init__(
        self, threads: int = 1, *, shapes: Shapes | None = None, model_folder: Path | None = None
    ) -> None:
        shapes = shapes if shapes is not None else generic_shapes()
        networks = {
            model: open_model(model, threads=threads, folder=model_folder)
            for model in (PLATE_DETECTOR, PLATE_RECOGNISER, TEXT_DETECTOR, TEXT_RECOGNISER)
        }
        self._plates = PlateDetector(networks[PLATE_DETECTOR])
        self._recogniser = PlateRecogniser(networks[PLATE_RECOGNISER], shapes.characters)
        self._lines = TextDetector(networks[TEXT_DETECTOR])
        self._text = TextRecogniser(networks[TEXT_RECOGNISER], shapes.characters)
        self._decoder = PlateDecoder(shapes)

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
        if not _good_enough(seen) and (not seen or time.perf_counter() < ends_at):
            seen = _best(seen, self._look(image, FIRST_LOOK))
        if not _good_enough(seen) and time.perf_counter() < ends_at:
            seen = _best(seen, self._look_harder(image, seen))
        return _reads(seen, image)

    def _read_plates(self, image: NDArray[np.uint8]) -> list[_Seen]:
        seen: list[_Seen] = []
        for plate in self._plates.find(image)[:MOST_PLATES_READ]:
            best = seen[0] if seen else None
            known = best.plate if best is not None and _good_enough(seen) else None
            if known is not None and plate.score < CLEARLY_LESS * known.score:
                break
            found = self._read_plate(image, plate)
            if found is not None:
                seen = sorted((*seen, found), key=lambda found: -found.rank)
        return seen

    def _read_plate(self, image: NDArray[np.uint8], plate: PlateBox) -> _Seen | None:
        own = tuple(self._recogniser.read([upright(image, plate.corners, split=plate.split)]))
        line = _line_of(plate)
        decoded = self._decoder.decode((), own)
        if decoded is None:
            return None
        seen = _Seen(line, plate, (), own, decoded)
        if plate.split is not None:
            return seen
        crops = [upright(image, plate.grown(factor).corners) for factor in SECOND_CUTS]
        seen = self._again(replace(seen, own=(*own, *self._recogniser.read(crops))))
        return self._beside_text(image, seen, plate)

    def _beside_text(self, image: NDArray[np.uint8], seen: _Seen, plate: PlateBox) -> _Seen:
        """The plate read once more as lines of text: the line that agrees best is joined to it."""
        height, width = image.shape[:2]
        best = seen
        joined: list[_Seen] = []
        for line in self._lines_near(image, plate.box(width, height), PLATE_MARGIN, PLATE_LOOK):
            if not _lies_in(line, plate):
                continue
            lattices = (self._text.read(image, line),)
            together = self._again(replace(seen, line=line, lattices=lattices))
            if together.lattices:
                joined.append(together)
        if joined:
            best = max(joined, key=lambda found: found.decoded.log_likeness)
            best = self._look_again(image, best)
        return best

    def _again(self, seen: _Seen) -> _Seen:
        decoded = self._decoder.decode(seen.lattices, seen.own)
        return seen if decoded is None else replace(seen, decoded=decoded)

    def _look_harder(self, image: NDArray[np.uint8], seen: Sequence[_Seen]) -> list[_Seen]:
        height, width = image.shape[:2]
        poor = [found for found in seen if is_plate(found.decoded, found.line)][:LINES_ZOOMED_AT]
        if not poor:
            return self._look(image, HARD_LOOK)
        closer: list[_Seen] = []
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

    def _look(self, image: NDArray[np.uint8], search: Search) -> list[_Seen]:
        return self._read_lines(image, plausible(self._lines.find(image, search), image.shape[0]))

    def _read_lines(self, image: NDArray[np.uint8], lines: Sequence[TextLine]) -> list[_Seen]:
        seen = [found for line in lines if (found := self._decode(image, line)) is not None]
        seen.sort(key=lambda found: -found.rank)
        again = [
            self._look_again(image, found)
            for found in seen[:LINES_LOOKED_AT_AGAIN]
            if found.rank > seen[0].rank - AGAIN_WITHIN
        ]
        return sorted([*again, *seen[len(again) :]], key=lambda found: -found.rank)

    def _decode(self, image: NDArray[np.uint8], line: TextLine) -> _Seen | None:
        lattice = self._text.read(image, line)
        decoded = self._decoder.decode((lattice,))
        return None if decoded is None else _Seen(line, None, (lattice,), (), decoded)

    def _look_again(self, image: NDArray[np.uint8], found: _Seen) -> _Seen:
        if not found.own and is_plate(found.decoded, found.line):
            crops = [upright(image, found.line.stretched(*grow).corners()) for grow in LINES_AS_PLATES]
            found = self._again(replace(found, own=tuple(self._recogniser.read(crops))))
        for stretch in SECOND_LOOKS:
            if not is_plate(found.decoded, found.line) or is_clear(found.decoded):
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


def _good_enough(seen: Sequence[_Seen]) -> bool:
    if not seen:
        return False
    best = seen[0]
    if best.plate is not None and best.plate.score > SURE_PLATE_SCORE:
        return is_plate(best.decoded, best.line) and best.decoded.log_likeness > READABLE_LIKENESS
    return is_strong(best.decoded, best.line)


def _best(first: Sequence[_Seen], second: Sequence[_Seen]) -> list[_Seen]:
    """Both passes' answers, each place once with the better of them, best first."""
    kept: list[_Seen] = []
    ordered = sorted(
        (*first, *second), key=lambda found: (not is_plate(found.decoded, found.line), -found.rank)
    )
    for found in ordered:
        if not any(_same_place(found.line, other.line) for other in kept):
            kept.append(found)
    return kept


def _same_place(first: TextLine, second: TextLine) -> bool:
    apart_x = abs(first.center_x - second.center_x)
    apart_y = abs(first.center_y - second.center_y)
    return apart_x < max(first.length, second.length) / 2 and apart_y < max(first.height, second.height) / 2


def _reads(seen: Sequence[_Seen], image: NDArray[np.uint8]) -> list[Read]:
    height, width = image.shape[:2]
    reads = []
    for found in _best(seen, ()):
        if not is_plate(found.decoded, found.line):
            continue
        texts = [text for text, _ in found.decoded.plates]
        chances = confidences(found.decoded, found.line)
        others = zip(texts[1:], chances[1:], strict=True)
        place = found.line if found.plate is None else found.plate
        reads.append(
            Read(
                text=texts[0],
                confidence=chances[0],
                box=place.box(width, height),
                alternatives=tuple((text, chance) for text, chance in others if chance >= LEAST_SHOWN),
                lattice=told((found.own or found.lattices)[0]),
                character_pixels=round(found.line.height * (1.0 if found.plate is None else 0.85), 1),
            )
        )
    return reads[:MOST_READS]
