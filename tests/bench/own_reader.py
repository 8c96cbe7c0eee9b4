"""Lotkeeper's reader on both cores like rapidocr beside it, with the formats of the picture's own region."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from console.evaluation.readers import OF_REGION, ReaderChoice, Readers
from core.domain.plates import normalise
from devices.recognition.readers.registry_text import OWN
from tests.bench.reading_child import ReadOnce

THREADS = 2


def opened(region: str) -> ReadOnce:
    """The reader, ready."""
    reader = Readers(ReaderChoice(OWN, OF_REGION), threads=THREADS).reader_for(region)

    def read_once(image: NDArray[np.uint8]) -> tuple[str, float]:
        reads = reader.read(image)
        return (normalise(reads[0].text), reads[0].confidence) if reads else ("", 0.0)

    return read_once
