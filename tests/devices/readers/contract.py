"""What every code reader keeps, whatever it is reached through."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from core.services.ports import CodeReader, Health
from devices.readers.scanned_text import LONGEST_CODE
from tests.devices.barriers.contract import eventually


@dataclass(frozen=True, slots=True)
class ReaderRig:
    """A reader not yet started; ``send`` are the bytes that come out of it."""

    reader: CodeReader
    send: Callable[[bytes], None]
    lose: Callable[[], None]
    find: Callable[[], None]


def _start(rig: ReaderRig) -> list[str]:
    codes: list[str] = []
    rig.reader.start(codes.append)
    assert eventually(lambda: rig.reader.status().health is Health.OK)
    return codes


def _hears(rig: ReaderRig, codes: list[str], *expected: str) -> None:
    """What follows is heard, so that whatever was not before it never will be."""
    rig.send(b"THE-END\r\n")
    assert eventually(lambda: codes[-1:] == ["THE-END"])
    assert codes == [*expected, "THE-END"]


def before_start_it_is_not_said_to_be_well(rig: ReaderRig) -> None:
    assert rig.reader.status().health is Health.STARTING


def a_code_is_heard_once_however_its_line_ends(rig: ReaderRig) -> None:
    codes = _start(rig)
    rig.send(b"ONE\r\nTWO\rTHREE\n\r\n\n")
    _hears(rig, codes, "ONE", "TWO", "THREE")


def a_code_that_comes_in_pieces_is_one(rig: ReaderRig) -> None:
    codes = _start(rig)
    for piece in (b"LK", b"2ABC", b"DEF", b"\r"):
        rig.send(piece)
        time.sleep(0.02)
    _hears(rig, codes, "LK2ABCDEF")


def a_paper_held_to_it_counts_once(rig: ReaderRig) -> None:
    codes = _start(rig)
    for _ in range(5):
        rig.send(b"SAME\r\n")
    _hears(rig, codes, "SAME")


def garbage_is_no_code(rig: ReaderRig) -> None:
    codes = _start(rig)
    rig.send(bytes(range(128, 256)) + b"\r\n\x00\x01\x02\r\n   \r\n")
    _hears(rig, codes)


def controls_are_taken_out_of_a_code(rig: ReaderRig) -> None:
    codes = _start(rig)
    rig.send(b"\x02ABC\x1b\x00DEF\x03\r\n")
    _hears(rig, codes, "ABCDEF")


def a_code_without_end_takes_no_memory_and_is_dropped(rig: ReaderRig) -> None:
    codes = _start(rig)
    for _ in range(20):
        rig.send(b"X" * 1000)
    rig.send(b"\r\n" + b"Y" * LONGEST_CODE + b"\r\n")
    _hears(rig, codes, "Y" * LONGEST_CODE)


def half_a_code_is_never_handed_on_after_a_loss(rig: ReaderRig) -> None:
    codes = _start(rig)
    rig.send(b"LK2HALF")
    time.sleep(0.3)
    rig.lose()
    assert eventually(lambda: rig.reader.status().health is Health.FAILED)
    assert rig.reader.status().cause
    rig.find()
    assert eventually(lambda: rig.reader.status().health is Health.OK)
    rig.send(b"OTHER-HALF\r\n")
    _hears(rig, codes, "OTHER-HALF")


def after_stop_nothing_is_heard_and_stopping_twice_does_no_harm(rig: ReaderRig) -> None:
    codes = _start(rig)
    begun = time.monotonic()
    rig.reader.stop()
    rig.reader.stop()
    assert time.monotonic() - begun < 5.0
    rig.send(b"LATE\r\n")
    time.sleep(0.3)
    assert codes == []


PROMISES: tuple[Callable[[ReaderRig], None], ...] = (
    before_start_it_is_not_said_to_be_well,
    a_code_is_heard_once_however_its_line_ends,
    a_code_that_comes_in_pieces_is_one,
    a_paper_held_to_it_counts_once,
    garbage_is_no_code,
    controls_are_taken_out_of_a_code,
    a_code_without_end_takes_no_memory_and_is_dropped,
    half_a_code_is_never_handed_on_after_a_loss,
    after_stop_nothing_is_heard_and_stopping_twice_does_no_harm,
)
