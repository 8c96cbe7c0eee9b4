"""A plate as it was read, written large: under a letter that was doubtful stands what else it may be."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.theme import Role, current_theme
from console.theme.type import TypeRole, font_for
from core.domain.doubts import Slots

_GAP = 2
_BAR = 3
_MOST_OTHERS = 2
# What is less likely is not worth a look at every plate.
LEAST_CHANCE = 0.05


class DoubtfulLetters(QWidget):
    """A doubtful letter stands on a bar with its other readings below, so that no colour is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plate = ""
        self._others: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def marks(self) -> tuple[str, ...]:
        """For each letter the others it may be, as one text; empty for a sure one."""
        return self._others

    def show_plate(self, plate: str, slots: Slots) -> None:
        """Show the plate and its doubts, likeliest first."""
        self._plate = plate
        self._others = tuple(
            " ".join([character for character, chance in slot if chance >= LEAST_CHANCE][:_MOST_OTHERS])
            for slot in (*slots, *((),) * len(plate))[: len(plate)]
        )
        self._describe()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say it again in the language of the moment."""
        self._describe()

    def _describe(self) -> None:
        words = [
            self.tr("{letter} may be {others}").format(letter=letter, others=others)
            for letter, others in zip(self._plate, self._others, strict=True)
            if others
        ]
        self.setAccessibleName(self._plate)
        self.setAccessibleDescription(", ".join(words))
        self.setToolTip(", ".join(words))

    def sizeHint(self) -> QSize:
        large, small = self._metrics()
        width = sum(self._width(place) for place in range(len(self._plate)))
        below = _BAR + small.height() if any(self._others) else 0
        return QSize(width, large.height() + below)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(font_for(TypeRole.PLATE)), QFontMetrics(font_for(TypeRole.BODY))

    def _width(self, place: int) -> int:
        large, small = self._metrics()
        below = small.horizontalAdvance(self._others[place])
        return max(large.horizontalAdvance(self._plate[place]), below) + _GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        large, small = self._metrics()
        left = 0
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        for place, letter in enumerate(self._plate):
            width = self._width(place)
            painter.setFont(font_for(TypeRole.PLATE))
            painter.setPen(theme.colour(Role.TEXT))
            painter.drawText(QRect(left, 0, width, large.height()), centred, letter)
            if self._others[place]:
                bar = QRect(left + 1, large.height() - 1, width - _GAP - 2, _BAR)
                painter.fillRect(bar, theme.colour(Role.ATTENTION))
                painter.setFont(font_for(TypeRole.BODY))
                below = QRect(left, large.height() + _BAR, width, small.height())
                painter.drawText(below, centred, self._others[place])
            left += width
        painter.end()
