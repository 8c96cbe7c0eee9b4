"""The list itself: reads, sorts and filters in the store, and asks what the visible cars owe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.models.thumbnails import Thumbnails
from console.screens.context import Context
from console.screens.form.spoken import Spoken
from console.screens.inside.dues import Due, dues_of
from console.screens.inside.inside_table import InsideTable
from console.widgets.quiet_table import QuietTable
from core.domain.stays import OPEN_STATES, Stay, StayState
from core.store.queries.stays import StayPage, inside_list

THUMBNAIL = QSize(72, 40)
ROW_HEIGHT = 46
SETTLE_MS = 150
MINUTE_MS = 60_000
NOTHING = StayPage((), 0, 0)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which states are listed."""

    states: tuple[StayState, ...] = tuple(sorted(OPEN_STATES))


class InsideView(Spoken):
    """``chosen`` follows the selection (a stay or None), ``taken`` is Enter or a double click on it."""

    page_read = Signal(object)
    chosen = Signal(object)
    taken = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.page = NOTHING
        self._part, self._filter = "", Filter()
        self._order, self._descending = "entry", True
        self._chosen_id = ""
        self._asking = False
        thumbnails = Thumbnails(ctx.jobs, ctx.console.photos, THUMBNAIL, parent=self)
        self._thumbnails = thumbnails
        self._model = InsideTable(ctx, thumbnails, self)
        self._table = _PhotoTable(self)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._scrolled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._table.setAccessibleName(self.tr("Cars inside; Enter takes the chosen one to the desk"))
        self._model.refresh()
        self._say_empty()

    def show_filter(self, part: str, wanted: Filter) -> None:
        """List only what fits."""
        self._part, self._filter = part, wanted
        self._settle.start()

    def reload(self) -> None:
        """Read the list again; the chosen car stays chosen."""
        if self._ctx.state.lot is None:
            return
        part, states, order, descending = self._part, self._filter.states, self._order, self._descending
        self._ctx.jobs.look(
            lambda unit: inside_list(
                unit, part_of_plate=part, states=states, order=order, descending=descending
            ),
            self._on_page,
        )

    def due(self, stay: Stay | None) -> Due | None:
        """What the stay owes, as far as it was asked."""
        return None if stay is None else self._model.due(stay.stay_id)

    @property
    def plates(self) -> list[str]:
        """The plates listed, from the top."""
        return [stay.plate for stay in self._model.rows]

    @property
    def chosen_stay(self) -> Stay | None:
        """The chosen car."""
        return self._model.row_at(self._table.currentIndex().row())

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self._table.setFocus()

    def _lay_out(self) -> None:
        self._table.setModel(self._model)
        self._table.setIconSize(THUMBNAIL)
        header = self._table.horizontalHeader()
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        self._table.setSortingEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        self.setFocusProxy(self._table)

    def _listen(self) -> None:
        self._model.sort_asked.connect(self._on_sort_asked)
        self._model.modelReset.connect(self._on_reset)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._table.activated.connect(self._on_activated)
        self._settle.timeout.connect(self.reload)
        self._scrolled.timeout.connect(self._ask_dues)
        self._minute.timeout.connect(self._on_minute)
        self._ctx.state.stays_changed.connect(self._on_stays_changed)
        self._table.installEventFilter(self)
        self._minute.start()

    def _say_empty(self) -> None:
        if self._part or self._filter != Filter():
            self._table.set_empty(
                self.tr("No car like that is inside."), self.tr("Esc shows all cars again.")
            )
        else:
            self._table.set_empty(
                self.tr("No car is inside."),
                self.tr("Cars appear here as they drive in. Ins adds those that are inside already."),
            )

    def _on_page(self, page: StayPage) -> None:
        self.page = page
        self._model.show_rows(page.stays)
        self._say_empty()
        self._keep_chosen()
        self.page_read.emit(page)
        self._ask_dues()

    def _keep_chosen(self) -> None:
        """The same car as before; the first one where it is gone."""
        if not self.page.stays:
            self._chosen_id = ""
            self.chosen.emit(None)
            return
        place = max(0, self._model.place_of(self._chosen_id))
        if self._table.currentIndex().row() == place:
            self._tell_chosen()
        else:
            self._table.selectRow(place)

    def _tell_chosen(self) -> None:
        stay = self._model.row_at(self._table.currentIndex().row())
        self._chosen_id = stay.stay_id if stay is not None else ""
        self.chosen.emit(stay)

    def _visible(self) -> Sequence[Stay]:
        first = self._table.rowAt(0)
        last = self._table.rowAt(self._table.viewport().height() - 1)
        if first < 0:
            return ()
        end = last + 1 if last >= 0 else len(self._model.rows)
        return self._model.rows[first:end]

    def _ask_dues(self) -> None:
        actor = self._ctx.state.actor
        wanted = self._model.without_due(self._visible())
        if self._asking or not wanted or actor is None or not self.isVisible():
            return
        self._asking = True
        self._ctx.jobs.look(
            lambda unit: dues_of(unit, actor=actor, stay_ids=wanted), self._on_dues, self._on_no_dues
        )

    def _on_dues(self, dues: dict[str, Due]) -> None:
        self._asking = False
        self._model.take_dues(dues)
        if self._chosen_id in dues:
            self._tell_chosen()
        self._ask_dues()

    def _on_no_dues(self, _error: object) -> None:
        """The amounts stay open; the next minute asks again."""
        self._asking = False

    def _on_sort_asked(self, order: str, descending: bool) -> None:
        self._order, self._descending = order, descending
        self.reload()

    def _on_reset(self) -> None:
        self._table.clearSelection()

    def _on_row_changed(self) -> None:
        self._tell_chosen()

    def _on_scrolled(self) -> None:
        self._scrolled.start()

    def _on_activated(self) -> None:
        self.taken.emit()

    def _on_stays_changed(self) -> None:
        if self.isVisible():
            self._model.forget_dues()
            self._settle.start()

    def _on_minute(self) -> None:
        if self.isVisible():
            self._thumbnails.forget_missing()
            self._model.forget_dues()
            self._model.refresh()
            self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Text goes on to the screen, which filters with it; it is no search in the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_text(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_text(event: QKeyEvent) -> bool:
    text = event.text().strip()
    return bool(text) and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


class _PhotoTable(QuietTable):
    """Rows high enough for a photo, at any size of text."""

    def _set_heights(self) -> None:
        super()._set_heights()
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(max(ROW_HEIGHT, rows.defaultSectionSize()))
