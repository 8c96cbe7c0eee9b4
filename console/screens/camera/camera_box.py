"""Chooses the lane whose camera is adjusted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from core.domain.lots import Lane


class CameraBox(QComboBox):
    """The lanes by their names; ``camera_chosen`` carries the id of the one that a person took."""

    camera_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self.activated.connect(self._on_activated)

    def show_lanes(self, lanes: Sequence[Lane], lane_id: str) -> None:
        """Offer these lanes, with that one chosen; nothing is shown where there are none."""
        if tuple(lanes) != self._lanes:
            self._lanes = tuple(lanes)
            self.clear()
            self.addItems([lane.name for lane in lanes])
        self.setCurrentIndex(next((at for at, lane in enumerate(lanes) if lane.lane_id == lane_id), -1))
        self.setVisible(bool(lanes))

    @Slot(int)
    def _on_activated(self, at: int) -> None:
        self.camera_chosen.emit(self._lanes[at].lane_id)
