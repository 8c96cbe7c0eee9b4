"""A power cut: what was acknowledged is there, and what is there is whole."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from core.store.engine import sqlite_url
from core.store.verify import verify_file
from migrations.history import upgrade
from tests.architecture.source_tree import ROOT

KILLS = 30


def test_a_console_killed_at_any_moment_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.db"
    upgrade(sqlite_url(file))
    chance = random.Random(20261121)
    acknowledged: list[int] = []
    # Several consoles in a row, each killed a while after its first acknowledged entry.
    for _ in range(KILLS):
        acknowledged += _write_until_killed(file, chance.random() * 0.05)
    found = verify_file(file)
    assert found.problems == ()
    assert acknowledged == sorted(set(acknowledged))
    (head,) = found.heads
    assert head.seq == found.entries >= acknowledged[-1]
    assert len(acknowledged) >= KILLS


def _write_until_killed(file: Path, seconds: float) -> list[int]:
    command = [sys.executable, "-m", "tests.core.store.ledger", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        threading.Event().wait(seconds)
        child.kill()
        rest = child.stdout.read()
    whole_lines = (first + rest).rpartition("\n")[0]
    return [int(line) for line in whole_lines.split("\n")]
