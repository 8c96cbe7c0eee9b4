from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.reads import Box
from devices.recognition.reader import OcrPlateReader
from tests.devices.recognition.any_plates import ANY_PLATES
from tests.devices.recognition.pictures import car, wall


@pytest.fixture(scope="module")
def reader() -> OcrPlateReader:
    return OcrPlateReader(shapes=ANY_PLATES)


@pytest.mark.parametrize("plate", ["ABC-1234", "1234-AB", "BRA2E19", "AB12 CDE", "7ABC123", "M AB 1234"])
def test_a_drawn_plate_is_read_and_can_be_acted_on(reader: OcrPlateReader, plate: str) -> None:
    (best, *_) = reader.read(car(plate))

    assert best.text == plate.replace("-", "").replace(" ", "")
    assert best.confidence >= 0.8


def test_the_box_lies_on_the_plate(reader: OcrPlateReader) -> None:
    (best, *_) = reader.read(car("ABC-1234", at=(300, 380), height=44))

    assert 270 <= best.box.x <= 310
    assert 350 <= best.box.y <= 395
    assert 40 <= best.box.height <= 95


def test_alternatives_come_best_first_and_below_the_answer(reader: OcrPlateReader) -> None:
    (best, *_) = reader.read(car("ABO-0812", height=20))

    chances = [best.confidence, *(chance for _, chance in best.alternatives)]
    assert sum(chances) <= 1.01
    assert chances[1:] == sorted(chances[1:], reverse=True)
    assert best.text not in [text for text, _ in best.alternatives]


def test_where_the_plate_was_a_moment_ago_it_is_found_again(reader: OcrPlateReader) -> None:
    image = car("7ABC123", at=(320, 380))
    (before, *_) = reader.read(image)

    (again, *_) = reader.read(image, hint=before.box)

    assert again.text == "7ABC123"
    assert abs(again.box.x - before.box.x) < 12
    assert abs(again.box.y - before.box.y) < 12


@pytest.mark.parametrize("hint", [Box(0, 0, 10, 10), Box(5000, 5000, 10, 10), Box(940, 520, 400, 400)])
def test_a_wrong_hint_costs_no_plate(reader: OcrPlateReader, hint: Box) -> None:
    (best, *_) = reader.read(car("7ABC123", at=(320, 380)), hint=hint)

    assert best.text == "7ABC123"


@pytest.mark.parametrize(
    "lines",
    [
        ("PARKING FULL", "CALL 0800 123 456"),
        ("2024-05-13 07:51:13", "ENTRANCE"),
        ("EXIT ONLY", "www.parking.com"),
        ("TEL 02-2345-6789",),
        ("13:45:10",),
    ],
)
def test_signs_clocks_and_telephone_numbers_open_no_barrier(
    reader: OcrPlateReader, lines: tuple[str, ...]
) -> None:
    reads = reader.read(wall(*lines))

    assert all(read.confidence < 0.8 for read in reads)


def test_the_plate_wins_over_the_sign_beside_it(reader: OcrPlateReader) -> None:
    image = car("ABC-1234", at=(340, 380))
    image[:150] = wall("PARKING FULL")[40:190]

    (best, *_) = reader.read(image)

    assert best.text == "ABC1234"


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((1, 1, 3), dtype=np.uint8),
        np.zeros((1, 4000, 3), dtype=np.uint8),
        np.zeros((4000, 2, 3), dtype=np.uint8),
        np.zeros((720, 1280, 3), dtype=np.uint8),
        np.full((480, 640, 3), 255, dtype=np.uint8),
        np.random.default_rng(1).integers(0, 256, (480, 640, 3), dtype=np.uint8),
    ],
    ids=["one pixel", "a line", "a column", "black", "white", "noise"],
)
def test_pictures_without_anything_hold_no_plate(reader: OcrPlateReader, image: NDArray[np.uint8]) -> None:
    assert reader.read(image) == []


def test_text_that_fills_the_picture_does_no_harm(reader: OcrPlateReader) -> None:
    reads = reader.read(wall("WWWWWWWW", "88888888", height=200))

    assert all(read.confidence < 0.8 for read in reads)


def test_with_no_time_left_there_is_still_the_first_look(reader: OcrPlateReader) -> None:
    (best, *_) = reader.read(car("ABC-1234"), deadline_ms=0.0)

    assert best.text == "ABC1234"


def test_a_part_of_a_larger_array_is_read_like_a_picture_of_its_own(reader: OcrPlateReader) -> None:
    framed = np.zeros((700, 1100, 3), dtype=np.uint8)
    framed[80:620, 70:1030] = car("ABC-1234")

    (best, *_) = reader.read(framed[80:620, 70:1030])

    assert best.text == "ABC1234"
