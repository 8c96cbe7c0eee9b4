"""One running capture process, seen from its parent: starting it, what it last said, ending it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from core.domain.errors import DeviceError
from devices.cameras.source import CameraSpec
from devices.child_environment import child_environment

_MODULE = "devices.cameras.capture"
_END_LIMIT_S = 0.7
# What OpenCV and FFmpeg would print on every lost picture is in our reports already.
_QUIET = {"OPENCV_LOG_LEVEL": "SILENT", "OPENCV_FFMPEG_LOGLEVEL": "-8"}


@dataclass(frozen=True, slots=True)
class ChildReport:
    """What the capture process last said: ``starting``, ``opening``, ``running`` or ``failed``."""

    state: str
    at_ns: int
    cause: str = ""
    detail: str = ""


class CaptureChild:
    """A capture process. It ends by itself when this process does."""

    def __init__(self, spec: CameraSpec, ring_path: Path) -> None:
        """Start it; raises DeviceError ``camera.capture_died`` where the system will not have it."""
        self._report = ChildReport("starting", time.monotonic_ns())
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own module, nothing of the user's in it
                [sys.executable, "-P", "-m", _MODULE, str(ring_path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=child_environment() | _QUIET,
            )
        except OSError as error:
            raise DeviceError("camera.capture_died", detail=str(error)) from error
        # The description goes by pipe: an argument, with the password in it, would be there for all to read.
        self._tell(spec.to_json())
        threading.Thread(
            target=self._listen, args=(self._process.stdout,), name="camera-reports", daemon=True
        ).start()

    @property
    def report(self) -> ChildReport:
        """What it last said, and when."""
        return self._report

    @property
    def process_id(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.poll()

    def end(self) -> None:
        """End it, by force if need be, within 1.5 s; may be called twice."""
        if self._process.stdin is not None:
            # Its end of input is its signal to leave.
            _close_quietly(self._process.stdin)
        if not self._gone_within(_END_LIMIT_S):
            self.kill()

    def kill(self) -> None:
        """End it at once, however stuck it is; within 0.7 s."""
        self._process.kill()
        self._gone_within(_END_LIMIT_S)
        if self._process.stdin is not None:
            _close_quietly(self._process.stdin)

    def _gone_within(self, limit_s: float) -> bool:
        try:
            self._process.wait(timeout=limit_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _tell(self, line: str) -> None:
        stdin = self._process.stdin
        if stdin is None:
            return
        try:
            stdin.write(line.encode() + b"\n")
            stdin.flush()
        except OSError:
            # It died at once; its exit code says so at the next look.
            return

    def _listen(self, stdout: IO[bytes]) -> None:
        with stdout:
            for line in stdout:
                try:
                    said = json.loads(line)
                    self._report = ChildReport(
                        str(said["state"]), time.monotonic_ns(), str(said["cause"]), str(said["detail"])
                    )
                except (ValueError, KeyError, TypeError):
                    # Half a line of a process that was killed while writing it.
                    continue


def _close_quietly(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return
