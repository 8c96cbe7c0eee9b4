"""``python -m tests.bench.shown_camera URL SECONDS OUT``: how old pictures are on the tile of a camera."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from devices.cameras.source import CameraSpec
from tests.bench.live_tiles import LiveTiles, live_tiles

SETTLED_S = 3.0
LIMIT_S = 30.0
LOOK_EVERY_MS = 50


class Measurement(QObject):
    """Waits until the camera is live and has settled, counts for so many seconds, and quits."""

    def __init__(self, live: LiveTiles, seconds: float) -> None:
        super().__init__()
        self.ages_ms: list[float] = []
        self._live = live
        self._seconds = seconds
        self._made_s = time.monotonic()
        self._live_s: float | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def _on_look(self) -> None:
        now_s = time.monotonic()
        if self._live_s is None:
            if self._live.is_live:
                self._live_s = now_s
                QTimer.singleShot(int(SETTLED_S * 1000), self._live.tiles[0].ages_ms.clear)
            elif now_s - self._made_s > LIMIT_S:
                raise SystemExit(f"no pictures: {self._live.cameras[0].status()}")
        elif now_s - self._live_s > SETTLED_S + self._seconds:
            self._timer.stop()
            self.ages_ms = self._live.tiles[0].ages_ms
            QApplication.quit()


def main() -> None:
    """Show the camera and measure."""
    url, seconds, out = sys.argv[1:4]
    application = QApplication(sys.argv[:1])
    with live_tiles(CameraSpec("rtsp", url), 1, has_clock=True) as live:
        measured = Measurement(live, float(seconds))
        application.exec()
    Path(out).write_text(json.dumps({"ages_ms": measured.ages_ms}))


if __name__ == "__main__":
    main()
