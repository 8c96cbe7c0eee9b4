"""What a text display shows of the bytes it was sent: ours, after Epson's and the CD5220 command tables.

No emulator of such a display was found; both families' tables are published with the displays. Understood
is only what both mean alike: ``ESC @`` (begin anew, overwrite mode), ``FF`` (clear), ``VT`` (home), and text
that goes on in the next row, and from the last one in the first.
"""

from __future__ import annotations


def rows_shown(content: bytes, *, columns: int, rows: int, encoding: str = "ascii") -> tuple[str, ...]:
    """The rows as they stand after these bytes; a byte that is no command of both families is refused."""
    cells = [b" "] * (columns * rows)
    place = at = 0
    while at < len(content):
        if content[at : at + 2] == b"\x1b@":
            cells, place, at = [b" "] * len(cells), 0, at + 2
        elif content[at : at + 1] == b"\x0c":
            cells, place, at = [b" "] * len(cells), 0, at + 1
        elif content[at : at + 1] == b"\x0b":
            place, at = 0, at + 1
        else:
            assert content[at] >= 0x20, f"no display knows {content[at : at + 4]!r}"
            cells[place] = content[at : at + 1]
            place, at = (place + 1) % len(cells), at + 1
    lines = (b"".join(cells[first : first + columns]) for first in range(0, len(cells), columns))
    return tuple(line.decode(encoding).rstrip() for line in lines)
