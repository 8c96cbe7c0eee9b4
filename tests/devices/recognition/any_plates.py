"""The plates of a lot that has not named its countries."""

from __future__ import annotations

from pathlib import Path

from core.config.plate_formats import load_formats
from devices.recognition.shapes import Shapes

ANY_PLATES = Shapes(load_formats([], named_in=Path("config.toml")))
