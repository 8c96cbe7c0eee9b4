"""What went wrong at a place for copies, whatever library says it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from core.domain.errors import LinkError

_BY_NUMBER: Final = {
    errno.ENOSPC: "place.full",
    errno.EDQUOT: "place.full",
    errno.EACCES: "place.refused",
    errno.EPERM: "place.refused",
    errno.EROFS: "place.refused",
    errno.ENOENT: "place.missing",
    errno.ECONNREFUSED: "place.no_answer",
    errno.ECONNRESET: "place.no_answer",
    errno.EHOSTUNREACH: "place.no_answer",
    errno.ENETUNREACH: "place.no_answer",
    errno.ETIMEDOUT: "place.no_answer",
    errno.EPIPE: "place.no_answer",
}
# By the name of the exception, so that no library is loaded for its errors alone.
_BY_NAME: Final = {
    "LogonFailure": "place.refused",
    "SMBAuthenticationError": "place.refused",
    "AccessDenied": "place.refused",
    "NoCredentialsError": "place.refused",
    "ClientError": "place.refused",
    "BadNetworkName": "place.not_found",
    "FileNotFoundError": "place.missing",
    "PermissionError": "place.refused",
    "SMBConnectionClosed": "place.no_answer",
    "EndpointConnectionError": "place.no_answer",
    "ConnectTimeoutError": "place.no_answer",
    "ReadTimeoutError": "place.no_answer",
    "ConnectionError": "place.no_answer",
    "ConnectionClosedError": "place.no_answer",
    "TimeoutError": "place.no_answer",
}


@contextmanager
def place_errors() -> Iterator[None]:
    """Turn what a library raises into LinkError with its cause."""
    try:
        yield
    except LinkError:
        raise
    except Exception as error:
        # Each library has errors of its own, and some raise ValueError for a server that is away.
        raise LinkError(_cause(error), detail=str(error)[:300]) from error


def _cause(error: BaseException) -> str:
    known = _BY_NUMBER.get(error.errno or 0) if isinstance(error, OSError) else None
    names = (_BY_NAME.get(kind.__name__) for kind in type(error).__mro__)
    by_name = next((cause for cause in names if cause is not None), None)
    if known or by_name:
        return known or by_name or ""
    text = str(error).lower()
    return "place.no_answer" if "failed to connect" in text or "errno -" in text else "place.failed"
