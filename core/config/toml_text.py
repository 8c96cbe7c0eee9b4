"""The text of a TOML file and the document in it; what is wrong is said with file, line and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from core.domain.errors import ConfigError

_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_SYNTAX_END = " (at end of document)"
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


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


def document_of(text: str, path: Path, *, parse_float: Callable[[str], object] = float) -> dict[str, Any]:
    """The parsed document; ConfigErrors name ``path`` as their file."""
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except ValueError as error:  # its syntax errors, and integers of more digits than Python converts
        message = str(error)
        place = _SYNTAX_PLACE.search(message)
        line = int(place[1]) if place else text.count("\n") + 1
        column = f", column {place[2]}" if place else ""
        told = _SYNTAX_PLACE.sub("", message).removesuffix(_SYNTAX_END)
        raise ConfigError(path, line, f"is not valid TOML{column}: {told}") from error
    except RecursionError as error:
        raise ConfigError(path, None, "is nested too deeply") from error


def exact(digits: str) -> Decimal:
    """The number that the digits of a file say; ValueError where nobody can reckon with it."""
    try:
        return Decimal(digits)
    except InvalidOperation as error:
        raise ValueError(f"{digits[:40]} is no number that can be used") from error


def quoted(text: str) -> str:
    """The text as TOML writes it, in quotes."""
    return f'"{"".join(_ESCAPES.get(each) or _printable(each) for each in text)}"'


def _printable(character: str) -> str:
    """TOML allows no control characters in a text as they are, and no half of a surrogate pair."""
    return f"\\u{ord(character):04X}" if ord(character) < 0x20 or character == "\x7f" else character
