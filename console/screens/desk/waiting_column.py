"""The right of the desk: what waits for a person, the most urgent on top, recent receipts at the end."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.models.thumbnails import Thumbnails
from console.screens.context import Context
from console.screens.desk.labels import label
from console.screens.desk.waiting import Rank, Waiting
from console.screens.desk.waiting_list import Recorded, rank_waiting, read_recorded
from console.screens.desk.waiting_row import WaitingRow
from console.theme import TypeRole
from console.widgets.empty_state import EmptyState
from core.services.device_views import DeviceView
from core.services.ports import Health

PHOTO_SIZE = QSize(160, 120)
SETTLE_MS = 250
MOST_SEEN = 500
LOOK_EVERY_MS = 1000
# What waits for long, and a gate that nobody went through, are told without anything else happening.
READ_EVERY_MS = 10_000
# What comes back by itself within seconds is nobody's business.
FAILED_FOR = timedelta(seconds=5)


class WaitingColumn(QScrollArea):
    """A list of rows, each a button: Enter or a click does its next step (``taken``)."""

    taken = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._recorded = Recorded()
        self._seen: set[str] = set()
        self._shown: list[Waiting] = []
        self._failed: tuple[DeviceView, ...] = ()
        self._rows: dict[str, WaitingRow] = {}
        self._pictures = Thumbnails(context.jobs, context.console.photos, PHOTO_SIZE, parent=self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._title = label(TypeRole.TITLE)
        self._late_title = label(TypeRole.STRONG)
        self._empty = EmptyState("", "")
        self._lay_out()
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_at_devices)
        self._look.start()
        self._again = QTimer(self, interval=READ_EVERY_MS)
        self._again.timeout.connect(self._on_changed)
        self._again.start()
        self._settle.timeout.connect(self._read)
        self._pictures.arrived.connect(self._on_picture_arrived)
        state = context.state
        for signal in (state.stays_changed, state.lot_changed, state.actor_changed):
            signal.connect(self._on_changed)
        state.lane_changed.connect(self._on_lane_changed)
        self.retranslate()
        self._settle.start()

    @property
    def rows(self) -> list[Waiting]:
        """What is shown, from the top."""
        return self._shown

    def mark_seen(self, key: str) -> None:
        """An incident that someone has looked at goes from the list; the journal keeps it."""
        if len(self._seen) >= MOST_SEEN:
            self._seen.clear()
        self._seen.add(key)
        self._show()

    def take_focus(self) -> None:
        """Move the focus to the first row."""
        if self._shown:
            self._rows[self._shown[0].key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._title.setText(self.tr("Waiting"))
        self._late_title.setText(self.tr("Recent receipts"))
        self._empty.set_words(self.tr("Nothing waits"), self.tr("Lanes that ask appear here."))
        self._show()

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start()

    @Slot(str)
    def _on_lane_changed(self, _lane_id: str) -> None:
        self._show()
        if not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _look_at_devices(self) -> None:
        """What has not worked for a moment; the board keeps it ready, so nothing is waited for."""
        now = self._context.console.clock.now()
        failed = tuple(
            view
            for view in self._context.console.devices.views()
            if view.status.health is Health.FAILED and now - view.since >= FAILED_FOR
        )
        if failed != self._failed:
            self._failed = failed
            self._show()

    @Slot()
    def _read(self) -> None:
        if self._context.state.lot is not None:
            self._context.jobs.look(read_recorded, self._on_read)

    def _on_read(self, recorded: Recorded) -> None:
        if recorded != self._recorded:
            self._recorded = recorded
            self._pictures.forget_missing()
            self._show()

    def _show(self) -> None:
        lot = self._context.state.lot
        if lot is None:
            return
        rows = rank_waiting(
            self._context.state.lanes.values(), self._recorded, frozenset(self._seen), self._failed
        )
        if [row.key for row in rows] != [row.key for row in self._shown]:
            self._rebuild(rows)
        self._shown = rows
        now = self._context.console.clock.now()
        for row in rows:
            self._rows[row.key].show_row(row, lot, now, self._pictures.picture(row.photo))
        self._empty.setVisible(not any(row.wants_someone for row in rows))
        self._late_title.setVisible(any(row.rank is Rank.PAYMENT for row in rows))

    def _rebuild(self, rows: list[Waiting]) -> None:
        focused = next((key for key, widget in self._rows.items() if widget.hasFocus()), "")
        for key in [key for key in self._rows if key not in {row.key for row in rows}]:
            widget = self._rows.pop(key)
            self._column.removeWidget(widget)
            widget.deleteLater()
        place = 2
        for row in rows:
            if row.key not in self._rows:
                self._rows[row.key] = WaitingRow()
                self._rows[row.key].taken.connect(self.taken)
            if row.rank is Rank.PAYMENT and place == 2 + sum(one.wants_someone for one in rows):
                self._column.insertWidget(place, self._late_title)
                place += 1
            self._column.insertWidget(place, self._rows[row.key])
            place += 1
        if focused in self._rows:
            self._rows[focused].setFocus()

    @Slot(str)
    def _on_picture_arrived(self, _reference: str) -> None:
        self._show()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._late_title)
        self._column.addStretch(1)
        self.setWidget(inside)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._settle.start()
            self._show()
