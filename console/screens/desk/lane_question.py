"""A lane asks: the car's picture, beside the one inside under its plate, and which plate is the right one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.models.thumbnails import Thumbnails
from console.photo_looks import PhotoLooks
from console.screens.context import Context
from console.screens.desk.choices_panel import ChoicesPanel
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.lane_words import next_step, why_line
from console.screens.desk.panel import Panel
from console.screens.desk.stay_words import entered_line
from console.screens.desk.still_view import StillView
from console.theme import Role, TypeRole, text_scale
from console.widgets.key_button import KeyButton
from console.widgets.plate_field import PlateField
from console.words import Words
from core.domain.stays import Stay
from core.services.lane_view import LaneView

PHOTO_SIZE = QSize(960, 720)
PHOTOS_KEPT = 8
LARGE_TEXT = 1.2
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class LaneQuestion(Panel):
    """The answer is a plate (``answered``), or the gate is opened by hand (``by_hand``).

    What the plate may be is offered: Alt and its number, or up and down, put it into the field.
    """

    answered = Signal(str, str)
    by_hand = Signal(str)
    code_scanned = Signal(str)
    given_up = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: LaneView | None = None
        self._known: Stay | None = None
        self._photos = Thumbnails(
            context.jobs,
            context.console.photos,
            PHOTO_SIZE,
            large=True,
            most_kept=PHOTOS_KEPT,
            parent=self,
        )
        self._photos.arrived.connect(self._on_photo_arrived)
        self._looks = PhotoLooks(context, "lane")
        self._question = label(TypeRole.TITLE, wrap=True)
        self._step = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._here_title = label(TypeRole.STRONG, wrap=True)
        self._here = StillView()
        self._known_title = label(TypeRole.STRONG, wrap=True)
        self._known_photo = StillView()
        self._choices = ChoicesPanel()
        self._field = PlateField()
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._enter = KeyButton("", "Enter", primary=True)
        self._hand = KeyButton("", "F5")
        self._back = KeyButton("", "Esc")
        self._keys = QGridLayout()
        self._pictures = QGridLayout()
        self._lay_out()
        self._choices.chosen.connect(self._on_chosen)
        self._field.code_scanned.connect(self.code_scanned)
        self._enter.clicked.connect(self._on_enter)
        self._hand.clicked.connect(self._on_by_hand)
        self._back.clicked.connect(self.given_up)

    @property
    def lane_id(self) -> str:
        """The lane that asks."""
        return self._view.lane.lane_id if self._view is not None else ""

    @property
    def sighting_id(self) -> str | None:
        """The vehicle that was asked about."""
        return (self._view.sighting_id or None) if self._view is not None else None

    @property
    def shows_both(self) -> bool:
        """Whether the car inside under the same plate stands beside the one at the lane."""
        return self._known is not None

    def has_choice(self, number: int) -> bool:
        """Whether a plate of that number, counted from 1, is offered."""
        return 1 <= number <= self._choices.count

    def choose(self, number: int) -> None:
        """Put the plate of that number into the field."""
        self._choices.choose(number)

    def ask(self, view: LaneView, known: Stay | None, proposal: str = "") -> None:
        """Ask about the car at this lane; ``known`` is the one inside under its plate."""
        self._view, self._known = view, known
        self._place_keys()
        self._choices.show_view(view)
        self._photos.forget_missing()
        say_in(self._trouble, "")
        self._field.setText(proposal or view.plate)
        self.retranslate()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def follow(self, view: LaneView) -> None:
        """The lane changed while the question stands."""
        self._view = view
        self._choices.show_view(view)
        self.retranslate()

    def show_known(self, known: Stay) -> None:
        """The car that is inside under this plate was found."""
        self._known = known
        self._looks.looked({known.photo: known.stay_id})
        self.retranslate()

    def show_trouble(self, trouble: Words) -> None:
        """Say why the plate was not taken."""
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, shown: bool) -> None:
        """Show the field and its keys, or leave their room to another question."""
        for widget in (self._field, self._enter, self._hand, self._back):
            widget.setVisible(shown)
        self._choices.setVisible(shown and self._choices.count > 0)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        view, lot = self._view, self._context.state.lot
        if view is None or lot is None:
            return
        now = self._context.console.clock.now()
        self._question.setText(f"{view.lane.name} · {why_line(view, lot, now)}")
        self._step.setText(next_step(view, lot))
        self._here_title.setText(self.tr("At {lane} now").format(lane=view.lane.name))
        self._here.show_picture(self._photos.picture(view.photo))
        for widget in (self._known_title, self._known_photo):
            widget.setVisible(self._known is not None)
        self._pictures.setColumnStretch(1, 0 if self._known is None else 1)
        if self._known is not None:
            entered = entered_line(self._known, lot, now)
            self._known_title.setText(self.tr("Inside as {plate}, {entered}").format(
                plate=self._known.plate, entered=entered
            ))  # fmt: skip
            self._known_photo.show_picture(
                self._photos.picture(self._known.photo),
                is_on_its_way=self._photos.is_on_its_way(self._known.photo),
            )
        self._choices.retranslate()
        self._enter.setText(self.tr("Correct the plate"))
        self._hand.setText(self.tr("Open by hand"))
        self._back.setText(self.tr("Back"))
        spoken(self._field, self.tr("Plate of the car at {lane}").format(lane=view.lane.name))
        spoken(self, self._question.text(), self._step.text())

    @Slot()
    def _on_enter(self) -> None:
        say_in(self._trouble, "")
        self.answered.emit(self.lane_id, self._field.text())

    @Slot(str)
    def _on_chosen(self, plate: str) -> None:
        say_in(self._trouble, "")
        self._field.setText(plate)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @Slot()
    def _on_by_hand(self) -> None:
        self.by_hand.emit(self.lane_id)

    @Slot(str)
    def _on_photo_arrived(self, _reference: str) -> None:
        self.retranslate()

    def _lay_out(self) -> None:
        pictures = self._pictures
        pictures.setSpacing(12)
        pictures.setColumnStretch(0, 1)
        pictures.setVerticalSpacing(4)
        pictures.setRowStretch(1, 1)
        sides = ((self._here_title, self._here), (self._known_title, self._known_photo))
        for place, (title, photo) in enumerate(sides):
            # In one grid, so that both photos begin at the same height however long the titles are.
            pictures.addWidget(title, 0, place)
            pictures.addWidget(photo, 1, place)
        self._place_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._step)
        column.addLayout(pictures, stretch=1)
        column.addWidget(self._choices)
        column.addWidget(self._field)
        column.addWidget(self._trouble)
        column.addLayout(self._keys)

    def _place_keys(self) -> None:
        """In one row, or one below the other where the text is large."""
        columns = 1 if text_scale() > LARGE_TEXT else 3
        for place, button in enumerate((self._enter, self._hand, self._back)):
            self._keys.addWidget(button, place // columns, place % columns)
        self._keys.setColumnStretch(3, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _STEPS and self._choices.count:
            self._on_chosen(self._choices.next_to(self._field.plate(), _STEPS[event.key()]))
        else:
            super().keyPressEvent(event)
