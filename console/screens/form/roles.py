"""Roles in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.domain.people import Role


def role_in_words(role: Role) -> str:
    """The role's name, in the language of the moment."""
    words = {
        Role.CLIENT: QCoreApplication.translate("Roles", "Client"),
        Role.ATTENDANT: QCoreApplication.translate("Roles", "Attendant"),
        Role.KIOSK: QCoreApplication.translate("Roles", "Kiosk"),
        Role.SUPERVISOR: QCoreApplication.translate("Roles", "Supervisor"),
        Role.LANDLORD: QCoreApplication.translate("Roles", "Landlord"),
        Role.ADMINISTRATOR: QCoreApplication.translate("Roles", "Administrator"),
        Role.SYSTEM: QCoreApplication.translate("Roles", "Lotkeeper itself"),
    }
    return words[role]
