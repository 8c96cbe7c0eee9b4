"""What plates look like at a lot: the patterns of its countries, and how much a text looks like a plate.

A document is a country's (or state's) list of patterns with weights, 1.0 for the commonest, or a group of
documents with their shares of the cars. A group adds up what its parts say, and then halves the
differences (on the scale of logarithms): the cars at one lot are never the average of a continent. A site
names documents with shares of its own, and a text weighs as in the one where it weighs most.
"""

from __future__ import annotations

import math
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.domain.plate_patterns import (
    DIGIT,
    DIGITS,
    FOREIGN,
    LETTER,
    LETTERS,
    PlatePattern,
    shape_of,
)

# Per character that a text is shorter or longer than any usual plate: it was read off a sign.
LENGTH_COST = 1.2
GROUP_EVENNESS = 0.5
# In a group, whose plates are mostly not so, a number alone is rather read off a sign: so much of its share.
GROUP_NUMBERS = 0.05

_Match = Callable[[str], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class PlateDocument:
    """A region's patterns, or a group's parts with their shares; never both.

    ``floor`` is the weight of a text of letters and digits that fits no pattern (a vanity plate),
    ``letters_only`` and ``digits_only`` of texts without the other, mostly signs and telephone numbers;
    ``shortest`` and ``longest`` are the usual numbers of characters.
    """

    region: str
    name: str
    patterns: tuple[PlatePattern, ...] = ()
    parts: tuple[tuple[PlateDocument, float], ...] = ()
    floor: float = 0.02
    letters_only: float = 0.0005
    digits_only: float = 0.002
    shortest: int = 5
    longest: int = 8

    def spread(self) -> Iterator[PlatePattern]:
        """Its patterns, those of its parts weighed by their shares; the weights sum to 1."""
        patterns = self.patterns or tuple(
            replace(pattern, weight=pattern.weight * share * (GROUP_NUMBERS if pattern.is_number else 1.0))
            for part, share in self.parts
            for pattern in part.spread()
        )
        total = sum(pattern.weight for pattern in patterns)
        return (replace(pattern, weight=pattern.weight / total) for pattern in patterns)


class PlateFormats:
    """The formats of one site: documents, each with its share (0…1]. Read-only, for any thread."""

    def __init__(self, documents: Sequence[tuple[PlateDocument, float]]) -> None:
        if not documents:
            raise ValueError("a site has at least one document of plate formats")
        self.documents = tuple(documents)
        self.regions: tuple[str, ...] = tuple(document.region for document, _ in documents)
        self._weighers = [_Weigher(document, share) for document, share in documents]
        self.patterns: tuple[PlatePattern, ...] = _merged(
            (pattern for weigher in self._weighers for pattern in weigher.patterns), max
        )
        self.of_length: Mapping[int, tuple[PlatePattern, ...]] = _by_length(self.patterns)
        self.characters: frozenset[str] = _characters(self.patterns) - LETTERS - DIGITS
        self._foreign = {ord(character): FOREIGN for character in self.characters}
        self._floor = max(document.floor * share for document, share in documents)
        self._letters_only = max(document.letters_only * share for document, share in documents)
        self._digits_only = max(document.digits_only * share for document, share in documents)
        self._shortest = min(document.shortest for document, _ in documents)
        self._longest = max(document.longest for document, _ in documents)

    def log_weight(self, text: str) -> float:
        """How well a normalised text fits: 0 for the commonest plates of the site, lower for rarer ones.

        What fits no pattern has the floor's weight, less where it holds only letters or only digits or is
        of an unusual length. Any text may be handed in.
        """
        shape = self._shape_of(text)
        weight = max([weigher.weight(text, shape) for weigher in self._weighers])
        if weight > 0.0:
            return math.log(max(weight, self._floor))
        if DIGIT not in shape:
            weight = self._letters_only
        elif LETTER not in shape:
            weight = self._digits_only
        else:
            weight = self._floor
        too_short = max(0, self._shortest - len(text))
        too_long = max(0, len(text) - self._longest)
        return math.log(weight) - LENGTH_COST * (too_short + too_long)

    def region_of(self, text: str) -> str | None:
        """The region (``us-ca``, ``de``) that the plate is most likely from; None where it fits none."""
        shape = self._shape_of(text)
        weights: dict[str, float] = defaultdict(float)
        for weigher in self._weighers:
            for region, weight in weigher.regions(text, shape):
                weights[region] += weight
        return max(weights, key=lambda region: weights[region]) if weights else None

    def written(self, text: str) -> str:
        """The plate as people of its region write it, with separators; the text itself where none fits."""
        for pattern in self.of_length.get(len(text), ()):
            if pattern.fits(text):
                return pattern.written(text)
        return text

    def _shape_of(self, text: str) -> str:
        shape = shape_of(text)
        return shape.translate(self._foreign) if self._foreign else shape


class _Weigher:
    """One document's weights by shape: added up for plain patterns, tried one by one for the others."""

    def __init__(self, document: PlateDocument, share: float) -> None:
        self._share = share
        self._evenness = GROUP_EVENNESS if document.parts else 1.0
        patterns = _scaled(tuple(document.spread())) if document.parts else document.patterns
        self._of_shape: dict[str, list[PlatePattern]] = defaultdict(list)
        for pattern in patterns:
            for shape in pattern.shapes():
                self._of_shape[shape].append(pattern)
        merged = _merged(patterns, operator.add)
        self._plain: dict[str, float] = {}
        self._tried: dict[str, list[tuple[_Match, float]]] = defaultdict(list)
        for pattern in merged:
            for shape in pattern.shapes():
                if pattern.is_plain:
                    self._plain[shape] = pattern.weight
                else:
                    self._tried[shape].append((pattern.matcher().fullmatch, pattern.weight))
        self.patterns = tuple(replace(pattern, weight=self._evened(pattern.weight)) for pattern in merged)

    def weight(self, text: str, shape: str) -> float:
        """The text's weight times the document's share; 0 where it fits no pattern."""
        weight = self._plain.get(shape, 0.0)
        for match, weight_of_match in self._tried.get(shape, ()):
            if match(text) is not None:
                weight += weight_of_match
        return self._evened(weight)

    def regions(self, text: str, shape: str) -> Iterator[tuple[str, float]]:
        """The regions whose patterns fit the text, with their weights."""
        for pattern in self._of_shape.get(shape, ()):
            if pattern.fits(text):
                yield pattern.region, pattern.weight * self._share

    def _evened(self, weight: float) -> float:
        return self._share * math.pow(min(1.0, weight), self._evenness)


def _scaled(patterns: Sequence[PlatePattern]) -> tuple[PlatePattern, ...]:
    """The patterns with weights such that the commonest shape has 1.0 in all."""
    sums: dict[str, float] = defaultdict(float)
    for pattern in patterns:
        for shape in pattern.shapes():
            sums[shape] += pattern.weight
    heaviest = max(sums.values())
    return tuple(replace(pattern, weight=pattern.weight / heaviest) for pattern in patterns)


def _merged(
    patterns: Iterable[PlatePattern], combined: Callable[[float, float], float]
) -> tuple[PlatePattern, ...]:
    """Patterns of the same parts as one, under the name of the heaviest."""
    found: dict[tuple[frozenset[str], ...], PlatePattern] = {}
    for pattern in patterns:
        known = found.get(pattern.parts)
        if known is None:
            found[pattern.parts] = pattern
        else:
            heavier = max(known, pattern, key=lambda each: each.weight)
            found[pattern.parts] = replace(heavier, weight=combined(known.weight, pattern.weight))
    return tuple(found.values())


def _by_length(patterns: Sequence[PlatePattern]) -> dict[int, tuple[PlatePattern, ...]]:
    grouped: dict[int, list[PlatePattern]] = defaultdict(list)
    for pattern in sorted(patterns, key=lambda each: -each.weight):
        grouped[pattern.length].append(pattern)
    return {length: tuple(found) for length, found in sorted(grouped.items())}


def _characters(patterns: Sequence[PlatePattern]) -> frozenset[str]:
    return frozenset(
        character for pattern in patterns for part in pattern.parts for text in part for character in text
    )
