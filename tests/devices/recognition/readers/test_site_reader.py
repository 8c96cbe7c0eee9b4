from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.domain.reads import Box
from devices.recognition.readers.plate_finder import Found
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.readers.registry import files_of, open_reader
from tests.devices.recognition.any_plates import ANY_PLATES
from tests.devices.recognition.readers.onnx_file import band_reader

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
HEIGHT, WIDTH, STEPS = 32, 128, 16
BAND = WIDTH // STEPS
PLATE_AT = (200, 300)


def level(index: int, classes: int) -> float:
    return index / (classes - 1)


def painted(characters: list[str], classes: list[str]) -> NDArray[np.uint8]:
    """A frame with a plate of grey bands in it, one for each step."""
    frame = np.full((540, 960, 3), 90, dtype=np.uint8)
    top, left = PLATE_AT
    for step, character in enumerate(characters):
        grey = round(level(classes.index(character), len(classes)) * 255)
        frame[top : top + HEIGHT, left + step * BAND : left + (step + 1) * BAND] = grey
    return frame


class TruePlace:
    """The detector's part is tested elsewhere: here it is known where the plate is."""

    def __init__(self, *found: Found) -> None:
        self._found = list(found)

    def find(self, image: NDArray[np.uint8]) -> list[Found]:
        return self._found


def true_place() -> TruePlace:
    top, left = PLATE_AT
    corners = [[left, top], [left + WIDTH, top], [left + WIDTH, top + HEIGHT], [left, top + HEIGHT]]
    return TruePlace(Found(np.array(corners, dtype=np.float32), 0.0))


def ctc_model(
    folder: Path,
    *,
    blank: int = 0,
    alphabet: str = LETTERS,
    more: str = "",
    width: int = WIDTH,
    logits: bool = False,
    free: bool = False,
) -> Path:
    path = folder / "site.onnx"
    classes = len(LETTERS) + 1
    levels = [level(index, classes) for index in range(classes)]
    path.write_bytes(
        band_reader(
            levels, height=HEIGHT, width=WIDTH, steps=STEPS, sharpness=40_000.0, logits=logits, free=free
        )
    )
    path.with_name("site.onnx.toml").write_text(
        f'alphabet = "{alphabet}"\nblank = {blank}\nheight = {HEIGHT}\nwidth = {width}\nmargin = 0\n{more}'
    )
    return path


def steps_of(plate: str) -> list[str]:
    """One glyph a step and a blank behind each, as CTC wants them."""
    shown = [part for character in plate for part in (character, "")]
    return (shown + [""] * STEPS)[:STEPS]


def opened(path: Path) -> PlateReader:
    return open_reader(f"onnx:{path}", shapes=ANY_PLATES, finder=true_place())


def test_a_sites_own_ctc_model_reads_the_plate_that_was_found(tmp_path: Path) -> None:
    reader = opened(ctc_model(tmp_path))

    reads = reader.read(painted(steps_of("ABC1234"), ["", *LETTERS]))

    assert reads[0].text == "ABC1234"
    assert reads[0].confidence > 0.5
    assert reads[0].box == Box(PLATE_AT[1], PLATE_AT[0], WIDTH, HEIGHT)
    assert reads[0].lattice is not None
    assert reads[0].lattice.steps[0][0][0] == "A"


def test_the_blank_may_be_the_last_class(tmp_path: Path) -> None:
    reader = opened(ctc_model(tmp_path, blank=-1))

    reads = reader.read(painted(steps_of("XYZ9876"), [*LETTERS, ""]))

    assert reads[0].text == "XYZ9876"


@pytest.mark.parametrize("output", ["auto", "logits"])
def test_a_model_may_answer_in_logits(tmp_path: Path, output: str) -> None:
    path = ctc_model(tmp_path, more=f'output = "{output}"\n', logits=True)

    assert opened(path).read(painted(steps_of("ABC1234"), ["", *LETTERS]))[0].text == "ABC1234"


def test_a_model_of_free_width_sees_the_plate_in_its_own_proportions(tmp_path: Path) -> None:
    path = ctc_model(tmp_path, width=0, free=True)
    frame = painted(steps_of("ABC1234"), ["", *LETTERS])

    assert opened(path).read(frame)[0].text == "ABC1234"


def test_a_plate_narrower_than_the_model_may_keep_its_proportions(tmp_path: Path) -> None:
    path = ctc_model(tmp_path, more='fit = "keep"\n')
    frame = painted(steps_of("AB123"), ["", *LETTERS])
    top, left = PLATE_AT
    # Only the ten bands that hold the plate are found; the rest is filled up.
    right = left + 10 * BAND
    corners = [[left, top], [right, top], [right, top + HEIGHT], [left, top + HEIGHT]]
    finder = TruePlace(Found(np.array(corners, dtype=np.float32), 0.0))

    reads = open_reader(f"onnx:{path}", shapes=ANY_PLATES, finder=finder).read(frame)

    assert reads[0].lattice is not None
    assert [step[0][0] for step in reads[0].lattice.steps[:10:2]] == list("AB123")
    assert reads[0].box.width == 10 * BAND


