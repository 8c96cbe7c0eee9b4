"""A network camera that we did not write: ipycam, with ONVIF, WS-Discovery and RTSP, in a network of its own.

It listens on every interface and announces itself, so it runs in a namespace (``tests.far_sides.network``),
in an environment of its own (``side_venv``).
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import requests

from tests.far_sides.network import Cable
from tests.far_sides.side_venv import venv_python

LIMIT_S = 40.0
PORT = 8080
RTSP_PORT = 8554


class Ipycam:
    """The camera behind the cable, for ``with``; without a password it lets everybody in."""

    def __init__(self, cable: Cable, folder: Path, *, user: str = "", password: str = "") -> None:
        self.address = f"http://{cable.there}:{PORT}/onvif/device_service"
        self._cable = cable
        self._folder = folder
        self._login = {"username": user, "password": password}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._film()
        (self._folder / "camera.json").write_text(
            json.dumps(
                {"local_ip": self._cable.there, "onvif_port": PORT, "rtsp_port": RTSP_PORT, **self._login}
            )
        )
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Switch it on, and wait until it answers."""
        python = venv_python("ipycam")
        assert python is not None, "ipycam is missing: run make setup-tests"
        command = [str(python), "-m", "ipycam", "--config", "camera.json", "--source", "film.mp4"]
        self._process = subprocess.Popen(
            self._cable.command(command),
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until_s = time.monotonic() + LIMIT_S
        while True:
            try:
                requests.get(f"http://{self._cable.there}:{PORT}/", timeout=2)
            except requests.RequestException:
                assert time.monotonic() < until_s, "ipycam does not answer"
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """Switch it off; may be called twice."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait(LIMIT_S)

    def _film(self) -> None:
        film = ["ffmpeg", "-y", "-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=640x360:rate=10"]
        subprocess.run([*film, "-t", "2", str(self._folder / "film.mp4")], check=True, timeout=LIMIT_S)
