"""Finding a board's answer among whatever a serial line brought."""

from __future__ import annotations

from pymodbus.framer import FramerRTU

EXCEPTION_BIT = 0x80
EXCEPTION_SIZE = 5
CRC_SIZE = 2
COIL_ANSWER_SIZE = 8


def bits_answer_size(count: int) -> int:
    """The bytes of a frame that answers FC01 or FC02 for so many bits."""
    return 3 + (count + 7) // 8 + CRC_SIZE


def find_answer(heard: bytes, *, device_id: int, function_code: int, size: int) -> bytes | None:
    """The answer of this board to this function, from the function code to before the check sum, or None.

    Hunting for it is ours, because pymodbus's framer drops all it has where the first bytes are garbage. An
    answer is one that has exactly the board's number, the function (or its exception), the right length and
    the right check sum; all else on the line is passed over.
    """
    for start in range(len(heard) - EXCEPTION_SIZE + 1):
        if heard[start] != device_id:
            continue
        length = {function_code: size, function_code | EXCEPTION_BIT: EXCEPTION_SIZE}.get(heard[start + 1])
        if length is not None and _is_sound(heard[start : start + length], length):
            return heard[start + 1 : start + length - CRC_SIZE]
    return None


def _is_sound(frame: bytes, length: int) -> bool:
    if len(frame) < length:
        return False
    body, check = frame[:-CRC_SIZE], int.from_bytes(frame[-CRC_SIZE:], "big")
    return FramerRTU.check_CRC(body, check)
