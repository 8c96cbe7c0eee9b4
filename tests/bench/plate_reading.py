"""Photographs of real cars: how right and how fast plates are read, beside rapidocr as it comes.

The pictures are no part of this project. They lie in ``plates`` of the folder that LOTKEEPER_CASES names,
or of ``shared/cases`` beside the checkout; where there are none, the bench says so and gives no rows. Only
half b of them is read (see console/evaluation/labelled.py), because the reader was tuned on half a.

Both read each picture in turn, each in a process of its own, a fresh one for each region. Times are without
decoding the picture; the first reading of each process is not counted. Memory is the most that any of a
reader's processes held after a picture.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.evaluation.labelled import TRUTH, LabelledPicture, labelled_pictures, only_half
from core.domain.read_rates import Outcome as Reading
from devices.recognition.models import MODELS, model_folder, path_of
from tests.bench.child import ROOT
from tests.bench.figures import percentile, spread
from tests.bench.plate_figures import accuracy_rows, limit_row
from tests.bench.reading_child import Answer, ReadingProcess
from tests.bench.report import Outcome, Row

CASES_VARIABLE = "LOTKEEPER_CASES"
OWN, BARE = "tests.bench.own_reader", "tests.bench.rapidocr_reader"
GOAL_P50_MS, GOAL_P95_MS, GOAL_PROCESS_MB, GOAL_MODELS_MB = 100.0, 250.0, 700.0, 40.0
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """What both readers made of the same pictures, and the most that each one's process held, in bytes."""

    ours: tuple[Reading, ...]
    bare: tuple[Reading, ...]
    our_bytes: int
    bare_bytes: int


def run(_: Path) -> Outcome:
    """The bench."""
    folder = pictures_folder(os.environ)
    if not (folder / TRUTH).is_file():
        return Outcome(
            (), (f"left out: no pictures with {TRUTH} there; {CASES_VARIABLE} names the folder of cases",)
        )
    pictures, troubles = labelled_pictures(folder)
    half, unread = only_half(pictures, "b")
    if troubles or unread:
        raise RuntimeError("; ".join(f"{one.name}: {one.problem}" for one in (*troubles, *unread)))
    found = [_measured(region, chosen) for region, chosen in _by_region(half)]
    whole = Measured(
        tuple(one for part in found for one in part.ours),
        tuple(one for part in found for one in part.bare),
        max(part.our_bytes for part in found),
        max(part.bare_bytes for part in found),
    )
    accuracy, remarks = accuracy_rows(whole.ours, whole.bare)
    return Outcome((*accuracy, *_time_rows(whole), *_size_rows(whole)), (*remarks, *_spreads(whole)))


def pictures_folder(environment: Mapping[str, str]) -> Path:
    """Where the labelled pictures lie, if they are on this machine."""
    named = environment.get(CASES_VARIABLE)
    return (Path(named) if named else ROOT.parent / "shared" / "cases") / "plates"


def _by_region(pictures: Sequence[LabelledPicture]) -> Iterator[tuple[str, list[LabelledPicture]]]:
    for region in sorted({picture.region for picture in pictures}):
        yield region, [picture for picture in pictures if picture.region == region]


def _measured(region: str, pictures: Sequence[LabelledPicture]) -> Measured:
    ours, bare = [], []
    with ReadingProcess(OWN, region) as own, ReadingProcess(BARE, region) as other:
        for process in (other, own):
            process.read(pictures[0].file)
        for picture in pictures:
            bare.append(_reading(picture, other.read(picture.file)))
            ours.append(_reading(picture, own.read(picture.file)))
        return Measured(tuple(ours), tuple(bare), own.most_bytes, other.most_bytes)


def _reading(picture: LabelledPicture, answer: Answer) -> Reading:
    return Reading(
        file=picture.name,
        truth=picture.plate,
        read=answer.text,
        confidence=answer.confidence,
        elapsed_ms=answer.elapsed_ms,
        region=picture.region,
    )


def _time_rows(found: Measured) -> tuple[Row, Row]:
    ours_ms, bare_ms = ([one.elapsed_ms for one in readings] for readings in (found.ours, found.bare))
    (own_p50, own_p95), (bare_p50, bare_p95) = (
        (percentile(series, 0.5), percentile(series, 0.95)) for series in (ours_ms, bare_ms)
    )
    return (
        limit_row("plates_p50", own_p50, "ms p50", bare_p50, GOAL_P50_MS),
        limit_row("plates_p95", own_p95, "ms p95", bare_p95, GOAL_P95_MS),
    )


def _size_rows(found: Measured) -> tuple[Row, ...]:
    models = limit_row(
        "plates_models", _our_models_bytes() / MEGABYTE, "MB", _wheel_bytes() / MEGABYTE, GOAL_MODELS_MB
    )
    if not found.our_bytes:  # the system does not say what a process holds
        return (models,)
    own, bare = found.our_bytes / MEGABYTE, found.bare_bytes / MEGABYTE
    return (limit_row("plates_process", own, "MB", bare, GOAL_PROCESS_MB), models)


def _our_models_bytes() -> int:
    return sum(path_of(model).stat().st_size for model in MODELS)


def _wheel_bytes() -> int:
    return sum(file.stat().st_size for file in model_folder().glob("*.onnx"))


def _spreads(found: Measured) -> tuple[str, str]:
    return (
        spread("reading", [one.elapsed_ms for one in found.ours]),
        spread("rapidocr", [one.elapsed_ms for one in found.bare]),
    )
