"""The chosen car: its photo large, since when it is here, what it owes and why, and what to know."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.models.thumbnails import Thumbnails
from console.screens.context import Context
from console.screens.desk.car_in_hand import Chosen
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.desk.price_words import line_words
from console.screens.desk.stay_words import entered_line, inside_line, note_lines, permit_line
from console.screens.desk.still_view import StillView
from console.theme import Role, TypeRole
from console.widgets.price_lines import PriceLine, PriceLines
from console.words import say
from core.domain.lots import Lot

PHOTO_SIZE = QSize(960, 720)
PHOTOS_KEPT = 12


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
        self._photo = StillView(least=QSize(200, 110))
        self._plate = label(TypeRole.PLATE)
        self._inside = label(TypeRole.TITLE)
        self._entered = label(TypeRole.BODY, Role.TEXT_QUIET)
        self._at_lane = label(TypeRole.STRONG, Role.ATTENTION, wrap=True)
        self._notes = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._lines = PriceLines()
        self._why = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._lay_out()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show this car."""
        self._chosen = chosen
        self._photos.forget_missing()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again: in the language, and at the time, of the moment."""
        lot, chosen = self._context.state.lot, self._chosen
        if lot is None or chosen is None:
            return
        stay, now = chosen.stay, self._context.console.clock.now()
        self._photo.show_picture(self._photos.picture(stay.photo))
        self._plate.setText(stay.plate or self.tr("no plate"))
        self._entered.setText(entered_line(stay, lot, now))
        say_in(self._notes, "\n".join(note_lines(stay)))
        say_in(self._at_lane, self._where_it_waits(stay.stay_id))
        self.show_time(now)
        self._show_price(chosen, lot, now)
        spoken(self, self.tr("Car in hand"), f"{stay.plate} {self._entered.text()}")

    def show_time(self, now: datetime) -> None:
        """Let the clock in it run."""
        lot = self._context.state.lot
        if self._chosen is not None and lot is not None:
            self._inside.setText(inside_line(self._chosen.stay, now))

    def _show_price(self, chosen: Chosen, lot: Lot, now: datetime) -> None:
        due = chosen.due
        self._lines.setVisible(due is not None)
        say_in(self._why, "")
        if due is not None:
            lines = [PriceLine(line_words(line, lot, now), line.amount_minor) for line in due.quote.lines]
            note = permit_line(chosen, lot, now)
            self._lines.show_lines(lines, due.quote.total_minor, due.quote.currency, note=note)
        elif chosen.stay.state.is_open:
            said = say(chosen.why_no_price, {"now": now}, lot)
            say_in(self._why, f"{said.text} {said.step}".strip())

    def _where_it_waits(self, stay_id: str) -> str:
        for view in self._context.state.lanes.values():
            if view.waiting and stay_id in {view.stay_id, view.known_stay_id}:
                return self.tr("Stands at {lane}").format(lane=view.lane.name)
        return ""

    @Slot(str)
    def _on_photo_arrived(self, reference: str) -> None:
        if self._chosen is not None and self._chosen.stay.photo == reference:
            self._photo.show_picture(self._photos.picture(reference))

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(4)
        for widget in (self._plate, self._inside, self._entered, self._at_lane, self._notes):
            who.addWidget(widget)
        who.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._photo, stretch=3)
        top.addLayout(who, stretch=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top, stretch=1)
        column.addWidget(self._lines)
        column.addWidget(self._why)
