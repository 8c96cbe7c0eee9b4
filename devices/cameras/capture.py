"""The capture process of one camera: ``python -m devices.cameras.capture RING``.

It reads the camera's description as one line of JSON from standard input, opens the source, and writes
its pictures into the ring. What it does and measures goes to standard output (``reports``).
It ends when standard input does, so it never outlives its parent, however that one died.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

from core.domain.errors import DeviceError
from devices.cameras.came_back import has_come_back, longest_wait_s
from devices.cameras.copying import Copying
from devices.cameras.reports import Report, Said
from devices.cameras.ring import FrameRing
from devices.cameras.source import CameraSpec, open_source
from devices.cameras.view_judge import ViewJudge
from devices.transports.backoff import Backoff

NICENESS = 2
# A source that worked this long is well again: its next failure is waited for briefly.
_WELL_AFTER_S = 5.0
_LOOK_EVERY_S = 1.0


def main() -> None:
    """Run until the parent is gone."""
    os.nice(NICENESS)
    # Whatever a library prints must not get between our lines.
    reports = os.dup(1)
    os.dup2(2, 1)
    spec = CameraSpec.from_json(sys.stdin.readline())
    threading.Thread(target=_leave_with_parent, name="parent", daemon=True).start()

    def report(said: Said) -> None:
        try:
            os.write(reports, f"{said.to_json()}\n".encode())
        except OSError:
            os._exit(0)

    try:
        capture_for_ever(spec, FrameRing.open(Path(sys.argv[1])), report)
    except DeviceError as error:
        report(Said("failed", error.cause, error.detail))
        sys.exit(1)


def capture_for_ever(spec: CameraSpec, ring: FrameRing, report: Report) -> None:
    """Open, copy pictures until the source fails, say why, wait, and open again.

    Raises DeviceError (``camera.ring_…``) only when the ring itself is of no use any more.
    """
    backoff = Backoff()
    # Kept over reopenings: what is frozen or covered still is, when the same pictures come again.
    judge = ViewJudge(notices_frozen=spec.kind not in ("folder", "video"))
    while True:
        report(Said("opening"))
        started_s = time.monotonic()
        try:
            source = open_source(spec)
            try:
                Copying(source, ring, judge, report).run()
            finally:
                source.close()
        except DeviceError as error:
            if error.cause.startswith("camera.ring_"):
                raise
            report(Said("failed", error.cause, error.detail))
            if time.monotonic() - started_s > _WELL_AFTER_S:
                backoff.reset()
            _wait_for(spec, error.cause, backoff.wait_s())


def _wait_for(spec: CameraSpec, cause: str, seconds: float) -> None:
    """Wait, but not longer than until a camera that had gone is there again."""
    until_s = time.monotonic() + longest_wait_s(spec, cause, seconds)
    while (left_s := until_s - time.monotonic()) > 0:
        time.sleep(min(left_s, _LOOK_EVERY_S))
        if has_come_back(spec, cause):
            return


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
