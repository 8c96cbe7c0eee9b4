from __future__ import annotations

import io

import pytest
from PIL import Image

from devices.recognition.pushed.picture import still_of
from tests.devices.recognition.pushed.sending import jpeg


def test_a_cameras_picture_is_kept_as_it_came_with_a_thumbnail() -> None:
    still = still_of(jpeg(1920, 1080), sequence=7, captured_ns=9)

    assert still is not None
    assert (still.sequence, still.captured_ns, still.width, still.height) == (7, 9, 1920, 1080)
    assert still.jpeg == jpeg(1920, 1080)
    with Image.open(io.BytesIO(still.thumbnail)) as thumbnail:
        assert thumbnail.size == (320, 180)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8" + b"\x00" * 500,
        b"GIF89a" + b"\x00" * 50,
        jpeg(1920, 1080)[:3000],
        jpeg(64, 64)[:200],
    ],
)
def test_a_picture_that_is_none_or_is_cut_short_is_left_out(content: bytes) -> None:
    assert still_of(content, sequence=1, captured_ns=1) is None


def test_a_picture_of_endless_size_is_left_out_unseen() -> None:
    huge = bytearray(jpeg(64, 64))
    at = huge.index(b"\xff\xc0") + 5
    huge[at : at + 4] = b"\xff\xdc\xff\xdc"

    assert still_of(bytes(huge), sequence=1, captured_ns=1) is None
