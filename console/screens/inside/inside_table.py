"""The table of cars inside: its columns, and what they owe as far as that was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QImage

from console.formats import format_plate
from console.models.row_table import Column, RowTable
from console.models.thumbnails import Thumbnails
from console.screens.context import Context
from console.screens.inside.dues import Due
from console.screens.inside.stay_words import (
    due_in_words,
    entered_in_words,
    inside_for,
    lane_in_words,
    state_in_words,
)
from core.domain.lots import Lot
from core.domain.stays import Stay


class InsideTable(RowTable[Stay]):
    """One row a stay; ``take_dues`` brings what the visible ones owe."""

    def __init__(self, ctx: Context, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(self._make_columns(), lambda stay: stay.stay_id, parent)
        self._ctx = ctx
        self._thumbnails = thumbnails
        self._dues: dict[str, Due] = {}
        # Plates stand in one line, with a photo before them or without.
        self._no_picture = QImage(thumbnails.size, QImage.Format.Format_ARGB32_Premultiplied)
        self._no_picture.fill(Qt.GlobalColor.transparent)
        thumbnails.arrived.connect(self._on_picture_arrived)

    def due(self, stay_id: str) -> Due | None:
        """What the stay owes, None as long as nobody asked."""
        return self._dues.get(stay_id)

    def take_dues(self, dues: Mapping[str, Due]) -> None:
        """Show these amounts."""
        self._dues.update(dues)
        for stay_id in dues:
            self.refresh_row(stay_id)

    def forget_dues(self) -> None:
        """Ask again what is owed: time went on, or something was paid."""
        self._dues.clear()

    def without_due(self, stays: Sequence[Stay]) -> list[str]:
        """The ids of those stays whose dues are not known."""
        return [stay.stay_id for stay in stays if stay.stay_id not in self._dues]

    def _make_columns(self) -> tuple[Column[Stay], ...]:
        return (
            Column(
                lambda: QCoreApplication.translate("InsideTable", "Plate"),
                lambda stay: format_plate(stay.plate),
                order="plate",
                picture=lambda stay: self._thumbnails.picture(stay.photo) or self._no_picture,
            ),
            Column(
                lambda: QCoreApplication.translate("InsideTable", "Entered"),
                lambda stay: entered_in_words(stay, self._lot.zone, self._now),
                order="entry",
            ),
            Column(
                lambda: QCoreApplication.translate("InsideTable", "Lane"),
                lambda stay: lane_in_words(self._lot, stay.entry_lane),
                order="lane",
            ),
            Column(
                lambda: QCoreApplication.translate("InsideTable", "Inside for"),
                lambda stay: inside_for(stay, self._now),
                figures=True,
            ),
            Column(
                lambda: QCoreApplication.translate("InsideTable", "Due now"),
                lambda stay: due_in_words(self._dues.get(stay.stay_id), self._lot),
                figures=True,
            ),
            Column(
                lambda: QCoreApplication.translate("InsideTable", "State"),
                lambda stay: state_in_words(stay, self._lot.zone, self._now),
                order="state",
            ),
        )

    @property
    def _lot(self) -> Lot:
        lot = self._ctx.state.lot
        if lot is None:
            raise RuntimeError("rows are shown only of a lot that is set up")
        return lot

    @property
    def _now(self) -> datetime:
        return self._ctx.console.clock.now()

    def _on_picture_arrived(self, reference: str) -> None:
        for stay in self.rows:
            if stay.photo == reference:
                self.refresh_row(stay.stay_id)
