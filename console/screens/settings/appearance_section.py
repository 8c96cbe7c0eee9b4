"""How the console looks, speaks and sounds on this machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from console.screens.context import Context
from console.screens.form.appearance import apply_settings, language_choice, theme_choice
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.settings.section import Section

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class AppearanceSection(Section):
    """What is chosen holds at once, and at the next start too."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._language, self._theme = language_choice(), theme_choice()
        self._scale = Choice[float](tuple((scale, _percent(scale)) for scale in SCALES))
        self._sounds = QCheckBox()
        grid = FieldGrid()
        self._labels = [grid.add(field) for field in (self._language, self._theme, self._scale, self._sounds)]
        self.column.addLayout(grid)
        self.finish_column()
        self.setFocusProxy(self._language)
        for choice in (self._language, self._theme, self._scale):
            choice.activated.connect(self._on_chosen)
        self._sounds.clicked.connect(self._on_chosen)
        self.speak()

    def title(self) -> str:
        return self.tr("Appearance")

    def lead(self) -> str:
        return self.tr("For this machine; it holds at once.")

    def speak(self) -> None:
        super().speak()
        words = (self.tr("Language"), self.tr("Theme"), self.tr("Size of text"), self.tr("Sounds"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._theme.speak()
        self._sounds.setAccessibleName(self.tr("Sounds"))

    def open(self) -> None:
        console = self.ctx.console.config.console
        self._language.choose(console.language)
        self._theme.choose(console.theme)
        self._scale.choose(min(SCALES, key=lambda scale: abs(scale - console.text_scale)))
        self._sounds.setChecked(console.sounds)

    def _on_chosen(self) -> None:
        apply_settings(
            self.ctx,
            replace(
                self.ctx.console.config.console,
                language=self._language.value(),
                theme=self._theme.value(),
                text_scale=self._scale.value(),
                sounds=self._sounds.isChecked(),
            ),
        )


def _percent(scale: float) -> Callable[[], str]:
    return lambda: f"{scale:.0%}"
