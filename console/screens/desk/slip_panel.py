"""Asks how it is known what became of a charge: the reason, and the number on the slip where it was paid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.screens.desk.labels import label, spoken
from console.screens.desk.reason_panel import ReasonPanel
from console.theme import TypeRole
from core.services.resolve_charge import LONGEST_SLIP, RESOLVE_REASONS

# Below question, effect and hint, and above the reasons.
_BELOW_THE_WORDS = 3


class SlipPanel(ReasonPanel):
    """``resolved`` carries whether it was paid, the slip's number, the reason and the note."""

    resolved = Signal(bool, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("charge_reason", RESOLVE_REASONS, parent)
        self._taken = False
        self._slip_title = label(TypeRole.BODY)
        self._slip = QLineEdit(maxLength=LONGEST_SLIP)
        self._slip_row = QWidget()
        row = QHBoxLayout(self._slip_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._slip_title)
        row.addWidget(self._slip, stretch=1)
        self._slip.returnPressed.connect(self._on_slip_typed)
        self.answered.connect(self._on_answered)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_BELOW_THE_WORDS - 1, self._slip_row)

    def ask_about(self, amount: str, *, taken: bool) -> None:
        """Ask how it is known that this amount was paid, or was not."""
        self._taken = taken
        self._slip.clear()
        self._slip_row.setVisible(taken)
        if taken:
            self.ask(
                lambda: self.tr("{amount} was paid. How is it known?").format(amount=amount),
                lambda: self.tr("It was paid"),
                lambda: self.tr("The car has its right to leave then."),
            )
            self._slip.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.ask(
                lambda: self.tr("{amount} was not paid. How is it known?").format(amount=amount),
                lambda: self.tr("It was not paid"),
                lambda: self.tr("It can be charged again then. What comes in after all is given back."),
            )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self._slip_title.setText(self.tr("Number on the slip"))
        spoken(self._slip, self._slip_title.text())

    @Slot()
    def _on_slip_typed(self) -> None:
        """With the number typed, digits choose the reason."""
        if self._slip.text().strip():
            self.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str, str)
    def _on_answered(self, reason: str, note: str) -> None:
        slip = self._slip.text().strip()
        if self._taken and not slip:
            self._slip.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.resolved.emit(self._taken, slip, reason, note)
