"""Reading plates leaves no trace on the machine and reports to nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOAD = """
from pathlib import Path
from core.config.plate_formats import load_formats
from devices.recognition.reader import OcrPlateReader
from devices.recognition.shapes import Shapes
OcrPlateReader(shapes=Shapes(load_formats([], named_in=Path("config.toml"))))
"""


def test_loading_the_reader_writes_nothing_into_the_users_home(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", LOAD], check=True, env=environment, timeout=120)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
