"""A row of a slip, free of any layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RowStyle(StrEnum):
    """How a row stands on the paper."""

    MARK = "mark"
    HEAD = "head"
    QUIET = "quiet"
    SECTION = "section"
    PAIR = "pair"
    SUM = "sum"
    NOTE = "note"
    CODE = "code"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A row: what it is called to the left, its figure to the right; ``value`` is empty without one."""

    style: RowStyle
    label: str
    value: str = ""
