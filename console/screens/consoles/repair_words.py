"""What the buttons say that mend something."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.services.malfunctions import Repair

tr = QCoreApplication.translate


def repair_words(repair: Repair) -> str:
    """The words on its button; those that ask first end in an ellipsis."""
    words = {
        Repair.NONE: "",
        Repair.TRY_AGAIN: tr("Consoles", "Try again now"),
        Repair.SETTLE_REFUSED: tr("Consoles", "Seen and settled"),
        Repair.RETRY_TASK: tr("Consoles", "Do it again"),
        Repair.BACK_UP: tr("Consoles", "Back up now"),
        Repair.SETTLE_CLOCK: tr("Consoles", "The clock is right"),
        Repair.ADJUST_CAMERA: tr("Consoles", "Look at the camera"),
        Repair.REVOKE: tr("Consoles", "Revoke …"),
        Repair.WRITE_OFF: tr("Consoles", "Write off …"),
        Repair.APPOINT_HUB: tr("Consoles", "Make this the hub …"),
        Repair.DECIDE_PROPOSALS: tr("Consoles", "Compare and choose …"),
    }
    return words[repair]
