"""How the screen looks and speaks in this run: the configuration's settings, and what the shell asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtWidgets import QApplication

from console.i18n import install_language
from console.theme import apply_theme
from core.config import ConsoleConfig

THEMES: Final[tuple[Literal["light", "dark", "contrast"], ...]] = ("light", "dark", "contrast")
LANGUAGES: Final[tuple[Literal["en", "zh_TW"], ...]] = ("en", "zh_TW")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for at the shell; None leaves the configuration's own."""

    theme: str | None = None
    language: str | None = None
    scale: float | None = None
    simulate: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Theme, language and size of the text (1 to 2)."""

    theme: str = "light"
    language: str = "en"
    scale: float = 1.0


def look_of(config: ConsoleConfig, options: Options) -> Look:
    """The configuration's look with what was asked for at the shell."""
    return Look(
        theme=options.theme or config.theme,
        language=options.language or config.language,
        scale=options.scale or config.text_scale,
    )


def dress(app: QApplication, look: Look) -> None:
    """Make the program look and speak like that; open windows follow."""
    install_language(app, look.language)
    apply_theme(app, look.theme, look.scale)
