"""Where things stand on the camera's page: the picture as large as it goes, the rest at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.form.scrolled import scrolled
from console.theme.space import LARGE, MEDIUM, SMALL
from console.theme.type import text_scale
from console.widgets.following import LOOK_CHANGES

if TYPE_CHECKING:
    from console.screens.camera.screen import CameraScreen

SIDE_WIDTH = 312


class Side(QWidget):
    """The column at the right; as wide as its text is large."""

    def __init__(self) -> None:
        super().__init__()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(round(SIDE_WIDTH * text_scale()))


def lay_out(screen: CameraScreen) -> None:
    """Put the parts of the page into their places."""
    head = QHBoxLayout()
    head.setSpacing(MEDIUM)
    head.addWidget(screen.title)
    head.addWidget(screen.cameras)
    head.addStretch(1)
    head.addWidget(screen.chosen)
    left = QVBoxLayout()
    left.setSpacing(SMALL)
    left.addLayout(head)
    left.addWidget(screen.canvas, 1)
    left.addWidget(screen.lead)
    row = QHBoxLayout(screen)
    row.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    row.setSpacing(LARGE)
    row.addLayout(left, 1)
    row.addWidget(_side(screen))


def _side(screen: CameraScreen) -> QWidget:
    side = Side()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    # Findings and tools scroll together, so that with large text neither crowds the other out.
    working = QWidget()
    inside = QVBoxLayout(working)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(SMALL)
    inside.addWidget(screen.findings)
    inside.addStretch(1)
    inside.addWidget(screen.tools)
    column.addWidget(scrolled(working, across=False), 1)
    column.addWidget(screen.outcome)
    column.addWidget(screen.question)
    column.addWidget(screen.ends)
    ends = QHBoxLayout(screen.ends)
    ends.setContentsMargins(0, 0, 0, 0)
    ends.setSpacing(SMALL)
    ends.addWidget(screen.save_button, 1)
    ends.addWidget(screen.cancel_button, 1)
    return side
