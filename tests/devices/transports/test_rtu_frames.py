from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymodbus.framer import FramerRTU

from devices.transports.rtu_frames import COIL_ANSWER_SIZE, bits_answer_size, find_answer

PULSE = bytes.fromhex("01 05 02 00 00 07 8D B0")


def find_pulse(heard: bytes) -> bytes | None:
    return find_answer(heard, device_id=1, function_code=5, size=COIL_ANSWER_SIZE)


def framed(body: bytes) -> bytes:
    return body + FramerRTU.compute_CRC(body).to_bytes(2, "big")


def test_the_makers_own_example_is_a_sound_answer() -> None:
    assert find_pulse(PULSE) == PULSE[1:-2]


@pytest.mark.parametrize("noise", [b"\x00", b"\x01", b"\x01\x05", b"\x01\x02\xff", bytes(40), PULSE[:-1]])
def test_it_is_found_behind_noise_and_before_noise(noise: bytes) -> None:
    assert find_pulse(noise + PULSE + noise) == PULSE[1:-2]


@pytest.mark.parametrize("cut", range(8))
def test_a_cut_off_answer_is_none_yet(cut: int) -> None:
    assert find_pulse(PULSE[:cut]) is None


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("bit", range(8))
def test_with_any_one_bit_wrong_it_is_none(place: int, bit: int) -> None:
    broken = bytearray(PULSE)
    broken[place] ^= 1 << bit
    assert find_pulse(bytes(broken)) is None


def test_that_of_another_board_or_function_is_none() -> None:
    assert find_pulse(framed(b"\x02" + PULSE[1:-2])) is None
    assert find_pulse(framed(b"\x01\x06" + PULSE[2:-2])) is None


def test_an_exception_of_the_function_is_an_answer_and_of_another_function_is_none() -> None:
    assert find_pulse(framed(b"\x01\x85\x02")) == b"\x85\x02"
    assert find_pulse(framed(b"\x01\x82\x02")) is None


def test_a_request_that_comes_back_is_no_answer_to_a_read() -> None:
    request = framed(bytes.fromhex("01 02 00 00 00 08"))
    assert find_answer(request, device_id=1, function_code=2, size=bits_answer_size(8)) is None


@given(st.binary(max_size=300))
def test_whatever_a_line_brings_an_answer_has_its_own_check_sum(heard: bytes) -> None:
    answer = find_pulse(heard)
    assert answer is None or framed(b"\x01" + answer) in heard


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_a_sound_answer_among_anything_is_found_or_a_sound_one_before_it(before: bytes, after: bytes) -> None:
    assert find_pulse(before + PULSE + after) is not None
