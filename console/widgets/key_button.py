"""A button that shows the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from console.theme import Role, TypeRole, current_theme, font_for, paint_icon, set_type
from console.theme.icons import ICON_SIZE
from console.theme.space import KIOSK_TARGET, MEDIUM, SMALL, TARGET
from console.theme.type import text_scale
from console.widgets.painting import elided, key_cap_height, key_cap_width, key_words, paint_key_cap


class KeyButton(QPushButton):
    """Text and key cap on one button; the key is only shown, whoever builds the button binds it.

    ``primary`` marks the next step, of which there is one on a screen; ``large`` makes a target for fingers.
    """

    def __init__(
        self,
        text: str = "",
        key: str = "",
        parent: QWidget | None = None,
        *,
        primary: bool = False,
        large: bool = False,
        icon_name: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._large = large
        self._icon_name = icon_name
        self.setProperty("primary", primary)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Enter belongs to the next step of the screen, not to the button that was built first.
        self.setAutoDefault(False)
        set_type(self, TypeRole.TITLE if large else TypeRole.STRONG if primary else TypeRole.BODY)
        self._describe()

    @property
    def key(self) -> str:
        """The key shown, in Qt's portable text."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key; none where it is empty."""
        self._key = key
        self._describe()
        self.updateGeometry()
        self.update()

    def set_primary(self, primary: bool) -> None:
        """Mark it as the next step, or no more."""
        self.setProperty("primary", primary)
        self.style().unpolish(self)
        self.style().polish(self)
        set_type(self, TypeRole.TITLE if self._large else TypeRole.STRONG if primary else TypeRole.BODY)
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self.tr("Key {key}").format(key=key_words(self._key)) if self._key else ""
        )

    def _type_role(self) -> TypeRole:
        return TypeRole(self.property("type"))

    def _font(self) -> QFont:
        return font_for(self._type_role())

    def _icon_side(self) -> float:
        return ICON_SIZE * text_scale() if self._icon_name else 0.0

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        width = 2 * MEDIUM + metrics.horizontalAdvance(self.text()[:64])
        width += key_cap_width(self._key) + SMALL if self._key else 0
        width += self._icon_side() + SMALL if self._icon_name else 0
        least = KIOSK_TARGET if self._large else TARGET
        height = max(least, metrics.height() + MEDIUM, key_cap_height() + SMALL, self._icon_side() + SMALL)
        return QSize(int(width + 2), int(height + 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        primary = bool(self.property("primary")) and self.isEnabled()
        ink = Role.TEXT_ON_ACCENT if primary else Role.TEXT if self.isEnabled() else Role.TEXT_QUIET
        left, right = float(MEDIUM), self.width() - float(MEDIUM)
        if self._icon_name:
            side = self._icon_side()
            paint_icon(painter, self._icon_name, ink, QRectF(left, (self.height() - side) / 2, side, side))
            left += side + SMALL
        if self._key:
            right -= key_cap_width(self._key)
            corner = QPointF(right, (self.height() - key_cap_height()) / 2)
            cap_ink = ink if primary else Role.TEXT_QUIET
            paint_key_cap(painter, self._key, corner, cap_ink, None if primary else Role.SURFACE)
            right -= SMALL
        painter.setFont(self._font())
        painter.setPen(current_theme().colour(ink))
        area = QRectF(left, 0, right - left, self.height())
        side_flag = (
            Qt.AlignmentFlag.AlignLeft if self._key or self._icon_name else Qt.AlignmentFlag.AlignHCenter
        )
        flags = side_flag | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, elided(self.text(), self._font(), area.width() + 1))
        painter.end()
