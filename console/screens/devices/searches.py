"""The searches that the page offers, from those of ``devices.search``."""

from __future__ import annotations

from typing import Final

from console.screens.devices.searching import Search

SEARCHES: Final[tuple[Search, ...]] = ()
