"""The typefaces that ship with the program."""

from __future__ import annotations

from importlib import resources
from typing import Final

from PySide6.QtGui import QFontDatabase

CHINESE_FAMILY: Final = "Lotkeeper Sans TC"
UI_FAMILIES: Final = ("Lotkeeper Sans", CHINESE_FAMILY)
PLATE_FAMILIES: Final = ("Lotkeeper Plate", *UI_FAMILIES)


def load_fonts() -> tuple[str, ...]:
    """Hand the shipped faces to Qt; gives the families. RuntimeError where one is missing or damaged.

    To be called once, after the application was made; a second call does no harm.
    """
    have = set(QFontDatabase.families())
    if have.issuperset(PLATE_FAMILIES):
        return PLATE_FAMILIES
    for file in sorted((resources.files("resources") / "fonts").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".ttf") and QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise RuntimeError(f"the typeface {file.name} cannot be used")
    if missing := set(PLATE_FAMILIES) - set(QFontDatabase.families()):
        raise RuntimeError(f"typefaces are missing: {', '.join(sorted(missing))}")
    return PLATE_FAMILIES
