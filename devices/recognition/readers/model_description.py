"""What a site says about its own model: ``PATH.toml`` beside the ``PATH`` of the ONNX file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from core.domain.errors import DeviceError

LARGEST_BYTES = 200_000
MOST_CHARACTERS = 40_000
_CHOICES = {
    "kind": ("ctc", "slots"),
    "colour": ("grey", "rgb", "bgr"),
    "layout": ("NCHW", "NHWC"),
    "fit": ("stretch", "keep"),
    "output": ("auto", "chances", "logits"),
}
_RANGES = {"height": (8, 512), "width": (0, 2048), "margin": (-0.3, 1.0), "blank": (-1, MOST_CHARACTERS)}


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """How pictures go into a recogniser of plates, and what its numbers mean.

    ``kind`` is ``ctc`` (steps × classes, one of them the blank) or ``slots`` (one place for each character
    of a plate, ``pad`` for an empty one). ``alphabet`` are the classes in their order, without CTC's blank;
    ``blank`` is that one's place among them, -1 for the last. Pictures are ``height`` × ``width`` pixels,
    a width of 0 follows the plate; ``margin`` is how much is seen around the text, in heights of it; the
    numbers that go in are (pixel - mean) × scale, where the model does not take whole numbers of 8 bits.
    """

    alphabet: tuple[str, ...]
    kind: str = "ctc"
    blank: int = 0
    pad: str = "_"
    height: int = 48
    width: int = 0
    colour: str = "grey"
    layout: str = "NCHW"
    fit: str = "stretch"
    margin: float = 0.1
    mean: tuple[float, ...] = (0.0,)
    scale: tuple[float, ...] = (1 / 255,)
    output: str = "auto"

    @property
    def class_count(self) -> int:
        """How many classes the model must have."""
        return len(self.alphabet) + (1 if self.kind == "ctc" else 0)


def load_description(path: Path) -> ModelDescription:
    """The description in a file.

    Raises DeviceError: ``reader.description_missing``; ``reader.description_wrong`` with what is wrong.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DeviceError("reader.description_missing", detail=path.name) from error
    try:
        return _description(_document(content))
    except (_Wrong, ValueError, RecursionError) as wrong:
        raise DeviceError("reader.description_wrong", detail=f"{path.name}: {wrong}") from wrong


class _Wrong(Exception):
    pass


def _document(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST_BYTES:
        raise _Wrong("is far too large")
    return tomllib.loads(content.decode("utf-8-sig"))


def _description(document: dict[str, Any]) -> ModelDescription:
    known = [field.name for field in fields(ModelDescription)]
    strange = sorted(set(document) - set(known))
    if strange:
        raise _Wrong(f"unknown key {strange[0]}, expected {', '.join(known)}")
    if "alphabet" not in document:
        raise _Wrong("alphabet is missing: the model's characters in their order")
    found = ModelDescription(**{name: _value(name, value) for name, value in document.items()})
    if found.kind == "slots" and found.pad not in found.alphabet:
        raise _Wrong(f'pad "{found.pad}" is not in the alphabet')
    if found.kind == "ctc" and found.blank > len(found.alphabet):
        raise _Wrong(f"blank is {found.blank}, there are {found.class_count} classes")
    layers = 1 if found.colour == "grey" else 3
    if len(found.mean) not in (1, layers) or len(found.scale) not in (1, layers):
        raise _Wrong(f"mean and scale are one number, or {layers}")
    if found.kind == "slots" and found.width == 0:
        raise _Wrong("width is missing: only kind ctc can follow the plate's width")
    return found


def _value(name: str, value: Any) -> Any:
    if name == "alphabet":
        return _alphabet(value)
    if name in ("mean", "scale"):
        return _numbers(name, value)
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise _Wrong(f"{name} is one of {', '.join(_CHOICES[name])}")
        return value
    if name == "pad":
        if not isinstance(value, str) or len(value) != 1:
            raise _Wrong("pad is one character")
        return value
    least, most = _RANGES[name]
    kinds = (int, float) if name == "margin" else (int,)
    if not isinstance(value, kinds) or isinstance(value, bool) or not least <= value <= most:
        raise _Wrong(f"{name} is a number from {least} to {most}")
    return value


def _alphabet(value: object) -> tuple[str, ...]:
    characters = list(value) if isinstance(value, str | list) else []
    fits = all(isinstance(character, str) and 1 <= len(character) <= 8 for character in characters)
    if not fits or not 2 <= len(characters) <= MOST_CHARACTERS:
        raise _Wrong("alphabet is a text with the model's characters in their order, or a list of them")
    if len(set(characters)) < len(characters):
        raise _Wrong("alphabet names a character twice")
    return tuple(characters)


def _numbers(name: str, value: Any) -> tuple[float, ...]:
    numbers = value if isinstance(value, list) else [value]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers):
        raise _Wrong(f"{name} is a number, or a list of one for each colour")
    if not 1 <= len(numbers) <= 3 or not all(-1e6 < one < 1e6 for one in numbers):
        raise _Wrong(f"{name} is out of range")
    return tuple(float(one) for one in numbers)
