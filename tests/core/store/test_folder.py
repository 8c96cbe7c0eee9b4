"""One process holds a data folder at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.domain.errors import StoreError
from core.store.folder import DataFolder
from tests.architecture.source_tree import ROOT

HOLD = """
import sys, pathlib
from core.store.folder import DataFolder
folder = DataFolder(pathlib.Path(sys.argv[1]))
folder.hold()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_console_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "data")
    first.hold()
    with pytest.raises(StoreError) as told:
        second.hold()
    assert told.value.cause == "store.in_use"
    first.release()
    first.release()
    second.hold()
    second.release()


def test_a_console_that_was_killed_does_not_keep_its_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(StoreError) as told:
            folder.hold()
        assert told.value.cause == "store.in_use"
        child.kill()
    folder.hold()
    folder.release()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as told:
        DataFolder(tmp_path / "file" / "data").hold()
    assert told.value.cause == "store.folder_not_writable"
