"""Distances in pixels: steps of 4, one radius, one line, and how large a target must be."""

from __future__ import annotations

from typing import Final

TIGHT: Final = 4
SMALL: Final = 8
MEDIUM: Final = 12
LARGE: Final = 16
WIDE: Final = 24
HUGE: Final = 32

RADIUS: Final = 6
LINE: Final = 1
TARGET: Final = 32
KIOSK_TARGET: Final = 60
