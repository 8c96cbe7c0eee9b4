"""The typefaces that ship with the program, in the place of those that training fetches."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from resources.models.training.fonts import Fonts

FOLDER = Path(str(files("resources").joinpath("fonts")))
BARLOW = FOLDER / "plate-drawing" / "barlow-condensed-600.ttf"
OVERPASS = FOLDER / "plate-drawing" / "overpass-700.ttf"
FONTS = Fonts((BARLOW, OVERPASS), (FOLDER / "Inter-Bold.ttf",), FOLDER / "NotoSansTC-Bold.ttf")
