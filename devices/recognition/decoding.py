"""From a lattice to plates: likely strings, their look-alikes in the shapes of plates, each weighed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.recognition.ctc import log_chances
from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.shapes import DIGIT, LETTER, Shapes, shape_of
from devices.recognition.text_recogniser import Lattice

# How often the recogniser takes the one for the other on plates, where its training text was prose.
LOOK_ALIKES = (
    ("O", "0", 0.08), ("I", "1", 0.08), ("Z", "2", 0.04), ("S", "5", 0.04), ("B", "8", 0.04),
    ("G", "6", 0.04), ("D", "0", 0.02), ("Q", "0", 0.04), ("L", "1", 0.01), ("T", "1", 0.01),
    ("T", "7", 0.01), ("Z", "7", 0.01), ("A", "4", 0.01), ("L", "4", 0.01), ("J", "1", 0.01),
    ("Y", "7", 0.005), ("Q", "O", 0.01), ("D", "O", 0.01), ("V", "Y", 0.003), ("M", "N", 0.003),
    ("U", "V", 0.003), ("C", "G", 0.003),
)  # fmt: skip
EXTRA_GLYPH = 0.03
FURTHER_EXTRA_GLYPH = 0.15
MOST_EXTRA_AT_END = 3
MOST_FLIPS = 3
MIN_LENGTH, MAX_LENGTH = 3, 9
MOST_KEPT = 6
FOREIGN_COST = 1.0
TINY = 1e-30
# How much the formats count beside what was seen, and a reader alone beside both together.
PRIOR_STRENGTH = 0.7
LINE_SHARE = 0.6
LINE_ALONE = 0.2
OWN_ALONE = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """The plates that a line may be, best first with shares that sum to 1, and how plate-like it is.

    ``log_likeness`` is the logarithm of the lattice's chance to be a plate of the known shapes: 0 for a
    clear plate of the commonest shape, -8 for a sign.
    """

    plates: tuple[tuple[str, float], ...]
    log_likeness: float


class PlateDecoder:
    """Decodes lattices with the shapes of plates."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._leak = _leak_matrix()
        self._as_letter, self._as_digit = _flips()

    def decode(self, lattices: Sequence[Lattice], own: Sequence[Lattice] = ()) -> Decoded | None:
        """What plates a place may be, given lattices of it; None where it can be none.

        ``lattices`` are those of a line of text, which may hold a glyph more at its ends (a bolt, the
        country's band); ``own`` are those of our plate recogniser, which leaves such things out itself.
        """
        paths: dict[tuple[str, str], float] = {}
        for lattice in (*lattices, *own):
            ends = MOST_EXTRA_AT_END if lattices else 0
            for rank, text in enumerate(lattice.texts):
                for plate, front, back, cost in _without_extras(text, ends=ends, few=rank > 2):
                    for flipped in self._look_alikes(plate):
                        key = (flipped, f"{front}{flipped}{back}")
                        paths[key] = max(paths.get(key, -math.inf), cost)
        if not paths:
            return None
        return self._weigh(lattices, own, paths)

    def _weigh(
        self, lattices: Sequence[Lattice], own: Sequence[Lattice], paths: dict[tuple[str, str], float]
    ) -> Decoded:
        by_path = self._mean_chances(lattices, sorted({path for _, path in paths}))
        by_plate = self._mean_chances(own, sorted({plate for plate, _ in paths}))
        sums: dict[str, float] = {}
        for (plate, path), cost in paths.items():
            fit = cost + PRIOR_STRENGTH * self._shapes.log_weight(plate)
            together = _together(by_path.get(path), by_plate.get(plate))
            sums[plate] = sums.get(plate, 0.0) + together * math.exp(fit)
        total = max(sum(sums.values()), TINY)
        ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:MOST_KEPT]
        foreign = min((lattice.foreign for lattice in lattices), default=0.0)
        return Decoded(
            plates=tuple((plate, weight / total) for plate, weight in ordered),
            # Whether it is a plate at all rests on the formats in full: a sign fits none of them.
            log_likeness=math.log(total)
            + (1.0 - PRIOR_STRENGTH) * self._shapes.log_weight(ordered[0][0])
            - FOREIGN_COST * foreign,
        )

    def _mean_chances(self, lattices: Sequence[Lattice], texts: Sequence[str]) -> dict[str, float]:
        """Each text's chance under the lattices of one reader; empty where there are none.

        The mean of the chances, not of their logarithms: a crop that missed must not silence the others.
        """
        if not lattices:
            return {}
        leaky = [np.asarray(lattice.chances @ self._leak, dtype=np.float32) for lattice in lattices]
        mean = np.mean([np.exp(log_chances(chances, texts)) for chances in leaky], axis=0)
        return dict(zip(texts, mean.tolist(), strict=True))

    def _look_alikes(self, text: str) -> Iterator[str]:
        """The text itself and what it becomes in each shape of its length with few characters flipped."""
        yield text
        own = shape_of(text)
        for shape in self._shapes.by_length.get(len(text), ()):
            if sum(mine != wanted for mine, wanted in zip(own, shape, strict=True)) > MOST_FLIPS:
                continue
            flipped = [
                character
                if mine == wanted
                else (self._as_letter if wanted == LETTER else self._as_digit).get(character, "")
                for character, mine, wanted in zip(text, own, shape, strict=True)
            ]
            if all(flipped):
                yield "".join(flipped)


