"""Reads what services answer: JSON that may be anything, taken apart without trusting its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

Document = dict[str, Any]

LONGEST_FIGURE: Final = 40
"""No amount and no number of a transaction is longer; to write out 1e999999 would keep everything waiting."""


def read_object(body: bytes) -> Document | None:
    """The object in the body, None where there is none; figures with a point are exact.

    None, too, where a figure in it is none that anybody means.
    """
    try:
        value = json.loads(body, parse_float=_exact, parse_int=_whole, parse_constant=_no_figure)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _exact(figure: str) -> Decimal:
    mantissa, _, power = figure.lower().partition("e")
    if len(mantissa) > LONGEST_FIGURE or (power and not -LONGEST_FIGURE <= _whole(power) <= LONGEST_FIGURE):
        raise ValueError("a figure that is too long")
    return Decimal(figure)


def _whole(figure: str) -> int:
    if len(figure) > LONGEST_FIGURE:
        raise ValueError("a figure that is too long")
    return int(figure)


def _no_figure(name: str) -> None:
    raise ValueError(f"{name} is no figure")


def text(document: Document, *names: str) -> str:
    """The text under the names, one inside the other; empty where there is none."""
    value = inner(document, *names[:-1]).get(names[-1])
    return value if isinstance(value, str) else ""


def number(document: Document, *names: str) -> int | None:
    """The whole number under the names, None where there is none."""
    value = inner(document, *names[:-1]).get(names[-1])
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def inner(document: Document, *names: str) -> Document:
    """The object under the names; an empty one where there is none."""
    for name in names:
        value = document.get(name)
        if not isinstance(value, dict):
            return {}
        document = value
    return document


def each(document: Document, name: str) -> Iterator[Document]:
    """The objects in the list of that name."""
    value = document.get(name)
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))
