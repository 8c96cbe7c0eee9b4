"""Readers of barcodes, square codes and badges on a serial line, or on USB as one.

They send each code as a line that ends with CR, LF or both, as it is set in nearly all of them from the start
and can be set in all (the reader's own manual has a square code for it).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health, Measure
from devices.readers.scanned_text import ScannedText
from devices.transports.backoff import Backoff
from devices.transports.serial_port import PORT_TROUBLE, open_serial_port

log = logging.getLogger(__name__)

NO_ANSWER: Final = "reader.no_answer"
CRASHED: Final = "reader.crashed"
CHUNK_BYTES: Final = 4096
LISTEN_S: Final = 0.2
# pyserial raises the last one where a port is closed under its hands.
_GONE: Final[tuple[type[Exception], ...]] = (*PORT_TROUBLE, TypeError)
JOIN_LIMIT_S: Final = 1.8
LONGEST_WAIT_S: Final = 3.0
PROVEN_AFTER_S: Final = 5.0
SHOWN_CHARACTERS: Final = 6


class SerialReader:
    """Fills ``ports.CodeReader``; a code cut off by a pulled plug is thrown away, never handed on in part."""

    def __init__(self, path: str, baud: int = 9600) -> None:
        self._path = path
        self._baud = baud
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._text = ScannedText()
        self._codes = 0
        self._last = ""
        self._status = DeviceStatus(Health.STARTING, time.monotonic_ns())

    def start(self, on_code: Callable[[str], None]) -> None:
        """Begin to listen; codes come on this reader's own thread."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = threading.Thread(
                target=self._run, args=(on_code,), name=f"reader {self._path}", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Stop within 2 s; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_LIMIT_S)
            self._thread = None

    def status(self) -> DeviceStatus:
        """OK while the line is open; whether a reader on its far end is awake shows with the next code."""
        with self._lock:
            return self._status

    def measures(self) -> tuple[Measure, ...]:
        """How many codes came, how many were none, and how the last one ended."""
        with self._lock:
            last = self._last or None
            return (
                Measure("reader.codes", self._codes),
                Measure("reader.dropped", self._text.dropped),
                Measure("reader.last_code", last),
            )

    def _run(self, on_code: Callable[[str], None]) -> None:
        """This thread's top."""
        backoff = Backoff(longest_s=LONGEST_WAIT_S)
        try:
            while not self._stopping.is_set():
                begun_s = time.monotonic()
                try:
                    self._listen(on_code)
                except DeviceError as trouble:
                    self._note(Health.FAILED, trouble.cause, trouble.detail)
                    self._text.forget()
                    if time.monotonic() - begun_s > PROVEN_AFTER_S:
                        backoff.reset()
                    self._stopping.wait(backoff.wait_s())
        except Exception:
            # Nobody above sees it: a reader without its thread must not look well.
            log.exception("the driver of the reader at %s failed", self._path)
            self._note(Health.FAILED, CRASHED)

    def _listen(self, on_code: Callable[[str], None]) -> None:
        line = open_serial_port(self._path, baud=self._baud, sort="reader")
        try:
            line.timeout = LISTEN_S
            self._note(Health.OK)
            while not self._stopping.is_set():
                content = line.read(min(CHUNK_BYTES, max(1, line.in_waiting)))
                for code in self._text.take(content, time.monotonic()) if content else ():
                    self._hand_on(code, on_code)
        except _GONE as problem:
            raise DeviceError(NO_ANSWER, detail=str(problem)) from problem
        finally:
            with suppress(*PORT_TROUBLE):
                line.close()

    def _hand_on(self, code: str, on_code: Callable[[str], None]) -> None:
        with self._lock:
            self._codes += 1
            self._last = f"…{code[-SHOWN_CHARACTERS:]}" if len(code) > SHOWN_CHARACTERS else code
        on_code(code)

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        with self._lock:
            if (health, cause) != (self._status.health, self._status.cause):
                self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)
