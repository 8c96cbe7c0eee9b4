"""The folder for the rings of one console: in memory, private, and swept away also where that was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

if os.name == "nt":  # pragma: no cover - not tested on Windows

    def _locked(stream: IO[bytes]) -> bool:
        return not stream.closed
else:
    import fcntl

    def _locked(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


_PREFIX = "lotkeeper-"
_LOCK = "console.lock"
_MEMORY = Path("/dev/shm")  # noqa: S108 - rings must be shared by path; the folder itself is private


class RunFolder:
    """One folder, locked for as long as its process lives: what is not locked, a later console removes."""

    def __init__(self, parent: Path | None = None) -> None:
        """Made in memory where the system has such a place, after what dead consoles left there is gone."""
        if parent is None:
            parent = _MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir())
        _sweep(parent)
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        # Closed by the system itself when this process ends, however it does; children do not inherit it.
        fresh = self.path / f"{_LOCK}.new"
        self._lock = fresh.open("wb")
        _locked(self._lock)
        # Under its name only once it is locked: another console may be sweeping in this very moment.
        fresh.replace(self.path / _LOCK)

    def remove(self) -> None:
        """Remove it with all that is in it; may be called twice."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()


def _sweep(parent: Path) -> None:
    """Remove the folders of consoles that live no more."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError), _left_behind(folder) as is_left:
            if is_left:
                shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _left_behind(folder: Path) -> Iterator[bool]:
    """Whether nobody holds the folder; raises OSError where it is none of ours, or is just being made."""
    if os.name == "nt" or folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        yield False
        return
    with (folder / _LOCK).open("r+b") as lock:
        yield _locked(lock)
