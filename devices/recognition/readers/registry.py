"""Which reader a text names: ``own``, ``onnx:PATH``, ``process:COMMAND``.

``own`` is Lotkeeper's. ``onnx:PATH`` is a site's own recogniser, described by ``PATH.toml`` and run on the
plates that our detector finds. ``process:COMMAND`` is another program. docs/plug-in-readers.md shows each.
"""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import DeviceError
from devices.recognition.detector import TextDetector
from devices.recognition.models import PLATE_DETECTOR, TEXT_DETECTOR, open_model, own_folder
from devices.recognition.models import model_folder as wheel_folder
from devices.recognition.plate_detector import PlateDetector
from devices.recognition.reader import OcrPlateReader
from devices.recognition.readers.fitting import FittingReader
from devices.recognition.readers.model_description import load_description
from devices.recognition.readers.plate_finder import PlateFinder, PlatesFirst, TextLineFinder
from devices.recognition.readers.program_reader import ProgramReader, files_of_command
from devices.recognition.readers.registry_text import ONNX, OWN, PROCESS, site_model
from devices.recognition.readers.site_network import SiteNetwork
from devices.recognition.readers.site_reader import SitePlateReader
from devices.recognition.shapes import Shapes


def open_reader(
    text: str = OWN,
    *,
    shapes: Shapes,
    threads: int = 1,
    model_folder: Path | None = None,
    finder: PlateFinder | None = None,
) -> FittingReader:
    """The reader that the text names, ready to read; it takes pictures of any size.

    Whoever is done with it closes it: behind it may be another program.

    ``shapes`` are the plates of the site; ``model_folder`` is only given where our own models do not lie
    in their usual places; ``finder`` replaces our detector of plates for a site's model. Raises
    DeviceError: ``reader.unknown``, or what is wrong with its models or program.
    """
    if text == OWN:
        return FittingReader(OcrPlateReader(threads, shapes=shapes, model_folder=model_folder))
    if text.startswith(ONNX):
        return FittingReader(_site_reader(site_model(text), threads, shapes, model_folder, finder))
    if text.startswith(PROCESS):
        program = ProgramReader(text.removeprefix(PROCESS))
        return FittingReader(program, close=program.close)
    raise DeviceError("reader.unknown", detail=text)


def files_of(text: str, *, model_folder: Path | None = None) -> tuple[Path, ...]:
    """Files and folders that the reader rests on: where it failed, a change of these is worth a new try."""
    if text.startswith(ONNX):
        path = site_model(text)
        return (path, _description_path(path))
    if text.startswith(PROCESS):
        return files_of_command(text.removeprefix(PROCESS))
    if model_folder is not None:
        return (model_folder,)
    try:
        return (own_folder(), wheel_folder())
    except DeviceError:
        return (own_folder(),)


def _site_reader(
    path: Path, threads: int, shapes: Shapes, model_folder: Path | None, finder: PlateFinder | None
) -> SitePlateReader:
    # The model first: where both are missing, it is what the site has to look for.
    if not path.is_file():
        raise DeviceError("reader.model_missing", detail=str(path))
    description = load_description(_description_path(path))
    network = SiteNetwork(path, description, threads=threads)
    if finder is None:
        finder = PlatesFirst(
            PlateDetector(open_model(PLATE_DETECTOR, threads=threads, folder=model_folder)),
            TextLineFinder(TextDetector(open_model(TEXT_DETECTOR, threads=threads, folder=model_folder))),
        )
    return SitePlateReader(network, description, finder, shapes)


def _description_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.toml")
