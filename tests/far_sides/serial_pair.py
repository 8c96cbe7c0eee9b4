"""A serial line between two ends, as socat lays it: what goes in at one end comes out at the other.

``tear`` takes it away under both ends as a pulled plug does, ``mend`` lays it anew under the same names.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

LIMIT_S = 10.0


class SerialPair:
    """``near`` is the path for the program's end; the far end is read and written here. For ``with``."""

    def __init__(self, folder: Path) -> None:
        self.near = str(folder / "near")
        self._far = str(folder / "far")
        self._socat: subprocess.Popen[bytes] | None = None
        self._handle = -1
        self._reader: threading.Thread | None = None
        self._lock = threading.Lock()
        self._came = bytearray()

    def __enter__(self) -> Self:
        self.mend()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tear()

    @property
    def came(self) -> bytes:
        """All that came out of the far end so far."""
        with self._lock:
            return bytes(self._came)

    def send(self, content: bytes) -> None:
        """Put bytes into the far end."""
        os.write(self._handle, content)

    def mend(self) -> None:
        """Lay the line."""
        ends = [f"pty,raw,echo=0,link={path}" for path in (self.near, self._far)]
        self._socat = subprocess.Popen(["socat", *ends], stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + LIMIT_S
        while not (Path(self.near).exists() and Path(self._far).exists()):
            assert time.monotonic() < deadline, "socat laid no line"
            time.sleep(0.01)
        self._handle = os.open(self._far, os.O_RDWR | os.O_NOCTTY)
        self._reader = threading.Thread(target=self._read, args=(self._handle,), daemon=True)
        self._reader.start()

    def tear(self) -> None:
        """Take the line away; may be called twice."""
        if self._socat is not None:
            self._socat.kill()
            self._socat.wait(LIMIT_S)
            self._socat = None
        if self._reader is not None:
            self._reader.join(LIMIT_S)
            self._reader = None
            os.close(self._handle)
        for path in (self.near, self._far):
            Path(path).unlink(missing_ok=True)

    def _read(self, handle: int) -> None:
        while True:
            try:
                content = os.read(handle, 4096)
            except OSError:
                return
            if not content:
                return
            with self._lock:
                self._came += content
