"""When a failed reading process is tried again: after longer and longer waits, or when a file was mended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from devices.transports.backoff import Backoff

LOOK_EVERY_NS = 500_000_000
MOST_FILES_IN_A_FOLDER = 64

_Stamp = tuple[str, int, int, int]


class NextStart:
    """Due at once at first, after a failure by the backoff, or as soon as one of its files has changed."""

    def __init__(self) -> None:
        self._backoff = Backoff()
        self._due_ns = 0
        self._looked_ns = 0
        self._paths: tuple[Path, ...] = ()
        self._stamps: frozenset[_Stamp] = frozenset()

    def proved(self) -> None:
        """The process does its work: the next failure is waited for briefly again."""
        self._backoff.reset()

    def failed(self, now_ns: int, files: Sequence[str] = ()) -> None:
        """It failed; ``files`` are what it rests on, a folder standing for all in it."""
        self._due_ns = now_ns + int(self._backoff.wait_s() * 1e9)
        self._looked_ns = now_ns
        self._paths = tuple(Path(name) for name in files)
        self._stamps = _stamps(self._paths)

    def at_once(self) -> None:
        """Nothing failed: the process is only replaced."""
        self._due_ns = 0

    def is_due(self, now_ns: int) -> bool:
        """Whether to start it now."""
        if now_ns >= self._due_ns:
            return True
        if not self._paths or now_ns - self._looked_ns < LOOK_EVERY_NS:
            return False
        self._looked_ns = now_ns
        if _stamps(self._paths) == self._stamps:
            return False
        self._backoff.reset()
        return True


def _stamps(paths: Sequence[Path]) -> frozenset[_Stamp]:
    """What tells a file from the same one after a change: name, length, time, place on the disk."""
    found = set()
    for path in paths:
        try:
            # Folders of models are small; where one is not, only so much of it is looked at.
            inside = sorted(path.iterdir())[:MOST_FILES_IN_A_FOLDER] if path.is_dir() else [path]
        except OSError:
            continue
        for file in inside:
            try:
                known = file.stat()
            except OSError:
                continue
            found.add((str(file), known.st_size, known.st_mtime_ns, known.st_ino))
    return frozenset(found)
