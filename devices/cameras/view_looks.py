"""One look at what a camera shows: how bright it is, and how much detail each part of the picture has."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2

# The preview of 480 x 270 in cells of 40 x 33 pixels; its last six rows are left away.
COLUMNS, ROWS = 12, 8
_CELL_WIDTH, _CELL_HEIGHT = 40, 33
_GLARING_LUMA = 245
# Detail is counted against the light that is there, as the eye does; this keeps noise in the dark small.
_LIGHT_FLOOR = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class ViewLook:
    """What was seen; luma runs from 0 to 255.

    ``brightest`` is the luma that only a thousandth of the picture exceeds, ``glaring_share`` the share of
    it that is burnt out, ``detail`` the edges in each cell against its light (rows × columns).
    """

    luma: float
    brightest: float
    glaring_share: float
    detail: NDArray[np.float32] = field(repr=False)


def look_at(preview: NDArray[np.uint8]) -> ViewLook:
    """The look at a preview (BGRA, 480 × 270); takes about half a millisecond."""
    grey = np.asarray(cv2.cvtColor(preview, cv2.COLOR_BGRA2GRAY), dtype=np.uint8)
    counts = np.bincount(grey[::2, ::2].ravel(), minlength=256)
    total = counts.sum()
    edges = np.asarray(cv2.convertScaleAbs(cv2.Laplacian(grey, cv2.CV_16S)), dtype=np.uint8)
    return ViewLook(
        luma=float(counts @ np.arange(256) / total),
        brightest=float(np.searchsorted(np.cumsum(counts), 0.999 * total)),
        glaring_share=float(counts[_GLARING_LUMA:].sum() / total),
        detail=_cells(edges) / (_cells(grey) + _LIGHT_FLOOR),
    )


def _cells(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The mean of each cell."""
    whole = pixels[: ROWS * _CELL_HEIGHT, : COLUMNS * _CELL_WIDTH]
    parts = whole.reshape(ROWS, _CELL_HEIGHT, COLUMNS, _CELL_WIDTH)
    return np.asarray(parts.mean(axis=(1, 3), dtype=np.float32), dtype=np.float32)
