"""The pictures of the last seconds: kept five a second, found by their time, never half of two."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.past import KEEP_EVERY_NS, PastPictures
from devices.cameras.ring import FrameRing

# Writes pictures of one grey each, every one of them to be kept, until it is told to end.
_WRITER = """
import sys, threading
from pathlib import Path
import numpy as np
from devices.cameras.past import KEEP_EVERY_NS
from devices.cameras.ring import FrameRing

past = FrameRing.open(Path(sys.argv[1])).past()
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
images = [np.full((720, 1280, 3), 60 * grey, np.uint8) for grey in range(4)]
number = 0
while not ended.is_set():
    number += 1
    past.offer(images[number % 4], sequence=number, captured_ns=number * KEEP_EVERY_NS)
"""


def _grey(value: int, width: int = 64, height: int = 36) -> NDArray[np.uint8]:
    return np.full((height, width, 3), value, np.uint8)


@pytest.fixture
def past(tmp_path: Path) -> PastPictures:
    return FrameRing.create(tmp_path / "ring", max_width=64, max_height=36).past()


def test_an_empty_past_has_no_picture(past: PastPictures) -> None:
    assert past.nearest(1) is None


def test_the_picture_nearest_to_the_moment_is_found(past: PastPictures) -> None:
    for number in range(1, 6):
        assert past.offer(_grey(40 * number), sequence=number, captured_ns=number * KEEP_EVERY_NS)
    found = past.nearest(3 * KEEP_EVERY_NS + KEEP_EVERY_NS // 3)
    assert found is not None
    assert (found.sequence, found.captured_ns) == (3, 3 * KEEP_EVERY_NS)
    assert np.abs(found.image.astype(int) - 120).max() <= 2


def test_not_every_picture_is_kept(past: PastPictures) -> None:
    step_ns = KEEP_EVERY_NS // 5
    kept = [past.offer(_grey(1), sequence=n, captured_ns=n * step_ns) for n in range(5, 30)]
    assert kept.count(True) == 5


def test_what_is_older_than_the_last_seconds_is_gone(past: PastPictures) -> None:
    for number in range(1, 17):
        past.offer(_grey(number), sequence=number, captured_ns=number * KEEP_EVERY_NS)
    found = past.nearest(0)
    assert found is not None
    assert found.sequence == 4


@pytest.mark.parametrize(("width", "height"), [(63, 35), (64, 35), (3, 36), (2, 2)])
def test_pictures_of_odd_sizes_lose_their_last_row_or_column_alone(
    past: PastPictures, width: int, height: int
) -> None:
    past.offer(_grey(200, width, height), sequence=1, captured_ns=KEEP_EVERY_NS)
    found = past.nearest(0)
    assert found is not None
    assert found.image.shape == (height // 2 * 2, width // 2 * 2, 3)


def test_a_picture_of_a_single_row_is_not_kept_and_breaks_nothing(past: PastPictures) -> None:
    assert not past.offer(_grey(1, 64, 1), sequence=1, captured_ns=KEEP_EVERY_NS)
    assert past.nearest(0) is None


def test_a_picture_larger_than_the_file_is_refused(past: PastPictures) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        past.offer(_grey(1, 200, 200), sequence=1, captured_ns=KEEP_EVERY_NS)


def test_who_opens_it_writes_on_where_the_dead_one_stopped(tmp_path: Path, past: PastPictures) -> None:
    past.offer(_grey(10), sequence=1, captured_ns=KEEP_EVERY_NS)
    second = FrameRing.open(tmp_path / "ring").past()
    second.offer(_grey(20), sequence=2, captured_ns=2 * KEEP_EVERY_NS)
    before, after = past.nearest(0), past.nearest(9 * KEEP_EVERY_NS)
    assert before is not None
    assert after is not None
    assert (before.sequence, after.sequence) == (1, 2)


def test_a_reader_never_gets_half_of_two_pictures(tmp_path: Path) -> None:
    path = tmp_path / "ring"
    past = FrameRing.create(path).past()
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdin=subprocess.PIPE)
    assert writer.stdin is not None
    seen: set[int] = set()
    try:
        while len(seen) < 60:
            # The oldest one: it is just about to be overwritten.
            found = past.nearest(0)
            if found is None:
                continue
            assert found.captured_ns == found.sequence * KEEP_EVERY_NS
            assert np.abs(found.image.astype(int) - 60 * (found.sequence % 4)).max() <= 2
            seen.add(found.sequence)
    finally:
        writer.stdin.close()
        writer.wait(timeout=20)


def test_nonsense_inside_is_named_and_not_believed(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    ring.past().offer(_grey(1), sequence=1, captured_ns=KEEP_EVERY_NS)
    words = ring._parts().words
    words[ring._layout.past.slot_start(1) // 8 + 4] = 2**40
    with pytest.raises(DeviceError) as caught:
        ring.past().nearest(0)
    assert caught.value.cause == "camera.ring_damaged"
