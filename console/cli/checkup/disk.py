"""How long the disk still lasts, by what photos have really taken in the last days."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from console.cli.checkup.finding import Finding, ok, trouble

LEAST_FREE_BYTES: Final = 1024**3
LEAST_DAYS: Final = 30
# 1200 pictures of about 200 kB with their thumbnails: what 600 cars a day leave behind.
USUAL_BYTES_A_DAY: Final = 240_000_000
MEASURED_DAYS: Final = 14
# Photos are named after their SHA-256, so any of the 256 folders holds the same share of every day.
SAMPLED_FOLDERS: Final = 16
ALL_FOLDERS: Final = 256
_FEWEST_FILES: Final = 40


@dataclass(frozen=True, slots=True)
class Growth:
    """Bytes that photos take a day; ``is_measured`` False where there are too few to tell."""

    bytes_a_day: float
    is_measured: bool


def check_disk(path: Path, photos: Path, now: datetime) -> Finding:
    """Room on the disk of the folder (or, where it is not there yet, of the nearest above it)."""
    try:
        free = shutil.disk_usage(path).free
        growth = photo_growth(photos, now)
    except OSError as error:
        return trouble("disk", f"cannot be asked: {error.strerror or error}", "look at the disk")
    left_days = max(0.0, free - LEAST_FREE_BYTES) / growth.bytes_a_day
    by = "photos take" if growth.is_measured else "photos of 600 cars a day would take"
    said = f"{free / 1024**3:.1f} GiB free; {by} {growth.bytes_a_day / 1e6:.0f} MB a day: {_days(left_days)}"
    if free < LEAST_FREE_BYTES:
        return trouble("disk", said, "make room now: photos and backups need at least 1 GiB")
    if left_days < LEAST_DAYS:
        return trouble("disk", said, "make room, or have a larger disk put in, before it is full")
    return ok("disk", said)


def photo_growth(photos: Path, now: datetime) -> Growth:
    """What photos took a day in the last two weeks, from every sixteenth of their folders."""
    since = now - timedelta(days=MEASURED_DAYS)
    sizes, oldest = [0], now.timestamp()
    count = 0
    for number in range(0, ALL_FOLDERS, ALL_FOLDERS // SAMPLED_FOLDERS):
        for made_at, size_bytes in _files(photos / f"{number:02x}"):
            oldest = min(oldest, made_at)
            if made_at >= since.timestamp():
                sizes.append(size_bytes)
                count += 1
    days = min(MEASURED_DAYS, (now.timestamp() - oldest) / 86_400)
    if count < _FEWEST_FILES or days < 1:
        return Growth(USUAL_BYTES_A_DAY, is_measured=False)
    return Growth(sum(sizes) * ALL_FOLDERS / SAMPLED_FOLDERS / days, is_measured=True)


def _files(folder: Path) -> list[tuple[float, int]]:
    """When each file of the folder was written, and its size; one that goes meanwhile is left out."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                try:
                    status = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue
                found.append((status.st_mtime, status.st_size))
    except FileNotFoundError:
        return []
    return found


def _days(days: float) -> str:
    if days >= 3 * 365:
        return "enough for years"
    return f"enough for {days:.0f} days"
