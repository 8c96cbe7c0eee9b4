"""The relay board of ``tests.far_sides`` in a process of its own, telling when each write arrived."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from tests.far_sides.modbus import ModbusBoard, Write

LIMIT_S = 15.0


class FarBoard:
    """A board in another process; the monotonic clock is the same in both."""

    def __init__(self, port: int, arrivals: Connection) -> None:
        self.port = port
        self._arrivals = arrivals

    def arrival_ns(self) -> int:
        """When the next write arrived, waiting for it."""
        if not self._arrivals.poll(LIMIT_S):
            raise TimeoutError("no write arrived at the board")
        at_ns: int = self._arrivals.recv()
        return at_ns


@contextmanager
def far_board() -> Iterator[FarBoard]:
    """Start the process, and end it afterwards."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), name="far board", daemon=True)
    process.start()
    try:
        if not here.poll(LIMIT_S):
            raise TimeoutError("the board's process did not start")
        yield FarBoard(here.recv(), here)
    finally:
        here.send(None)
        process.join(LIMIT_S)
        here.close()


def _serve(arrivals: Connection) -> None:
    def tell(write: Write) -> None:
        arrivals.send(write.at_ns)

    with ModbusBoard() as board:
        board.on_write = tell
        arrivals.send(board.port)
        arrivals.recv()
