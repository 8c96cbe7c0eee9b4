"""The screens of the console: what they are called, who may open them, and where they are built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from console.screens.context import Context
from core.domain.people import Right

SIGN_ON: Final = "console.screens.sign_on:SignOnScreen"
LOCK: Final = "console.screens.lock:LockScreen"
FIRST_RUN: Final = "console.screens.first_run:FirstRunScreen"
DESK: Final = "desk"
DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen on the rail; ``source`` is ``module:class``, loaded when the screen is first opened.

    ``right`` is the one that a person needs to see it at all; ``own_key`` is its key where that does not
    follow from its place on the rail.
    """

    name: str
    source_title: str
    icon: str
    source: str
    right: Right
    own_key: str = ""

    @property
    def title(self) -> str:
        """The screen's name in the language of the moment."""
        return QCoreApplication.translate("Screens", self.source_title)

    def key(self, place: int) -> str:
        """The key that shows it, as Qt writes it; ``place`` on the rail counts from 1, empty for none."""
        return self.own_key or (f"Ctrl+{place}" if place <= DIGITS else "")


def _screen(name: str, title: object, icon: str, source: str, right: Right, own_key: str = "") -> Screen:
    return Screen(name, str(title), icon, source, right, own_key)


SCREENS: Final = (
    _screen(
        DESK,
        QT_TRANSLATE_NOOP("Screens", "Desk"),
        "desk",
        "console.screens.desk:DeskScreen",
        Right.SEARCH_STAYS,
    ),
    _screen(
        "inside",
        QT_TRANSLATE_NOOP("Screens", "Inside"),
        "inside",
        "console.screens.inside:InsideScreen",
        Right.SEE_INSIDE,
    ),
    _screen(
        "shift",
        QT_TRANSLATE_NOOP("Screens", "Shift"),
        "shift",
        "console.screens.shift:ShiftScreen",
        Right.RUN_SHIFT,
    ),
    _screen(
        "rates",
        QT_TRANSLATE_NOOP("Screens", "Rates"),
        "rates",
        "console.screens.rates:RatesScreen",
        Right.SEE_INSIDE,
    ),
    _screen(
        "reading",
        QT_TRANSLATE_NOOP("Screens", "Reading"),
        "camera",
        "console.screens.reading:ReadingScreen",
        Right.SEE_REPORTS,
    ),
    _screen(
        "people",
        QT_TRANSLATE_NOOP("Screens", "People"),
        "people",
        "console.screens.people:PeopleScreen",
        Right.MANAGE_CLIENTS,
    ),
    _screen(
        "devices",
        QT_TRANSLATE_NOOP("Screens", "Devices"),
        "devices",
        "console.screens.devices:DevicesScreen",
        Right.SEE_DEVICES,
    ),
    _screen(
        "settings",
        QT_TRANSLATE_NOOP("Screens", "Settings"),
        "settings",
        "console.screens.settings:SettingsScreen",
        Right.SET_UP_LOT,
    ),
    _screen(
        "consoles",
        QT_TRANSLATE_NOOP("Screens", "Consoles"),
        "network",
        "console.screens.consoles:ConsolesScreen",
        Right.MANAGE_CONSOLES,
    ),
    _screen(
        "payments",
        QT_TRANSLATE_NOOP("Screens", "Payments"),
        "receipt",
        "console.screens.payments:PaymentsScreen",
        Right.PRINT_RECEIPT,
        "Ctrl+0",
    ),
    _screen(
        "audit",
        QT_TRANSLATE_NOOP("Screens", "Audit"),
        "audit",
        "console.screens.audit:AuditScreen",
        Right.SEE_AUDIT,
        "Ctrl+Shift+A",
    ),
)

# Not on the rail: a command leads there.
BEHIND: Final = (
    _screen(
        "camera",
        QT_TRANSLATE_NOOP("Screens", "Camera"),
        "camera",
        "console.screens.camera:CameraScreen",
        Right.SET_UP_LOT,
    ),
)


def build(source: str, context: Context) -> QWidget:
    """The screen that ``module:class`` makes of the context."""
    module, _, name = source.partition(":")
    factory = cast("Callable[[Context], QWidget]", getattr(import_module(module), name))
    return factory(context)
