"""An amount that can be read from a metre."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.formats import format_money
from console.theme import Role, TypeRole, current_theme, font_for
from console.widgets.following import Following

# The currency's sign stands smaller beside the figures: what is read aloud is the number.
SIGN_SHARE: Final = 0.5
LEAST_SHARE: Final = 0.45


class MoneyLabel(Following):
    """Shows an amount large; it grows smaller, not cut, where it has no room."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        type_role: TypeRole = TypeRole.TOTAL,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
    ) -> None:
        super().__init__(parent)
        self._type = type_role
        self._alignment = alignment
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The amount as it is written."""
        return self._text

    def show_money(self, minor: int, currency: str) -> None:
        """Show ``minor`` units of the currency."""
        self._show(format_money(minor, currency))

    def clear(self) -> None:
        """Show no amount; the room stays."""
        self._show("")

    def _show(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _fonts(self, share: float = 1.0) -> tuple[QFont, QFont]:
        figures, sign = font_for(self._type), font_for(self._type)
        figures.setPointSizeF(figures.pointSizeF() * share)
        sign.setPointSizeF(sign.pointSizeF() * share * SIGN_SHARE)
        return sign, figures

    def _width(self, share: float = 1.0) -> float:
        sign, figures = self._fonts(share)
        left, gap, right = self._text.rpartition(" ")
        width = QFontMetricsF(figures).horizontalAdvance(right)
        if gap:
            width += (
                QFontMetricsF(sign).horizontalAdvance(left)
                + QFontMetricsF(figures).horizontalAdvance(" ") * 0.7
            )
        return width

    def sizeHint(self) -> QSize:
        return QSize(int(self._width() + 4), int(QFontMetricsF(font_for(self._type)).height() + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._width(LEAST_SHARE) + 4), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self._width()
        share = max(LEAST_SHARE, min(1.0, (self.width() - 2) / wide)) if wide else 1.0
        sign, figures = self._fonts(share)
        metrics = QFontMetricsF(figures)
        base = (self.height() + metrics.capHeight()) / 2
        at_right = bool(self._alignment & Qt.AlignmentFlag.AlignRight)
        x = max(0.0, self.width() - 1 - self._width(share)) if at_right else 0.0
        left, gap, right = self._text.rpartition(" ")
        theme = current_theme()
        if gap:
            painter.setFont(sign)
            painter.setPen(theme.colour(Role.TEXT_QUIET))
            painter.drawText(QPointF(x, base), left)
            x += QFontMetricsF(sign).horizontalAdvance(left) + metrics.horizontalAdvance(" ") * 0.7
        painter.setFont(figures)
        painter.setPen(theme.colour(Role.MONEY))
        painter.drawText(QPointF(x, base), right)
        painter.end()
