from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.plate_formats import keep_formats, usual_formats, with_formats, with_usual_plates
from core.config import Config, load_config, write_config
from core.config.plate_formats import load_formats
from core.domain.errors import ConfigError, NotAllowed
from core.domain.people import Actor, Role

ANN, BEN = Actor("1", "Ann", Role.ADMINISTRATOR), Actor("2", "Ben", Role.ATTENDANT)


@pytest.mark.parametrize(
    ("country", "formats"),
    [
        ("TW", ("tw",)),
        ("BR", ("br",)),
        ("US", ("us",)),
        ("DE", ("de", "eu:0.2")),
        ("", ()),
        ("AQ", ()),
        ("EU", ()),
    ],
)
def test_a_lot_begins_with_the_plates_of_its_country(country: str, formats: tuple[str, ...]) -> None:
    assert usual_formats(country) == formats
    assert load_formats(formats, named_in=Path("lotkeeper.toml")).patterns


def test_plates_that_somebody_chose_before_are_kept() -> None:
    chosen = with_formats(Config(), ("cn:0.5",), actor=ANN)

    assert with_usual_plates(chosen, "TW") == chosen
    assert with_usual_plates(Config(), "TW").plates.formats == ("tw",)


def test_only_who_may_set_up_the_lot_chooses_its_plates() -> None:
    with pytest.raises(NotAllowed):
        with_formats(Config(), ("tw",), actor=BEN)


def test_formats_that_cannot_be_used_are_not_written(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    write_config(file, Config())

    with pytest.raises(ConfigError, match="twn"):
        keep_formats(file, replace(Config(), plates=replace(Config().plates, formats=("twn",))))

    assert load_config(file).plates.formats == ()


def test_formats_are_written_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    write_config(file, Config())

    keep_formats(file, with_formats(Config(), ("tw", "cn:0.1"), actor=ANN))

    assert load_config(file).plates.formats == ("tw", "cn:0.1")
