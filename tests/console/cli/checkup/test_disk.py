"""How long the disk still lasts."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from console.cli.checkup.disk import check_disk, photo_growth
from console.cli.checkup.finding import State

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GIB = 1024**3


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    return tmp_path / "photos"


def has_free(monkeypatch: pytest.MonkeyPatch, gib: float) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 0, int(gib * GIB)))


def keep_photos(photos: Path, *, days: int, a_day_in_each: int, size_bytes: int) -> None:
    """In each of the 256 folders so many photos a day, for so many days until now."""
    for number in range(256):
        folder = photos / f"{number:02x}"
        folder.mkdir(parents=True)
        for day in range(days):
            for one in range(a_day_in_each):
                file = folder / f"{number:02x}-{day}-{one}.jpg"
                file.write_bytes(b"")
                os.truncate(file, size_bytes)
                at = (NOW - timedelta(days=day, hours=1)).timestamp()
                os.utime(file, (at, at))


def test_a_new_lot_is_reckoned_with_the_photos_of_six_hundred_cars_a_day(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_free(monkeypatch, 100)
    finding = check_disk(tmp_path, photos, NOW)

    assert finding.state is State.OK
    assert "100.0 GiB free" in finding.said
    assert "would take 240 MB a day: enough for 443 days" in finding.said


def test_photos_are_measured_by_what_the_last_days_took(photos: Path) -> None:
    keep_photos(photos, days=10, a_day_in_each=2, size_bytes=500_000)

    growth = photo_growth(photos, NOW)
    assert growth.is_measured
    assert growth.bytes_a_day == pytest.approx(256 * 2 * 500_000 * 10 / 9.04, rel=0.02)


def test_old_photos_do_not_make_the_last_days_busier(photos: Path) -> None:
    keep_photos(photos, days=40, a_day_in_each=1, size_bytes=100_000)

    assert photo_growth(photos, NOW).bytes_a_day == pytest.approx(256 * 100_000, rel=0.08)


def test_a_disk_that_lasts_less_than_a_month_is_told_in_time(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_free(monkeypatch, 7)
    finding = check_disk(tmp_path, photos, NOW)

    assert finding.state is State.TROUBLE
    assert "enough for 27 days" in finding.said
    assert "make room" in finding.next_step


def test_a_disk_that_is_nearly_full_is_told_at_once(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_free(monkeypatch, 0.3)
    finding = check_disk(tmp_path, photos, NOW)

    assert finding.said.startswith("0.3 GiB free")
    assert finding.said.endswith("enough for 0 days")
    assert "make room now" in finding.next_step


def test_a_disk_that_does_not_answer_is_told(
    tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> Usage:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    finding = check_disk(tmp_path, photos, NOW)
    assert finding.state is State.TROUBLE
    assert "Input/output error" in finding.said
