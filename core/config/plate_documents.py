"""One document of plate formats as TOML: its patterns with weights, or the parts that a group is made of.

    [names]
    en = "Taiwan"
    zh_TW = "臺灣"

    [classes]            # what A, 9 or a small letter stands for here; A without O: "^O"
    [codes]              # lists to name in patterns as <district>: "BA KE NR"

    [seldom]             # letters that stand for A on few plates only, and how few
    letters = "IOQ"
    weight = 0.1

    [[series]]
    weight = 1.0         # by the share of cars that carry it, 1.0 the commonest
    patterns = ["AAA-9999"]

or, for a group, instead of the series ``[includes]`` with the cars of each part, in any one unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from core.config.checking import Wrong
from core.config.key_lines import KeyPath
from core.domain.plate_patterns import (
    LETTER,
    LETTERS,
    USUAL_CLASSES,
    PlatePattern,
    check_codes,
    parse_class,
    parse_pattern,
)

MOST_SERIES = 100
MOST_PATTERNS = 500
MOST_PARTS = 100
LONGEST_NAME = 80
MOST_CARS = 1e12
_KEYS = (
    "names", "source", "floor", "letters_only", "digits_only", "usual_lengths",
    "classes", "codes", "seldom", "series", "includes",
)  # fmt: skip
_SERIES_KEYS = ("weight", "patterns")


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """What a document says, its parts by name only."""

    name: str
    name_zh: str
    source: str
    patterns: tuple[PlatePattern, ...]
    includes: tuple[tuple[str, float], ...]
    weights: Mapping[str, float]
    lengths: tuple[int, int]


def parse_document(document: Mapping[str, Any], region: str) -> ParsedDocument:
    """The document of a region; raises Wrong at the first key that cannot be used."""
    _check_keys((), document, _KEYS)
    names = _table(document, "names")
    _check_keys(("names",), names, ("en", "zh_TW"))
    includes = tuple(_includes(_table(document, "includes")))
    patterns = tuple(_patterns(document, region))
    if bool(includes) == bool(patterns):
        problem = "both [[series]] and [includes]" if includes else "neither [[series]] nor [includes]"
        raise Wrong(("includes",), f"has {problem}, expected one of them")
    english = _line(names, ("names", "en"), default=region)
    return ParsedDocument(
        name=english,
        name_zh=_line(names, ("names", "zh_TW"), default=english),
        source=_line(document, ("source",), default="", longest=2000),
        patterns=patterns,
        includes=includes,
        weights={
            key: _number(document[key], (key,), most=1.0)
            for key in ("floor", "letters_only", "digits_only")
            if key in document
        },
        lengths=_lengths(document.get("usual_lengths", [5, 8])),
    )


def _patterns(document: Mapping[str, Any], region: str) -> Iterator[PlatePattern]:
    classes = {**USUAL_CLASSES, **dict(_classes(_table(document, "classes")))}
    codes = dict(_codes(_table(document, "codes")))
    letters, share = _seldom(_table(document, "seldom"))
    all_classes = classes
    classes = {**classes, LETTER: classes[LETTER] - letters}
    seen: set[str] = set()
    for path, weight, source in _sources(document.get("series", [])):
        if source in seen:
            raise Wrong(path, f'"{source}" is listed twice')
        seen.add(source)
        if len(seen) > MOST_PATTERNS:
            raise Wrong(path, f"has more than {MOST_PATTERNS} patterns")
        try:
            usual = parse_pattern(source, classes=classes, codes=codes)
            every = parse_pattern(source, classes=all_classes, codes=codes)
        except ValueError as error:
            raise Wrong(path, str(error)) from error
        yield PlatePattern(source, weight, region, usual)
        if every != usual:
            yield PlatePattern(source, weight * share, region, every)


def _sources(series: object) -> Iterator[tuple[KeyPath, float, str]]:
    """Each pattern as it is written, with its weight and where it stands."""
    if not isinstance(series, list) or len(series) > MOST_SERIES:
        raise Wrong(("series",), f"series: expected at most {MOST_SERIES} tables headed [[series]]")
    for index, table in enumerate(series):
        path: KeyPath = ("series", index)
        if not isinstance(table, dict):
            raise Wrong(path, "series: expected tables headed [[series]]")
        _check_keys(path, table, _SERIES_KEYS)
        for key in _SERIES_KEYS:
            if key not in table:
                raise Wrong(path, f"series: {key} is missing")
        weight = _number(table["weight"], (*path, "weight"), most=1.0)
        patterns = table["patterns"]
        if not isinstance(patterns, list) or not patterns:
            raise Wrong((*path, "patterns"), 'patterns: expected a list like ["AAA-9999"]')
        for place, source in enumerate(patterns):
            if not isinstance(source, str):
                raise Wrong((*path, "patterns", place), "patterns: expected texts in quotes")
            yield (*path, "patterns", place), weight, source


def _seldom(table: Mapping[str, Any]) -> tuple[frozenset[str], float]:
    """The letters that are seldom, and the share of plates that have any of them."""
    if not table:
        return frozenset(), 1.0
    _check_keys(("seldom",), table, ("letters", "weight"))
    letters = _line(table, ("seldom", "letters"), default="")
    if not letters or not frozenset(letters) < LETTERS:
        raise Wrong(("seldom", "letters"), 'seldom.letters: expected capital letters like "IOQ"')
    return frozenset(letters), _number(table.get("weight"), ("seldom", "weight"), most=1.0)


def _classes(table: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for name, text in table.items():
        path = ("classes", name)
        if not (len(name) == 1 and (name in USUAL_CLASSES or name.islower() or not name.isascii())):
            raise Wrong(path, f'classes: "{name}" cannot be one, expected A, 9 or a small letter')
        if not isinstance(text, str):
            raise Wrong(path, f'classes.{name}: expected a text like "A-HJ-NP-Z"')
        try:
            yield name, parse_class(text)
        except ValueError as error:
            raise Wrong(path, f"classes.{name}: {error}") from error


def _codes(table: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for name, text in table.items():
        if not isinstance(text, str):
            raise Wrong(("codes", name), f'codes.{name}: expected a text like "BA KE NR"')
        try:
            yield name, check_codes(name, text.split())
        except ValueError as error:
            raise Wrong(("codes", name), f"codes.{name}: {error}") from error


def _includes(table: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    if len(table) > MOST_PARTS:
        raise Wrong(("includes",), f"includes: expected at most {MOST_PARTS} parts")
    for name, cars in table.items():
        yield name, _number(cars, ("includes", name), most=MOST_CARS)


def _check_keys(path: KeyPath, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"expected one of {', '.join(known)}"
            raise Wrong((*path, key), f'unknown key "{key}"; {hint}')


def _table(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise Wrong((key,), f"{key}: expected a table headed [{key}]")
    return value


def _line(table: Mapping[str, Any], path: KeyPath, *, default: str, longest: int = LONGEST_NAME) -> str:
    value = table.get(str(path[-1]), default)
    if not isinstance(value, str) or not len(value) <= longest:
        raise Wrong(path, f"{path[-1]}: expected a text of at most {longest} characters")
    return value


def _number(value: object, path: KeyPath, *, most: float) -> float:
    key = path[-1]
    if not isinstance(value, int | float) or isinstance(value, bool) or not 1e-9 <= value <= most:
        raise Wrong(path, f"{key}: expected a number above 0 and up to {most:g}, found {str(value)[:40]}")
    return float(value)


def _lengths(value: object) -> tuple[int, int]:
    match value:
        case [int(shortest), int(longest)] if 1 <= shortest <= longest <= 12:
            return shortest, longest
    raise Wrong(("usual_lengths",), "usual_lengths: expected two numbers of characters like [5, 8]")
