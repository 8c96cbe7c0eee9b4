"""A reader in a process of its own: what it holds in memory is its own, and it reaches no network."""

from __future__ import annotations

import logging
import multiprocessing
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from devices.pictures import read_picture
from devices.recognition.memory import resident_bytes

START_LIMIT_S, READ_LIMIT_S, END_LIMIT_S = 120.0, 60.0, 10.0
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.sendmsg")

ReadOnce: TypeAlias = Callable[[NDArray[np.uint8]], tuple[str, float]]
"""Picture (BGR) in, text and confidence out; an empty text for no plate."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read, how surely (0…1), and how long that took without decoding the picture."""

    text: str
    confidence: float
    elapsed_ms: float


class ReadingProcess:
    """Runs ``module.opened(region)`` in a fresh process; use it as a context manager."""

    def __init__(self, module: str, region: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(far_end, module, region), daemon=True)
        self._process.start()
        far_end.close()
        self.most_bytes = 0

    def __enter__(self) -> Self:
        self._receive(START_LIMIT_S)
        return self

    def __exit__(self, *raised: object) -> None:
        self._pipe.close()
        self._process.join(END_LIMIT_S)
        if self._process.is_alive():
            self._process.kill()

    def read(self, picture: Path) -> Answer:
        """Read one picture; RuntimeError where that fails or takes over a minute."""
        self._pipe.send(picture)
        answer: Answer = self._receive(READ_LIMIT_S)
        self.most_bytes = max(self.most_bytes, resident_bytes(self._process.pid or 0) or 0)
        return answer

    def _receive(self, limit_s: float) -> Any:
        if not self._pipe.poll(limit_s):
            raise RuntimeError(f"no answer within {limit_s:.0f} s")
        try:
            return self._pipe.recv()
        except EOFError as error:
            raise RuntimeError("the reading process ended; it says why on standard error") from error


def _serve(pipe: Connection, module: str, region: str) -> None:
    sys.addaudithook(_refuse_network)
    logging.disable(logging.WARNING)
    # Before any reader: it keeps onnxruntime, whoever imports it, from reporting home.
    import_module("devices.recognition.runtime")
    read_once: ReadOnce = import_module(module).opened(region)
    pipe.send(None)
    with suppress(EOFError):
        while True:
            pipe.send(_timed(read_once, read_picture(pipe.recv())))


def _timed(read_once: ReadOnce, image: NDArray[np.uint8]) -> Answer:
    begun = time.perf_counter()
    text, confidence = read_once(image)
    return Answer(text, confidence, (time.perf_counter() - begun) * 1000)


def _refuse_network(event: str, _: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("a bench's reader may fetch nothing")
