from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.errors import LinkError
from core.sync.places import Place
from core.sync.second_place import SecondPlace

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def second(disk: Path) -> SecondPlace:
    return SecondPlace(Place(str(disk)))


def copy_of(tmp_path: Path, content: bytes = b"a database" * 1000) -> Path:
    file = tmp_path / "copy.db"
    file.write_bytes(content)
    return file


def test_a_copy_is_packed_listed_and_fetched_whole(second: SecondPlace, tmp_path: Path) -> None:
    kept = second.keep(copy_of(tmp_path), lot_id="lot", console_id="booth", made_at=NOW)
    assert kept.size_bytes < 1000
    assert second.copies("lot") == second.copies("lot", "booth") == second.copies() == [kept]
    second.fetch(kept.name, tmp_path / "back.db")
    assert (tmp_path / "back.db").read_bytes() == b"a database" * 1000
    assert {file.name for file in tmp_path.iterdir()} == {"copy.db", "back.db", "disk"}


def test_each_console_has_its_own_copies_and_gives_up_none_of_another(
    second: SecondPlace, tmp_path: Path
) -> None:
    copy = copy_of(tmp_path)
    second.keep(copy, lot_id="lot", console_id="kiosk", made_at=NOW - timedelta(days=900))
    for hours in range(60):
        second.keep(copy, lot_id="lot", console_id="booth", made_at=NOW + timedelta(hours=hours))
    assert len(second.copies("lot", "kiosk")) == 1
    assert 49 <= len(second.copies("lot", "booth")) < 60
    assert second.copies("lot")[0].console_id == "booth"
    assert second.copies("lot")[-1].console_id == "kiosk"


def test_a_copy_that_was_cut_off_is_refused(second: SecondPlace, disk: Path, tmp_path: Path) -> None:
    kept = second.keep(copy_of(tmp_path), lot_id="lot", console_id="booth", made_at=NOW)
    packed = disk / kept.name
    packed.write_bytes(packed.read_bytes()[:-20])
    with pytest.raises(LinkError, match=r"place\.damaged"):
        second.fetch(kept.name, tmp_path / "back.db")
    assert not (tmp_path / "back.db").exists()


def test_a_copy_with_other_content_is_refused(second: SecondPlace, disk: Path, tmp_path: Path) -> None:
    kept = second.keep(copy_of(tmp_path), lot_id="lot", console_id="booth", made_at=NOW)
    packed = bytearray((disk / kept.name).read_bytes())
    packed[len(packed) // 2] ^= 1
    (disk / kept.name).write_bytes(packed)
    with pytest.raises(LinkError, match=r"place\.damaged"):
        second.fetch(kept.name, tmp_path / "back.db")


def test_what_others_left_there_is_no_copy_and_stays(second: SecondPlace, disk: Path, tmp_path: Path) -> None:
    (disk / "holiday.jpg").write_bytes(b"a picture")
    (disk / "lot" / "booth").mkdir(parents=True)
    (disk / "lot" / "booth" / "notes.txt").write_bytes(b"a note")
    (disk / "lot" / "booth" / "lotkeeper-20261122T120000Z.db.gz.part").write_bytes(gzip.compress(b""))
    second.keep(copy_of(tmp_path), lot_id="lot", console_id="booth", made_at=NOW)
    assert len(second.copies()) == 1
    assert (disk / "holiday.jpg").exists()
    assert (disk / "lot" / "booth" / "notes.txt").exists()
