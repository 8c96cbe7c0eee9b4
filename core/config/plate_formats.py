"""Finds and reads the plate formats that a site names: shipped documents, and files of its own."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from core.config.checking import Wrong
from core.config.format_names import FormatChoice, check_choices
from core.config.key_lines import KeyLines
from core.config.plate_documents import ParsedDocument, parse_document
from core.config.toml_text import document_of, text_of
from core.domain.errors import ConfigError
from core.domain.plate_formats import PlateDocument, PlateFormats

LARGEST_BYTES = 200_000
LARGEST_CONFIG_BYTES = 1_000_000
DEEPEST = 8
MOST_DOCUMENTS = 200
GENERIC = "generic"
ENDING = ".toml"


@dataclass(frozen=True, slots=True)
class FormatTitle:
    """A shipped document as it can be chosen: its name in lists and how people call it."""

    name: str
    english: str
    chinese: str
    is_group: bool


def load_formats(choices: Sequence[str], *, named_in: Path) -> PlateFormats:
    """The formats that a site named; the generic ones where it named none.

    ``named_in`` is the file that names them: it stands in errors, and paths are relative to its folder.
    Raises ConfigError for a name that is none, and for a document that cannot be used.
    """
    try:
        chosen = check_choices([text for text in choices if text.strip()]) or (FormatChoice(GENERIC),)
    except ValueError as error:
        raise ConfigError(named_in, None, f"formats: {error}") from error
    reading, line = _Reading(), _line_of_formats(named_in)
    return PlateFormats(
        [(reading.document(choice.name, named_in, line, ()), choice.share) for choice in chosen]
    )


def _line_of_formats(file: Path) -> int | None:
    """Where a configuration names its formats; None for what is no configuration, or none that is there."""
    if file.suffix != ENDING or not file.is_file():
        return None
    try:
        text = text_of(file, largest_bytes=LARGEST_CONFIG_BYTES) or ""
        document_of(text, file)
    except ConfigError:
        return None
    return KeyLines(text).line_of(("plates", "formats"))


def shipped_names() -> tuple[str, ...]:
    """The names of the documents that come with the program, in alphabetical order."""
    return tuple(sorted(_shipped()))


@lru_cache(maxsize=1)
def shipped_titles() -> tuple[FormatTitle, ...]:
    """The documents that come with the program: groups, countries, states, each by their English names."""
    titles = [
        FormatTitle(name, parsed.name, parsed.name_zh, bool(parsed.includes))
        for name, parsed in ((name, _parsed(path, name)) for name, path in _shipped().items())
    ]
    return tuple(sorted(titles, key=lambda title: (not title.is_group, "-" in title.name, title.english)))


class _Reading:
    """Reads documents with what they include, each file once."""

    def __init__(self) -> None:
        self._read: dict[Path, PlateDocument] = {}

    def document(self, name: str, named_in: Path, line: int | None, above: tuple[Path, ...]) -> PlateDocument:
        path = _path_of(name, named_in, line)
        if path in above:
            raise ConfigError(named_in, line, f'"{name}" includes itself in the end; take it out')
        if len(above) >= DEEPEST:
            raise ConfigError(named_in, line, f"includes more than {DEEPEST} documents within one another")
        if path not in self._read:
            if len(self._read) >= MOST_DOCUMENTS:
                raise ConfigError(named_in, line, f"includes more than {MOST_DOCUMENTS} documents in all")
            self._read[path] = self._built(path, named_in, line, above)
        return self._read[path]

    def _built(self, path: Path, named_in: Path, line: int | None, above: tuple[Path, ...]) -> PlateDocument:
        text = text_of(path, largest_bytes=LARGEST_BYTES)
        if text is None:
            raise ConfigError(named_in, line, f"there is no file {path}")
        parsed = _parse(text, path, path.stem)
        lines = KeyLines(text)
        parts = tuple(
            (self.document(part, path, lines.line_of(("includes", part)), (*above, path)), cars)
            for part, cars in parsed.includes
        )
        return PlateDocument(
            region=path.stem,
            name=parsed.name,
            patterns=parsed.patterns,
            parts=parts,
            shortest=parsed.lengths[0],
            longest=parsed.lengths[1],
            **parsed.weights,
        )


def _path_of(name: str, named_in: Path, line: int | None) -> Path:
    if "/" in name or "\\" in name or name.endswith(ENDING):
        return named_in.parent / os.path.expanduser(name)  # noqa: PTH111 - leaves what it does not know
    shipped = _shipped()
    if name not in shipped:
        told = f'no plate formats are called "{name[:40]}"; {_hint(name.lower(), shipped)}'
        raise ConfigError(named_in, line, told)
    return shipped[name]


def _hint(name: str, shipped: Collection[str]) -> str:
    people = {title.english.lower(): title.name for title in shipped_titles()}
    near = [name] if name in people else get_close_matches(name, [*shipped, *people], n=3)
    if near:
        names = dict.fromkeys(f'"{people.get(each, each)}"' for each in near)
        return f"did you mean {' or '.join(names)}?"
    countries = ", ".join(sorted(each for each in shipped if "-" not in each))
    return f"there are {countries}, and states as us-ca"


def _shipped() -> dict[str, Path]:
    folder = files("resources").joinpath("plates")
    return {
        entry.name.removesuffix(ENDING): Path(str(entry))
        for entry in folder.iterdir()
        if entry.name.endswith(ENDING)
    }


def _parsed(path: Path, name: str) -> ParsedDocument:
    return _parse(text_of(path, largest_bytes=LARGEST_BYTES) or "", path, name)


def _parse(text: str, path: Path, region: str) -> ParsedDocument:
    document = document_of(text, path)
    try:
        return parse_document(document, region)
    except Wrong as wrong:
        raise ConfigError(path, KeyLines(text).line_of(wrong.path), wrong.problem) from wrong
