"""Verifies photos: each file still holds the picture that it is named after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from core.store.engine import store_errors
from core.store.findings import Findings

_PHOTO = re.compile(r"[0-9a-f]{64}\.jpg")


def verify_photos(folder: Path, findings: Findings) -> int:
    """Compare each photo with its name, which the journal seals; how many there were.

    A thumbnail is named after its photo, so of it nothing can be said. StoreError where the disk refuses.
    """
    count = 0
    with store_errors():
        for file in _photos(folder):
            count += 1
            try:
                with file.open("rb") as stream:
                    holds = file_digest(stream, "sha256").hexdigest() == file.stem
            except FileNotFoundError:
                continue  # purged meanwhile
            if not holds:
                findings.add("photo.differs", file.name)
    return count


def _photos(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for inner in sorted(folder.iterdir()):
            if inner.is_dir():
                yield from (file for file in sorted(inner.iterdir()) if _PHOTO.fullmatch(file.name))
