"""A lane on a Modbus RTU relay board at the end of a serial line that is torn, fed rubbish, or frozen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pymodbus.framer import FramerRTU

from core.config import BarrierConfig, LoopsConfig
from tests.far_sides.modbus import SerialBoards
from tests.far_sides.serial_line import SerialLine
from tests.faults.devices.ground import ARMING, CLOSING, Ground

RELAY = 4
UNPLUGGED, FROZEN, RUBBISH, HALF_FRAMES, OTHER_BOARD = (
    "unplugged",
    "frozen",
    "rubbish",
    "half frames",
    "another board's answers",
)
_CHANCE = random.Random(7)


class RtuGround(Ground):
    """The board's and the line's faults; frozen, the line delivers later what was sent into it meanwhile."""

    ways = (UNPLUGGED, RUBBISH, HALF_FRAMES, OTHER_BOARD, FROZEN)

    def __init__(self, line: SerialLine, board: SerialBoards) -> None:
        super().__init__()
        self._line = line
        self._board = board

    @property
    def barrier(self) -> BarrierConfig:
        return BarrierConfig(kind="modbus_rtu", path=self._line.near, relay=RELAY)

    @property
    def loops(self) -> LoopsConfig:
        return LoopsConfig(
            kind="modbus_rtu", path=self._line.near, arming_input=ARMING, closing_input=CLOSING
        )

    def pulses_ns(self) -> list[int]:
        return [write.at_ns for write in self._board.pulses()]

    def set_loop(self, loop: int, occupied: bool) -> None:
        self._board.set_input(loop, occupied)

    def _cut(self, way: str) -> None:
        if way == UNPLUGGED:
            self._board.stop(keep_relays=True)
            self._line.tear()
        elif way == FROZEN:
            self._line.freeze()
        else:
            self._board.alter = _ANSWERS[way]

    def _heal(self, way: str) -> None:
        if way == UNPLUGGED:
            self._line.mend()
            self._board.start()
        elif way == FROZEN:
            self._line.thaw()
        else:
            self._board.alter = None


def _rubbish(answer: bytes) -> bytes:
    return _CHANCE.randbytes(len(answer) + 20)


def _half(answer: bytes) -> bytes:
    return answer[: len(answer) // 2]


def _of_another_board(answer: bytes) -> bytes:
    body = b"\x02" + answer[1:-2]
    return body + FramerRTU.compute_CRC(body).to_bytes(2, "big")


_ANSWERS: dict[str, Callable[[bytes], bytes]] = {
    RUBBISH: _rubbish,
    HALF_FRAMES: _half,
    OTHER_BOARD: _of_another_board,
}


@contextmanager
def rtu_ground() -> Iterator[RtuGround]:
    """A board on a line that is plugged in."""
    with SerialLine() as line, SerialBoards(line.far) as board:
        yield RtuGround(line, board)
