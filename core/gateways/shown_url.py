"""The address that a driver is shown as a QR code: only ever a web page."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from core.domain.errors import DeviceError

LONGEST_URL: Final = 2_000
"""More than that is no QR code that a telephone reads off a screen."""


def checked_url(url: str) -> str:
    """The address itself; raises DeviceError for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"https", "http"} or not parts.hostname or len(url) > LONGEST_URL:
        raise DeviceError("gateway.strange_answer", detail="an address that is no web page", unknown=True)
    return url
