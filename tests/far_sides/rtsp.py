"""A network camera for the tests: GStreamer's RTSP server in a process that can be killed and frozen."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

_CLOCK_BITS = 40
_CLOCK_BLOCK = 32
_CLOCK_WIDTH = 1280
_CLOCK_SHIFT = 10
SYSTEM_PYTHON = "/usr/bin/python3"
_SCRIPT = Path(__file__).with_name("rtsp_server.py")
_LIMIT_S = 20


class RtspServer:
    """H.264 at 25 fps on loopback: a moving ball, a still picture, a clock burnt in, or a drive past a wall.

    ``with RtspServer() as camera: … camera.url``. After ``kill`` it can be started again on its port.
    """

    def __init__(
        self,
        *,
        picture: Path | None = None,
        clock: bool = False,
        drive: bool = False,
        login: str = "",
        size: str = "1280x720",
    ) -> None:
        self._size = size
        self._options: list[str] = []
        if picture is not None:
            self._options.append(f"--picture={picture}")
        if clock:
            self._options.append("--clock")
        if drive:
            self._options.append("--drive")
        if login:
            self._options.append(f"--login={login}")
        self._login = f"{login}@" if login else ""
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Where its stream is, with the login it asks for."""
        return f"rtsp://{self._login}127.0.0.1:{self.port}/lane"

    def start(self, *, size: str = "") -> None:
        """Start it, on the port it had before if it had one, perhaps with another size; it then listens."""
        self._size = size or self._size
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(_SCRIPT), str(self.port), f"--size={self._size}", *self._options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.strip().isdigit():
            self.kill()
            raise RuntimeError(
                "the RTSP server did not start: are gir1.2-gst-rtsp-server-1.0 and python3-gi there?"
            )
        self.port = int(line)

    def kill(self) -> None:
        """End it at once, as a power cut would; may be called twice."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait(timeout=_LIMIT_S)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def resize(self, size: str) -> None:
        """Change the size of the pattern's pictures (``640x360``) while it is watched."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{size}\n".encode())
        self._process.stdin.flush()

    def freeze(self) -> None:
        """It still accepts connections (the system does), but says nothing any more."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()


def burnt_in_ns(picture: NDArray[np.uint8]) -> int:
    """When a picture of a server with ``clock=True`` was made: the monotonic clock, to 1024 ns.

    The picture may have been made smaller, as long as it is whole.
    """
    block = picture.shape[1] * _CLOCK_BLOCK // _CLOCK_WIDTH
    middle = block // 2
    ticks = 0
    for place in range(_CLOCK_BITS):
        ticks = ticks << 1 | int(picture[middle, place * block + middle].mean() > 128)
    return ticks << _CLOCK_SHIFT
