"""Cells of CSV files that a spreadsheet cannot take for formulas."""

from __future__ import annotations

from typing import Final

# What spreadsheets begin a formula with, in ASCII and in full width; source: OWASP, "CSV Injection".
_FORMULA_STARTS: Final = frozenset("=+-@\t\r\n＝＋－＠")


def neutral_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would reckon with it."""
    # Some programs cut blanks off before they look at the first character.
    starts = (text[:1], text.lstrip()[:1])
    return f"'{text}" if any(start in _FORMULA_STARTS for start in starts) else text
