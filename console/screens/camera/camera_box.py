"""Chooses the camera that is adjusted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from console.camera_views import cameras_of
from core.config import Config
from core.domain.lots import Lot
from core.services.lane_cameras import lane_of_camera


class CameraBox(QComboBox):
    """The cameras by the names of their lanes; ``camera_chosen`` carries the id of the one taken."""

    camera_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self.activated.connect(self._on_activated)

    def show_cameras(self, names: Mapping[str, str], camera_id: str) -> None:
        """Offer the cameras of these ids, with that one chosen; nothing is shown where there are none."""
        if dict(names) != self._names:
            self._names = dict(names)
            self.clear()
            self.addItems(list(names.values()))
        self.setCurrentIndex(list(names).index(camera_id) if camera_id in names else -1)
        self.setVisible(bool(names))

    @Slot(int)
    def _on_activated(self, at: int) -> None:
        self.camera_chosen.emit(list(self._names)[at])


def names_of_cameras(config: Config, lot: Lot | None) -> dict[str, str]:
    """The cameras of the lot that are wired here: their names by their ids, in the order of the lot."""
    wired = cameras_of(config)
    return {
        camera_id: lane.name
        if camera_id == lane.lane_id
        else QCoreApplication.translate("Camera", "{lane}, from behind").format(lane=lane.name)
        for lane in (lot.lanes if lot is not None else ())
        for camera_id in wired
        if lane_of_camera(camera_id) == lane.lane_id
    }