@pytest.mark.parametrize("flat", [False, True])
def test_a_model_with_a_slot_for_each_character_reads_doubled_ones_too(tmp_path: Path, flat: bool) -> None:
    alphabet = f"{LETTERS}_"
    levels = [level(index, len(alphabet)) for index in range(len(alphabet))]
    path = tmp_path / "slots.onnx"
    path.write_bytes(
        band_reader(
            levels,
            height=HEIGHT,
            width=WIDTH,
            steps=STEPS // 2,
            sharpness=40_000.0,
            channels_last=True,
            flat=flat,
        )
    )
    path.with_name("slots.onnx.toml").write_text(
        f'kind = "slots"\nalphabet = "{alphabet}"\nlayout = "NHWC"\nheight = 32\nwidth = 128\nmargin = 0\n'
    )
    shown = [character for character in "AAB1133_" for _ in range(2)]

    reads = opened(path).read(painted(shown, list(alphabet)))

    assert reads[0].text == "AAB1133"


def test_a_plate_is_found_by_our_detector_where_none_is_injected(tmp_path: Path) -> None:
    reader = open_reader(f"onnx:{ctc_model(tmp_path)}", shapes=ANY_PLATES)

    assert reader.read(np.zeros((540, 960, 3), dtype=np.uint8)) == []


def refused(path: Path) -> DeviceError:
    with pytest.raises(DeviceError) as caught:
        opened(path)
    return caught.value


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.onnx")

    assert error.cause == "reader.model_missing"
    assert "none.onnx" in error.detail


def test_a_model_without_its_description_is_refused(tmp_path: Path) -> None:
    path = ctc_model(tmp_path)
    path.with_name("site.onnx.toml").unlink()

    assert refused(path).cause == "reader.description_missing"


@pytest.mark.parametrize("kept", [0, 3, 200])
def test_a_truncated_model_is_refused(tmp_path: Path, kept: int) -> None:
    path = ctc_model(tmp_path)
    path.write_bytes(path.read_bytes()[:kept])

    assert refused(path).cause == "reader.model_damaged"


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = ctc_model(tmp_path)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"no model at all" * 50)

    assert refused(path).cause == "reader.model_damaged"


def test_an_alphabet_of_another_length_is_refused_with_both_numbers(tmp_path: Path) -> None:
    error = refused(ctc_model(tmp_path, alphabet=LETTERS[:-1]))

    assert error.cause == "reader.alphabet_unfit"
    assert str(len(LETTERS) + 1) in error.detail
    assert str(len(LETTERS)) in error.detail


@pytest.mark.parametrize("more", ['layout = "NHWC"', 'colour = "rgb"'])
def test_a_description_of_another_shape_is_refused(tmp_path: Path, more: str) -> None:
    assert refused(ctc_model(tmp_path, more=more)).cause == "reader.model_unfit"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "alphabet = 7",
        'alphabet = "AAB"',
        'alphabet = "AB"\nheight = "tall"',
        'alphabet = "AB"\nheight = 100000',
        'alphabet = "AB"\nblank = 9',
        'alphabet = "AB"\nkind = "magic"',
        'alphabet = "AB"\nkind = "slots"\nwidth = 128',
        'alphabet = "AB_"\nkind = "slots"',
        'alphabet = "AB"\nmean = [1, 2]',
        'alphabet = "AB"\nmean = [nan]',
        'alphabet = "AB"\nmean = "grey"',
        'alphabet = "AB"\nheigth = 32',
        'alphabet = "AB',
        "\x00",
        "alphabet = " + "[" * 5000,
    ],
)
def test_a_wrong_description_is_refused_with_words(tmp_path: Path, text: str) -> None:
    path = ctc_model(tmp_path)
    path.with_name("site.onnx.toml").write_text(text)

    error = refused(path)

    assert error.cause == "reader.description_wrong"
    assert error.detail.startswith("site.onnx.toml: ")


def test_a_description_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = ctc_model(tmp_path)
    path.with_name("site.onnx.toml").write_bytes(b"\xff\xfe\x00alphabet")

    assert refused(path).cause == "reader.description_wrong"


def test_a_text_that_names_no_reader_is_refused() -> None:
    with pytest.raises(DeviceError) as caught:
        open_reader("magic", shapes=ANY_PLATES)

    assert caught.value.cause == "reader.unknown"


def test_the_files_that_a_reader_rests_on_are_known(tmp_path: Path) -> None:
    assert files_of("onnx:/models/site.onnx") == (
        Path("/models/site.onnx"),
        Path("/models/site.onnx.toml"),
    )
    assert files_of("own", model_folder=tmp_path) == (tmp_path,)
