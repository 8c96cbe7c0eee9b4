"""The devices of this console, lane by lane; a row's place changes only when devices come or go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from console.formats import format_local_time
from console.screens.devices.device_row import ROW, DeviceRow, Heading, RowPainter
from console.screens.devices.device_words import (
    ICONS,
    is_in_trouble,
    kind_words,
    line_of,
    place_words,
    state_of,
    state_words,
)
from console.widgets.following import LOOK_CHANGES
from core.domain.lots import Lot
from core.services.device_views import DeviceView


class DeviceList(QListWidget):
    """``chosen_changed`` carries the id of the device that is chosen now; the choice survives new rows."""

    chosen_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[DeviceView, ...] = ()
        self._rows: list[Heading | DeviceRow] = []
        self._only_trouble = False
        self._wanted = ""
        self.setItemDelegate(RowPainter(self))
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def rows(self) -> Sequence[Heading | DeviceRow]:
        """What is shown, from the top."""
        return self._rows

    @property
    def chosen_id(self) -> str:
        """The device that is chosen; empty where there is none."""
        item = self.currentItem()
        row = item.data(ROW) if item is not None else None
        return row.device_id if isinstance(row, DeviceRow) else ""

    def chosen(self) -> DeviceView | None:
        """The device that is chosen."""
        return next((view for view in self._views if view.device_id == self.chosen_id), None)

    def choose(self, device_id: str) -> None:
        """Choose that device, now or as soon as it is there."""
        self._wanted = device_id
        self._choose_wanted()

    def show_only_trouble(self, only: bool) -> None:
        """Leave out what is well, or show all again."""
        self._only_trouble = only

    def show_views(self, views: Sequence[DeviceView], lot: Lot | None, now: datetime) -> None:
        """Show these; what is chosen stays so, and at first it is what wants somebody."""
        before = self.chosen_id
        self._views = tuple(views)
        rows = list(self._made(lot, now))
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._show_again(rows)
        else:
            self._fill(rows)
            self._wanted = self._wanted or before or _first(views)
        self._choose_wanted()
        if not self.chosen_id:
            self._wanted = _first([view for view in self._views if self._is_shown(view)])
            self._choose_wanted()

    def _is_shown(self, view: DeviceView) -> bool:
        return not self._only_trouble or is_in_trouble(view)

    def _made(self, lot: Lot | None, now: datetime) -> Iterator[Heading | DeviceRow]:
        place: str | None = None
        for view in self._views:
            if not self._is_shown(view):
                continue
            if view.lane_id != place:
                place = view.lane_id
                yield Heading(place_words(view.lane_id, lot))
            yield DeviceRow(
                view.device_id,
                ICONS[view.kind],
                kind_words(view.kind),
                state_of(view),
                state_words(view),
                format_local_time(view.since, lot.zone, now=now) if lot is not None else "",
                line_of(view, lot, now),
            )

    def _fill(self, rows: list[Heading | DeviceRow]) -> None:
        self.blockSignals(True)
        self.clear()
        self._rows = rows
        for row in rows:
            item = QListWidgetItem()
            item.setData(ROW, row)
            _speak(item, row)
            if isinstance(row, Heading):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.blockSignals(False)

    def _show_again(self, rows: list[Heading | DeviceRow]) -> None:
        """The same devices in the same places: only what has changed is painted again."""
        resized = False
        for place, (before, row) in enumerate(zip(self._rows, rows, strict=True)):
            if before == row:
                continue
            item = self.item(place)
            item.setData(ROW, row)
            _speak(item, row)
            resized = resized or bool(_sentence(before)) != bool(_sentence(row))
        self._rows = rows
        if resized:
            self.scheduleDelayedItemsLayout()

    def _choose_wanted(self) -> None:
        for place, row in enumerate(self._rows):
            if self._wanted and isinstance(row, DeviceRow) and row.device_id == self._wanted:
                self._wanted = ""
                self.setCurrentRow(place)
                return

    def _on_current_changed(self) -> None:
        self.chosen_changed.emit(self.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            # The first row is a heading, where nothing can be chosen.
            self.choose(next((row.device_id for row in self._rows if isinstance(row, DeviceRow)), ""))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self.scheduleDelayedItemsLayout()


def _first(views: Sequence[DeviceView]) -> str:
    """What wants somebody most, else what stands first."""
    loud = [view for view in views if is_in_trouble(view)]
    worst = [view for view in loud if state_of(view) == "alarm"] or loud or list(views)
    return worst[0].device_id if worst else ""


def _key(row: Heading | DeviceRow) -> str:
    return row.device_id if isinstance(row, DeviceRow) else f"#{row.title}"


def _sentence(row: Heading | DeviceRow) -> str:
    return row.sentence if isinstance(row, DeviceRow) else ""


def _speak(item: QListWidgetItem, row: Heading | DeviceRow) -> None:
    if isinstance(row, DeviceRow):
        words = ", ".join(filter(None, (row.title, row.word, row.since, row.sentence)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(row.sentence)
    else:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.title)
