"""Anchors on the second disk: a file a month for each console, to which lines are only added."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.domain.anchors import Anchor, AnyAnchor, anchors_in, to_line
from core.sync.places import Place

MOST_BYTES: Final = 20_000_000
_START: Final = "anchors-"
_END: Final = ".jsonl"


class AnchorFiles:
    """The anchors of a lot's consoles at a place, under ``lot/console/anchors-202611.jsonl``."""

    name: Final = "disk"

    def __init__(self, place: Callable[[], Place]) -> None:
        self._place = place

    def write(self, anchor: Anchor) -> None:
        """Add the anchor; LinkError ``place.…`` where it could not be."""
        name = f"{anchor.lot_id}/{anchor.console_id}/{_START}{anchor.at:%Y%m}{_END}"
        # A line of its own even behind one that a power cut left half.
        self._place().append(name, f"\n{to_line(anchor)}\n".encode())

    def read(self, lot_id: str) -> list[AnyAnchor]:
        """All anchors of the lot there, as far as they can be read; LinkError ``place.…``."""
        place = self._place()
        found: list[AnyAnchor] = []
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "anchors"
            for each in place.names(lot_id):
                last = each.name.rpartition("/")[2]
                if last.startswith(_START) and last.endswith(_END):
                    place.get(each.name, file, most_bytes=MOST_BYTES)
                    found += anchors_in(file.read_text(encoding="utf-8", errors="replace"))[0]
        return found

    def close(self) -> None:
        """There is nothing to let go of."""
