"""Takes labelled photos out of the console, for training on site: pictures and ``truth.jsonl``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.cli.words import error_line
from console.evaluation.labelled import TRUTH, LabelledPicture, Trouble
from console.evaluation.own_labels import OwnLabels
from console.evaluation.reading import Progress
from core.domain.errors import BadInput, DeviceError
from core.domain.labels import Label
from core.domain.reads import Box
from devices.pictures import read_picture
from devices.stills import encode_still

PICTURES = "images"
# Around the plate: readers are trained with some of the car, since a box is never quite right.
MARGIN_HEIGHTS = 0.5


@dataclass(frozen=True, slots=True)
class Exported:
    """How many went out, how many as the whole photo because no box was known, and what did not."""

    pictures: int
    whole: int
    troubles: tuple[Trouble, ...]


def export(own: OwnLabels, folder: Path, progress: Progress, *, crops: bool) -> Exported:
    """Write them into the folder; with ``crops`` only the plate with a margin, where its box is known.

    BadInput ``export.exists`` where the folder holds a truth already, ``export.not_writable``.
    """
    target = folder / TRUTH
    if target.exists():
        raise BadInput("export.exists", file=str(target))
    written = whole = 0
    troubles: list[Trouble] = []
    try:
        (folder / PICTURES).mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as truth:
            for number, (picture, label) in enumerate(zip(own.pictures, own.labels, strict=True), start=1):
                box = own.boxes.get(label.sighting_id)
                try:
                    row = _write(picture, label, folder, box if crops else None)
                except (BadInput, DeviceError) as error:
                    troubles.append(Trouble(picture.name, error_line(error)))
                else:
                    row |= {} if crops or box is None else {"box": _list(box)}
                    truth.write(json.dumps(row, ensure_ascii=False) + "\n")
                    written += 1
                    whole += box is None
                progress(number, len(own.pictures))
    except OSError as error:
        raise BadInput("export.not_writable", file=str(folder), problem=error.strerror) from error
    return Exported(written, whole, tuple(troubles))


def _write(picture: LabelledPicture, label: Label, folder: Path, crop: Box | None) -> dict[str, Any]:
    name = f"{PICTURES}/{label.sighting_id}.jpg"
    if crop is None:
        (folder / name).write_bytes(_bytes_of(picture.file))
    else:
        (folder / name).write_bytes(_cropped(picture.file, crop))
    return {
        "file": name,
        "plate": label.plate,
        "camera": label.lane_id,
        "at": label.at.isoformat(),
        "kind": label.kind.value,
        "read": label.read or None,
        "confidence": label.confidence,
    }


def _bytes_of(file: Path) -> bytes:
    """The photo's own bytes; BadInput for one whose time was up while the others were written."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput("picture.not_readable", file=file.name, problem=error.strerror) from error


def _cropped(file: Path, box: Box) -> bytes:
    image = read_picture(file)
    margin = round(box.height * MARGIN_HEIGHTS)
    top, left = max(0, box.y - margin), max(0, box.x - margin)
    part = image[top : box.y + box.height + margin, left : box.x + box.width + margin]
    if not part.size:
        raise BadInput("picture.damaged", file=file.name)
    return encode_still(part, sequence=0, captured_ns=0).jpeg


def _list(box: Box) -> list[int]:
    return [box.x, box.y, box.width, box.height]
