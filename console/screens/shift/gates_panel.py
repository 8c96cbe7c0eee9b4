"""What of a shift's gates nobody explained, with the picture of each moment where there is one (Z7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_local_time
from console.models.row_table import Column, RowTable
from console.models.thumbnails import Thumbnails
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme.space import SMALL
from console.widgets.quiet_table import QuietTable
from console.words import say
from core.domain.gate_arithmetic import LaneGates, Leftover

STILL: Final = QSize(96, 54)
NO_PHOTOS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LeftoverRow:
    """Something that no command explains, at its lane."""

    leftover: Leftover
    lane_id: str
    photo: str = ""


class GatesPanel(Spoken):
    """Hidden where everything is explained; lanes whose boom nobody sees are said to be not measured."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._lanes: tuple[LaneGates, ...] = ()
        # Times stand below each other, whether a picture is before them or not.
        self._no_picture = QImage(STILL, QImage.Format.Format_ARGB32_Premultiplied)
        self._no_picture.fill(Qt.GlobalColor.transparent)
        self._title, self._sum = line("strong"), line("quiet", wraps=True)
        self._pictures = Thumbnails(ctx.jobs, ctx.console.photos, STILL, parent=self)
        self._model = RowTable[LeftoverRow](self._columns(), lambda row: row.leftover.entry_id, self)
        self._view = QuietTable(self)
        self._view.setModel(self._model)
        self._view.setIconSize(STILL)
        self._view.verticalHeader().setDefaultSectionSize(STILL.height() + SMALL)
        self._pictures.arrived.connect(self._on_picture_arrived)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self._sum, self._view):
            column.addWidget(widget)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("Gates: what no command explains"))
        self._view.setAccessibleName(self._title.text())
        self._sum.setText("\n".join(self._words_on(lane) for lane in self._lanes))
        self._model.refresh()

    @property
    def words(self) -> str:
        """The arithmetic of each lane in a line."""
        return self._sum.text()

    @property
    def rows(self) -> tuple[LeftoverRow, ...]:
        """What is left over."""
        return self._model.rows

    def show_lanes(self, lanes: Sequence[LaneGates], photos: Mapping[str, str] = NO_PHOTOS) -> None:
        """Show the arithmetic of these lanes; ``photos`` are references by the entries left over."""
        self._lanes = tuple(lanes)
        rows = [
            LeftoverRow(one, lane.lane_id, photos.get(one.entry_id, ""))
            for lane in lanes
            for one in lane.leftovers
        ]
        self._model.show_rows(rows)
        self._view.setVisible(bool(rows))
        self.setVisible(bool(lanes))
        self.speak()

    def _columns(self) -> tuple[Column[LeftoverRow], ...]:
        return (
            Column(
                lambda: self.tr("When"),
                self._time,
                picture=lambda row: self._pictures.picture(row.photo) or self._no_picture,
            ),
            Column(lambda: self.tr("Lane"), lambda row: self._lane_name(row.lane_id)),
            Column(lambda: self.tr("What"), lambda row: say(row.leftover.kind).text),
        )

    def _on_picture_arrived(self, reference: str) -> None:
        for row in self._model.rows:
            if row.photo == reference:
                self._model.refresh_row(row.leftover.entry_id)

    def _time(self, row: LeftoverRow) -> str:
        lot = self._ctx.state.lot
        return format_local_time(row.leftover.at, lot.zone) if lot is not None else ""

    def _lane_name(self, lane_id: str) -> str:
        lot = self._ctx.state.lot
        lanes = lot.lanes if lot is not None else ()
        return next((lane.name for lane in lanes if lane.lane_id == lane_id), lane_id)

    def _words_on(self, lane: LaneGates) -> str:
        name, counted = self._lane_name(lane.lane_id), lane.counted
        if counted is None:
            return self.tr("{lane}: not measured, no contact sees the boom").format(lane=name)
        words = (
            self.tr("{lane}: rose {rises} times, all explained")
            if lane.is_even
            else self.tr("{lane}: rose {rises} times; what no command explains: {left}")
        )
        return words.format(lane=name, rises=counted.rises, left=max(counted.leftover, lane.unasked))
