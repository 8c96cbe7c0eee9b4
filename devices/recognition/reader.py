"""The plate reader: text lines of a picture, read and decoded as plates, with confidences to act upon."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read
from devices.recognition.candidates import log_geometry, plausible
from devices.recognition.confidence import confidences, is_clear, is_plate, is_strong
from devices.recognition.decoding import Decoded, PlateDecoder
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.recognition.models import TEXT_DETECTOR, TEXT_RECOGNISER, open_model
from devices.recognition.shapes import Shapes, generic_shapes
from devices.recognition.text_recogniser import Lattice, TextRecogniser

# The first look at the whole picture, and the harder one where it showed nothing like a plate; their
# times are in docs/models/pp-ocrv6.md.
FIRST_LOOK = Search(longest_side=736)
HARD_LOOK = Search(longest_side=1088)
# Around a poor answer the detector sees more pixels of less picture.
ZOOM = Search(longest_side=480)
ZOOM_MARGIN = 1.25
HINT_LOOK = Search(longest_side=320)
HINT_MARGIN = 0.75
# Cut a little wider and a little tighter, a glyph at the edge shows or a bolt vanishes.
SECOND_LOOKS = ((1.08, 1.2), (0.96, 0.86))
LINES_LOOKED_AT_AGAIN = 2
AGAIN_WITHIN = 2.0
LINES_ZOOMED_AT = 1
MOST_READS = 4
LEAST_SHOWN = 0.001


@dataclass(frozen=True, slots=True)
class _Seen:
    line: TextLine
    lattices: tuple[Lattice, ...]
    decoded: Decoded

    @property
    def rank(self) -> float:
        return self.decoded.log_likeness + log_geometry(self.line)


class OcrPlateReader:
    """Reads plates with the PP-OCR text models and the shapes of plates.

    One picture at a time; not for several threads at once. Raises DeviceError at construction where a
    model is missing or damaged.
    """

    def __init__(
        self, threads: int = 1, *, shapes: Shapes | None = None, model_folder: Path | None = None
    ) -> None:
        self._detector = TextDetector(open_model(TEXT_DETECTOR, threads=threads, folder=model_folder))
        self._recogniser = TextRecogniser(open_model(TEXT_RECOGNISER, threads=threads, folder=model_folder))
        self._decoder = PlateDecoder(shapes if shapes is not None else generic_shapes())

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        """The plates in the picture (BGR, 8 bit, height × width × 3), best first; none is an answer.

        ``hint`` is where the plate was a moment ago: read first, and alone where that is clear.
        ``deadline_ms`` keeps further passes from starting later than that after the call; the first
        pass is always made.
        """
        ends_at = math.inf if deadline_ms is None else time.perf_counter() + deadline_ms / 1000
        if hint is not None:
            seen = self._look_near(image, hint, HINT_MARGIN, HINT_LOOK)
            if _good_enough(seen):
                return _reads(seen, image)
        seen = self._look(image, FIRST_LOOK)
        if not _good_enough(seen) and time.perf_counter() < ends_at:
            seen = _best(seen, self._look_harder(image, seen))
        return _reads(seen, image)

    def _look_harder(self, image: NDArray[np.uint8], seen: Sequence[_Seen]) -> list[_Seen]:
        height, width = image.shape[:2]
        poor = [found for found in seen if is_plate(found.decoded, found.line)][:LINES_ZOOMED_AT]
        if not poor:
            return self._look(image, HARD_LOOK)
        closer: list[_Seen] = []
        for found in poor:
            closer += self._look_near(image, found.line.box(width, height), ZOOM_MARGIN, ZOOM)
        return closer

    def _look_near(
        self, image: NDArray[np.uint8], box: Box, margin_lengths: float, search: Search
    ) -> list[_Seen]:
        margin = round(max(box.width, box.height * 3) * margin_lengths)
        left, top = max(0, box.x - margin), max(0, box.y - margin // 2)
        right, bottom = box.x + box.width + margin, box.y + box.height + margin // 2
        crop = np.ascontiguousarray(image[top:bottom, left:right])
        if min(crop.shape[:2]) < 8:
            return []
        return [
            _Seen(found.line.shifted(left, top), found.lattices, found.decoded)
            for found in self._look(crop, search)
        ]

    def _look(self, image: NDArray[np.uint8], search: Search) -> list[_Seen]:
        lines = plausible(self._detector.find(image, search), image.shape[0])
        seen = [found for line in lines if (found := self._decode(image, line)) is not None]
        seen.sort(key=lambda found: -found.rank)
        again = [
            self._look_again(image, found)
            for found in seen[:LINES_LOOKED_AT_AGAIN]
            if found.rank > seen[0].rank - AGAIN_WITHIN
        ]
        return sorted([*again, *seen[len(again) :]], key=lambda found: -found.rank)

    def _decode(self, image: NDArray[np.uint8], line: TextLine) -> _Seen | None:
        lattice = self._recogniser.read(image, line)
        decoded = self._decoder.decode((lattice,))
        return None if decoded is None else _Seen(line, (lattice,), decoded)

    def _look_again(self, image: NDArray[np.uint8], found: _Seen) -> _Seen:
        for stretch in SECOND_LOOKS:
            if not is_plate(found.decoded, found.line):
                break
            lattices = (*found.lattices, self._recogniser.read(image, found.line.stretched(*stretch)))
            decoded = self._decoder.decode(lattices)
            found = found if decoded is None else _Seen(found.line, lattices, decoded)
            if is_clear(found.decoded):
                break
        return found


def _good_enough(seen: Sequence[_Seen]) -> bool:
    return bool(seen) and is_strong(seen[0].decoded, seen[0].line)


def _best(first: Sequence[_Seen], second: Sequence[_Seen]) -> list[_Seen]:
    """Both passes' answers, each place once with the better of them, best first."""
    kept: list[_Seen] = []
    for found in sorted((*first, *second), key=lambda found: -found.rank):
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
        reads.append(
            Read(
                text=texts[0],
                confidence=chances[0],
                box=found.line.box(width, height),
                alternatives=tuple((text, chance) for text, chance in others if chance >= LEAST_SHOWN),
            )
        )
    return reads[:MOST_READS]
