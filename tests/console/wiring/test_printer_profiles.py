"""Profiles of printers: those that ship, and a site's own with its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.wiring.printer_profiles import load_profile, profile_names
from core.domain.errors import ConfigError
from core.domain.printers import Answers, DrawerPulse

CONFIG = "lotkeeper.toml"


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_that_ships_can_be_used(name: str, tmp_path: Path) -> None:
    profile = load_profile(name, tmp_path / CONFIG)
    assert profile.title
    assert profile.raster_rows % 8 == 0


def test_an_epson_confirms_and_pulses_at_once(tmp_path: Path) -> None:
    profile = load_profile("epson-tm", tmp_path / CONFIG)
    assert (profile.confirms, profile.drawer_pulse) == (Answers.ALWAYS, DrawerPulse.DLE_DC4)


def test_a_site_may_write_its_own(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('title = "Ours"\ncutter = false\nraster_rows = 64\n')
    profile = load_profile("ours.toml", tmp_path / CONFIG)
    assert (profile.title, profile.cutter, profile.raster_rows) == ("Ours", False, 64)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "Invalid value"),
        ('cutter = "no"', "title is missing"),
        ('title = "x"\ncutter = "no"', "cutter must be true or false"),
        ('title = "x"\nstatus = "sometimes"', "status must be always, perhaps or never"),
        ('title = "x"\nraster_rows = 3', "raster_rows must be a whole number from 8 to 2000"),
        ('title = "x"\nraster_rows = true', "raster_rows must be"),
        ('title = "x"\nwidth = 3', "width is not a field"),
        ('title = ""', "title must be a text"),
    ],
)
def test_a_mistake_is_named(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_profile("ours.toml", tmp_path / CONFIG)
    assert says in str(raised.value)
    assert "ours.toml" in str(raised.value)


def test_a_name_that_is_none_and_a_file_that_is_missing_or_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is none of"):
        load_profile("kitchen", tmp_path / CONFIG)
    with pytest.raises(ConfigError, match=r"gone\.toml"):
        load_profile("gone.toml", tmp_path / CONFIG)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_profile("bytes.toml", tmp_path / CONFIG)
