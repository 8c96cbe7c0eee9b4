"""A theme: one colour for each role, from a TOML file; widgets name roles, never colours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor

from core.domain.errors import ConfigError

THEME_NAMES: Final = ("light", "dark", "contrast")
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")


class Role(StrEnum):
    """What a colour is for.

    ``*_soft`` are grounds for text in ``TEXT``; ``*_fill`` are strong grounds, with ``TEXT_ON_*`` on them;
    the accent is its own fill.
    """

    CANVAS = "canvas"
    SURFACE = "surface"
    SURFACE_RAISED = "surface_raised"
    LINE = "line"
    LINE_STRONG = "line_strong"
    TEXT = "text"
    TEXT_QUIET = "text_quiet"
    MONEY = "money"
    FOCUS = "focus"
    ACCENT = "accent"
    OK = "ok"
    ATTENTION = "attention"
    ALARM = "alarm"
    UNKNOWN = "unknown"
    ACCENT_SOFT = "accent_soft"
    ATTENTION_FILL = "attention_fill"
    ATTENTION_SOFT = "attention_soft"
    ALARM_FILL = "alarm_fill"
    ALARM_SOFT = "alarm_soft"
    UNKNOWN_SOFT = "unknown_soft"
    TEXT_ON_ACCENT = "text_on_accent"
    TEXT_ON_ATTENTION = "text_on_attention"
    TEXT_ON_ALARM = "text_on_alarm"


@dataclass(frozen=True, slots=True)
class Theme:
    """A name and a colour (``#rrggbb``) for every role."""

    name: str
    colours: Mapping[Role, str]

    def code(self, role: Role) -> str:
        """The colour as ``#rrggbb``."""
        return self.colours[role]

    def colour(self, role: Role) -> QColor:
        """The colour for painting."""
        return QColor(self.colours[role])

    @property
    def is_dark(self) -> bool:
        """Whether the canvas is darker than the text on it."""
        return self.colour(Role.CANVAS).lightness() < self.colour(Role.TEXT).lightness()


@cache
def theme_named(name: str) -> Theme:
    """The theme that ships under that name; ValueError where there is none."""
    if name not in THEME_NAMES:
        raise ValueError(f"no theme is called {name!r}; there are {', '.join(THEME_NAMES)}")
    with resources.as_file(resources.files("resources") / "themes" / f"{name}.toml") as path:
        return load_theme(path)


def load_theme(path: Path) -> Theme:
    """The theme in a file; ConfigError where it cannot be read or a role is missing, unknown or no colour."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(path, None, f"cannot be read as a theme: {error}") from error
    name = document.pop("name", None)
    if not isinstance(name, str):
        raise ConfigError(path, None, 'expected a text as "name"')
    given: dict[str, object] = {}
    for section, roles in document.items():
        if not isinstance(roles, dict):
            raise ConfigError(path, None, f"{section}: expected a table of roles")
        given.update(roles)
    return Theme(name, _checked(path, given))


def _checked(path: Path, given: Mapping[str, object]) -> Mapping[Role, str]:
    known = {role.value for role in Role}
    if unknown := sorted(set(given) - known):
        raise ConfigError(path, None, f"unknown role: {', '.join(unknown)}")
    if missing := sorted(known - set(given)):
        raise ConfigError(path, None, f"missing role: {', '.join(missing)}")
    colours = {}
    for role in Role:
        colour = given[role.value]
        if not isinstance(colour, str) or _COLOUR.fullmatch(colour) is None:
            raise ConfigError(path, None, f"{role.value}: expected a colour like #1c4f99, not {colour!r}")
        colours[role] = colour
    return colours
