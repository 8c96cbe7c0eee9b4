"""The camera of a simulated lane: asks the world what is to be seen, and draws it, ten pictures a second."""

from __future__ import annotations

import time

from core.domain.errors import DeviceError
from devices.simulator.drawing import LanePainter, Picture
from devices.simulator.link import Link, LinkLost

FRAME_S = 0.1
ANSWER_LIMIT_S = 0.8


class SimulatedSource:
    """Pictures of one lane for a capture process; nothing but pixels comes out."""

    def __init__(self, address: str, authkey_hex: str, lane: str) -> None:
        self._lane = lane
        self._link = Link(address, bytes.fromhex(authkey_hex))
        self._painter = LanePainter(lane)
        self._due_s = time.monotonic()

    def read(self, _room: Picture | None = None) -> Picture | None:
        """The next picture (BGR, height × width × 3) when it is due, or None where none came within 1 s.

        Raises DeviceError ``camera.gone`` where the world is gone.
        """
        now_s = time.monotonic()
        # A picture missed is not made up for: the next is due a whole interval from now at the latest.
        self._due_s = max(self._due_s + FRAME_S, now_s)
        time.sleep(max(0.0, min(self._due_s - now_s, FRAME_S)))
        try:
            scene = self._link.ask({"ask": "scene", "lane": self._lane}, ANSWER_LIMIT_S)
        except LinkLost as lost:
            if isinstance(lost.__cause__, TimeoutError):
                return None
            raise DeviceError("camera.gone") from lost
        return self._painter.paint(scene)

    def close(self) -> None:
        """Let go of the world; may be called twice."""
        self._link.close()
