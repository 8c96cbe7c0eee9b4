"""What is seen in the picture, in words: how it comes, how it is lit, and each plate with what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_percent, format_plate
from console.screens.camera.live import FoundPlate, Shot
from console.screens.camera.plate_words import (
    advice,
    light_advice,
    light_state,
    light_word,
    size_sentence,
    state_of,
)
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.theme import Role, TypeRole
from console.theme.space import SMALL, TIGHT
from console.widgets.status import State, StatusWord
from console.words import say
from core.services.ports import Health

MOST_PLATES = 3


class Findings(Spoken):
    """Three parts below one another; what is not measured says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shot: Shot | None = None
        self._per_second: float | None = None
        self._plates: tuple[FoundPlate, ...] | None = None
        self._pause = ""
        self._camera = StatusWord(type_role=TypeRole.BODY)
        self._measures = line("quiet", wraps=True)
        self._light_lamp = StatusWord(type_role=TypeRole.BODY)
        self._light_advice = line("body", wraps=True)
        self._heading = line("strong")
        self._note = line("body", wraps=True, tone=Role.TEXT_QUIET)
        self._rows = tuple(_PlateRow() for _ in range(MOST_PLATES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        # The plates first: with large text the rest may have to be scrolled to.
        for part in ((self._heading, self._note, *self._rows), (self._camera, self._measures)):
            for widget in part:
                column.addWidget(widget)
            column.addSpacing(SMALL)
        column.addWidget(self._light_lamp)
        column.addWidget(self._light_advice)
        self.speak()

    @property
    def words(self) -> str:
        """All that it says, for whoever cannot see it."""
        parts = [self._camera.text(), self._measures.text(), self._light_lamp.text()]
        shown = [row.words for row in self._rows if not row.isHidden()]
        note = self._note.text() if not self._note.isHidden() else ""
        advice_words = self._light_advice.text() if not self._light_advice.isHidden() else ""
        return "\n".join(part for part in (*parts, advice_words, note, *shown) if part)

    def show_shot(self, shot: Shot | None, per_second: float | None) -> None:
        """How the camera's pictures come and how the newest is lit."""
        self._shot, self._per_second = shot, per_second
        self._say_camera()

    def show_plates(self, plates: tuple[FoundPlate, ...] | None, pause: str = "") -> None:
        """The plates of the last read, None where there was none yet; ``pause`` is why none is made now."""
        self._plates, self._pause = plates, pause
        self._say_plates()

    def speak(self) -> None:
        self._heading.setText(self.tr("Plates in the picture"))
        self._say_camera()
        self._say_plates()

    def _say_camera(self) -> None:
        shot = self._shot
        if shot is None:
            self._camera.show_state(State.UNKNOWN, self.tr("Waiting for a picture …"))
            self._measures.setText("")
        else:
            self._camera.show_state(*self._camera_state(shot))
            self._measures.setText(self._measured(shot))
        light = shot.light if shot is not None else None
        self._light_lamp.show_state(light_state(light), light_word(light))
        self._light_advice.setText(light_advice(light))
        self._light_advice.setVisible(bool(light_advice(light)))

    def _camera_state(self, shot: Shot) -> tuple[State, str]:
        match shot.status.health:
            case Health.OK:
                return State.OK, self.tr("Camera answers")
            case Health.STARTING:
                return State.UNKNOWN, self.tr("Camera is starting …")
            case Health.STALE:
                return State.ATTENTION, self.tr("Old picture")
            case Health.FAILED:
                return State.ALARM, say(shot.status.cause or "camera.no_answer").text
            case _:
                return State.UNKNOWN, self.tr("Camera: not measured")

    def _measured(self, shot: Shot) -> str:
        if shot.image.isNull():
            return ""
        size = self.tr("{width} × {height} px").format(width=shot.image.width(), height=shot.image.height())
        if self._per_second is None:
            return size
        rate = self.tr("{rate} pictures a second").format(rate=f"{self._per_second:.1f}")
        return f"{size} · {rate}"

    def _say_plates(self) -> None:
        plates = self._plates or ()
        for row, plate in zip(self._rows, (*plates[:MOST_PLATES], *[None] * MOST_PLATES), strict=False):
            row.show_plate(plate)
        note = self._pause
        if not note and self._plates is None:
            note = self.tr("Nothing was read yet.")
        elif not note and not plates:
            note = self.tr("No plate is seen. Let a car stand where cars stop, then look here again.")
        self._note.setText(note)
        self._note.setVisible(bool(note))


class _PlateRow(Spoken):
    """One plate: its text, how high its characters are, and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._plate: FoundPlate | None = None
        self._text = line("plate_small")
        self._size = StatusWord(type_role=TypeRole.STRONG)
        self._advice = line("body", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (self._text, self._size, self._advice):
            column.addWidget(widget)
        self.hide()

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._text.text()} · {self._size.text()} · {self._advice.text()}"

    def show_plate(self, plate: FoundPlate | None) -> None:
        """Show this plate; None hides the row."""
        self._plate = plate
        self.setVisible(plate is not None)
        self.speak()

    def speak(self) -> None:
        if self._plate is None:
            return
        read, look = self._plate.read, self._plate.look
        self._text.setText(f"{format_plate(read.text)}   {format_percent(read.confidence)}")
        self._size.show_state(state_of(look), size_sentence(look))
        # A figure and its unit stay in one line.
        self._advice.setText(advice(look).replace(" px", "\u00a0px"))
