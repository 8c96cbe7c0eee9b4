"""One pattern of a plate: which characters may stand at each place, and how people write it.

A pattern is written as its plates are: ``AAA-9999``. ``A`` stands for any letter, ``9`` for any digit,
``[A-HJ-NP-Z]`` for one of those, ``[^IOQ]`` for a letter that is none of those, ``<district>`` for one
of a list of codes of one length. A space, ``-``, ``.`` or ``·`` stands where people write it and is no
part of the plate. A document may give further letters a meaning of their own, and ``A`` and ``9`` another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from string import ascii_uppercase, digits

LETTERS, DIGITS = frozenset(ascii_uppercase), frozenset(digits)
LETTER, DIGIT, FOREIGN = "A", "9", "汉"
SEPARATORS = frozenset(" -.·")
LONGEST = 10
MOST_SHAPES = 64
USUAL_CLASSES: Mapping[str, frozenset[str]] = {LETTER: LETTERS, DIGIT: DIGITS}

_TO_SHAPE = {ord(letter): LETTER for letter in LETTERS} | {ord(digit): DIGIT for digit in DIGITS}
_TOKEN = re.compile(r"\[(?P<set>[^\]]*)\]|<(?P<code>[^>]*)>|(?P<one>.)", re.DOTALL)
_MEMBER = re.compile(r"(.)-(.)|([^-])", re.DOTALL)


def shape_of(text: str) -> str:
    """The shape of a normalised text: ``ABC1234`` gives ``AAA9999``; what is neither stays as it is."""
    return text.translate(_TO_SHAPE)


@dataclass(frozen=True, slots=True)
class PlatePattern:
    """Plates of one look: ``source`` as its document writes it, ``weight`` 0…1, ``region`` like ``us-ca``.

    ``parts`` are what may stand one after another: each a set of texts of one length, mostly one.
    """

    source: str
    weight: float
    region: str
    parts: tuple[frozenset[str], ...]

    @property
    def classes(self) -> tuple[frozenset[str], ...]:
        """The characters that may stand at each place; of codes each place for itself."""
        return tuple(
            frozenset(text[place] for text in part)
            for part in self.parts
            for place in range(len(next(iter(part))))
        )

    @property
    def length(self) -> int:
        """How many characters its plates have, separators not counted."""
        return sum(len(next(iter(part))) for part in self.parts)

    @property
    def is_plain(self) -> bool:
        """Whether every letter and every digit may stand where one may: then the shape says it all."""
        return all(part in (LETTERS, DIGITS) for part in self.parts)

    @property
    def is_number(self) -> bool:
        """Whether its plates have digits only."""
        return all(text.isdigit() for part in self.parts for text in part)

    def shapes(self) -> Iterator[str]:
        """The shapes of its plates; what is no Latin letter and no digit is ``汉`` in them."""
        each = [sorted({_shape_with_foreign(text) for text in part}) for part in self.parts]
        return ("".join(chosen) for chosen in product(*each))

    def fits(self, text: str) -> bool:
        """Whether the normalised text is such a plate."""
        return self.matcher().fullmatch(text) is not None

    def matcher(self) -> re.Pattern[str]:
        """The regular expression of its plates."""
        return _matcher(self.parts)

    def written(self, plate: str) -> str:
        """A plate that fits, with separators as people write it: ``ABC-1234``."""
        shown: list[str] = []
        rest = iter(plate)
        parts = iter(self.parts)
        for token in _TOKEN.finditer(self.source):
            if token["one"] in SEPARATORS:
                shown.append(token["one"])
            else:
                shown.extend(next(rest, "") for _ in range(len(next(iter(next(parts))))))
        return "".join((*shown, *rest))


@lru_cache(maxsize=4096)
def _matcher(parts: tuple[frozenset[str], ...]) -> re.Pattern[str]:
    return re.compile("".join(_expression(part) for part in parts))


def parse_pattern(
    source: str,
    *,
    classes: Mapping[str, frozenset[str]] = USUAL_CLASSES,
    codes: Mapping[str, frozenset[str]] | None = None,
) -> tuple[frozenset[str], ...]:
    """The parts of a pattern as written in a document; ValueError says what is wrong with it."""
    parts = tuple(_parts(source, classes, codes or {}))
    length = sum(len(next(iter(part))) for part in parts)
    if not 1 <= length <= LONGEST:
        raise ValueError(f'"{source}" has {length} characters, expected 1 to {LONGEST}')
    shapes = 1
    for part in parts:
        shapes *= len({_shape_with_foreign(text) for text in part})
    if shapes > MOST_SHAPES:
        raise ValueError(f'"{source}" leaves open too often whether a letter or a digit stands there')
    return parts


def parse_class(text: str) -> frozenset[str]:
    """The characters of a class as written between brackets: ``A-HJ-NP-Z``, ``^IO``; ValueError if none."""
    negated = text.startswith("^")
    named = frozenset(_members(text[1:] if negated else text))
    if not named:
        raise ValueError(f'"[{text}]" names no character')
    if not negated:
        return named
    of = LETTERS if named <= LETTERS else DIGITS
    if not named < of:
        raise ValueError(f'"[{text}]" must leave out either letters or digits, and not all of them')
    return of - named


def check_codes(name: str, texts: Iterable[str]) -> frozenset[str]:
    """A list of codes of one length, such as districts; ValueError where it is none."""
    codes = frozenset(texts)
    if not codes:
        raise ValueError(f"<{name}> is an empty list")
    if len({len(code) for code in codes}) != 1:
        raise ValueError(f"<{name}> holds codes of different lengths; make one list of each length")
    for code in sorted(codes):
        if not 1 <= len(code) <= LONGEST or not all(_may_stand_on_a_plate(each) for each in code):
            raise ValueError(f'<{name}> holds "{code}", expected capital letters and digits')
    return codes


def _parts(
    source: str, classes: Mapping[str, frozenset[str]], codes: Mapping[str, frozenset[str]]
) -> Iterator[frozenset[str]]:
    for token in _TOKEN.finditer(source):
        if token["set"] is not None:
            yield parse_class(token["set"])
        elif token["code"] is not None:
            if token["code"] not in codes:
                raise ValueError(f'"{source}" names <{token["code"]}>, of which there is no list')
            yield codes[token["code"]]
        elif token["one"] in classes:
            yield classes[token["one"]]
        elif token["one"] not in SEPARATORS:
            raise ValueError(
                f'"{source}" holds {token["one"]!r}, expected A, 9, [set], <list>, a space or one of - . ·'
            )


def _members(text: str) -> Iterator[str]:
    end = 0
    for member in _MEMBER.finditer(text):
        if member.start() != end:
            break
        end = member.end()
        first, last = (member[1], member[2]) if member[1] else (member[3], member[3])
        if ord(first) > ord(last) or {shape_of(first), shape_of(last)} == {LETTER, DIGIT}:
            raise ValueError(f'"[{text}]": {first}-{last} is no range')
        for code in range(ord(first), ord(last) + 1):
            if not _may_stand_on_a_plate(chr(code)):
                raise ValueError(f'"[{text}]" holds {chr(code)!r}, expected capital letters and digits')
            yield chr(code)
    if end != len(text):
        raise ValueError(f'"[{text}]" is no set of characters, expected one like [A-HJ-NP-Z]')


def _may_stand_on_a_plate(character: str) -> bool:
    return character in LETTERS or character in DIGITS or "\u4e00" <= character <= "\u9fff"


def _shape_with_foreign(text: str) -> str:
    return "".join(each if each in (LETTER, DIGIT) else FOREIGN for each in shape_of(text))


def _expression(part: frozenset[str]) -> str:
    texts = sorted(part)
    if len(texts[0]) == 1:
        return f"[{''.join(texts)}]"
    return f"(?:{'|'.join(texts)})"
