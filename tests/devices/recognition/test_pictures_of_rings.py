from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import DeviceError
from devices.cameras.ring import FrameRing
from devices.recognition.pictures_of_rings import RingPictures


def a_ring(path: Path, *, pictures: int) -> FrameRing:
    ring = FrameRing.create(path, max_width=64, max_height=48)
    for number in range(pictures):
        image = np.full((48, 64, 3), number, dtype=np.uint8)
        ring.write(image, captured_ns=number, preview=np.zeros((8, 8, 4), dtype=np.uint8))
    return ring


def test_the_newest_picture_of_a_camera_is_taken(tmp_path: Path) -> None:
    ring = a_ring(tmp_path / "a", pictures=5)
    pictures = RingPictures({"entry": tmp_path / "a"})

    assert pictures.has_newer("entry", 4)
    assert not pictures.has_newer("entry", 5)
    assert pictures.newest("entry").sequence == 5
    ring.close()


def test_a_camera_that_has_not_started_has_no_picture(tmp_path: Path) -> None:
    pictures = RingPictures({"entry": tmp_path / "none"})

    assert not pictures.has_newer("entry", 0)
    with pytest.raises(DeviceError, match=r"camera\.no_picture"):
        pictures.newest("entry")


def test_a_camera_started_anew_is_joined_again_and_all_its_pictures_are_new(tmp_path: Path) -> None:
    first = a_ring(tmp_path / "a", pictures=9)
    pictures = RingPictures({"entry": tmp_path / "a"})
    assert pictures.newest("entry").sequence == 9
    first.retire(tmp_path / "a")
    assert not pictures.has_newer("entry", 0)

    second = a_ring(tmp_path / "a", pictures=2)

    assert pictures.has_newer("entry", 9)
    assert pictures.newest("entry").sequence == 2
    first.close()
    second.close()
