"""A registration as a press writes it: every character of one width, in cells of one pitch.

Dies of that kind, common in the United States, make an M or a W as narrow as a 5: what tells them apart is
then a few pixels in their middle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.fonts import CAP_PIXELS, MARGIN_PIXELS, Face
from resources.models.training.ink import emblem, mark

# Shares of a capital's height.
NARROWEST, WIDEST = 0.36, 0.56
# What is by nature so much narrower than a die stays so (I, 1).
SLIM = 0.62


def pressed(chance: np.random.Generator, written: str, typeface: Face) -> NDArray[np.uint8]:
    """The registration as a mask of ink (255) on nothing (0), as high as a face's masks."""
    wide = CAP_PIXELS * float(chance.uniform(NARROWEST, WIDEST))
    pitch = round(wide * float(chance.uniform(1.14, 1.4)))
    between = round(pitch * float(chance.uniform(0.35, 1.1)))
    parts = []
    for character in written:
        if character in " -·":
            parts.append(_between(chance, character, between))
        else:
            parts.append(_cell(typeface.mask(character), wide, pitch))
    return np.concatenate(parts, axis=1)


def _cell(mask: NDArray[np.uint8], wide: float, pitch: int) -> NDArray[np.uint8]:
    natural = mask.shape[1]
    width = max(6, round(min(wide, natural * 1.1) if natural < SLIM * wide else wide))
    glyph = cv2.resize(mask, (width, mask.shape[0]), interpolation=cv2.INTER_AREA)
    cell = np.zeros((mask.shape[0], max(pitch, width)), np.uint8)
    at = (cell.shape[1] - width) // 2
    cell[:, at : at + width] = glyph
    return cell


def _between(chance: np.random.Generator, character: str, width: int) -> NDArray[np.uint8]:
    """The gap between two groups: nothing, a mark, or the state's outline, flower or bird."""
    if character != " ":
        return mark(chance, character)
    part = np.zeros((CAP_PIXELS + 2 * MARGIN_PIXELS, max(12, width)), np.uint8)
    if chance.random() < 0.6:
        emblem(chance, part)
    return part
