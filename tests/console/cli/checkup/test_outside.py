"""What the console needs from beyond the lot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.cli.checkup import outside
from console.cli.checkup.finding import Finding, State, ok
from console.cli.checkup.outside import check_outside
from core.config import Config, SharedConfig


@pytest.fixture(autouse=True)
def no_time_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "check_clock_by_server", lambda: ok("clock by time server", "agrees"))


def found(shared: SharedConfig, folder: Path, *, offline: bool = False) -> dict[str, Finding]:
    config = replace(Config(), shared=shared)
    return {one.subject: one for one in check_outside(config, folder, offline=offline)}


def test_a_second_place_that_takes_files_is_well_and_left_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    finding = found(SharedConfig(backups=str(place)), tmp_path)["second place of backups"]

    assert finding.state is State.OK
    assert str(place) in finding.said
    assert list(place.iterdir()) == []


def test_a_second_place_whose_disk_is_not_there_is_trouble(tmp_path: Path) -> None:
    finding = found(SharedConfig(photos=str(tmp_path / "gone")), tmp_path)["second place of photos"]

    assert finding.state is State.TROUBLE
    assert "is its disk plugged in" in finding.said
    assert "Settings, Backup" in finding.next_step


def test_a_lot_without_a_second_place_is_told_what_that_means(tmp_path: Path) -> None:
    finding = found(SharedConfig(), tmp_path)["second place of backups"]
    assert finding.state is State.SKIPPED
    assert "takes everything with it" in finding.said


def test_a_password_in_an_address_is_never_printed(tmp_path: Path) -> None:
    shared = SharedConfig(backups="smb://ada:geheim@server/share", photos="nowhere://ada:geheim@server/x")
    for finding in found(shared, tmp_path).values():
        assert "geheim" not in finding.said + finding.next_step


def test_offline_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_more: object) -> Finding:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr(outside, "check_clock_by_server", never)
    monkeypatch.setattr(outside, "second_places", never)
    assert {one.state for one in found(SharedConfig(), tmp_path, offline=True).values()} == {State.SKIPPED}
