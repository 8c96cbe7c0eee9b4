"""``python -m tests.bench.raced_cameras VIDEO CAMERAS PAIRS OUT``: cameras on tiles, bare readers, in turn.

All processes live for the whole run; one side is stopped (SIGSTOP) while the other works, turn and turn about
every second, so that whatever else the machine does meets both sides alike.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from devices.cameras.source import CameraSpec
from tests.bench.live_tiles import LiveTiles, live_tiles
from tests.bench.processor_time import used_s

UNPACED_FPS = 100_000.0
SETTLED_MS = 3000
# Shorter than the 3 s after which a camera without pictures is given a new process.
TURN_MS = 1000
LIMIT_MS = 30_000
COUNT_BYTES = 8


class BareReaders:
    """cv2 reading the file, in so many processes that each count in a file."""

    def __init__(self, video: str, number: int, folder: Path) -> None:
        self._files = [folder / f"bare-{place}.count" for place in range(number)]
        self._processes = []
        for file in self._files:
            file.write_bytes(bytes(COUNT_BYTES))
            command = [sys.executable, "-m", "tests.bench.bare_reader", video, str(file)]
            self._processes.append(subprocess.Popen(command))
        self._counts = [_mapped(file) for file in self._files]

    @property
    def process_ids(self) -> list[int]:
        """Their numbers in the system."""
        return [process.pid for process in self._processes]

    @property
    def read(self) -> int:
        """How many pictures they read together."""
        return sum(int.from_bytes(count[:COUNT_BYTES], sys.byteorder) for count in self._counts)

    def end(self) -> None:
        """End them, also where they are stopped."""
        for process in self._processes:
            process.kill()
            process.wait()


class Race(QObject):
    """Lets the two sides work in turn, and quits after so many pairs of turns."""

    def __init__(self, live: LiveTiles, bare: BareReaders, pairs: int) -> None:
        super().__init__()
        self.ours: list[float] = []
        self.bare: list[float] = []
        self.painted: list[float] = []
        self.ours_a_cpu_s: list[float] = []
        self.bare_a_cpu_s: list[float] = []
        self._live = live
        self._readers = bare
        self._pairs = pairs
        self._waited_ms = 0
        self._ours_turn = False
        self._begun = (0.0, 0, 0, 0, 0.0)
        QTimer.singleShot(TURN_MS, self._on_wait)

    @Slot()
    def _on_wait(self) -> None:
        self._waited_ms += TURN_MS
        if self._waited_ms > LIMIT_MS:
            raise SystemExit(f"no pictures: {[camera.status() for camera in self._live.cameras]}")
        ready = self._live.is_live and self._readers.read > 0 and self._waited_ms >= SETTLED_MS
        if not ready:
            QTimer.singleShot(TURN_MS, self._on_wait)
            return
        _signal(self._capture_ids(), signal.SIGSTOP)
        self._begin()

    @Slot()
    def _on_turn_over(self) -> None:
        begun_s, read, captured, painted, cpu_s = self._begun
        taken_s, number = time.perf_counter() - begun_s, len(self._live.cameras)
        spent_s = self._cpu_s() - cpu_s
        if self._ours_turn:
            count = self._live.captured - captured
            self.ours.append(count / taken_s / number)
            self.ours_a_cpu_s.append(count / spent_s)
            self.painted.append((self._live.painted - painted) / taken_s / number)
        else:
            count = self._readers.read - read
            self.bare.append(count / taken_s / number)
            self.bare_a_cpu_s.append(count / spent_s)
        if len(self.ours) >= self._pairs:
            _signal(self._readers.process_ids, signal.SIGCONT)
            QApplication.quit()
            return
        stops, goes = self._readers.process_ids, self._capture_ids()
        if self._ours_turn:
            stops, goes = goes, stops
        self._ours_turn = not self._ours_turn
        _signal(stops, signal.SIGSTOP)
        _signal(goes, signal.SIGCONT)
        self._begin()

    def _begin(self) -> None:
        counts = self._readers.read, self._live.captured, self._live.painted
        self._begun = (time.perf_counter(), *counts, self._cpu_s())
        QTimer.singleShot(TURN_MS, self._on_turn_over)

    def _cpu_s(self) -> float:
        """What the processes used whose turn it is."""
        return used_s(self._capture_ids() if self._ours_turn else self._readers.process_ids)

    def _capture_ids(self) -> list[int]:
        numbers = [camera.capture_process_id for camera in self._live.cameras]
        found = [number for number in numbers if number is not None]
        if len(found) < len(numbers):
            raise SystemExit("a capture process ended")
        return found


def main() -> None:
    """Race them."""
    video, number, pairs, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    application = QApplication(sys.argv[:1])
    bare = BareReaders(video, number, out.parent)
    try:
        with live_tiles(CameraSpec("video", video, fps=UNPACED_FPS), number) as live:
            race = Race(live, bare, pairs)
            application.exec()
    finally:
        bare.end()
    figures = {
        "ours": race.ours,
        "bare": race.bare,
        "painted": race.painted,
        "ours_a_cpu_s": race.ours_a_cpu_s,
        "bare_a_cpu_s": race.bare_a_cpu_s,
    }
    out.write_text(json.dumps(figures))


def _mapped(file: Path) -> mmap.mmap:
    with file.open("r+b") as opened:
        return mmap.mmap(opened.fileno(), COUNT_BYTES)


def _signal(process_ids: Sequence[int], number: signal.Signals) -> None:
    for process_id in process_ids:
        os.kill(process_id, number)


if __name__ == "__main__":
    main()