def may_be_plate(lattice: Lattice) -> bool:
    """Whether any of its texts is as long as a plate's, so that decoding it alone gives an answer."""
    return any(MIN_LENGTH <= len(text) <= MAX_LENGTH for text in lattice.texts)


def _together(line: float | None, own: float | None) -> float:
    """What two readers of the same place say of a text; either may be looking at something else."""
    if line is None or own is None:
        return line or own or 0.0
    agreed: float = line**LINE_SHARE * own ** (1.0 - LINE_SHARE)
    return agreed + LINE_ALONE * line + OWN_ALONE * own


def _without_extras(text: str, *, ends: int, few: bool) -> Iterator[tuple[str, str, str, float]]:
    """The text, and the text without glyphs at its ends that are none (a bolt, the country's band).

    Gives the plate, what was left out before and behind it, and the logarithm of the chance of that.
    """
    if MIN_LENGTH <= len(text) <= MAX_LENGTH:
        yield text, "", "", 0.0
    if few:
        return
    for front in range(ends + 1):
        for back in range(ends + 1):
            extras = front + back
            end = len(text) - back
            if extras and MIN_LENGTH <= end - front <= MAX_LENGTH:
                cost = math.log(EXTRA_GLYPH) + math.log(FURTHER_EXTRA_GLYPH) * (extras - 1)
                yield text[front:end], text[:front], text[end:], cost


def _leak_matrix() -> NDArray[np.float32]:
    leak = np.eye(len(ALPHABET) + 1, dtype=np.float32)
    for first, second, chance in LOOK_ALIKES:
        row, column = ALPHABET.index(first) + 1, ALPHABET.index(second) + 1
        leak[row, column] = leak[column, row] = chance
    return np.asarray(leak / leak.sum(axis=1, keepdims=True), dtype=np.float32)


def _flips() -> tuple[dict[str, str], dict[str, str]]:
    """For each character its likeliest look-alike letter, and its likeliest look-alike digit."""
    as_letter: dict[str, str] = {}
    as_digit: dict[str, str] = {}
    for first, second, _ in LOOK_ALIKES:
        for one, other in ((first, second), (second, first)):
            kinds = as_letter if shape_of(other) == LETTER else as_digit
            if shape_of(one) != shape_of(other) and {shape_of(one), shape_of(other)} == {LETTER, DIGIT}:
                kinds.setdefault(one, other)
    return as_letter, as_digit
