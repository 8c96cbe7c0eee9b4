"""The cameras of the lanes: what of each is read, and the way to the page where that is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.camera_views import views_of
from console.screens.camera.camera_box import names_of_cameras
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.settings.section import Section
from console.theme.space import LARGE, SMALL
from console.widgets.key_button import KeyButton
from core.domain.camera_views import CameraView
from core.domain.people import Right
from core.services.lane_cameras import lane_of_camera


class CamerasSection(Section):
    """A line a lane, each with its button."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(3, 1)
        self._buttons: list[KeyButton] = []
        self.column.addLayout(self._grid)
        self.finish_column()
        self.speak()

    def title(self) -> str:
        return self.tr("Cameras")

    def lead(self) -> str:
        return self.tr("What of each camera's picture is read, and how well plates are seen in it.")

    def speak(self) -> None:
        super().speak()
        self.open()

    def open(self) -> None:
        self._clear()
        views = views_of(self.ctx.console.config)
        names = names_of_cameras(self.ctx.console.config, self.ctx.state.lot)
        for row, (camera_id, camera_name) in enumerate(names.items()):
            name, view = line("strong"), line()
            name.setText(camera_name)
            view.setText(self._view_words(views[camera_id]))
            button = KeyButton(self.tr("Adjust camera …"), icon_name="camera")
            button.setAccessibleName(self.tr("Adjust camera of {lane}").format(lane=camera_name))
            button.clicked.connect(self._opener(lane_of_camera(camera_id)))
            self._buttons.append(button)
            for column, widget in enumerate((name, view, button)):
                self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self._buttons[0] if self._buttons else None)  # type: ignore[arg-type]
        self.tell("" if names else self.tr("No camera is wired to a lane."))

    def _view_words(self, view: CameraView) -> str:
        region = self.tr("a region is read") if view.region else self.tr("the whole picture is read")
        if not view.masks:
            return region
        if len(view.masks) == 1:
            return self.tr("{region}, less 1 mask").format(region=region)
        return self.tr("{region}, less {count} masks").format(region=region, count=len(view.masks))

    def _opener(self, lane_id: str) -> Callable[[], None]:
        def open_page() -> None:
            self.ctx.state.select_lane(lane_id)
            self.ctx.show("camera")

        return open_page

    def _clear(self) -> None:
        self._buttons.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
