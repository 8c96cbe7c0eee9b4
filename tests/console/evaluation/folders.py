"""Folders of labelled pictures, and a reader that knows what is written on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read

BOX = Box(1, 1, 20, 8)


class ColourReader:
    """FAKE: reads a picture by the grey of its first pixel; what it does not know has no plate."""

    def __init__(self, plates: dict[int, tuple[str, float]]) -> None:
        self.plates = plates
        self.pictures = 0
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        self.pictures += 1
        grey = int(image[0, 0, 0])
        if grey == 255:
            raise DeviceError("reader.model_failed")
        if grey not in self.plates:
            return []
        text, confidence = self.plates[grey]
        return [Read(text, confidence, BOX, (("OFFERED1", 0.1),))]


def picture(path: Path, grey: int, size: tuple[int, int] = (32, 16)) -> Path:
    """A plain picture of that grey, written without loss."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (grey, grey, grey)).save(path)
    return path


def folder_with(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """A folder whose truth holds these rows; ``grey`` of each makes its picture."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for row in rows:
        said = dict(row)
        if "grey" in said:
            picture(folder / said["file"], said.pop("grey"))
        lines.append(json.dumps(said))
    (folder / "truth.jsonl").write_text("\n".join(lines) + "\n")
    return folder
