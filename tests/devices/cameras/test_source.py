"""The description of a camera travels to its capture process and tells no secrets."""

import subprocess
import sys
from pathlib import Path

from PIL import Image

from devices.cameras.folder import FolderSource
from devices.cameras.source import CameraSpec, SkipsPictures, open_source


def test_a_description_survives_the_way_to_the_capture_process() -> None:
    spec = CameraSpec("simulator", "socket", lane="entry", authkey="0a0b", fps=12.5, picture_seconds=2.0)
    line = spec.to_json()

    assert "\n" not in line
    assert CameraSpec.from_json(line) == spec


def test_its_text_form_holds_no_password() -> None:
    shown = repr(CameraSpec("rtsp", "rtsp://booth:secret@camera/lane", authkey="0a0b"))
    assert "secret" not in shown
    assert "0a0b" not in shown


def test_a_folder_is_opened_as_one_that_may_skip_pictures(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    source = open_source(CameraSpec("folder", str(tmp_path)))

    assert isinstance(source, FolderSource)
    assert isinstance(source, SkipsPictures)


def test_the_capture_process_does_not_load_what_belongs_to_the_screen_or_the_simulator() -> None:
    code = (
        "import sys, devices.cameras.capture;"
        "print(any(name.startswith(('PySide6', 'devices.simulator')) for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "False"
