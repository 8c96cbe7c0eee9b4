"""The plate formats that a site names: a list of texts like ``["tw", "cn:0.05"]``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.config.drawn import NotDrawn

MOST_FORMATS = 40
LONGEST_NAME = 500
LEAST_SHARE = 1e-6
# What stands behind the last colon, unless the colon is that of a drive before a path.
_SHARE = re.compile(r"(?P<name>.*):(?P<share>(?!.*\.toml$)[^/\\:]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """One entry of the list: a document's name or path, and the share of its cars at the lot (0…1]."""

    name: str
    share: float = 1.0

    def __str__(self) -> str:
        return self.name if self.share == 1.0 else f"{self.name}:{self.share:g}"


def parse_choice(text: str) -> FormatChoice:
    """The choice written as ``tw`` or ``cn:0.05``; ValueError says what is wrong."""
    with_share = _SHARE.fullmatch(text.strip())
    name, share = text.strip(), 1.0
    if with_share is not None:
        name, share = with_share["name"].strip(), _number(with_share["share"])
    usable = 0 < len(name) <= LONGEST_NAME and LEAST_SHARE <= share <= 1.0
    if not usable or any(unicodedata.category(character) in {"Cc", "Cs"} for character in name):
        raise ValueError(f'expected names, perhaps with a share up to 1 as in "cn:0.05", found "{text[:60]}"')
    return FormatChoice(name, share)


def check_choices(texts: list[str]) -> tuple[FormatChoice, ...]:
    """The choices of a list, each name once; ValueError says what is wrong."""
    choices = tuple(parse_choice(text) for text in texts)
    for index, choice in enumerate(choices):
        if choice.name in {earlier.name for earlier in choices[:index]}:
            raise ValueError(f'"{choice.name}" is listed twice')
    return choices


@dataclass(frozen=True, slots=True)
class FormatNames:
    """A list of format names in the configuration; empty for those of anywhere."""

    @property
    def expected(self) -> str:
        """The form in words."""
        return f'a list of at most {MOST_FORMATS} names like ["tw", "cn:0.05"]'

    def allows(self, value: object) -> bool:
        """Whether ``build`` takes it."""
        try:
            self.build(value)
        except NotDrawn:
            return False
        return True

    def build(self, value: object) -> tuple[str, ...]:
        """The texts, each usable; raises NotDrawn."""
        if not isinstance(value, list) or len(value) > MOST_FORMATS:
            raise NotDrawn((), f"expected {self.expected}")
        for place, text in enumerate(value):
            if not isinstance(text, str):
                raise NotDrawn((place,), f"expected {self.expected}")
            try:
                parse_choice(text)
            except ValueError as error:
                raise NotDrawn((place,), str(error)) from error
        try:
            check_choices(value)
        except ValueError as error:
            raise NotDrawn((), str(error)) from error
        return tuple(value)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return -1.0
