"""The reading screen: how well each lane reads plates, and what would make it better (N2)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.reading.lane_panel import LanePanel
from console.screens.reading.periods import Period, begin_of
from console.screens.reading.shares import share_words
from console.widgets.empty_state import EmptyState
from console.widgets.following import LOOK_CHANGES
from console.widgets.quiet_table import QuietTable
from core.domain.errors import LotkeeperError
from core.domain.lane_reading import LaneReading, ReadCounts
from core.store.queries.reading import SiteReading, reading_since

EDGE = 24
AGAIN_MS = 60_000
MOST_ROWS_SEEN = 6


class ReadingScreen(Spoken):
    """Arrow keys choose a lane; Tab leads to the time, to the lanes, and to the hours of the day."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._table = QuietTable(self)
        self._site = SiteReading((), {})
        self._asked = 0
        self._title, self._told = line("title"), line("quiet", wraps=True)
        self._period = Choice[Period](
            (
                (Period.TODAY, lambda: self.tr("Today")),
                (Period.WEEK, lambda: self.tr("7 days")),
                (Period.MONTH, lambda: self.tr("30 days")),
            )
        )
        self._period.choose(Period.WEEK)
        self._model = RowTable[LaneReading](self._columns(), lambda lane: lane.lane_id, self)
        self._table.setModel(self._model)
        self.panel = LanePanel(ctx)
        self._empty, self._below = EmptyState(icon_name="camera"), QStackedWidget()
        self._again = QTimer(self, interval=AGAIN_MS)
        self._lay_out()
        self._period.currentIndexChanged.connect(self.reload)
        self._table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self._again.timeout.connect(self.reload)
        ctx.state.lot_changed.connect(self.reload)
        self.speak()

    def speak(self) -> None:
        self._title.setText(self.tr("How plates are read"))
        self._period.speak()
        self._period.setAccessibleName(self.tr("Time looked at"))
        self._table.setAccessibleName(self.tr("Lanes"))
        self._empty.set_words(
            self.tr("No vehicle was seen in this time."),
            self.tr("Choose a longer time, or come back when cars have been at the lanes."),
        )
        self._model.refresh()

    @property
    def lanes(self) -> tuple[LaneReading, ...]:
        """What is listed, from the top."""
        return self._model.rows

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return self._below.currentWidget() is self._empty

    @property
    def trouble(self) -> str:
        """Why nothing could be counted, empty where it could."""
        return self._told.text()

    def reload(self) -> None:
        """Count again; an older answer that comes later is not shown."""
        lot = self._ctx.state.lot
        if lot is None or not self.isVisible():
            return
        self._asked += 1
        asked, zone = self._asked, lot.zone
        since = begin_of(self._period.value(), self._ctx.console.clock.now(), zone)
        self._ctx.jobs.look(
            lambda unit: reading_since(unit, since, zone),
            lambda site: self._on_read(site, asked),
            self._on_failed,
        )

    def _columns(self) -> tuple[Column[LaneReading], ...]:
        shares: tuple[tuple[Callable[[], str], Callable[[ReadCounts], int]], ...] = (
            (lambda: self.tr("Read alone"), lambda total: total.alone),
            (lambda: self.tr("Asked"), lambda total: total.asked),
            (lambda: self.tr("Corrected"), lambda total: total.corrected),
            (lambda: self.tr("No plate"), lambda total: total.nothing),
        )
        return (
            Column(lambda: self.tr("Lane"), self._name),
            Column(lambda: self.tr("Vehicles"), lambda lane: str(lane.total.vehicles), figures=True),
            *(Column(title, partial(_share_of, count), figures=True) for title, count in shares),
            # Takes the rest of the width, so that the figures stand close to their lanes.
            Column(str, lambda _lane: ""),
        )

    def _name(self, lane: LaneReading) -> str:
        lot = self._ctx.state.lot
        known = [one.name for one in lot.lanes if one.lane_id == lane.lane_id] if lot is not None else []
        return known[0] if known else lane.lane_id

    def _on_read(self, site: SiteReading, asked: int) -> None:
        if asked != self._asked:
            return
        self._site = site
        self._told.setText("")
        chosen = max(0, self._table.currentIndex().row())
        self._model.show_rows(site.lanes)
        self._fit_table()
        self._table.selectRow(min(chosen, len(site.lanes) - 1))
        self._show_chosen()

    def _on_failed(self, error: LotkeeperError) -> None:
        self._told.setText(sentence_of(error, self._ctx.state.lot))

    def _show_chosen(self) -> None:
        lane = self._model.row_at(self._table.currentIndex().row())
        if lane is None or not any(one.total.vehicles for one in self._site.lanes):
            self._below.setCurrentWidget(self._empty)
            return
        self._below.setCurrentIndex(0)
        self.panel.show_lane(self._name(lane), lane, self._site.examples)

    def _fit_table(self) -> None:
        """As high as its rows: what is to be done stands below it, not below an empty place."""
        rows = min(MOST_ROWS_SEEN, max(1, self._model.rowCount()))
        fits = self._model.rowCount() <= MOST_ROWS_SEEN
        shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._table.setVerticalScrollBarPolicy(shown)
        each = self._table.verticalHeader().defaultSectionSize()
        frame = 2 * self._table.frameWidth() + 4
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + rows * each + frame)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(12)
        head.addWidget(self._period)
        head.addWidget(self._told, 1)
        self._below.addWidget(scrolled(self.panel, across=False))
        self._below.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        column.addLayout(head)
        column.addWidget(self._table)
        column.addWidget(self._below, 1)
        QWidget.setTabOrder(self._table, self.panel.strip)
        self._fit_table()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._fit_table()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()
        self._table.setFocus()
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()


def _share_of(count: Callable[[ReadCounts], int], lane: LaneReading) -> str:
    return share_words(lane.total, count(lane.total))
