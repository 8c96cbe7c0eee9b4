"""The relay boards of ``tests.far_sides`` in a process of their own, telling when each write arrived."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection

from tests.far_sides.modbus import ModbusBoard, SerialBoards, Write

LIMIT_S = 15.0


class FarBoard:
    """Boards in another process; the monotonic clock is the same in both. ``port`` is that of the TCP one."""

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
def far_board(serial_paths: tuple[str, ...] = ()) -> Iterator[FarBoard]:
    """Start the process with one board on a TCP port and one on each serial line, and end it afterwards."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, serial_paths), name="far board", daemon=True)
    process.start()
    try:
        if not here.poll(LIMIT_S):
            raise TimeoutError("the board's process did not start")
        yield FarBoard(here.recv(), here)
    finally:
        here.send(None)
        process.join(LIMIT_S)
        here.close()


def _serve(arrivals: Connection, serial_paths: tuple[str, ...]) -> None:
    def tell(write: Write) -> None:
        arrivals.send(write.at_ns)

    with ExitStack() as ends:
        board = ends.enter_context(ModbusBoard())
        board.on_write = tell
        for path in serial_paths:
            ends.enter_context(SerialBoards(path)).on_write = tell
        arrivals.send(board.port)
        arrivals.recv()
