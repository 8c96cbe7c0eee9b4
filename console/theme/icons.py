"""Icons drawn as SVG lines, tinted with the colour of a role."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final, Protocol, cast

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from console.theme.theme import Role, Theme
from console.theme.tone import current_theme
from console.theme.type import text_scale

_SIZES: Final = (16, 20, 24, 32, 48, 64, 96)
ICON_SIZE: Final = 20


class _TakesIcon(Protocol):
    def setIcon(self, icon: QIcon) -> None: ...  # noqa: N802
    def setIconSize(self, size: QSize) -> None: ...  # noqa: N802


@cache
def icon_names() -> tuple[str, ...]:
    """The names of all icons that ship, in order of the alphabet."""
    files = (resources.files("resources") / "icons").iterdir()
    return tuple(sorted(file.name[:-4] for file in files if file.name.endswith(".svg")))


def icon(name: str, role: Role = Role.TEXT) -> QIcon:
    """The icon in the role's colour, in the theme of now; KeyError where none has the name.

    It does not follow a change of theme by itself: use ``set_icon``, or make it again on StyleChange.
    """
    theme = current_theme()
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, role, size, theme))
        made.addPixmap(_pixmap(name, Role.TEXT_QUIET, size, theme), QIcon.Mode.Disabled)
    return made


def icon_pixmap(name: str, role: Role, size: int, *, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of ``size`` logical pixels."""
    picture = _pixmap(name, role, max(1, round(size * ratio)), current_theme())
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(painter: QPainter, name: str, role: Role, area: QRectF) -> None:
    """Paint the icon into an area."""
    renderer = QSvgRenderer(_tinted(name, current_theme().code(role)))
    renderer.render(painter, area)


def set_icon(widget: QAbstractButton | QLabel, name: str, role: Role = Role.TEXT) -> None:
    """Give a button or a label its icon; it follows changes of theme and scale."""
    widget.setProperty("icon_name", name)
    widget.setProperty("icon_role", role.value)
    renew_icon(widget)


def renew_icon(widget: QWidget) -> None:
    """Give the widget its icon again, after the theme or the scale changed."""
    name = widget.property("icon_name")
    if not name:
        return
    role = Role(widget.property("icon_role"))
    size = round(ICON_SIZE * text_scale())
    if isinstance(widget, QLabel):
        widget.setPixmap(icon_pixmap(name, role, size, ratio=widget.devicePixelRatioF()))
    else:
        button = cast("_TakesIcon", widget)
        button.setIcon(icon(name, role))
        button.setIconSize(QSize(size, size))


def _pixmap(name: str, role: Role, size: int, theme: Theme) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    # Made first: an error between painter and end would leave a picture that is deleted while it is painted,
    # and Qt falls over it.
    renderer = QSvgRenderer(_tinted(name, theme.code(role)))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
    return picture


def _tinted(name: str, colour: str) -> QByteArray:
    return QByteArray(_source(name).replace("currentColor", colour).encode())


@cache
def _source(name: str) -> str:
    file = resources.files("resources") / "icons" / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"no icon is called {name!r}")
    return file.read_text(encoding="utf-8")
