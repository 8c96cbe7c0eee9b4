"""Where a plate is typed or a code is scanned: large, upper case, and nothing that is no character."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from console.theme import Role, TypeRole, current_theme, font_for, set_type
from console.theme.space import LARGE, MEDIUM
from console.widgets.painting import elided
from core.domain.plates import MAX_TYPED, normalise
from core.domain.signed_codes import LONGEST_TEXT, PREFIX, code_in

_HINT_INSET: Final = MEDIUM + 2
_MOST_LOOKED_AT: Final = MAX_TYPED * 4 + LONGEST_TEXT


class PlateField(QLineEdit):
    """A field for a plate or a part of one; ``plate`` is what it means, ``text`` what stands in it.

    A hand scanner types like a keyboard: a code that ends with Enter is no plate but ``code_scanned``.
    """

    code_scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setMaxLength(MAX_TYPED + LONGEST_TEXT)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = code_in(self.text()) if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else ""
        if code:
            self.clear()
            self.code_scanned.emit(code)
        else:
            super().keyPressEvent(event)

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
    kept = "".join(one for one in text[:_MOST_LOOKED_AT] if unicodedata.category(one)[0] != "C").upper()
    code_at = kept.find(PREFIX)
    return kept[: MAX_TYPED if code_at < 0 else min(code_at, MAX_TYPED) + LONGEST_TEXT]
