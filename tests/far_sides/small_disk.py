"""A disk of a few megabytes that can really be full: a file system in memory, mounted on a folder.

Needs the rights of the machine's administrator; where we are somebody else, ``sudo`` is asked. Without
them the tests fail, they do not skip.
"""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIMIT_SECONDS = 20
BLOCK_BYTES = 4096


class SmallDisk:
    """A folder that holds so much and no more."""

    def __init__(self, folder: Path, size_bytes: int) -> None:
        self.folder = folder
        self.size_bytes = size_bytes
        self._ballast = folder / "somebody-elses-file"

    def fill(self) -> None:
        """Let somebody else's file take all the room that is left, to the last block."""
        with self._ballast.open("ab", buffering=0) as stream:
            while True:
                try:
                    if stream.write(b"\0" * BLOCK_BYTES) < BLOCK_BYTES:
                        return
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    return

    def clear(self) -> None:
        """Take that file away again."""
        self._ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[SmallDisk]:
    """An empty disk in place of the folder, taken away afterwards with all that is on it."""
    folder.mkdir(parents=True, exist_ok=True)
    owner = f"uid={os.geteuid()},gid={os.getegid()}"
    _as_administrator("mount", "-t", "tmpfs", "-o", f"size={size_bytes},{owner}", "lot-test", str(folder))
    try:
        yield SmallDisk(folder, size_bytes)
    finally:
        _as_administrator("umount", "--lazy", str(folder))


def _as_administrator(*command: str) -> None:
    asked = [*command] if os.geteuid() == 0 else ["sudo", "-n", *command]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr.strip()}"
