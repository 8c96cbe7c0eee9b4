"""The document in a JSON text, numbers digit by digit, and on which line each of its keys stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NoReturn

from core.config.key_lines import KeyPath
from core.config.toml_text import exact
from core.domain.errors import ConfigError

_TOKEN = re.compile(
    r'(?P<string>"(?:\\.|[^"\\])*")|(?P<mark>[\[\]{}:,])|(?P<line>\n)|(?P<bare>[^\s\[\]{}:,"]+)'
)


def json_document_of(text: str, path: Path) -> dict[str, Any]:
    """The parsed document; ConfigErrors name ``path`` as their file."""
    try:
        document = json.loads(
            text, parse_float=exact, parse_constant=_refused, object_pairs_hook=_without_repeats
        )
    except json.JSONDecodeError as error:
        problem = f"is not valid JSON, column {error.colno}: {error.msg}"
        raise ConfigError(path, error.lineno, problem) from error
    except ValueError as error:  # our own, and integers of more digits than Python converts
        raise ConfigError(path, None, f"is not valid JSON: {error}") from error
    except RecursionError as error:
        raise ConfigError(path, None, "is nested too deeply") from error
    if not isinstance(document, dict):
        raise ConfigError(path, 1, "is not valid JSON: expected an object in braces")
    return document


class JsonLines:
    """Lines of keys and entries by their path, counted from 1; the text is valid JSON."""

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._walk(text)

    def line_of(self, path: KeyPath) -> int | None:
        """The line of the key, or of the nearest object around it; None for the document as a whole."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def _walk(self, text: str) -> None:
        """Follow the text with the path of each open object and list on a stack."""
        open_paths: list[tuple[KeyPath, bool]] = []
        path: KeyPath = ()
        line, is_key = 1, False
        for match in _TOKEN.finditer(text):
            kind, mark = match.lastgroup, match.group()
            if kind == "line":
                line += 1
            elif mark in {"{", "["}:
                self._lines.setdefault(path, line)
                open_paths.append((path, mark == "{"))
                is_key = mark == "{"
                path = path if is_key else (*path, 0)
            elif mark in {"}", "]"}:
                path = open_paths.pop()[0]
            elif mark == "," and open_paths:
                inside, is_key = open_paths[-1]
                path = inside if is_key else (*inside, int(path[-1]) + 1)
            elif mark == ":":
                is_key = False
            elif is_key:
                path = (*path, json.loads(mark))
                self._lines[path] = line
            else:
                self._lines.setdefault(path, line)


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f'the key "{twice[:40]}" is given twice')
    return document
