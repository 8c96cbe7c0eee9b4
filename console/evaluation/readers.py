"""Which reader with which plates of the site reads the pictures again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.config.plate_formats import load_formats
from devices.recognition.readers.fitting import FittingReader
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.readers.registry import open_reader
from devices.recognition.readers.registry_text import OWN
from devices.recognition.shapes import Shapes

# In the place of a list: each picture with the formats of its own region.
OF_REGION = "region"
# Each open reader holds its models in memory.
MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """A reader by its text (``own``, ``onnx:PATH``) and the formats it reads with.

    ``formats`` is a list of names with commas, ``region`` for each picture's own, or empty for any plates.
    """

    reader: str = OWN
    formats: str = ""

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return f"{self.reader}, formats {self.formats or 'any'}"

    def formats_for(self, region: str) -> str:
        """The list that a picture of the region is read with."""
        return region if self.formats == OF_REGION else self.formats


class Readers:
    """Opens the readers of a choice, each once."""

    def __init__(self, choice: ReaderChoice, *, threads: int = 1) -> None:
        self._choice = choice
        self._threads = threads
        self._open: dict[str, FittingReader] = {}

    def close(self) -> None:
        """Let go of all of them: behind one may be another program."""
        while self._open:
            self._open.popitem()[1].close()

    def open_for(self, regions: Iterable[str]) -> None:
        """Open the readers for these regions: what is wrong with one is said before an hour of pictures."""
        for region in sorted(set(regions)):
            self.reader_for(region)

    def reader_for(self, region: str) -> PlateReader:
        """The reader for pictures of the region.

        DeviceError where it cannot be opened, ConfigError where there are no such formats.
        """
        formats = self._choice.formats_for(region)
        if formats not in self._open:
            if len(self._open) >= MOST_OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[formats] = open_reader(
                self._choice.reader, threads=self._threads, shapes=_shapes(formats)
            )
        return self._open[formats]


def _shapes(formats: str) -> Shapes:
    return Shapes(load_formats(formats.split(","), named_in=Path("--formats")))


ReaderFor = Callable[[str], PlateReader]
