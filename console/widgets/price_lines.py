"""The lines of a price and their total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from console.formats import format_money
from console.theme import Role, TypeRole, set_tone, set_type
from console.theme.space import LARGE, SMALL, TIGHT
from console.widgets.money_label import MoneyLabel


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line: what it is for, and its amount in minor units (None: it only remarks)."""

    text: str
    amount_minor: int | None


class PriceLines(QWidget):
    """Lines with their amounts to the right, a rule, and the total large with a note beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        set_tone(self._rule, Role.TEXT, ground=Role.LINE_STRONG)
        self._note = _label(TypeRole.BODY, Role.TEXT_QUIET)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._total = MoneyLabel()
        # Across both columns: a large total leaves the lines their width.
        self._sum = QHBoxLayout()
        self._sum.setSpacing(LARGE)
        self._sum.addWidget(self._note, stretch=1)
        self._sum.addWidget(self._total)

    def show_lines(
        self, lines: Sequence[PriceLine], total_minor: int, currency: str, *, note: str = ""
    ) -> None:
        """Show these lines with their total."""
        self._take_out()
        for row, line in enumerate(lines):
            text, amount = self._line(row)
            text.setText(line.text)
            amount.setText("" if line.amount_minor is None else format_money(line.amount_minor, currency))
        for text, amount in self._lines:
            text.setVisible(bool(text.text()))
            amount.setVisible(bool(text.text()))
        below = len(lines)
        self._grid.addWidget(self._rule, below, 0, 1, 2)
        self._grid.addLayout(self._sum, below + 1, 0, 1, 2)
        self._grid.setRowMinimumHeight(below, SMALL)
        self._note.setText(note)
        self._total.show_money(total_minor, currency)
        self._rule.show()
        spoken = [
            f"{line.text} {amount.text()}" for line, (_, amount) in zip(lines, self._lines, strict=False)
        ]
        self.setAccessibleName("; ".join([*spoken, self._total.text()]))

    def clear(self) -> None:
        """Show no price at all."""
        self._take_out()
        for text, amount in self._lines:
            text.hide()
            amount.hide()
        self._note.setText("")
        self._total.clear()
        self._rule.hide()
        self.setAccessibleName("")

    def total_text(self) -> str:
        """The total as it is written."""
        return self._total.text()

    def _take_out(self) -> None:
        for text, _ in self._lines:
            text.setText("")
        self._grid.removeWidget(self._rule)
        self._grid.removeItem(self._sum)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)

    def _line(self, row: int) -> tuple[QLabel, QLabel]:
        while len(self._lines) <= row:
            text, amount = _label(TypeRole.BODY, Role.TEXT), _label(TypeRole.BODY, Role.TEXT)
            text.setWordWrap(True)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, len(self._lines), 0)
            self._grid.addWidget(amount, len(self._lines), 1)
            self._lines.append((text, amount))
        return self._lines[row]


def _label(type_role: TypeRole, tone: Role) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_type(label, type_role)
    set_tone(label, tone)
    return label
