"""The data folder of a console: who holds it, and the reserve that a full disk gives back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from core.domain.errors import StoreError

if os.name == "nt":  # pragma: no cover - not tested on Windows
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


class DataFolder:
    """Paths of a console's data, and the operating system's lock on them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: IO[bytes] | None = None

    @property
    def config(self) -> Path:
        """The machine facts, TOML."""
        return self.path / "lotkeeper.toml"

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "lotkeeper.db"

    @property
    def photos(self) -> Path:
        """Photos by their SHA-256."""
        return self.path / "photos"

    @property
    def labels(self) -> Path:
        """Photos whose right plate is known, where the site keeps them."""
        return self.path / "labels"

    @property
    def receipts(self) -> Path:
        """Receipts as PDF and ESC/POS."""
        return self.path / "receipts"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.path / "backups"

    @property
    def log(self) -> Path:
        """The program's log."""
        return self.path / "lotkeeper.log"

    @property
    def status(self) -> Path:
        """How the running console said that it is, a few seconds ago at most; JSON."""
        return self.path / "status.json"

    def hold(self) -> None:
        """Take the folder for this process; StoreError ``store.in_use`` where another has it."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            stream = (self.path / "lock").open("ab")
        except OSError as error:
            raise StoreError("store.folder_not_writable", detail=str(error)) from error
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            raise StoreError("store.in_use", detail=str(self.path)) from error
        self._held = stream

    def release(self) -> None:
        """Let go of the folder; may be called twice."""
        if self._held is not None:
            self._held.close()
            self._held = None


class Reserve:
    """A file of some size that is deleted when the disk is full, so that cars can still leave."""

    SIZE_BYTES = 16 * 1024 * 1024

    def __init__(self, file: Path) -> None:
        self._file = file

    def make(self) -> bool:
        """Fill the reserve where it is missing; False where the disk has no room for it."""
        if self._file.exists() and self._file.stat().st_size >= self.SIZE_BYTES:
            return True
        try:
            with self._file.open("wb") as stream:
                stream.write(b"\0" * self.SIZE_BYTES)
                os.fsync(stream.fileno())
        except OSError:
            self._file.unlink(missing_ok=True)
            return False
        return True

    def release(self) -> bool:
        """Give the reserve back to the disk; False where it was spent before."""
        if not self._file.exists():
            return False
        self._file.unlink()
        return True

    @property
    def is_spent(self) -> bool:
        """Whether the disk was so full that the reserve had to go."""
        return not self._file.exists()
