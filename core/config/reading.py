"""Reads the configuration file; whatever is wrong with it is said with file, line and what was expected."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from core.config.checking import Wrong, build_config
from core.config.key_lines import KeyLines
from core.config.values import Config
from core.domain.errors import ConfigError

LARGEST_BYTES = 1_000_000
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_SYNTAX_END = " (at end of document)"


def load_config(path: Path) -> Config:
    """The configuration in the file, with defaults for what it leaves out; raises ConfigError.

    A console that was never configured has no file: all defaults, no lanes.
    """
    text = _text_of(path)
    return Config() if text is None else parse_config(text, path)


def parse_config(text: str, path: Path) -> Config:
    """The configuration in the text; ConfigErrors name ``path`` as their file."""
    document = _document(text, path)
    try:
        return build_config(document)
    except Wrong as wrong:
        raise ConfigError(path, KeyLines(text).line_of(wrong.path), wrong.problem) from wrong


def _text_of(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigError(path, None, f"cannot be read: {error.strerror or error}") from error
    if len(content) > LARGEST_BYTES:
        raise ConfigError(path, None, f"is larger than {LARGEST_BYTES} bytes, expected a short TOML file")
    try:
        # Editors on Windows put a mark before UTF-8.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, line, "is not UTF-8 text; save the file as UTF-8") from error


def _document(text: str, path: Path) -> dict[str, Any]:
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
