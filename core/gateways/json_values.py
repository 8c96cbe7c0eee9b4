"""Reads what services answer: JSON that may be anything, taken apart without trusting its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Document = dict[str, Any]


def read_object(body: bytes) -> Document | None:
    """The object in the body, None where there is none; figures with a point are exact."""
    try:
        value = json.loads(body, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


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
