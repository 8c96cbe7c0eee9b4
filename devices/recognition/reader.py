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
from devices.recognition.confidence import confidence_of, is_plate, is_strong
from devices.recognition.decoding import Decoded, PlateDecoder
from devices.recognition.detector import Search, TextDetector, TextLine
from devices.recognition.models import TEXT_DETECTOR, TEXT_RECOGNISER, open_model
from devices.recognition.shapes import Shapes, generic_shapes
from devices.recognition.text_recogniser import Lattice, TextRecogniser
from devices.vision import cv2

# Each pass looks harder and is run only as long as the answer is poor; times in docs/models/pp-ocrv6.md.
PASSES = (
    (Search(longest_side=736), False),
    (Search(longest_side=1088), False),
    (Search(longest_side=1440, threshold=0.2, box_score=0.3), True),
)
HINT_MARGIN = 1.5
HINT_LONGEST_SIDE = 416
# Cut a little wider and a little tighter, a glyph at the edge shows or a bolt vanishes.
SECOND_LOOKS = ((1.08, 1.2), (0.96, 0.86))
LINES_LOOKED_AT_AGAIN = 2
MOST_READS = 4


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
        seen: list[_Seen] = []
        if hint is not None:
            seen = self._look_near(image, hint)
            if seen and is_strong(seen[0].decoded, seen[0].line):
                return _reads(seen, image)
        for number, (search, equalised) in enumerate(PASSES):
            if number and (time.perf_counter() > ends_at or _good_enough(seen)):
                break
            seen = _best(seen, self._look(equalise(image) if equalised else image, search))
        return _reads(seen, image)

    def _look_near(self, image: NDArray[np.uint8], hint: Box) -> list[_Seen]:
        height, width = image.shape[:2]
        margin = round(max(hint.width, hint.height * 3) * HINT_MARGIN / 2)
        left, top = max(0, hint.x - margin), max(0, hint.y - margin)
        crop = image[top : hint.y + hint.height + margin, left : hint.x + hint.width + margin]
        if min(crop.shape[:2]) < 8:
            return []
        side = min(HINT_LONGEST_SIDE, round(max(crop.shape[:2]) * 736 / max(height, width) * 1.5))
        return [
            _Seen(seen.line.shifted(left, top), seen.lattices, seen.decoded)
            for seen in self._look(np.ascontiguousarray(crop), Search(longest_side=max(side, 160)))
        ]

    def _look(self, image: NDArray[np.uint8], search: Search) -> list[_Seen]:
        lines = plausible(self._detector.find(image, search), image.shape[0])
        seen = [found for line in lines if (found := self._decode(image, line, (1.0, 1.0))) is not None]
        seen.sort(key=lambda found: -found.rank)
        again = [self._look_again(image, found) for found in seen[:LINES_LOOKED_AT_AGAIN]]
        return sorted([*again, *seen[LINES_LOOKED_AT_AGAIN:]], key=lambda found: -found.rank)

    def _decode(self, image: NDArray[np.uint8], line: TextLine, stretch: tuple[float, float]) -> _Seen | None:
        lattice = self._recogniser.read(image, line.stretched(*stretch))
        decoded = self._decoder.decode((lattice,))
        return None if decoded is None else _Seen(line, (lattice,), decoded)

    def _look_again(self, image: NDArray[np.uint8], found: _Seen) -> _Seen:
        if not is_plate(found.decoded, found.line):
            return found
        more = [self._recogniser.read(image, found.line.stretched(*look)) for look in SECOND_LOOKS]
        lattices = (*found.lattices, *more)
        decoded = self._decoder.decode(lattices)
        return found if decoded is None else _Seen(found.line, lattices, decoded)


def equalise(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with its local contrast raised (CLAHE on lightness), for night and glare."""
    lab = cv2.cvtColor(image, cv2.COLOR_BGR2LAB)
    lightness = cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(np.ascontiguousarray(lab[:, :, 0]))
    lab[:, :, 0] = lightness
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2BGR), dtype=np.uint8)


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
        (text, _), *others = found.decoded.plates
        trust = confidence_of(found.decoded, found.line)
        reads.append(
            Read(
                text=text,
                confidence=round(trust, 4),
                box=found.line.box(width, height),
                alternatives=tuple((other, round(share, 4)) for other, share in others if share >= 0.005),
            )
        )
    return reads[:MOST_READS]
