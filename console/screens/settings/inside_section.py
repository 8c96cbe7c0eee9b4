"""Cars already inside, taken in after the first run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.screens.context import Context
from console.screens.inside.import_panel import ImportPanel
from console.screens.settings.section import Section
from core.domain.people import Right


class InsideSection(Section):
    """The same panel as in the first run."""

    right = Right.IMPORT_STAYS

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._panel = ImportPanel(ctx)
        self.column.addWidget(self._panel, 1)
        self.setFocusProxy(self._panel)
        self.speak()

    def save(self) -> None:
        self._panel.take()

    def title(self) -> str:
        return self.tr("Cars already inside")

    def lead(self) -> str:
        return self.tr("Cars that came in before Lotkeeper saw them, so that they can pay and leave.")
