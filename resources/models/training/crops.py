"""What the recogniser learns from: drawn plates as the detector will hand them over, 48 × 192 grey."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.recognition.plate_crops import upright
from devices.vision import cv2
from resources.models.training.drawing import PlateArtist
from resources.models.training.fonts import Fonts
from resources.models.training.wear import Mounted, mounted, photographed, tilted

MARGIN_PIXELS = 24
HARSH = 0.65
SMALLEST_PIXELS, LARGEST_PIXELS = 7.0, 40.0


@dataclass(frozen=True, slots=True)
class Sample:
    """One crop (48 × 192, 8 bit grey) and the registration that stands on it."""

    crop: NDArray[np.uint8]
    text: str


class CropArtist:
    """Draws samples; the number of a sample and the seed decide it wholly."""

    def __init__(self, fonts: Fonts, seed: int) -> None:
        self._plates = PlateArtist(fonts, dies=True)
        self._fonts = fonts
        self._seed = seed

    def draw(self, number: int) -> Sample:
        """The sample of that number."""
        chance = np.random.default_rng([self._seed, number])
        plate = self._plates.draw(chance)
        holder = mounted(chance, plate.picture, self._fonts)
        # Characters take about half of a plate's height with one line, a third with two.
        share = 0.5 if plate.lines == 1 else 0.36
        character_pixels = float(np.exp(chance.uniform(np.log(SMALLEST_PIXELS), np.log(LARGEST_PIXELS))))
        photo, corners = _in_a_picture(chance, holder, character_pixels / (share * plate.picture.shape[0]))
        picture = photographed(chance, photo, character_pixels=character_pixels, harsh=HARSH)
        height = float(np.linalg.norm(corners[3] - corners[0]))
        width = float(np.linalg.norm(corners[1] - corners[0]))
        # The detector is never quite right.
        corners = corners + chance.normal(0, 0.045 * height, (4, 2)).astype(np.float32)
        corners = corners + chance.normal(0, [0.012 * width, 0.035 * height]).astype(np.float32)
        grow = chance.normal(1.0, [0.025, 0.06])
        middle = corners.mean(axis=0)
        corners = (middle + (corners - middle) * grow).astype(np.float32)
        split = plate.split + float(chance.normal(0, 0.02)) if plate.lines == 2 else None
        return Sample(upright(picture, corners, split=split), plate.text)


def _in_a_picture(
    chance: np.random.Generator, holder: Mounted, scale: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The plate in its holder before something like a car, in the size and slant a camera sees."""
    height, width = holder.picture.shape[:2]
    small = cv2.resize(
        holder.picture,
        (max(8, round(width * scale)), max(4, round(height * scale))),
        interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
    )
    tall, wide = small.shape[:2]
    factors = np.array([wide / width, tall / height], np.float32)
    outer = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    seen = tilted(chance, outer)
    low = seen.min(axis=0) - MARGIN_PIXELS * min(1.0, tall / 30)
    size = np.ceil(np.ptp(seen, axis=0) + 2 * MARGIN_PIXELS * min(1.0, tall / 30)).astype(int)
    matrix = cv2.getPerspectiveTransform(outer, (seen - low).astype(np.float32))
    ground = np.full((int(size[1]), int(size[0]), 3), chance.uniform(5, 200, 3), np.float32)
    ground += np.linspace(chance.uniform(-50, 50), chance.uniform(-50, 50), ground.shape[0])[:, None, None]
    cv2.warpPerspective(
        small,
        matrix,
        (int(size[0]), int(size[1])),
        dst=ground,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    corners = cv2.perspectiveTransform((holder.corners * factors)[None], matrix)[0]
    return ground.astype(np.float32), np.asarray(corners, np.float32)
