"""Parts are taken out of a stream however it is cut, and hostile ones end it instead of the memory."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import DeviceError
from devices.cameras.multipart import MOST_PART_BYTES, PartReader
from tests.far_sides.mjpeg import parts_of

BODIES = [b"\xff\xd8one\xff\xd9", b"\xff\xd8two --sho \r\n\r\n\xff\xd9", b"\xff\xd8\xff\xd9"]


def _reader(chunks: Iterable[bytes]) -> PartReader:
    left = iter(chunks)
    return PartReader(b"shot", lambda: next(left, b""))


def _soon() -> float:
    return time.monotonic() + 20


@given(cut=st.integers(1, 40))
def test_parts_arrive_whole_however_the_network_cuts_them(cut: int) -> None:
    whole = b"".join(parts_of(BODIES))
    reader = _reader(whole[at : at + cut] for at in range(0, len(whole), cut))
    assert [reader.next_part(_soon()) for _ in BODIES] == BODIES


@pytest.mark.parametrize("newline", [b"\r\n", b"\n"])
def test_parts_without_a_length_end_at_the_next_boundary(newline: bytes) -> None:
    reader = _reader([b"".join(parts_of([*BODIES, b"last"], with_length=False, newline=newline))])
    assert [reader.next_part(_soon()).rstrip(b"\r\n") for _ in BODIES] == BODIES


def test_what_stands_before_the_first_boundary_is_passed_over() -> None:
    reader = _reader([b"preamble\r\n", *parts_of(BODIES)])
    assert reader.next_part(_soon()) == BODIES[0]


def test_the_end_of_the_stream_is_named() -> None:
    with pytest.raises(DeviceError) as caught:
        _reader([next(parts_of(BODIES))[:-20]]).next_part(_soon())
    assert caught.value.cause == "camera.stream_ended"


def _endless(piece: bytes) -> Iterator[bytes]:
    while True:
        yield piece


@pytest.mark.parametrize(
    "hostile",
    [
        [b"--shot\r\nContent-Length: %d\r\n\r\n" % (MOST_PART_BYTES + 1)],
        _endless(b"no boundary at all " * 4096),
        [b"--shot\r\n", *([b"X-Header: and no end\r\n" * 64] * 10)],
    ],
)
def test_a_part_larger_than_any_picture_is_refused(hostile: Iterable[bytes]) -> None:
    with pytest.raises(DeviceError) as caught:
        _reader(hostile).next_part(_soon())
    assert caught.value.cause == "camera.picture_unreadable"


@pytest.mark.parametrize("length", [b"-5", b"many", b"9" * 40, b""])
def test_a_length_that_is_none_is_not_believed(length: bytes) -> None:
    chunks = [b"--shot\r\nContent-Length: " + length + b"\r\n\r\nbody\r\n", *parts_of(BODIES)]
    assert _reader(chunks).next_part(_soon()).strip() == b"body"


def test_a_camera_that_sends_a_byte_now_and_then_is_given_up() -> None:
    def drip() -> Iterator[bytes]:
        yield b"--shot\r\n\r\n"
        while True:
            time.sleep(0.01)
            yield b"x"

    with pytest.raises(DeviceError) as caught:
        _reader(drip()).next_part(time.monotonic() + 0.3)
    assert caught.value.cause == "camera.no_answer"


@given(noise=st.binary(max_size=400))
def test_noise_is_an_error_with_a_name_or_a_part_and_never_a_fault(noise: bytes) -> None:
    try:
        told = type(_reader([noise]).next_part(_soon())).__name__
    except DeviceError as error:
        told = error.cause
    assert told in {"bytes", "camera.stream_ended", "camera.picture_unreadable"}
