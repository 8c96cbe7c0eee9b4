"""The ring of frames, with writers and readers in processes of their own."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.domain.errors import DeviceError
from devices.cameras.ring import FrameRing

# Writes pictures of one grey each, as fast as it can, until it is told to end.
_WRITER = """
import sys, threading
from pathlib import Path
import numpy as np
from devices.cameras.ring import FrameRing

ring = FrameRing.open(Path(sys.argv[1]))
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
images = [np.full((1080, 1920, 3), grey, np.uint8) for grey in range(4)]
previews = [np.full((270, 480, 4), grey, np.uint8) for grey in range(4)]
while not ended.is_set():
    grey = (ring.latest_sequence() + 1) % 4
    ring.write(images[grey], captured_ns=grey, preview=previews[grey])
"""


def _grey(value: int, width: int = 64, height: int = 36) -> tuple[np.ndarray, np.ndarray]:
    return np.full((height, width, 3), value, np.uint8), np.full((27, 48, 4), value, np.uint8)


def test_an_empty_ring_has_no_picture(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring")

    assert ring.latest_sequence() == 0
    assert ring.latest() is None
    assert ring.latest_preview() is None
    ring.close()


def test_the_newest_picture_wins_and_is_read_by_who_opens_the_ring(tmp_path: Path) -> None:
    writer = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    reader = FrameRing.open(tmp_path / "ring")
    for value in range(1, 8):
        image, preview = _grey(value)
        assert writer.write(image, captured_ns=value * 10, preview=preview) == value

    frame, preview_seen = reader.latest(), reader.latest_preview()
    assert frame is not None
    assert preview_seen is not None
    assert (frame.sequence, frame.captured_ns) == (7, 70)
    assert frame.image.shape == (36, 64, 3)
    assert (frame.image == 7).all()
    assert (preview_seen.sequence, preview_seen.width, preview_seen.height) == (7, 48, 27)
    assert preview_seen.bgra == bytes([7]) * (48 * 27 * 4)
    writer.close()
    reader.close()


def test_pictures_of_different_sizes_follow_each_other(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    for width, height in ((64, 36), (10, 7), (33, 36)):
        image, preview = _grey(width, width, height)
        ring.write(image, captured_ns=1, preview=preview)
        frame = ring.latest()
        assert frame is not None
        assert np.array_equal(frame.image, image)
    ring.close()


def test_a_picture_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1, 65, 36)

    with pytest.raises(ValueError, match="does not fit"):
        ring.write(image, captured_ns=1, preview=preview)
    assert ring.latest() is None
    ring.close()


def test_a_picture_decoded_into_the_ring_is_published_without_a_copy(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    for value in range(1, 6):
        room = ring.room(36, 64)
        room[...] = value
        assert ring.write(room, captured_ns=value) == value
        frame = ring.latest()
        assert frame is not None
        assert (frame.image == value).all()
    ring.close()


def test_what_is_only_half_decoded_is_never_handed_out(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    for value in range(1, 5):
        ring.write(_grey(value)[0], captured_ns=value)
        ring.room(36, 64)[:18] = 99
        frame = ring.latest()
        assert frame is not None
        assert (frame.image == value).all()
    ring.close()


def test_a_picture_of_another_size_than_the_room_is_taken_all_the_same(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    ring.room(36, 64)
    image, _ = _grey(7, 32, 18)
    ring.write(image, captured_ns=1)
    frame = ring.latest()
    assert frame is not None
    assert np.array_equal(frame.image, image)
    ring.close()


def test_a_picture_without_a_preview_leaves_the_last_one_standing(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1)
    ring.write(image, captured_ns=1, preview=preview)
    for value in range(2, 9):
        ring.write(_grey(value)[0], captured_ns=value)
    seen = ring.latest_preview()
    assert seen is not None
    assert (seen.sequence, seen.captured_ns, ring.preview_count()) == (1, 1, 1)
    ring.close()


def test_a_new_writer_goes_on_counting_where_the_dead_one_stopped(tmp_path: Path) -> None:
    first = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1)
    for _ in range(5):
        first.write(image, captured_ns=1, preview=preview)
    first.close()

    second = FrameRing.open(tmp_path / "ring")
    assert second.write(image, captured_ns=2, preview=preview) == 6
    second.close()


def test_what_is_taken_out_stays_while_the_ring_goes_on(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1)
    ring.write(image, captured_ns=1, preview=preview)
    kept = ring.latest()
    for value in range(2, 12):
        image, preview = _grey(value)
        ring.write(image, captured_ns=value, preview=preview)

    assert kept is not None
    assert (kept.image == 1).all()
    ring.close()


def test_a_reader_never_gets_half_of_two_pictures(tmp_path: Path) -> None:
    path = tmp_path / "ring"
    # Two slots: every write lands beside what is being read, so the guard has real work.
    ring = FrameRing.create(path, slots=2)
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdin=subprocess.PIPE)
    assert writer.stdin is not None
    seen: list[int] = []
    try:
        while len(set(seen)) < 300:
            frame, preview = ring.latest(), ring.latest_preview()
            if frame is None or preview is None:
                continue
            grey = frame.sequence % 4
            assert frame.captured_ns == grey
            assert (frame.image == grey).all()
            assert preview.bgra == bytes([preview.sequence % 4]) * len(preview.bgra)
            seen.append(frame.sequence)
    finally:
        writer.stdin.close()
        writer.wait(timeout=20)
    assert seen == sorted(seen)
    ring.close()


def test_a_slot_that_is_being_overwritten_is_never_handed_out(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1)
    ring.write(image, captured_ns=1, preview=preview)
    words = ring._parts().words
    words[ring._layout.pictures.slot_start(1) // 8] = 4

    with pytest.raises(DeviceError) as caught:
        ring.latest()
    assert caught.value.cause == "camera.ring_damaged"
    ring.close()


@pytest.mark.parametrize("damage", ["foreign", "empty", "short", "header"])
def test_a_damaged_ring_is_named(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "ring"
    FrameRing.create(path).close()
    whole = path.read_bytes()
    path.write_bytes(
        {
            "foreign": b"GIF89a" * 4000,
            "empty": b"",
            "short": whole[: len(whole) // 2],
            "header": whole[:9] + b"\xff" + whole[10:],
        }[damage]
    )

    with pytest.raises(DeviceError) as caught:
        FrameRing.open(path)
    assert caught.value.cause == "camera.ring_damaged"


def test_nonsense_inside_a_slot_is_named_and_not_believed(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring", max_width=64, max_height=36)
    image, preview = _grey(1)
    ring.write(image, captured_ns=1, preview=preview)
    words = ring._parts().words
    words[ring._layout.pictures.slot_start(1) // 8 + 4] = 2**40

    with pytest.raises(DeviceError) as caught:
        ring.latest()
    assert caught.value.cause == "camera.ring_damaged"
    ring.close()


def test_a_ring_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeviceError) as caught:
        FrameRing.open(tmp_path / "none")
    assert caught.value.cause == "camera.ring_missing"


def test_a_closed_ring_says_so(tmp_path: Path) -> None:
    ring = FrameRing.create(tmp_path / "ring")
    ring.close()
    ring.close()

    with pytest.raises(DeviceError) as caught:
        ring.latest_sequence()
    assert caught.value.cause == "camera.ring_closed"


def test_a_retired_ring_tells_its_readers_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "ring"
    ring = FrameRing.create(path)
    reader = FrameRing.open(path)
    ring.retire(path)
    ring.close()

    with pytest.raises(DeviceError) as caught:
        reader.latest()
    assert caught.value.cause == "camera.ring_closed"
    assert not path.exists()
    reader.close()
