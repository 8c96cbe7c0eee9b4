"""BASELINE: ``python -m tests.bench.bare_window FOLDER SECONDS OUT``: a heartbeat in a bare Qt window."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.bench.heartbeat import Heartbeat

WARM_UP_MS = 2000


def main() -> None:
    """Show the window, wait until it has settled, and count."""
    seconds, out = float(sys.argv[2]), Path(sys.argv[3])
    application = QApplication(sys.argv[:1])
    window = QLabel("bare")
    window.resize(1440, 900)
    window.show()
    heartbeat = Heartbeat()
    QTimer.singleShot(WARM_UP_MS, heartbeat.start)
    QTimer.singleShot(int(WARM_UP_MS + seconds * 1000), application.quit)
    application.exec()
    out.write_text(json.dumps({"stalls_ms": heartbeat.stalls_ms}))


if __name__ == "__main__":
    main()
