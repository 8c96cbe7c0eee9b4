"""A widget that paints by role and so has to follow changes of theme, scale and language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

LOOK_CHANGES: Final = frozenset(
    {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}
)


class Following(QWidget):
    """Paints itself anew, in its new size, when the look changes; ``renew`` is called before."""

    def renew(self) -> None:
        """Take over the theme, the scale and the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self.renew()
            self.updateGeometry()
            self.update()
