"""Reads plates with a site's own ONNX model, on the plates that our detector finds."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.reads import Box, Read
from devices.recognition.confidence import is_plate
from devices.recognition.decoding import Decoded, PlateDecoder
from devices.recognition.detector import TextLine
from devices.recognition.readers.lattices import ClassFolder
from devices.recognition.readers.model_description import ModelDescription
from devices.recognition.readers.plate_finder import Found, PlateFinder, cut_out
from devices.recognition.readers.site_network import SiteNetwork
from devices.recognition.shapes import Shapes
from devices.recognition.text_recogniser import Lattice
from devices.recognition.told_reads import MOST_READS, told_read


@dataclass(frozen=True, slots=True)
class _Seen:
    found: Found
    lattice: Lattice
    decoded: Decoded


class SitePlateReader:
    """Finds plates with ``finder``, reads them with the network, decodes them with the site's formats."""

    def __init__(
        self, network: SiteNetwork, description: ModelDescription, finder: PlateFinder, shapes: Shapes
    ) -> None:
        self._network = network
        self._description = description
        self._finder = finder
        self._folder = ClassFolder(description)
        self._decoder = PlateDecoder(shapes)

    def read(
        self,
        image: NDArray[np.uint8],
        *,
        deadline_ms: float | None = None,
        hint: Box | None = None,  # noqa: ARG002 -- the detector sees the whole picture at once
    ) -> list[Read]:
        """The plates in the picture (BGR), best first; the likeliest place is read whatever the time."""
        ends_at = math.inf if deadline_ms is None else time.perf_counter() + deadline_ms / 1000
        seen: list[_Seen] = []
        for found in self._finder.find(image):
            if seen and time.perf_counter() >= ends_at:
                break
            one = self._look(image, found)
            if one is not None:
                seen.append(one)
        seen.sort(key=lambda one: -(one.decoded.log_likeness + one.found.log_prior))
        reads = [_read(one, image) for one in seen if is_plate(one.decoded, _line(one.found))]
        return reads[:MOST_READS]

    def _look(self, image: NDArray[np.uint8], found: Found) -> _Seen | None:
        wider = found.with_margin(self._description.margin)
        width, height = self._network.width_of(wider.aspect), self._description.height
        if self._description.fit == "keep" and self._description.width:
            lattice = self._folder.fold(self._network.chances(_padded(image, wider, width, height)))
        else:
            crop = cut_out(image, wider, width=width, height=height)
            lattice = self._folder.fold(self._network.chances(crop))
        decoded = self._decoder.decode((lattice,))
        return None if decoded is None else _Seen(found, lattice, decoded)


def _padded(image: NDArray[np.uint8], found: Found, width: int, height: int) -> NDArray[np.uint8]:
    """The plate in its own proportions at the left, the rest in its mean grey."""
    own = min(width, max(1, round(height * found.aspect)))
    crop = cut_out(image, found, width=own, height=height)
    whole = np.full((height, width, 3), int(crop.mean()), dtype=np.uint8)
    whole[:, :own] = crop
    return whole


def _read(one: _Seen, image: NDArray[np.uint8]) -> Read:
    height, width = image.shape[:2]
    return told_read(
        one.decoded,
        _line(one.found),
        box=one.found.box(width, height),
        lattice=one.lattice,
        character_pixels=one.found.height_pixels,
    )


def _line(found: Found) -> TextLine:
    center_x, center_y = (float(value) for value in found.corners.mean(axis=0))
    return TextLine(center_x, center_y, found.width_pixels, found.height_pixels, 0.0, 1.0)
