"""A serial line that can be torn: two pseudo terminals joined by socat."""

from __future__ import annotations

import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

LIMIT_S = 10.0


class SerialLine:
    """``near`` is the console's end, ``far`` the device's; for ``with``."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="line-")
        self.near = str(Path(self._folder.name) / "near")
        self.far = str(Path(self._folder.name) / "far")
        self._socat: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.mend()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tear()
        self._folder.cleanup()

    def tear(self) -> None:
        """Unplug: both ends hang up, and their paths are gone. May be called twice."""
        if self._socat is not None:
            self._socat.kill()
            self._socat.wait(LIMIT_S)
            self._socat = None
        for end in (self.near, self.far):
            Path(end).unlink(missing_ok=True)

    def freeze(self) -> None:
        """Let nothing through, and lose nothing of what comes in meanwhile."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let through what came in, and all that follows."""
        self._signal(signal.SIGCONT)

    def mend(self) -> None:
        """Plug in again, under the same paths."""
        self._socat = subprocess.Popen(
            ["socat", f"pty,raw,echo=0,link={self.near}", f"pty,raw,echo=0,link={self.far}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until_s = time.monotonic() + LIMIT_S
        while not (Path(self.near).exists() and Path(self.far).exists()):
            if time.monotonic() > until_s or self._socat.poll() is not None:
                raise RuntimeError("socat did not make its two terminals")
            time.sleep(0.005)

    def _signal(self, number: signal.Signals) -> None:
        assert self._socat is not None
        self._socat.send_signal(number)
