from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core.config.plate_formats import load_formats
from core.domain.reads import FrameReads, VotePolicy, is_settled, vote
from devices.recognition.decoding import PlateDecoder
from devices.recognition.detector import TextDetector, TextLine
from devices.recognition.models import PLATE_RECOGNISER, TEXT_DETECTOR, TEXT_RECOGNISER, open_model
from devices.recognition.plate_recogniser import PlateRecogniser
from devices.recognition.reader import OcrPlateReader
from devices.recognition.seen_places import SeenPlace
from devices.recognition.shapes import Shapes
from devices.recognition.text_recogniser import TextRecogniser
from devices.recognition.whole_plates import WholePlates
from tests.devices.recognition.pictures import bold_font

GERMAN = Shapes(load_formats(["de"], named_in=Path("here")))
HEIGHT = 30


def car(*lines: str, small: str = "") -> NDArray[np.uint8]:
    """A dark car with these lines, one above the other, on one white plate, and small print above them."""
    picture = Image.new("RGB", (640, 480), (50, 60, 90))
    pen = ImageDraw.Draw(picture)
    font = bold_font(HEIGHT)
    pen.rectangle((232, 276, 408, 292 + len(lines) * 36), fill=(240, 240, 238))
    if small:
        pen.text((320, 288), small, font=bold_font(11), fill=(15, 15, 20), anchor="mm")
    for row, text in enumerate(lines):
        pen.text((320, 310 + row * 36), text, font=font, fill=(15, 15, 20), anchor="mm")
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


@pytest.fixture(scope="module")
def models() -> tuple[TextDetector, TextRecogniser, PlateRecogniser, PlateDecoder]:
    return (
        TextDetector(open_model(TEXT_DETECTOR, threads=1)),
        TextRecogniser(open_model(TEXT_RECOGNISER, threads=1)),
        PlateRecogniser(open_model(PLATE_RECOGNISER, threads=1)),
        PlateDecoder(GERMAN),
    )


def read_line(
    models: tuple[TextDetector, TextRecogniser, PlateRecogniser, PlateDecoder],
    image: NDArray[np.uint8],
    row: int,
) -> SeenPlace:
    """What comes of one row alone, as where the detector took it for the plate."""
    _, text, _, decoder = models
    line = TextLine(320.0, 310.0 + row * 36, 166.0, 30.0, 0.0, 0.9)
    lattice = text.read(image, line)
    decoded = decoder.decode((lattice,))
    assert decoded is not None
    return SeenPlace(line, None, (lattice,), (), decoded)


def test_the_lower_line_alone_becomes_the_whole_plate(
    models: tuple[TextDetector, TextRecogniser, PlateRecogniser, PlateDecoder],
) -> None:
    image = car("RKG", "MY 623")
    lower = read_line(models, image, 1)
    assert lower.decoded.plates[0][0] == "MY623"

    whole = WholePlates(*models).whole(image, lower)

    assert whole.decoded.plates[0][0] == "RKGMY623"
    assert whole.is_two_lines
    assert not whole.in_part


def test_like_characters_above_that_make_no_plate_with_it_leave_it_a_part(
    models: tuple[TextDetector, TextRecogniser, PlateRecogniser, PlateDecoder],
) -> None:
    image = car("7391", "M AB 123")

    whole = WholePlates(*models).whole(image, read_line(models, image, 1))

    assert whole.decoded.plates[0][0] == "MAB123"
    assert whole.in_part


def test_small_print_and_nothing_around_it_leave_a_line_a_whole_plate(
    models: tuple[TextDetector, TextRecogniser, PlateRecogniser, PlateDecoder],
) -> None:
    for image in (car("M AB 123"), car("M AB 123", small="SCHMIDT MOTORS")):
        found = read_line(models, image, 0)
        assert WholePlates(*models).whole(image, found) is found


@pytest.mark.parametrize("lines", [("RKG", "MY 623"), ("C", "SX 588"), ("7391", "M AB 123")])
def test_no_part_of_two_lines_is_ever_settled(lines: tuple[str, str]) -> None:
    reader = OcrPlateReader(shapes=GERMAN)
    reads = tuple(reader.read(car(*lines)))
    result = vote([FrameReads(number, number * 40_000_000, reads) for number in range(12)])
    whole = "".join(lines).replace(" ", "")
    assert result is None or result.plate == whole or not is_settled(result, VotePolicy())
