"""Where a plate is typed: large, upper case, and nothing that is no character."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from console.theme import Role, TypeRole, current_theme, font_for, set_type
from console.theme.space import LARGE, MEDIUM
from console.widgets.painting import elided
from core.domain.plates import MAX_TYPED, normalise

_HINT_INSET: Final = MEDIUM + 2


class PlateField(QLineEdit):
    """A field for a plate or a part of one; ``plate`` is what it means, ``text`` what stands in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setMaxLength(MAX_TYPED)
        self.setValidator(_UpperCase(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferUppercase | Qt.InputMethodHint.ImhNoPredictiveText
        )
        set_type(self, TypeRole.PLATE)

    def plate(self) -> str:
        """The typed text as it is compared."""
        return normalise(self.text())

    def set_hint(self, hint: str) -> None:
        """What stands in the empty field, in small letters; also its accessible name."""
        self._hint = hint
        self.setAccessibleName(hint)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font_for(TypeRole.PLATE))
        return QSize(int(metrics.averageCharWidth() * 12 + 2 * LARGE), int(metrics.height() + LARGE))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(font_for(TypeRole.PLATE))
        return QSize(int(metrics.averageCharWidth() * 8 + 2 * LARGE), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or not self._hint:
            return
        painter = QPainter(self)
        font = font_for(TypeRole.BODY)
        painter.setFont(font)
        painter.setPen(current_theme().colour(Role.TEXT_QUIET))
        area = QRectF(self.rect()).adjusted(_HINT_INSET, 0, -MEDIUM, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, elided(self._hint, font, area.width()))
        painter.end()


class _UpperCase(QValidator):
    """Takes everything, but lets in only printable characters, in upper case."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        cleaned = _clean(text)
        return QValidator.State.Acceptable, cleaned, min(len(_clean(text[:place])), len(cleaned))


def _clean(text: str) -> str:
    kept = "".join(one for one in text[: MAX_TYPED * 4] if unicodedata.category(one)[0] != "C")
    return kept.upper()[:MAX_TYPED]
