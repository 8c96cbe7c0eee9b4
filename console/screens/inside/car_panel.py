"""The chosen car: its photo, what is known of it, what it went through, and what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from console.formats import format_local_time, format_plate
from console.models.thumbnails import Thumbnails
from console.photo_looks import PhotoLooks
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.screens.inside.car_actions import CarActions
from console.screens.inside.dues import Due
from console.screens.inside.history import History, happenings, read_history
from console.screens.inside.history_lines import HistoryLines
from console.screens.inside.stay_words import (
    due_in_words,
    inside_for,
    lane_in_words,
    state_in_words,
)
from console.state.messages import Message, Weight
from core.domain.errors import LotkeeperError
from core.domain.lots import Lot
from core.domain.stays import Stay
from core.services.correct_plate import correct_plate
from core.services.resolve_stay import confirm_inside, write_off

WIDTH = 380
PHOTO = QSize(364, 220)
PHOTOS_KEPT = 8
NO_PHOTO_HEIGHT = 64


class CarPanel(Spoken):
    """Follows the selection; ``left`` once the focus may go back to the list."""

    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._stay: Stay | None = None
        self._due: Due | None = None
        self._history: History | None = None
        self._photos = Thumbnails(
            ctx.jobs, ctx.console.photos, PHOTO, large=True, most_kept=PHOTOS_KEPT, parent=self
        )
        self._looks = PhotoLooks(ctx, "inside")
        self._photo, self._plate, self._state = line("quiet"), line("plate"), line("strong")
        self._facts, self._owes, self._hint = line(wraps=True), line("title"), line("quiet", wraps=True)
        self._lines, self.acts = HistoryLines(), CarActions()
        self._lay_out()
        self._photos.arrived.connect(self._on_photo_arrived)
        self.acts.desk_asked.connect(self.take_to_desk)
        self.acts.plate_typed.connect(self._on_plate_typed)
        self.acts.confirm_asked.connect(self._on_confirm_asked)
        self.acts.write_off_asked.connect(self._on_write_off_asked)
        self.show_stay(None, None)

    def speak(self) -> None:
        self._show()

    def show_stay(self, stay: Stay | None, due: Due | None) -> None:
        """Show this car; None where none is chosen."""
        changed = stay is not None and stay != self._stay
        self._stay, self._due = stay, due
        if changed and stay is not None:
            if self._history is not None and self._history.stay_id != stay.stay_id:
                self._history = None
            stay_id = stay.stay_id
            self._looks.looked({stay.photo: stay_id, stay.exit_photo: stay_id})
            self._ctx.jobs.look(lambda unit: read_history(unit, stay_id), self._on_history)
        self._show()

    def words(self) -> list[str]:
        """Every text that is shown."""
        return [label.text() for label in self.findChildren(QLabel)]

    def take_to_desk(self) -> None:
        """Hand the car to the desk, where its money is taken."""
        if self._stay is not None:
            self._ctx.show("desk")
            self._ctx.state.hand_over(self._stay.stay_id)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self._photo.setFixedHeight(PHOTO.height())
        self._photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._photo.setFrameShape(QFrame.Shape.StyledPanel)
        car = QWidget()
        known = QVBoxLayout(car)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(8)
        for widget in (self._photo, self._plate, self._state, self._facts, self._owes, self._lines):
            known.addWidget(widget)
        known.addStretch(1)
        # The buttons stand still below; a low window or large text scrolls what is above them.
        scroll = scrolled(car, across=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(scroll, 1)
        column.addWidget(self.acts)
        self._known = (scroll, self.acts)

    def _show(self) -> None:
        stay, lot = self._stay, self._ctx.state.lot
        for widget in self._known:
            widget.setVisible(stay is not None)
        self._hint.setText("" if stay is not None else self.tr("Choose a car to see its photo and history."))
        self._hint.setVisible(stay is None)
        if stay is None or lot is None:
            return
        now = self._ctx.console.clock.now()
        self._plate.setText(format_plate(stay.plate))
        self._state.setText(state_in_words(stay, lot.zone, now))
        self._facts.setText(self._facts_of(stay, lot, now))
        self._owes.setText(self.tr("Due now: {amount}").format(amount=due_in_words(self._due, lot)))
        self.acts.show_stay(stay, self._ctx.state.actor)
        self._lines.show_lines(
            happenings(self._history, lot) if self._history is not None else [], lot.zone, now
        )
        self._show_photo(stay)

    def _facts_of(self, stay: Stay, lot: Lot, now: datetime) -> str:
        time = format_local_time(stay.entry_at, lot.zone, now=now)
        if not stay.entry_known:
            return self.tr("Entry time unknown; priced from {time}.").format(time=time)
        if not stay.entry_lane:
            pattern = self.tr("Entered {time}. Inside for {duration}.")
        else:
            pattern = self.tr("Entered {time}, {lane}. Inside for {duration}.")
        lane = lane_in_words(lot, stay.entry_lane)
        return pattern.format(time=time, lane=lane, duration=inside_for(stay, now))

    def _show_photo(self, stay: Stay) -> None:
        self._photo.setFixedHeight(PHOTO.height() if stay.photo else NO_PHOTO_HEIGHT)
        picture = self._photos.picture(stay.photo)
        if picture is not None:
            self._photo.setPixmap(QPixmap.fromImage(picture))
            self._photo.setAccessibleName(self.tr("Photo of {plate}").format(plate=format_plate(stay.plate)))
        else:
            self._photo.clear()
            self._photo.setText(self._why_no_photo(stay))

    def _why_no_photo(self, stay: Stay) -> str:
        if not stay.photo:
            return self.tr("No photo: taken in by hand")
        return self.tr("Photo on its way") if self._photos.is_on_its_way(stay.photo) else "…"

    def _on_photo_arrived(self, reference: str) -> None:
        if self._stay is not None and self._stay.photo == reference:
            self._show_photo(self._stay)

    def _on_history(self, history: History) -> None:
        if self._stay is not None and self._stay.stay_id == history.stay_id:
            self._history = history
            self._show()

    def _on_plate_typed(self, typed: str) -> None:
        stay, actor = self._stay, self._ctx.state.actor
        if stay is None or actor is None:
            return
        self._ctx.jobs.change(
            lambda unit: correct_plate(unit, actor=actor, stay_id=stay.stay_id, typed=typed),
            lambda after: self._on_done("plate.corrected", {"before": stay.plate, "after": after.plate}),
            self._on_refused,
        )

    def _on_confirm_asked(self) -> None:
        stay, actor = self._stay, self._ctx.state.actor
        if stay is None or actor is None:
            return
        self._ctx.jobs.change(
            lambda unit: confirm_inside(unit, actor=actor, stay_id=stay.stay_id),
            lambda _none: self._on_done("stay.confirmed_inside", {"plate": stay.plate}),
            self._on_refused,
        )

    def _on_write_off_asked(self, reason: str, note: str) -> None:
        stay, actor = self._stay, self._ctx.state.actor
        if stay is None or actor is None:
            return
        self._ctx.jobs.change(
            lambda unit: write_off(unit, actor=actor, stay_id=stay.stay_id, reason=reason, note=note),
            lambda _none: self._on_done("stay.written_off", {"plate": stay.plate}),
            self._on_refused,
        )

    def _on_done(self, code: str, facts: dict[str, object]) -> None:
        self.acts.close_form()
        self._ctx.state.post(Message(Weight.DONE, code, facts))
        self.left.emit()

    def _on_refused(self, error: LotkeeperError) -> None:
        self.acts.tell(sentence_of(error, self._ctx.state.lot))
