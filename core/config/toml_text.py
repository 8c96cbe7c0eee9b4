"""The text of a TOML file and the document in it; what is wrong is said with file, line and why."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from core.domain.errors import ConfigError

_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_SYNTAX_END = " (at end of document)"


def text_of(path: Path, *, largest_bytes: int) -> str | None:
    """The text of the file, None where there is none; raises ConfigError."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise ConfigError(path, None, "is no file, expected a short TOML file")  # a pipe would hang
        with path.open("rb") as stream:
            content = stream.read(largest_bytes + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigError(path, None, f"cannot be read: {error.strerror or error}") from error
    if len(content) > largest_bytes:
        raise ConfigError(path, None, f"is larger than {largest_bytes} bytes, expected a short TOML file")
    try:
        # Editors on Windows put a mark before UTF-8.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, line, "is not UTF-8 text; save the file as UTF-8") from error


def document_of(text: str, path: Path) -> dict[str, Any]:
    """The parsed document; ConfigErrors name ``path`` as their file."""
    try:
        return tomllib.loads(text)
    except ValueError as error:  # its syntax errors, and integers of more digits than Python converts
        message = str(error)
        place = _SYNTAX_PLACE.search(message)
        line = int(place[1]) if place else text.count("\n") + 1
        column = f", column {place[2]}" if place else ""
        told = _SYNTAX_PLACE.sub("", message).removesuffix(_SYNTAX_END)
        raise ConfigError(path, line, f"is not valid TOML{column}: {told}") from error
    except RecursionError as error:
        raise ConfigError(path, None, "is nested too deeply") from error
