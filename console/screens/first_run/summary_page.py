"""The last page before anything is written: everything that was said, on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.screens.first_run.draft import LaneDraft, LotDraft
from console.screens.first_run.page import Page
from console.screens.form.field_grid import LABEL_WIDTH
from console.screens.form.lines import line
from console.screens.price.in_words import price_in_words
from console.theme import Role

MOST_LINES = 6


class SummaryPage(Page):
    """Reads only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: LotDraft | None = None
        self._labels = [line(tone=Role.TEXT_QUIET) for _ in range(MOST_LINES)]
        self._values = [line(wraps=True) for _ in range(MOST_LINES)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for place, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("All right?")

    def lead(self) -> str:
        return self.tr("Nothing has been written yet. Go back to change anything.")

    def speak(self) -> None:
        if self._draft is not None:
            self.show_draft(self._draft)

    def show_draft(self, draft: LotDraft) -> None:
        self._draft = draft
        said = (
            (self.tr("Lot"), self._lot(draft)),
            (self.tr("Place and money"), f"{draft.timezone}, {draft.currency}"),
            (self.tr("Price"), price_in_words(draft.price, draft.currency)),
            (
                self.tr("After paying"),
                self.tr("{minutes} minutes to leave").format(minutes=draft.exit_window_minutes),
            ),
            (self.tr("Lanes"), "\n".join(self._lane(lane) for lane in draft.lanes)),
            (self.tr("Administrator"), " ".join(draft.administrator.split())),
        )
        for label, value, (name, words) in zip(self._labels, self._values, said, strict=True):
            label.setText(name)
            value.setText(words)

    def draft(self, before: LotDraft) -> LotDraft:
        return before

    def _lot(self, draft: LotDraft) -> str:
        return self.tr("{name}, {spaces} spaces").format(name=draft.name, spaces=draft.capacity)

    def _lane(self, lane: LaneDraft) -> str:
        if lane.is_wired_later:
            return self.tr("{lane}: wired later, under Devices").format(lane=lane.name)
        kinds = {
            "simulator": self.tr("simulated"),
            "rtsp": self.tr("network camera"),
            "onvif": self.tr("network camera"),
            "mjpeg": self.tr("network camera"),
            "usb": self.tr("USB camera"),
            "video": self.tr("video file"),
            "folder": self.tr("folder of pictures"),
            "modbus_tcp": self.tr("relay board"),
            "memory": self.tr("not wired"),
        }
        return self.tr("{lane}: camera {camera}, barrier {barrier}, loops {loops}").format(
            lane=lane.name,
            camera=kinds[lane.camera.kind],
            barrier=kinds[lane.barrier.kind],
            loops=kinds[lane.loops.kind],
        )
