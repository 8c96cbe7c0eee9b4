"""Counting the drawer, blind: by notes and coins, or as one total."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.form.amount_field import AmountField
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.shift.denominations import denominations_of
from console.screens.shift.piece_field import PieceField
from console.widgets.key_button import KeyButton


class Occasion(StrEnum):
    """What is counted for."""

    CLOSE = "close"
    HAND_BACK = "hand_back"
    ABANDONED = "abandoned"


class CountPanel(Spoken):
    """``counted`` carries what lies in the drawer, in minor units; ``given_up`` goes back without closing.

    ``uncounted`` says that nobody counts, where the occasion allows that.
    """

    counted = Signal(int)
    uncounted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = ""
        self._occasion = Occasion.CLOSE
        self._pieces: dict[int, PieceField] = {}
        self._lead, self._total_label, self._told = line("quiet", wraps=True), line(), line(wraps=True)
        self._total = AmountField("EUR")
        self._close = KeyButton(key="Return", primary=True)
        self._back = KeyButton(key="Esc")
        self._nobody = KeyButton(key="Alt+N")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._lay_out()
        self._total.textEdited.connect(self._on_total_edited)
        self._close.clicked.connect(self._on_close)
        self._back.clicked.connect(self._on_back)
        self._nobody.clicked.connect(self._on_nobody)
        self._nobody.setShortcut(QKeySequence("Alt+N"))
        self.speak()

    def speak(self) -> None:
        self._lead.setText(
            self.tr("Count what lies in the drawer, float included: pieces of each kind, or the total.")
        )
        self._total_label.setText(self.tr("Counted in all"))
        self._total.setAccessibleName(self.tr("Counted in all"))
        self._close.setText(
            {
                Occasion.CLOSE: self.tr("That is the count"),
                Occasion.HAND_BACK: self.tr("Hand the drawer over"),
                Occasion.ABANDONED: self.tr("Close the shift"),
            }[self._occasion]
        )
        self._nobody.setText(self.tr("Nobody counts"))
        self._nobody.setVisible(self._occasion is not Occasion.CLOSE)
        # Texts make the button forget its key.
        self._nobody.setShortcut(QKeySequence("Alt+N"))
        self._back.setText(self.tr("Not yet"))
        for value, field in self._pieces.items():
            field.setAccessibleName(
                self.tr("Pieces of {value}").format(value=format_money(value, self._currency))
            )

    def begin(self, currency: str, occasion: Occasion = Occasion.CLOSE) -> None:
        """Start a fresh count in this currency."""
        self._currency, self._occasion = currency, occasion
        self._total.set_currency(currency)
        self._total.clear()
        self._told.setText("")
        self._make_pieces()
        self.speak()
        first = next(iter(self._pieces.values()), None)
        begins = first or self._total
        begins.setFocus()
        begins.selectAll()

    def resume(self) -> None:
        """Go on with the count as it was."""
        self._total.setFocus()
        self._total.selectAll()

    def tell(self, words: str) -> None:
        """Say why the shift could not be closed."""
        self._told.setText(words)

    def _lay_out(self) -> None:
        total = QHBoxLayout()
        total.setSpacing(12)
        total.addWidget(self._total_label)
        total.addWidget(self._total)
        total.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._close)
        buttons.addWidget(self._nobody)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addLayout(self._grid)
        column.addLayout(total)
        column.addWidget(self._told)
        column.addLayout(buttons)
        column.addStretch(1)

    def _make_pieces(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._pieces.clear()
        values = denominations_of(self._currency)
        rows = max(1, (len(values) + 1) // 2)
        for place, value in enumerate(values):
            field = PieceField()
            field.valueChanged.connect(self._on_piece_changed)
            label = QLabel(format_money(value, self._currency))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row, column = place % rows, place // rows * 3
            self._grid.addWidget(label, row, column)
            self._grid.addWidget(field, row, column + 1)
            # A layout shows it only later, and what is not shown cannot have the keyboard.
            field.show()
            self._grid.setColumnMinimumWidth(column + 2, 16)
            self._pieces[value] = field
        self._grid.setColumnStretch(self._grid.columnCount(), 1)
        fields = [*self._pieces.values(), self._total, self._close, self._back]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _on_piece_changed(self) -> None:
        self._total.set_minor(sum(value * field.value() for value, field in self._pieces.items()))

    def _on_total_edited(self) -> None:
        """A typed total stands for itself: pieces that do not add up to it are dropped."""
        for field in self._pieces.values():
            field.blockSignals(True)
            field.setValue(0)
            field.blockSignals(False)

    def _on_close(self) -> None:
        minor = self._total.minor()
        if minor is None:
            self._told.setText(self.tr("Type what was counted first; 0 if the drawer is empty."))
            self._total.setFocus()
            return
        self.counted.emit(minor)

    def _on_back(self) -> None:
        self.given_up.emit()

    def _on_nobody(self) -> None:
        if self._occasion is not Occasion.CLOSE:
            self.uncounted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._back.hasFocus():
                self._on_back()
            else:
                self._on_close()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)
