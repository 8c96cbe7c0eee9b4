"""Reads plates by asking another program; it is started again when it has gone."""

from __future__ import annotations

import base64
import math
import shlex
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.domain.reads import Box, Read
from devices.recognition.readers.program import ReadingProgram
from devices.vision import cv2

JPEG_QUALITY = 92
MOST_PLATES = 8
MOST_ALTERNATIVES = 8
LONGEST_TEXT = 24


class ProgramReader:
    """A reader behind a command line, such as ``/opt/engine/bin/read --fast``; no shell is between."""

    def __init__(self, command_line: str) -> None:
        """Start it; raises DeviceError ``reader.program_missing``, or what is wrong with its first words."""
        try:
            self._command = shlex.split(command_line)
        except ValueError as error:
            raise DeviceError("reader.program_missing", detail=f"{command_line}: {error}") from error
        if not self._command:
            raise DeviceError("reader.program_missing", detail="no command")
        self._program: ReadingProgram | None = ReadingProgram(self._command)

    def read(
        self, image: NDArray[np.uint8], *, deadline_ms: float | None = None, hint: Box | None = None
    ) -> list[Read]:
        """The plates that the program sees in the picture; raises DeviceError where it does not answer."""
        if self._program is None:
            self._program = ReadingProgram(self._command)
        height, width = image.shape[:2]
        request = {
            "jpeg": base64.b64encode(_jpeg(image)).decode("ascii"),
            "width": width,
            "height": height,
            "limit_ms": deadline_ms,
            "hint": None if hint is None else [hint.x, hint.y, hint.width, hint.height],
        }
        try:
            plates = _plates(self._program.ask(request), width, height)
        except DeviceError as error:
            if error.cause != "reader.refused":
                self.close()
            raise
        return sorted(plates, key=lambda read: -read.confidence)

    def close(self) -> None:
        """End the program; the next picture starts it again."""
        program, self._program = self._program, None
        if program is not None:
            program.kill()


def files_of_command(command_line: str) -> tuple[Path, ...]:
    """The words of the command that are files: the program itself, its script, its settings."""
    try:
        return tuple(Path(word) for word in shlex.split(command_line) if Path(word).is_file())
    except (ValueError, OSError):
        return ()


def _jpeg(image: NDArray[np.uint8]) -> bytes:
    done, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not done:
        raise DeviceError("camera.picture_not_encoded")
    return encoded.tobytes()


def _plates(answer: dict[str, Any], width: int, height: int) -> list[Read]:
    try:
        return [_read(plate, width, height) for plate in list(answer["plates"])[:MOST_PLATES]]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise DeviceError("reader.garbage", detail=f"{type(error).__name__}: {error}"[:200]) from error


def _read(plate: Any, width: int, height: int) -> Read:
    if not isinstance(plate, dict):
        raise TypeError("a plate is an object with text and confidence")
    x, y, across, down = (int(value) for value in plate.get("box") or (0, 0, 0, 0))
    left, top = min(max(x, 0), width), min(max(y, 0), height)
    others = list(plate.get("alternatives", ()))[:MOST_ALTERNATIVES]
    return Read(
        text=_text(plate["text"]),
        confidence=_confidence(plate["confidence"]),
        box=Box(left, top, min(max(across, 0), width - left), min(max(down, 0), height - top)),
        alternatives=tuple((_text(text), _confidence(chance)) for text, chance in others),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_TEXT or not value.isprintable():
        raise ValueError(f"a plate's text is one line of 1 to {LONGEST_TEXT} characters")
    return value


def _confidence(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or math.isnan(value):
        raise ValueError("a confidence is a number from 0 to 1")
    if not 0.0 <= value <= 1.0:
        raise ValueError("a confidence is a number from 0 to 1")
    return float(value)
