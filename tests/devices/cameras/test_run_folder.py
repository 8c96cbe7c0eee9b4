"""The folder for rings goes when its console goes, also where that one was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from devices.cameras.run_folder import RunFolder

_CONSOLE = """
import sys, time
from pathlib import Path
from devices.cameras.camera import CaptureCamera
from devices.cameras.run_folder import RunFolder
from devices.cameras.source import CameraSpec

held = RunFolder(Path(sys.argv[1]))
camera = CaptureCamera("entry", CameraSpec("folder", sys.argv[1]), held.path)
camera.start()
print(held.path.name, flush=True)
time.sleep(120)
"""


def test_a_folder_is_there_until_it_is_removed(tmp_path: Path) -> None:
    held = RunFolder(tmp_path)
    assert held.path.is_dir()
    assert held.path.stat().st_mode & 0o077 == 0
    held.remove()
    held.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_console_left_is_gone_when_the_next_one_starts(tmp_path: Path) -> None:
    console = subprocess.Popen([sys.executable, "-c", _CONSOLE, str(tmp_path)], stdout=subprocess.PIPE)
    assert console.stdout is not None
    with console.stdout:
        left = tmp_path / console.stdout.readline().decode().strip()
        assert list(left.glob("*.ring"))
        beside = RunFolder(tmp_path)
        assert left.is_dir(), "a living console keeps its own"
        console.send_signal(signal.SIGKILL)
        console.wait(timeout=20)
    after = RunFolder(tmp_path)
    assert not left.exists()
    assert beside.path.is_dir()
    beside.remove()
    after.remove()


def test_folders_of_others_and_those_just_being_made_are_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "console.lock").write_bytes(b"")
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "lotkeeper-just-made").mkdir()
    (shared / "lotkeeper-linked").symlink_to(outside)
    (shared / "lotkeeper-file").write_bytes(b"")
    RunFolder(shared).remove()
    assert sorted(each.name for each in shared.iterdir()) == [
        "lotkeeper-file",
        "lotkeeper-just-made",
        "lotkeeper-linked",
    ]
    assert (outside / "console.lock").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no such locks")
def test_a_folder_that_was_left_is_removed_with_its_rings(tmp_path: Path) -> None:
    left = tmp_path / "lotkeeper-left"
    left.mkdir()
    (left / "console.lock").write_bytes(b"")
    (left / "camera-entry.ring").write_bytes(bytes(1000))
    RunFolder(tmp_path).remove()
    assert not left.exists()
