"""OpenCV comes in by one door, which leaves the Qt variables as they were and limits pictures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_NAMES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_LOOK = """
import os
from devices.vision import cv2
for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "OPENCV_IO_MAX_IMAGE_PIXELS"):
    print(os.environ.get(name, "-"))
print(cv2.getNumThreads())
"""


@pytest.mark.parametrize("value", [None, "/somewhere"])
def test_importing_it_leaves_the_qt_variables_as_they_were(value: str | None) -> None:
    environment = {name: text for name, text in os.environ.items() if name not in _NAMES}
    if value is not None:
        environment |= dict.fromkeys(_NAMES, value)
    done = subprocess.run(
        [sys.executable, "-c", _LOOK],
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.split() == [value or "-", value or "-", str(64 * 1024 * 1024), "1"]


def test_nothing_else_in_the_source_imports_opencv() -> None:
    found = [
        str(path.relative_to(_ROOT))
        for package in ("console", "core", "devices", "reports", "resources", "migrations")
        for path in (_ROOT / package).rglob("*.py")
        if any(line.strip().startswith(("import cv2", "from cv2")) for line in path.read_text().splitlines())
    ]
    assert found == ["devices/vision.py"]
