"""A file of a fixed size in memory, made whole by one process and mapped by others."""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
from collections.abc import Callable
from pathlib import Path

from core.domain.errors import DeviceError

PAGE = 4096
_PIECE = 1 << 20


def create_mapped(path: Path, header: bytes, size: int) -> mmap.mmap:
    """A new file of that size at the path, the header first and then zeros, replacing what was there.

    Raises DeviceError: ``camera.ring_no_space`` where there is no memory for it,
    ``camera.ring_not_writable`` where the folder cannot be written.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        with fresh.open("w+b") as file:
            file.write(header)
            # Filled, not just sized: running out of memory later would kill the writer with SIGBUS.
            empty, left = bytes(_PIECE), size - len(header)
            while left > 0:
                left -= file.write(empty[:left])
            file.flush()
            memory = mmap.mmap(file.fileno(), size)
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        full = error.errno in (errno.ENOSPC, errno.ENOMEM, errno.EDQUOT)
        cause = "camera.ring_no_space" if full else "camera.ring_not_writable"
        raise DeviceError(cause, detail=f"{path.name}: {error.strerror}") from error
    return memory


def open_mapped(path: Path, size_of: Callable[[bytes], int]) -> mmap.mmap:
    """The file that another process made; ``size_of`` reads its first page, or raises ValueError.

    Raises DeviceError: ``camera.ring_missing`` where there is none, ``camera.ring_damaged`` where the
    first page is nonsense or the file is too short.
    """
    try:
        with path.open("r+b") as file:
            size = size_of(file.read(PAGE))
            if os.fstat(file.fileno()).st_size < size:
                raise DeviceError("camera.ring_damaged", detail=f"{path.name} is too short")
            return mmap.mmap(file.fileno(), size)
    except FileNotFoundError as error:
        raise DeviceError("camera.ring_missing", detail=path.name) from error
    except (OSError, ValueError) as error:
        raise DeviceError("camera.ring_damaged", detail=f"{path.name}: {error}") from error
