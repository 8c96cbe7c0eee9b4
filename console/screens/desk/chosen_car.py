"""The chosen car: its photo large, since when it is here, what it owes and why, and what to know."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.models.thumbnails import Thumbnails
from console.photo_looks import PhotoLooks
from console.screens.context import Context
from console.screens.desk.charge_words import being_paid_line
from console.screens.desk.chosen import Chosen
from console.screens.desk.facts_words import facts_line, lost_ticket_line
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.price_rows import MOST_ROWS, price_rows
from console.screens.desk.stay_words import due_back_line, entered_line, inside_line, note_lines, permit_line
from console.screens.desk.still_view import StillView
from console.theme import Role, TypeRole, text_scale
from console.widgets.price_lines import PriceLines
from console.words import say
from core.domain.lots import Lot

PHOTO_SIZE = QSize(960, 720)
PHOTOS_KEPT = 12
WHO_WIDTH = 216
PRICE_WIDTH = 280
GAP = 12


class ChosenCar(Panel):
    """Shows one stay; the clock in it runs while the price is read again when it may have changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: Chosen | None = None
        self._photos = Thumbnails(
            context.jobs,
            context.console.photos,
            PHOTO_SIZE,
            large=True,
            most_kept=PHOTOS_KEPT,
            parent=self,
        )
        self._photos.arrived.connect(self._on_photo_arrived)
        self._looks = PhotoLooks(context, "large")
        self._photo = StillView(least=QSize(200, 110))
        self._plate = label(TypeRole.PLATE)
        self._inside = label(TypeRole.TITLE)
        self._entered = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._at_lane = label(TypeRole.STRONG, Role.ATTENTION, wrap=True)
        self._facts = label(TypeRole.STRONG, wrap=True)
        self._being_paid = label(TypeRole.STRONG, Role.ATTENTION, wrap=True)
        self._due_back = label(TypeRole.STRONG, wrap=True)
        self._notes = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._lines = PriceLines()
        self._why = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._who = QWidget()
        self._price = QWidget()
        self._words_below: bool | None = None
        self._is_brief = False
        self.shows_all_lines = False
        self._lay_out()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show this car."""
        if self._chosen is None or self._chosen.stay.stay_id != chosen.stay.stay_id:
            self.shows_all_lines = False
        self._chosen = chosen
        self._looks.looked({chosen.stay.photo: chosen.stay.stay_id})
        self._photos.forget_missing()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again: in the language, and at the time, of the moment."""
        lot, chosen = self._context.state.lot, self._chosen
        if lot is None or chosen is None:
            return
        stay, now = chosen.stay, self._context.console.clock.now()
        self._show_photo(stay.photo)
        self._plate.setText(stay.plate or self.tr("no plate"))
        self._entered.setText(entered_line(stay, lot, now))
        say_in(self._facts, facts_line(stay.facts, chosen.asked))
        self._being_paid.setText(being_paid_line(chosen.order, lot, now))
        self._being_paid.setVisible(not self._is_brief and bool(self._being_paid.text()))
        self._due_back.setText(due_back_line(chosen, lot))
        self._due_back.setVisible(not self._is_brief and bool(self._due_back.text()))
        say_in(self._notes, "\n".join(note_lines(stay)))
        say_in(self._at_lane, self._where_it_waits(stay.stay_id))
        self.show_time(now)
        self._show_price(chosen, lot, now)
        self._fit()
        spoken(self, self.tr("Car in hand"), f"{stay.plate} {self._entered.text()}")

    @property
    def has_more_lines(self) -> bool:
        """Whether the price has more lines than are shown at first."""
        due = self._chosen.due if self._chosen is not None else None
        return due is not None and len(due.quote.lines) > MOST_ROWS

    def least_height(self, width: int) -> int:
        """How high it must be on so much width for all of it to be seen."""
        return self._grid.totalMinimumHeightForWidth(width)

    def show_all_lines(self) -> None:
        """Show every line of a long price, or again the short form."""
        self.shows_all_lines = not self.shows_all_lines
        self.retranslate()

    def show_brief(self, brief: bool) -> None:
        """While something is asked its price leaves the room to the question."""
        self._is_brief = brief
        self._price.setHidden(brief)
        self._due_back.setVisible(not brief and bool(self._due_back.text()))
        self._being_paid.setVisible(not brief and bool(self._being_paid.text()))
        self._fit()

    def show_time(self, now: datetime) -> None:
        """Let the clock in it run."""
        lot = self._context.state.lot
        if self._chosen is not None and lot is not None:
            self._inside.setText(inside_line(self._chosen.stay, now))

    def _show_price(self, chosen: Chosen, lot: Lot, now: datetime) -> None:
        due = chosen.due
        self._lines.setVisible(due is not None)
        say_in(self._why, "")
        if due is not None and due.unusual is not None:
            say_in(self._why, self.tr("Unusually high: look before the driver hears it."))
        if due is not None:
            lines = price_rows(due.quote.lines, lot, now, shows_all=self.shows_all_lines)
            note = f"{permit_line(chosen, lot, now)} {lost_ticket_line(chosen, lot, now)}".strip()
            self._lines.show_lines(lines, due.quote.total_minor, due.quote.currency, note=note)
        elif chosen.stay.state.is_open:
            said = say(chosen.why_no_price, {"now": now, **chosen.why_facts}, lot)
            say_in(self._why, f"{said.text} {said.step}".strip())

    def _show_photo(self, reference: str) -> None:
        picture = self._photos.picture(reference)
        self._photo.show_picture(picture, is_on_its_way=self._photos.is_on_its_way(reference))

    def _where_it_waits(self, stay_id: str) -> str:
        for view in self._context.state.lanes.values():
            if view.waiting and stay_id in {view.stay_id, view.known_stay_id}:
                return self.tr("Stands at {lane}").format(lane=view.lane.name)
        return ""

    @Slot(str)
    def _on_photo_arrived(self, reference: str) -> None:
        if self._chosen is not None and self._chosen.stay.photo == reference:
            self._show_photo(reference)
            self._fit()

    def _lay_out(self) -> None:
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(4)
        of_this_car = (self._inside, self._facts, self._entered, self._at_lane)
        of_its_money = (self._being_paid, self._due_back)
        for widget in (self._plate, *of_this_car, *of_its_money, self._notes):
            who.addWidget(widget)
        who.addStretch(1)
        price = QVBoxLayout(self._price)
        price.setContentsMargins(0, 0, 0, 0)
        price.addWidget(self._why)
        price.addWidget(self._lines)
        price.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        # What is left over lies below all, so that no empty ground parts photo, words and price.
        self._grid.setRowStretch(0, 1000)
        self._grid.setRowStretch(2, 1)
        self._fit()

    def _fit(self) -> None:
        """Place the words below the photo or beside it, whichever leaves the photo larger."""
        self._who.setFixedWidth(round(WHO_WIDTH * (0.4 + 0.6 * text_scale())))
        width, height = self.width() - 32, self.height() - 24
        who, who_width = self._who.sizeHint(), self._who.width() + GAP
        price_beside, price_below = (self._price_height(room) for room in (width, width - who_width))
        beside = min(width - who_width, (height - price_beside - GAP) * self._photo.proportion)
        below = min(width, (height - max(who.height(), price_below) - GAP) * self._photo.proportion)
        is_below = below > beside and who_width + PRICE_WIDTH * text_scale() <= width
        self._place(words_below=is_below)
        photo_width = max(below if is_below else beside, self._photo.minimumWidth())
        photo_height = max(round(photo_width / self._photo.proportion), self._photo.minimumHeight())
        self._photo.setMaximumHeight(photo_height)

    def _price_height(self, width: int) -> int:
        """How high the price stands on so much width, its lines wrapped; nothing while it is hidden."""
        if self._price.isHidden():
            return 0
        layout = self._price.layout()
        return 0 if layout is None else layout.totalHeightForWidth(max(width, 1))

    def _place(self, *, words_below: bool) -> None:
        if words_below is self._words_below:
            return
        self._words_below = words_below
        for widget in (self._photo, self._who, self._price):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        if words_below:
            self._grid.addWidget(self._photo, 0, 0, 1, 2)
            self._grid.addWidget(self._who, 1, 0, top)
            self._grid.addWidget(self._price, 1, 1, top)
        else:
            self._grid.addWidget(self._photo, 0, 0, 1, 2)
            self._grid.addWidget(self._who, 0, 2, top)
            self._grid.addWidget(self._price, 1, 0, 1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()
