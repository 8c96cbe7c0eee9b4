"""What is chosen of the plate formats: a value for each country, state and file of the site. No Qt here."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from core.config.format_names import FormatChoice, parse_choice
from core.config.plate_formats import GENERIC, FormatTitle

SOMETIMES_SHARE = 0.1


class Usage(Enum):
    """How usual cars from there are."""

    NONE = auto()
    USUAL = auto()
    SOMETIMES = auto()


_NEXT = {Usage.NONE: Usage.USUAL, Usage.USUAL: Usage.SOMETIMES, Usage.SOMETIMES: Usage.NONE}


@dataclass(frozen=True, slots=True)
class Origin:
    """One row: where plates come from, under its names, and how usual they are here."""

    code: str
    english: str
    chinese: str
    usage: Usage = Usage.NONE
    is_own_file: bool = False


class PlatesChoice:
    """Starts from what the configuration holds; shares that nobody touches stay as they are there."""

    def __init__(self, titles: Sequence[FormatTitle], formats: Sequence[str]) -> None:
        self._kept = {choice.name: choice for choice in map(parse_choice, formats)}
        known = {
            title.name: Origin(title.name, title.english, title.chinese)
            for title in titles
            if title.name != GENERIC or GENERIC in self._kept
        }
        # Files of the site's own stand among the others, under their paths.
        own = {name: Origin(name, name, name, is_own_file=True) for name in self._kept if name not in known}
        self._rows = {
            code: replace(row, usage=_usage(self._kept.get(code))) for code, row in (own | known).items()
        }
        chosen = [code for code in self._rows if code in self._kept]
        self._first = tuple(sorted(chosen, key=lambda code: -self._kept[code].share))
        self.is_known = bool(titles)

    @property
    def rows(self) -> tuple[Origin, ...]:
        """All rows; those chosen at the beginning first."""
        rest = [code for code in self._rows if code not in self._first]
        return tuple(self._rows[code] for code in (*self._first, *rest))

    def found(self, text: str, *, chinese: bool = False) -> tuple[Origin, ...]:
        """The rows in whose names or code the text stands; those that begin with it first."""
        wanted = _folded(text)
        rows = tuple(row for row in self.rows if any(wanted in name for name in _names(row)))
        if not wanted:
            return rows

        def place(row: Origin) -> tuple[bool, str]:
            begins = any(name.startswith(wanted) for name in _names(row))
            return not begins, row.chinese if chinese else row.english

        return tuple(sorted(rows, key=place))

    def turn(self, code: str) -> None:
        """Usual, now and then, not expected, and so round."""
        row = self._rows.get(code)
        if row is not None:
            self._rows[code] = replace(row, usage=_NEXT[row.usage])

    def formats(self) -> tuple[str, ...]:
        """As the configuration holds it; the usual ones first."""
        chosen = sorted(
            (row for row in self.rows if row.usage is not Usage.NONE),
            key=lambda row: row.usage is not Usage.USUAL,
        )
        return tuple(str(self._choice(row)) for row in chosen)

    def _choice(self, row: Origin) -> FormatChoice:
        kept = self._kept.get(row.code)
        if kept is not None and _usage(kept) is row.usage:
            return kept
        return FormatChoice(row.code, 1.0 if row.usage is Usage.USUAL else SOMETIMES_SHARE)


def _usage(choice: FormatChoice | None) -> Usage:
    if choice is None:
        return Usage.NONE
    return Usage.USUAL if choice.share > 0.5 else Usage.SOMETIMES


def _names(row: Origin) -> tuple[str, ...]:
    return (_folded(row.english), _folded(row.chinese), _folded(row.code))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
