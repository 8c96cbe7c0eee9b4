"""What is asked after something was sent that may have acted: where that fails, everything is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.domain.errors import DeviceError


@contextmanager
def in_doubt() -> Iterator[None]:
    """Any failure within leaves it open whether money was taken."""
    try:
        yield
    except DeviceError as error:
        raise DeviceError(error.cause, detail=error.detail, unknown=True) from error
