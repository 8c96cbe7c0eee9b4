"""An LCUS relay board on the far end of a serial line: ours, from the published listings.

``A0 channel op sum``, channels from 1, sum = low byte of the first three bytes; nothing is ever answered
(Optimus Digital, Fruugo and Tilga product pages). What does not add up is passed over, byte by byte.
"""

from __future__ import annotations

import os
import threading
import tty
from types import TracebackType
from typing import Self

HEAD = 0xA0
FRAME_SIZE = 4
LIMIT_S = 10.0


class LcusBoard:
    """Reads the line and switches its relays, for ``with``; ``frames`` are those that added up."""

    def __init__(self, path: str, *, channels: int = 4) -> None:
        self.frames: list[bytes] = []
        self.closed = [False] * channels
        self._path = path
        self._descriptor = -1
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Be there, with all relays open, as after power came back."""
        self.closed = [False] * len(self.closed)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self._descriptor)
        os.set_blocking(self._descriptor, False)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._read, name="lcus board", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Be gone; may be called twice."""
        if self._thread is not None:
            self._stopping.set()
            self._thread.join(LIMIT_S)
            self._thread = None
            os.close(self._descriptor)

    def pulses(self) -> list[bytes]:
        """The frames that closed a relay."""
        return [frame for frame in self.frames if frame[2] == 1]

    def say(self, noise: bytes) -> None:
        """Say what nobody asked for, as far as the line takes it."""
        os.write(self._descriptor, noise)

    def _read(self) -> None:
        heard = b""
        while not self._stopping.wait(0.002):
            try:
                heard += os.read(self._descriptor, 256)
            except BlockingIOError:
                continue
            except OSError:
                return
            while len(heard) >= FRAME_SIZE:
                heard = heard[self._take(heard[:FRAME_SIZE]) :]

    def _take(self, frame: bytes) -> int:
        adds_up = frame[0] == HEAD and sum(frame[:3]) & 0xFF == frame[3]
        if not adds_up or not 1 <= frame[1] <= len(self.closed) or frame[2] > 1:
            return 1
        self.closed[frame[1] - 1] = frame[2] == 1
        self.frames.append(frame)
        return FRAME_SIZE
