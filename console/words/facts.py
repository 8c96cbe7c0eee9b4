"""What vehicle classes and memberships are called, one vehicle of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.domain.rates.asked import MEMBER

_CLASSES: Final = {
    vehicle_class: str(name)
    for vehicle_class, name in (
        ("car", QT_TRANSLATE_NOOP("Words", "Car")),
        ("motorcycle", QT_TRANSLATE_NOOP("Words", "Motorcycle")),
        ("coach", QT_TRANSLATE_NOOP("Words", "Coach")),
        ("truck", QT_TRANSLATE_NOOP("Words", "Lorry")),
        ("van", QT_TRANSLATE_NOOP("Words", "Van")),
        ("disabled", QT_TRANSLATE_NOOP("Words", "Disabled driver")),
        ("bicycle", QT_TRANSLATE_NOOP("Words", "Bicycle")),
    )
}


def class_name(vehicle_class: str) -> str:
    """One vehicle of that class; the landlord's own name where it is not one of the usual."""
    known = _CLASSES.get(vehicle_class)
    return QCoreApplication.translate("Words", known) if known else vehicle_class


def membership_name(loyalty: str) -> str:
    """A membership as the landlord names it; where any will do, simply a member."""
    return QCoreApplication.translate("Words", "Member") if loyalty == MEMBER else loyalty
