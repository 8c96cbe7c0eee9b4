"""Where copies go: a folder, a share on the network (``smb://``) or a store of objects (``s3://``).

The folder must be there: one that is made where a disk is missing would be no second place.
"""

from __future__ import annotations

import errno
import importlib
import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final, TypeVar, cast

from core.domain.errors import LinkError
from core.sync.place_address import Where
from core.sync.place_errors import place_errors

CALL_SECONDS: Final = 20.0
SLOWEST_BYTES_A_SECOND: Final = 200_000
CONNECT_SECONDS: Final = 5
CHUNK_BYTES: Final = 1 << 20
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}(/[A-Za-z0-9][A-Za-z0-9._-]{0,120}){0,4}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """A file at a place: its name with the folders below the place, and its size."""

    name: str
    size_bytes: int


class Place:
    """Files at a place, each call with a time limit; LinkError ``place.…`` where it did not do it.

    Safe from any thread. A server that never answers keeps one thread at most: as long as that one waits,
    every further call is refused at once. ``password`` may be a function: a key store is asked when it is
    needed, and not while the console starts.
    """

    def __init__(
        self, text: str, *, password: str | Callable[[], str] = "", call_seconds: float = CALL_SECONDS
    ) -> None:
        self.where = Where.from_text(text)
        self._password = password
        self._call_seconds = call_seconds
        self._lock = threading.Lock()
        self._waiting: threading.Thread | None = None
        self._made: Any = None

    def put(self, name: str, source: Path) -> None:
        """Copy a file there; it appears whole or not at all, and is read back and compared."""
        size = source.stat().st_size

        def work(files: Any) -> None:
            path = self._path(name)
            if self.where.kind != "s3":
                self._require_root(files)
                files.makedirs(path.rpartition("/")[0], exist_ok=True)
            with source.open("rb") as stream:
                expected = self._write(files, path, stream)
            with files.open(path, "rb") as stream:
                if _digest(stream) != expected:
                    raise LinkError("place.damaged", detail=name)

        self._do(work, more_bytes=2 * size)

    def append(self, name: str, content: bytes) -> None:
        """Add to the end of a file there, which is made where there is none; on a disk it is there for good.

        A store of objects has no such thing: there the file is written anew with what it held.
        """

        def work(files: Any) -> None:
            path = self._path(name)
            if self.where.kind == "s3":
                held = files.cat_file(path) if _kind(files, path) == "file" else b""
                files.pipe_file(path, held + content)
                return
            self._require_root(files)
            files.makedirs(path.rpartition("/")[0], exist_ok=True)
            with files.open(path, "ab") as there:
                there.write(content)
                there.flush()
                if self.where.kind == "file":
                    os.fsync(there.fileno())

        self._do(work, more_bytes=len(content))

    def get(self, name: str, target: Path, *, most_bytes: int) -> None:
        """Copy a file from there; LinkError ``place.missing``, ``place.too_large``."""

        def work(files: Any) -> None:
            if files.size(self._path(name)) > most_bytes:
                raise LinkError("place.too_large", detail=name)
            with files.open(self._path(name), "rb") as stream, target.open("wb") as here:
                while chunk := stream.read(CHUNK_BYTES):
                    here.write(chunk)

        self._do(work, more_bytes=most_bytes)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return self._do(lambda files: _kind(files, self._path(name))) == "file"

    def names(self, folder: str = "") -> list[PlaceFile]:
        """The files in a folder of the place and in those below it, in the order of their names."""

        def work(files: Any) -> list[PlaceFile]:
            if self.where.kind != "s3":
                self._require_root(files)
            root = self._path(folder) if folder else self.where.root
            found = _all_below(files, root, has_folders=self.where.kind != "s3")
            start = len(self.where.root.strip("/")) + 1
            return [
                PlaceFile(path.strip("/").replace("\\", "/")[start:], int(about["size"] or 0))
                for path, about in sorted(found.items())
            ]

        return [file for file in self._do(work) if _NAME.fullmatch(file.name)]

    def remove(self, name: str) -> None:
        """Delete a file; nothing happens where there is none."""

        def work(files: Any) -> None:
            if _kind(files, self._path(name)) == "file":
                files.rm_file(self._path(name))

        self._do(work)

    def _path(self, name: str) -> str:
        if not _NAME.fullmatch(name) or ".." in name:
            raise LinkError("place.bad_name", detail=name[:200])
        return f"{self.where.root}/{name}"

    def _require_root(self, files: Any) -> None:
        if _kind(files, self.where.root) != "directory":
            raise LinkError("place.not_found", detail=self.where.root)

    def _write(self, files: Any, path: str, stream: IO[bytes]) -> bytes:
        """Write under another name first where half a file would be seen; the hash of what was written."""
        half = path if self.where.kind == "s3" else f"{path}.part"
        seen = sha256()
        with files.open(half, "wb") as there:
            while chunk := stream.read(CHUNK_BYTES):
                seen.update(chunk)
                there.write(chunk)
            if self.where.kind == "file":
                there.flush()
                os.fsync(there.fileno())
        if half != path:
            if _kind(files, path) == "file":
                files.rm_file(path)
            files.mv(half, path)
        return seen.digest()

    def _do(self, work: Callable[[Any], T], *, more_bytes: int = 0) -> T:
        call = _Call(work, self._files)
        with self._lock:
            if self._waiting is not None and self._waiting.is_alive():
                raise LinkError("place.no_answer", detail="the call before still waits")
            thread = self._waiting = threading.Thread(target=call.run, name="place", daemon=True)
            thread.start()
        thread.join(self._call_seconds + more_bytes / SLOWEST_BYTES_A_SECOND)
        if thread.is_alive():
            self._made = None
            raise LinkError("place.no_answer", detail=self.where.host)
        if call.error is not None:
            self._made = None
            raise call.error
        return cast("T", call.answer)

    def _files(self) -> Any:
        if self._made is None:
            password = self._password if isinstance(self._password, str) else self._password()
            self._made = _OPENERS[self.where.kind](self.where, password)
        return self._made


