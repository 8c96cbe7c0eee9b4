"""Labelled pictures in a folder: ``truth.jsonl`` names them, one JSON object a line.

``{"file": "images/1.jpg", "plate": "ABC1234", "region": "us", "camera": "entry", "box": [x, y, w, h]}``;
``file`` is relative to the folder, all but ``file`` and ``plate`` may be left out. Files are read as they
are come to, so that a folder of any size can be evaluated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from core.domain.errors import BadInput
from core.domain.plates import is_plausible, normalise

TRUTH = "truth.jsonl"
MOST_TRUTH_BYTES = 256 * 1024 * 1024
HASHED_AT_ONCE = 1 << 20

Half = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class LabelledPicture:
    """A picture file and the plate in it; ``earlier`` is what was read when it was taken, with confidence.

    ``name`` is what the file is called in answers; ``camera`` and ``region`` are empty where unknown.
    """

    file: Path
    name: str
    plate: str
    region: str = ""
    camera: str = ""
    earlier: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A picture, or a line of the truth, that could not be used, and why."""

    name: str
    problem: str


def labelled_pictures(folder: Path) -> tuple[list[LabelledPicture], list[Trouble]]:
    """The pictures that the folder's truth names, and the lines that name none.

    BadInput ``truth.not_readable`` where there is no such file, ``truth.empty`` where it names nothing.
    """
    path = folder / TRUTH
    try:
        if path.stat().st_size > MOST_TRUTH_BYTES:
            raise BadInput("truth.too_large", file=str(path))
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise BadInput("truth.not_readable", file=str(path), problem=error.strerror) from error
    pictures: list[LabelledPicture] = []
    troubles: list[Trouble] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            pictures.append(_picture(folder, line))
        except ValueError as error:
            troubles.append(Trouble(f"{TRUTH}:{number}", str(error)))
    if not pictures and not troubles:
        raise BadInput("truth.empty", file=str(path))
    return pictures, troubles


def only_half(pictures: Iterable[LabelledPicture], half: Half) -> tuple[list[LabelledPicture], list[Trouble]]:
    """One of the halves that the pictures' own bytes decide: tune on one, report the other once.

    Half a holds the files whose SHA-256 begins with an even hexadecimal digit (0 2 4 6 8 a c e), half b
    the others: the same files in every order, under every name, on every machine.
    """
    kept: list[LabelledPicture] = []
    troubles: list[Trouble] = []
    for picture in pictures:
        try:
            if half_of(picture.file) == half:
                kept.append(picture)
        except OSError as error:
            troubles.append(Trouble(picture.name, f"cannot be read: {error.strerror}"))
    return kept, troubles


def half_of(file: Path) -> Half:
    """The half that the file belongs to; OSError where it cannot be read."""
    digest = sha256()
    with file.open("rb") as stream:
        while part := stream.read(HASHED_AT_ONCE):
            digest.update(part)
    return "a" if int(digest.hexdigest()[0], 16) % 2 == 0 else "b"


def _picture(folder: Path, line: bytes) -> LabelledPicture:
    """ValueError says in words what is wrong with the line."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("is not JSON") from error
    said = said if isinstance(said, dict) else {}
    name, plate = _text(said, "file"), normalise(_text(said, "plate"))
    if not name or not is_plausible(plate):
        raise ValueError("needs a file and a plate of 2 to 12 letters and digits")
    return LabelledPicture(
        file=folder / name,
        name=name,
        plate=plate,
        region=_text(said, "region"),
        camera=_text(said, "camera"),
    )


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key, "")
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(f"{key} must be a text")
    return value
