"""Language and theme, switched in one place and kept in the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from console.compose import Console
from console.i18n import install_language
from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.spoken import Spoken
from console.theme import apply_theme
from core.config import Config, ConsoleConfig, write_config

Theme = Literal["light", "dark", "contrast"]
Language = Literal["en", "zh_TW"]


# Each language in its own words, so that whoever needs one can find it.
LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "zh_TW": "繁體中文"}


class AppearanceSwitch(Spoken):
    """Two lists: what is chosen holds at once, and at the next start too."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._language = language_choice()
        self._theme = theme_choice()
        self.show_chosen()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._language)
        row.addWidget(self._theme)
        self._language.activated.connect(self._on_chosen)
        self._theme.activated.connect(self._on_chosen)
        self.speak()

    def speak(self) -> None:
        self._theme.speak()
        self._language.setAccessibleName(self.tr("Language"))
        self._theme.setAccessibleName(self.tr("Theme"))

    def show_chosen(self) -> None:
        """Show what holds now."""
        console = self._ctx.console.config.console
        self._language.choose(console.language)
        self._theme.choose(console.theme)

    def _on_chosen(self) -> None:
        settings = replace(
            self._ctx.console.config.console, language=self._language.value(), theme=self._theme.value()
        )
        apply_settings(self._ctx, settings)


def language_choice() -> Choice[Language]:
    """The languages."""
    return Choice[Language](
        (("en", lambda: LANGUAGE_NAMES["en"]), ("zh_TW", lambda: LANGUAGE_NAMES["zh_TW"]))
    )


def theme_choice() -> Choice[Theme]:
    """The themes."""
    return Choice[Theme](
        (
            ("light", lambda: QCoreApplication.translate("Appearance", "Light")),
            ("dark", lambda: QCoreApplication.translate("Appearance", "Dark")),
            ("contrast", lambda: QCoreApplication.translate("Appearance", "High contrast")),
        )
    )


def apply_settings(ctx: Context, settings: ConsoleConfig) -> None:
    """Make language, theme and size of text hold now, and write them into the configuration."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        install_language(app, settings.language)
        apply_theme(app, settings.theme, settings.text_scale)
    config = replace(ctx.console.config, console=settings)
    ctx.console.config = config
    ctx.jobs.run(lambda: _keep(ctx.console, config), lambda _none: None)


def _keep(console: Console, config: Config) -> None:
    """A console without a lot has no file yet: the first run will write one."""
    if console.folder.config.exists():
        write_config(console.folder.config, config)