@dataclass(slots=True)
class _Call:
    """One call on a thread of its own, with what became of it."""

    work: Callable[[Any], object]
    files: Callable[[], Any]
    answer: object = None
    error: BaseException | None = field(default=None)

    def run(self) -> None:
        try:
            with place_errors():
                self.answer = self.work(self.files())
        except BaseException as error:  # noqa: BLE001 - the thread's top; the caller gets it
            self.error = error


def _kind(files: Any, path: str) -> str:
    """``file``, ``directory``, or nothing; unlike ``exists`` it does not take a lost server for nothing."""
    try:
        return str(files.info(path)["type"])
    except OSError as error:
        if error.errno == errno.ENOENT or isinstance(error, FileNotFoundError):
            return ""
        raise


def _all_below(files: Any, root: str, *, has_folders: bool) -> dict[str, Any]:
    if not has_folders:
        try:
            return cast("dict[str, Any]", files.find(root, detail=True))
        except FileNotFoundError:
            return {}
    if _kind(files, root) != "directory":
        return {}
    return cast("dict[str, Any]", files.find(root, detail=True, maxdepth=5, on_error="raise"))


def _digest(stream: Any) -> bytes:
    seen = sha256()
    while chunk := stream.read(CHUNK_BYTES):
        seen.update(chunk)
    return seen.digest()


# Each library is loaded only where a place of its kind is used: s3fs alone takes half a second.
def _open_folder(_where: Where, _password: str) -> Any:
    return importlib.import_module("fsspec.implementations.local").LocalFileSystem(skip_instance_cache=True)


def _open_share(where: Where, password: str) -> Any:
    return importlib.import_module("fsspec.implementations.smb").SMBFileSystem(
        where.host,
        port=where.port,
        username=where.user or None,
        password=password or None,
        timeout=CONNECT_SECONDS,
        register_session_retries=0,
        skip_instance_cache=True,
    )


def _open_bucket(where: Where, password: str) -> Any:
    key, _, secret = password.partition(":")
    return importlib.import_module("s3fs").S3FileSystem(
        key=key or None,
        secret=secret or None,
        endpoint_url=where.endpoint or None,
        config_kwargs={
            "connect_timeout": CONNECT_SECONDS,
            "read_timeout": CALL_SECONDS,
            "retries": {"max_attempts": 1},
        },
        use_listings_cache=False,
        skip_instance_cache=True,
    )


_OPENERS: Final[dict[str, Callable[[Where, str], Any]]] = {
    "file": _open_folder,
    "smb": _open_share,
    "s3": _open_bucket,
}
