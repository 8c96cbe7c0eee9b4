"""A network camera that goes and comes back fifty times: what its capture process holds in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.services.ports import Health
from devices.cameras.camera import CaptureCamera
from devices.cameras.source import CameraSpec
from devices.recognition.memory import resident_bytes
from tests.devices.cameras.waiting import until_health
from tests.far_sides.rtsp import RtspServer

RECONNECTS, WARM_UP = 50, 5
MOST_GROWTH = 1.05
LIMIT_S = 900.0

pytestmark = [pytest.mark.soak, pytest.mark.timeout(LIMIT_S)]


def test_fifty_reconnects_cost_no_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held: list[int] = []
    with RtspServer() as server:
        camera = CaptureCamera("entry", CameraSpec("rtsp", server.url), tmp_path)
        camera.start()
        try:
            until_health(camera, Health.OK)
            process = camera.capture_process_id
            for _ in range(RECONNECTS):
                server.kill()
                until_health(camera, Health.STALE, Health.FAILED)
                server.start()
                until_health(camera, Health.OK)
                assert camera.capture_process_id == process
                held.append(resident_bytes(process or 0) or 0)
        finally:
            camera.stop()
    settled, last = held[WARM_UP - 1], held[-1]
    with capsys.disabled():
        print(f"\n50 reconnects: {settled / 1e6:.1f} MB after {WARM_UP}, {last / 1e6:.1f} MB in the end")
    assert 0 < last <= settled * MOST_GROWTH, held
