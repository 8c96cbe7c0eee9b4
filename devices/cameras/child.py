"""One running capture process, seen from its parent: starting it, what it last said, ending it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from devices.cameras.reports import CaptureFacts, Said
from devices.cameras.source import CameraSpec
from devices.child_process import ChildProcess

_MODULE = "devices.cameras.capture"
# What OpenCV and FFmpeg would print on every lost picture is in our reports already.
_QUIET = {"OPENCV_LOG_LEVEL": "SILENT", "OPENCV_FFMPEG_LOGLEVEL": "-8"}


@dataclass(frozen=True, slots=True)
class ChildReport:
    """What the capture process last said, ``starting`` where it said nothing yet, and when."""

    state: str
    at_ns: int
    cause: str = ""
    detail: str = ""
    facts: CaptureFacts | None = None


class CaptureChild:
    """A capture process. It ends by itself when this process does."""

    def __init__(self, spec: CameraSpec, ring_path: Path) -> None:
        """Start it; raises DeviceError ``camera.capture_died`` where the system will not have it."""
        self._report = ChildReport("starting", time.monotonic_ns())
        self._failure: ChildReport | None = None
        self._process = ChildProcess(
            _MODULE, [str(ring_path)], not_started="camera.capture_died", environment=_QUIET
        )
        # The description goes by pipe: an argument, with the password in it, would be there for all to read.
        self._process.tell(spec.to_json())
        threading.Thread(target=self._listen, name="camera-reports", daemon=True).start()

    @property
    def report(self) -> ChildReport:
        """What it last said, and when."""
        return self._report

    @property
    def failure(self) -> ChildReport | None:
        """Why it could not go on the last time; None where it always could."""
        return self._failure

    @property
    def process_id(self) -> int:
        """Its number in the system."""
        return self._process.process_id

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.exit_code()

    def end(self) -> None:
        """End it, by force if need be, within 1.5 s; may be called twice."""
        self._process.end()

    def kill(self) -> None:
        """End it at once, however stuck it is; within 0.7 s."""
        self._process.kill()

    def _listen(self) -> None:
        with self._process.output as output:
            for line in output:
                try:
                    said = Said.from_json(line)
                    report = ChildReport(said.state, time.monotonic_ns(), said.cause, said.detail, said.facts)
                except (ValueError, KeyError, TypeError):
                    # Half a line of a process that was killed while writing it.
                    continue
                if report.state == "failed":
                    self._failure = report
                self._report = report
