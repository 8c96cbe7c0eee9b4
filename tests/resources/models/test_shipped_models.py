"""The models as they ship: which bytes, how many of them, and that each has its card."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from devices.recognition.models import MODELS, ModelFile, path_of
from tests.architecture.source_tree import ROOT

FOLDER = Path(str(files("resources").joinpath("models")))
CARDS = ROOT / "docs" / "models"
MOST_BYTES = 40_000_000

by_name = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)


@by_name
def test_a_model_has_the_bytes_that_were_measured(model: ModelFile) -> None:
    assert hashlib.sha256(path_of(model).read_bytes()).hexdigest() == model.sha256


@by_name
def test_a_model_has_a_card_that_names_its_file_bytes_and_licence(model: ModelFile) -> None:
    size = f"{path_of(model).stat().st_size:,}".replace(",", " ")

    cards = [text for card in CARDS.glob("*.md") if model.sha256 in (text := card.read_text("utf-8"))]

    assert len(cards) == 1
    assert model.name in cards[0]
    assert f"{size} bytes" in cards[0]
    assert "| licence |" in cards[0]


def test_no_other_model_ships_with_the_program() -> None:
    shipped = {path.name for path in FOLDER.rglob("*") if path.suffix in {".onnx", ".pt", ".npy"}}

    assert shipped == {model.name for model in MODELS if model.ours}


def test_all_models_together_stay_below_40_megabytes() -> None:
    assert sum(path_of(model).stat().st_size for model in MODELS) <= MOST_BYTES


def test_the_numbers_that_made_the_models_stand_in_the_file_itself() -> None:
    for model in MODELS:
        if model.ours:
            assert b"; seed " in path_of(model).read_bytes()
