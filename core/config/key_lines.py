"""On which line each key of a TOML file stands, so that an error can say where.

``tomllib`` gives values without places. The text has been parsed before, so this scan takes valid TOML
for granted and only follows its structure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
_Reader = Callable[[int], None]

_TOKEN = re.compile(
    r"""
    (?P<string> \"{3} (?:\\.|[^\\])*? \"{3} \"{0,2} | '{3} .*? '{3} '{0,2}
              | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<skip> \#[^\n]* | [ \t\r]+ )
  | (?P<mark> [\[\]{}=,.\n] )
  | (?P<bare> [^\s\[\]{}=,.\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


class KeyLines:
    """Lines of keys and tables by their path: ``("lane", 0, "camera", "kind")``, counted from 1."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._lines: dict[KeyPath, int] = {}
        self._last_of: dict[KeyPath, int] = {}
        self._table: KeyPath = ()
        while self._at < len(self._tokens):
            self._statement()

    def line_of(self, path: KeyPath) -> int | None:
        """The line of the key, or of the nearest table around it; None for the file as a whole."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def _statement(self) -> None:
        if self._peek() == "\n":
            self._at += 1
        elif self._peek() == "[":
            self._header()
        else:
            self._key_and_value(self._table)

    def _header(self) -> None:
        line = self._tokens[self._at].line
        is_array = self._peek(1) == "["
        self._at += 2 if is_array else 1
        names = self._names()
        self._at += 2 if is_array else 1
        path: KeyPath = ()
        for name in names[:-1]:
            path = self._entered((*path, name))
        path = (*path, names[-1])
        if is_array:
            self._last_of[path] = self._last_of.get(path, -1) + 1
        self._table = self._entered(path)
        self._lines.setdefault(path, line)
        self._lines[self._table] = line

    def _entered(self, path: KeyPath) -> KeyPath:
        """The path itself, or that of its last table where it is an array of tables."""
        return (*path, self._last_of[path]) if path in self._last_of else path

    def _key_and_value(self, table: KeyPath) -> None:
        line = self._tokens[self._at].line
        path = table
        for name in self._names():
            path = (*path, name)
            self._lines.setdefault(path, line)
        self._at += 1
        self._value(path)

    def _names(self) -> list[str]:
        names = [_unquoted(self._take())]
        while self._peek() == ".":
            self._at += 1
            names.append(_unquoted(self._take()))
        return names

    def _value(self, path: KeyPath) -> None:
        if self._peek() == "{":
            self._inside("}", lambda _: self._key_and_value(path))
        elif self._peek() == "[":
            self._inside("]", lambda index: self._element((*path, index)))
        else:
            while self._peek() not in {",", "]", "}", "\n", ""}:
                self._at += 1

    def _element(self, path: KeyPath) -> None:
        self._lines[path] = self._tokens[self._at].line
        self._value(path)

    def _inside(self, end: str, read: _Reader) -> None:
        self._at += 1
        count = 0
        while self._peek() != end:
            if self._peek() in {",", "\n"}:
                self._at += 1
            else:
                read(count)
                count += 1
        self._at += 1

    def _take(self) -> _Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _peek(self, ahead: int = 0) -> str:
        """The mark that comes, ``"text"`` for anything else, ``""`` at the end."""
        if self._at + ahead >= len(self._tokens):
            return ""
        token = self._tokens[self._at + ahead]
        return token.text if token.kind == "mark" else "text"


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "skip":
            yield _Token(kind, match.group(), line)
        line += match.group().count("\n")


def _unquoted(token: _Token) -> str:
    if token.kind == "string":
        return str(tomllib.loads(f"name = {token.text}")["name"])
    return token.text
