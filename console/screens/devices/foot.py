"""Below the chosen device: change it, take it off, adjust its camera; for those who may."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.device_words import CAMERAS
from console.screens.devices.places import Place, place_of
from console.screens.form.spoken import Spoken
from console.theme.space import SMALL
from console.widgets.key_button import KeyButton
from core.domain.people import Right
from core.services.device_views import DeviceView

CHANGE_KEY, REMOVE_KEY, CAMERA_KEY = "Alt+C", "Alt+R", "Alt+J"


class DeviceFoot(Spoken):
    """``change_asked`` and ``removal_asked`` carry the place of the device."""

    change_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: DeviceView | None = None
        self.change = KeyButton(key=CHANGE_KEY, icon_name="edit")
        self.remove = KeyButton(key=REMOVE_KEY, icon_name="delete")
        self.adjust = KeyButton(key=CAMERA_KEY, icon_name="camera")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        # Who lays out the page puts the button of the camera's view beside the tests, where there is room.
        for button in (self.change, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.adjust.clicked.connect(self._on_adjust)
        self.speak()

    def show_device(self, view: DeviceView | None) -> None:
        """Offer what the person may do with this device."""
        self._view = view
        actor = self._ctx.state.actor
        may_wire = actor is not None and actor.may(Right.MANAGE_DEVICES) and self._place is not None
        may_adjust = actor is not None and actor.may(Right.SET_UP_LOT)
        self.change.setVisible(may_wire)
        self.remove.setVisible(may_wire)
        self.adjust.setVisible(may_adjust and view is not None and view.kind in CAMERAS)
        self.setVisible(may_wire)

    def speak(self) -> None:
        self.change.setText(self.tr("Change …"))
        self.remove.setText(self.tr("Take off …"))
        self.adjust.setText(self.tr("Its view …"))

    @property
    def _place(self) -> Place | None:
        return place_of(self._view.device_id) if self._view is not None else None

    def _on_change(self) -> None:
        if self._place is not None:
            self.change_asked.emit(self._place)

    def _on_remove(self) -> None:
        if self._place is not None:
            self.removal_asked.emit(self._place)

    def _on_adjust(self) -> None:
        if self._view is not None:
            self._ctx.state.select_lane(self._view.lane_id)
            self._ctx.show("camera")
