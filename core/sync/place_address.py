"""A place for copies as it is written in the configuration.

    /mnt/second-disk/lotkeeper
    smb://user@server/share/folder
    s3://bucket/folder?endpoint=https://objects.example:9000

The password is never part of it: it comes from the environment or the system's key store, for S3 as
``key:secret``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from core.domain.errors import LinkError

_KINDS: Final = ("smb", "s3")


@dataclass(frozen=True, slots=True)
class Where:
    """A place as it is written in the configuration, taken apart; LinkError ``place.bad_address``."""

    kind: str
    root: str
    host: str = ""
    port: int | None = None
    user: str = ""
    endpoint: str = ""

    @classmethod
    def from_text(cls, text: str) -> Where:
        """The place that the text names."""
        if "://" not in text:
            if not Path(text).is_absolute():
                raise LinkError("place.bad_address", detail="neither a URL nor a path from the root")
            return cls("file", text)
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError:
            # Not its words, and not the text: somebody may have written a password there after all.
            raise LinkError("place.bad_address", detail="not a URL") from None
        if parts.password:
            raise LinkError("place.password_in_address")
        path = unquote(parts.path).rstrip("/")
        if parts.scheme == "file" and path:
            return cls("file", path)
        host = parts.hostname or ""
        if parts.scheme not in _KINDS or not host or (parts.scheme == "smb" and not path.strip("/")):
            raise LinkError("place.bad_address", detail=f"{parts.scheme}://{host}{path}")
        if parts.scheme == "smb":
            return cls("smb", path, host, port, unquote(parts.username or ""))
        endpoint = parse_qs(parts.query).get("endpoint", [""])[0]
        return cls("s3", f"{host}{path}", endpoint=endpoint)
