"""Which reader a text names: ``own``, ``onnx:PATH``, ``process:COMMAND``."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import DeviceError
from devices.recognition.reader import OcrPlateReader
from devices.recognition.readers.fitting import FittingReader
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.shapes import Shapes

OWN = "own"


def open_reader(
    text: str = OWN, *, threads: int = 1, shapes: Shapes | None = None, model_folder: Path | None = None
) -> PlateReader:
    """The reader that the text names, ready to read; it takes pictures of any size.

    ``shapes`` are the plates of the site (None: those of everywhere); ``model_folder`` is only given
    where our own models do not lie in their usual places. Raises DeviceError: ``reader.unknown``, or
    what is wrong with its models.
    """
    if text == OWN:
        return FittingReader(OcrPlateReader(threads, shapes=shapes, model_folder=model_folder))
    raise DeviceError("reader.unknown", detail=text)
