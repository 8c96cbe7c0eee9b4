from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from devices.recognition.models import MODELS, TEXT_RECOGNISER, ModelFile, open_model, path_of


def test_the_recogniser_of_the_wheel_opens_and_knows_its_characters() -> None:
    network = open_model(TEXT_RECOGNISER, threads=1)

    characters = network.metadata["character"].splitlines()

    assert {"A", "Z", "0", "9"} <= set(characters)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_a_model_with_one_flipped_byte_is_refused(tmp_path: Path, model: ModelFile) -> None:
    content = bytearray(path_of(model).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / model.name).write_bytes(content)

    with pytest.raises(DeviceError) as refused:
        open_model(model, threads=1, folder=tmp_path)

    assert refused.value.cause == "recogniser.model_damaged"
    assert model.name in refused.value.detail


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_every_model_is_there_as_it_was_measured(model: ModelFile) -> None:
    open_model(model, threads=1)


def test_all_models_together_stay_small() -> None:
    assert sum(path_of(model).stat().st_size for model in MODELS) <= 40 * 1024 * 1024


def test_a_model_cut_short_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    shutil.copy(path_of(TEXT_RECOGNISER), tmp_path)
    with (tmp_path / TEXT_RECOGNISER.name).open("r+b") as file:
        file.truncate(1000)

    with pytest.raises(DeviceError, match="model_damaged"):
        open_model(TEXT_RECOGNISER, threads=1, folder=tmp_path)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as refused:
        open_model(TEXT_RECOGNISER, threads=1, folder=tmp_path)

    assert refused.value.cause == "recogniser.model_missing"


def test_reading_plates_loads_neither_the_ocr_package_nor_qt() -> None:
    code = (
        "import sys, devices.recognition.worker\n"
        "print([name for name in ('rapidocr', 'PySide6', 'shapely') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.strip() == "[]"
