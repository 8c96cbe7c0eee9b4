"""Up to six cars as pictures, the likeliest first; chosen by number, arrow keys or a click."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.formats import format_duration, format_local_time
from console.models.thumbnails import Thumbnails
from console.photo_looks import PhotoLooks
from console.screens.context import Context
from console.screens.desk.stay_words import card_state
from console.widgets.photo_card import PhotoCard
from core.domain.stays import Stay
from core.services.find_stay import MOST_MATCHES

PHOTO_SIZE = QSize(320, 240)

WIDEST_CARD_PX = 220


class CardsRow(QWidget):
    """Shows stays as cards; ``chosen`` carries the stay's id."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stays: tuple[Stay, ...] = ()
        self._pictures = Thumbnails(context.jobs, context.console.photos, PHOTO_SIZE, parent=self)
        self._pictures.arrived.connect(self._on_picture_arrived)
        self._looks = PhotoLooks(context, "cards")
        self._cards = [PhotoCard(number) for number in range(1, MOST_MATCHES + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for card in self._cards:
            card.activated.connect(self.choose_number)
            card.hide()
            card.setMaximumWidth(WIDEST_CARD_PX)
            row.addWidget(card, stretch=1)
        # One car is no banner: few cards stay cards, at the left where the first of six would be.
        row.addStretch(0)

    @property
    def stays(self) -> tuple[Stay, ...]:
        """The stays shown, likeliest first."""
        return self._stays

    def show_stays(self, stays: tuple[Stay, ...], chosen_id: str | None) -> None:
        """Show these stays and mark the chosen one."""
        self._stays = stays[: len(self._cards)]
        self._looks.looked({stay.photo: stay.stay_id for stay in self._stays})
        self._pictures.forget_missing()
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(self._stays))
        for place, stay in enumerate(self._stays):
            self._show(place, stay, chosen=stay.stay_id == chosen_id)

    @Slot(int)
    def choose_number(self, number: int) -> None:
        """Choose the card of that number, from 1; nothing where there is none."""
        if 1 <= number <= len(self._stays):
            self.chosen.emit(self._stays[number - 1].stay_id)

    def take_focus(self) -> bool:
        """Move the focus to the first card; False where there is none."""
        if self._stays:
            self._cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._stays)

    @property
    def has_focus(self) -> bool:
        """Whether one of the cards has the focus."""
        return any(card.hasFocus() for card in self._cards)

    def _show(self, place: int, stay: Stay, *, chosen: bool) -> None:
        lot, now = self._context.state.lot, self._context.console.clock.now()
        if lot is None:
            return
        state, word = card_state(stay, now)
        self._cards[place].show_car(
            plate=stay.plate,
            line=format_local_time(stay.entry_at, lot.zone, now=now),
            picture=self._pictures.picture(stay.photo),
            chosen=chosen,
            duration=format_duration(now - stay.entry_at),
            state=state,
            state_text=word,
        )

    @Slot(str)
    def _on_picture_arrived(self, reference: str) -> None:
        for place, stay in enumerate(self._stays):
            if stay.photo == reference:
                self._cards[place].show_picture(self._pictures.picture(reference))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((place for place, card in enumerate(self._cards) if card.hasFocus()), -1)
        if step and at >= 0 and self._stays:
            self._cards[(at + step) % len(self._stays)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and event.key() == Qt.Key.Key_Up:
            self.left.emit()
        elif at >= 0 and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_6 and not event.modifiers():
            self.choose_number(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
