"""The price: the way to the rates, where it is set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.screens.context import Context
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from core.domain.people import Right


class PriceSection(Section):
    """Whoever looks for the price among the settings is led to it."""

    right = Right.SET_RATES

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._open = KeyButton(key="Ctrl+S", primary=True, icon_name="rates")
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish_column()
        self.setFocusProxy(self._open)
        self._open.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Price")

    def lead(self) -> str:
        return self.tr(
            "Prices are set under Rates: rules that read like the sign at the entrance, "
            "what they cost, and from when they hold."
        )

    def speak(self) -> None:
        super().speak()
        self._open.setText(self.tr("Open the rates"))

    def save(self) -> None:
        """Go there."""
        self.ctx.show("rates")
