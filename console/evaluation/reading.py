"""Reads labelled pictures, one after the other, and keeps what came of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.cli.words import error_line
from console.evaluation.labelled import LabelledPicture, Trouble
from console.evaluation.readers import ReaderFor
from core.domain.errors import BadInput, DeviceError
from core.domain.plates import normalise
from core.domain.read_rates import Outcome
from devices.pictures import read_picture
from devices.recognition.readers.plate_reader import PlateReader

Progress = Callable[[int, int], None]
"""Told after each picture: how many were read, of how many."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of the pictures: outcomes, those that could not be read, and whether all were come to."""

    outcomes: tuple[Outcome, ...]
    troubles: tuple[Trouble, ...] = ()
    asked_for: int = 0
    stopped: bool = False


def evaluate(pictures: Sequence[LabelledPicture], reader_for: ReaderFor, progress: Progress) -> Evaluated:
    """Read them all; Ctrl+C ends it with what was done so far.

    A picture that cannot be used is named and the next one taken; a reader that cannot be opened raises.
    """
    outcomes: list[Outcome] = []
    troubles: list[Trouble] = []
    stopped = False
    try:
        for number, picture in enumerate(pictures, start=1):
            reader = reader_for(picture.region)
            try:
                outcomes.append(_read(picture, reader))
            except (BadInput, DeviceError) as error:
                troubles.append(Trouble(picture.name, error_line(error)))
            progress(number, len(pictures))
    except KeyboardInterrupt:
        stopped = True
    return Evaluated(tuple(outcomes), tuple(troubles), len(pictures), stopped)


def as_read_earlier(pictures: Sequence[LabelledPicture]) -> Evaluated:
    """What was read when the pictures were taken, where that is known."""
    known = tuple(
        Outcome(
            file=picture.name,
            truth=picture.plate,
            read=normalise(picture.earlier[0]),
            confidence=picture.earlier[1],
            camera=picture.camera,
            region=picture.region,
        )
        for picture in pictures
        if picture.earlier is not None
    )
    return Evaluated(known, asked_for=len(known))


def _read(picture: LabelledPicture, reader: PlateReader) -> Outcome:
    image = read_picture(picture.file)
    started = time.perf_counter()
    reads = reader.read(image)
    elapsed_ms = (time.perf_counter() - started) * 1000
    best = reads[0] if reads else None
    offered = [] if best is None else [normalise(text) for text, _ in best.alternatives]
    return Outcome(
        file=picture.name,
        truth=picture.plate,
        read="" if best is None else normalise(best.text),
        confidence=0.0 if best is None else best.confidence,
        elapsed_ms=round(elapsed_ms, 1),
        offered=tuple(dict.fromkeys([*offered, *(normalise(read.text) for read in reads)])),
        camera=picture.camera,
        region=picture.region,
    )
