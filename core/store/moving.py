"""Moves a console to another PC: its database, its configuration and its photos in one file.

The file is a tar: ``manifest.json`` first, with what the rest must be, then ``lotkeeper.toml``,
``lotkeeper.db`` and ``photos/…``. Keys and passwords are not in it: on the new PC the console is another
one, with a journal of its own, and makes its own key.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

from core.domain.errors import BadInput
from core.store.backup import backup, check_file, restore
from core.store.engine import store_errors
from core.store.folder import DataFolder
from core.store.ownership import ids_of

FORMAT: Final = 1
MANIFEST, CONFIG, DATABASE = "manifest.json", "lotkeeper.toml", "lotkeeper.db"
MOST_MANIFEST_BYTES: Final = 1_000_000
MOST_CONFIG_BYTES: Final = 1_000_000
_CHUNK: Final = 1 << 20
_PHOTO: Final = re.compile(r"photos/[0-9a-f]{2}/[0-9a-f]{64}(\.thumb)?\.jpg")


@dataclass(frozen=True, slots=True)
class Packed:
    """What a packed console is: whose, when, and the SHA-256 of its database and configuration."""

    lot_id: str
    console_id: str
    made_at: str
    database: str
    config: str
    photos: int
    format: int = FORMAT


def pack(folder: DataFolder, target: Path, *, with_photos: bool) -> Packed:
    """Write everything of a console that does not run into one file, which appears whole or not at all."""
    lot_id, console_id = ids_of(folder.database)
    with store_errors(), tempfile.TemporaryDirectory(dir=target.parent) as work:
        copy = backup(folder.database, Path(work), label="move")
        config = folder.config.read_bytes() if folder.config.is_file() else b""
        photos = sorted(_photos(folder)) if with_photos else []
        packed = Packed(
            lot_id,
            console_id,
            datetime.now(UTC).isoformat(timespec="seconds"),
            _digest(copy),
            sha256(config).hexdigest(),
            len(photos),
        )
        partial = Path(work) / "packed.tar"
        with tarfile.open(partial, "w") as tar:
            _add(tar, MANIFEST, json.dumps(asdict(packed), indent=1).encode())
            _add(tar, CONFIG, config)
            tar.add(copy, DATABASE)
            for photo in photos:
                tar.add(photo, f"photos/{photo.parent.name}/{photo.name}")
        partial.chmod(0o600)  # a camera's address in it may hold a password
        with partial.open("rb") as stream:
            os.fsync(stream.fileno())
        partial.replace(target)
    return packed


def unpack(file: Path, folder: DataFolder, *, new_id: str) -> Packed:
    """Make the console in a folder that has none; the caller brings the database up to date afterwards.

    BadInput ``move.not_empty``, ``move.not_a_package``, ``move.damaged``; nothing is there then.
    """
    if folder.database.exists() or folder.config.exists():
        raise BadInput("move.not_empty", folder=str(folder.path))
    folder.path.mkdir(parents=True, exist_ok=True)
    with store_errors(), tempfile.TemporaryDirectory(dir=folder.path) as name:
        work = Path(name)
        packed = _take_out(file, work)
        check_file(work / DATABASE)
        if (work / "photos").is_dir():
            shutil.copytree(work / "photos", folder.photos, dirs_exist_ok=True)
        restore(work / DATABASE, folder.database, folder.backups, new_id=new_id, goes_on_with_tasks=True)
        if (work / CONFIG).stat().st_size:
            (work / CONFIG).chmod(0o600)
            (work / CONFIG).replace(folder.config)
    return packed


def _take_out(file: Path, work: Path) -> Packed:
    """The files of a package, each looked at: a name that leads elsewhere or a link is never followed."""
    try:
        with tarfile.open(file, "r:") as tar:
            packed = _manifest(tar)
            for member in tar:
                _take_one(tar, member, work)
    except FileNotFoundError as error:
        raise BadInput("move.no_such_file", file=str(file)) from error
    except (tarfile.TarError, EOFError) as error:
        raise BadInput("move.damaged", detail=str(error)) from error
    for name, expected in ((DATABASE, packed.database), (CONFIG, packed.config)):
        if not (work / name).is_file() or _digest(work / name) != expected:
            raise BadInput("move.damaged", detail=name)
    found = sum(1 for _ in (work / "photos").glob("??/*.jpg"))
    if found != packed.photos:
        raise BadInput("move.damaged", detail=f"{found} of {packed.photos} photos")
    return packed


def _manifest(tar: tarfile.TarFile) -> Packed:
    first = tar.next()
    stream = tar.extractfile(first) if first is not None and first.name == MANIFEST else None
    if stream is None:
        raise BadInput("move.not_a_package")
    try:
        document = json.loads(stream.read(MOST_MANIFEST_BYTES))
        packed = Packed(**document)
    except (ValueError, TypeError) as error:
        raise BadInput("move.not_a_package") from error
    if packed.format != FORMAT:
        raise BadInput("move.newer_than_program")
    return packed


def _take_one(tar: tarfile.TarFile, member: tarfile.TarInfo, work: Path) -> None:
    if member.name == MANIFEST:
        return
    if not member.isreg() or not (member.name in {CONFIG, DATABASE} or _PHOTO.fullmatch(member.name)):
        raise BadInput("move.damaged", detail=member.name[:200])
    if member.name == CONFIG and member.size > MOST_CONFIG_BYTES:
        raise BadInput("move.damaged", detail=CONFIG)
    target = work / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    stream = tar.extractfile(member)
    assert stream is not None  # noqa: S101 - a regular member has content
    with stream, target.open("wb") as out:
        shutil.copyfileobj(stream, out, _CHUNK)


def _photos(folder: DataFolder) -> Iterator[Path]:
    for photo in folder.photos.glob("??/*.jpg"):
        if _PHOTO.fullmatch(f"photos/{photo.parent.name}/{photo.name}"):
            yield photo


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    tar.addfile(member, io.BytesIO(content))


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
