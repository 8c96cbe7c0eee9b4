"""Adds, changes or replaces a device: its place, its form, a trial, and saving; nothing holds before that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.devices.device_form import DeviceForm
from console.screens.devices.device_words import kind_words, place_words
from console.screens.devices.field_words import field_label
from console.screens.devices.form_fields import same_board
from console.screens.devices.places import (
    NEEDED,
    Place,
    config_at,
    lacks_broker,
    with_devices,
)
from console.screens.devices.trial import Tried, can_try, try_device
from console.screens.form.choice import Choice
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM, SMALL
from console.widgets.key_button import KeyButton
from core.config import BarrierConfig, Config, DeviceConfig
from core.domain.errors import ConfigError, LotkeeperError, OperatorError, Refused
from core.services.device_views import DeviceKind

TRIAL_SIZE = QSize(300, 200)
SAVE_KEY, TRY_KEY, INTERRUPT_KEY = "Ctrl+S", "Alt+P", "Alt+U"


class EditPanel(Spoken):
    """``saved`` carries the id of the device that runs now; ``left`` goes back without."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._is_new = False
        self._found: Mapping[str, object] = {}
        self._places: Choice[Place] | None = None
        self._queue: list[Place] = []
        self._drafts: dict[Place, DeviceConfig] = {}
        self._title, self._lead = line("title"), line("quiet", wraps=True)
        self._place_row, self._place_label = QHBoxLayout(), line()
        self.form = DeviceForm()
        self._told, self._picture = line(wraps=True), QLabel()
        self.save_button = KeyButton(key=SAVE_KEY, primary=True)
        self.try_button = KeyButton(key=TRY_KEY)
        self.interrupt_button, self._back = KeyButton(key=INTERRUPT_KEY), KeyButton(key="Esc")
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.try_button.clicked.connect(self.try_it)
        self.interrupt_button.clicked.connect(self._on_interrupt)
        self._back.clicked.connect(self.go_back)
        self.form.edited.connect(self._on_edited)
        self.speak()

    @property
    def told(self) -> str:
        """What came of the last step."""
        return self._told.text()

    @property
    def title(self) -> str:
        """What is being done."""
        return self._title.text()

    def edit(self, place: Place) -> None:
        """Change what is wired there, or replace it by another kind."""
        self._begin((place,), {}, is_new=False)

    def add(self, places: Sequence[Place], found: Mapping[str, object]) -> None:
        """Add a device in one of these places, with what a search found filled in."""
        self._begin(places, found, is_new=True)

    def wire_lane(self, lane_id: str) -> None:
        """Ask for camera, barrier and loops of a lane, one after the other, and save all three at once."""
        self._begin((Place(NEEDED[0], lane_id),), {}, is_new=True)

    def save(self) -> None:
        """Write it down and run with it; a lane that is not wired yet is asked for its next device first."""
        self._save(interrupt=False)

    def go_back(self) -> None:
        """One step back: to the device that was filled in before this one, or away from here."""
        if not self._drafts:
            self.left.emit()
            return
        place = next(reversed(self._drafts))
        device = self._drafts.pop(place)
        self._show_places((place,))
        self._open(place, device)

    def try_it(self) -> None:
        """Ask the device as it is filled in, without moving anything."""
        config = self._filled_in()
        if config is None:
            return
        if getattr(config, "kind", "") == "mqtt" and not self._ctx.console.config.mqtt.host:
            self._tell(sentence("devices.no_broker"))
            return
        if not can_try(config):
            self._tell(sentence("devices.cannot_try"))
            return
        self._tell(self.tr("Asking the device …"))
        self.try_button.setEnabled(False)
        wiring = self._ctx.console.wiring
        self._ctx.jobs.run(lambda: _pictured(try_device(config, wiring)), self._on_tried, self._on_not_tried)

    def speak(self) -> None:
        self.save_button.setText(self.tr("Next") if self._goes_on else self.tr("Save and use"))
        self.try_button.setText(self.tr("Try it"))
        self.interrupt_button.setText(self.tr("Save all the same"))
        self._back.setText(self.tr("Back"))
        self._place_label.setText(self.tr("What it is to be"))
        if self._places is not None:
            self._places.speak()
        self._say_title()

    @property
    def _place(self) -> Place:
        return self.form.place

    @property
    def _goes_on(self) -> bool:
        """Whether another device of this lane is asked for after this one."""
        return self._next_place() is not None

    def _next_place(self) -> Place | None:
        """What is asked for after this one: the rest of a lane that is not wired yet."""
        place = self._place
        if not place.lane_id or place.kind not in NEEDED:
            return None
        config = self._ctx.console.config
        if any(lane.id == place.lane_id for lane in config.lanes):
            return None
        filled_in = {*self._drafts, place}
        rest = (Place(kind, place.lane_id) for kind in NEEDED)
        return next((each for each in rest if each not in filled_in), None)

    def _begin(self, places: Sequence[Place], found: Mapping[str, object], *, is_new: bool) -> None:
        self._is_new, self._found = is_new, found
        self._drafts = {}
        self._show_places(places)
        self._open(places[0])

    def _open(self, place: Place, draft: DeviceConfig | None = None) -> None:
        config = None if self._is_new and self._found else config_at(self._ctx.console.config, place)
        self.form.open(place, draft or config, {} if draft else self._found)
        self.interrupt_button.hide()
        self._show_picture(None)
        self._tell("")
        self.speak()
        self.form.take_focus()

    def _show_places(self, places: Sequence[Place]) -> None:
        if self._places is not None:
            self._place_row.removeWidget(self._places)
            self._places.hide()
            self._places.deleteLater()
            self._places = None
        self._place_label.setVisible(len(places) > 1)
        if len(places) < 2:
            return
        self._places = Choice[Place]([(place, self._wording(place)) for place in places])
        self._place_row.insertWidget(1, self._places)
        self._places.activated.connect(self._on_place_chosen)

    def _wording(self, place: Place) -> Any:
        def words() -> str:
            lot = self._ctx.state.lot
            name = self.tr("{place} · {device}").format(
                place=place_words(place.lane_id, lot), device=kind_words(place.kind)
            )
            taken = config_at(self._ctx.console.config, place) is not None
            return self.tr("{name} (instead of the one there)").format(name=name) if taken else name

        return words

    def _say_title(self) -> None:
        place, lot = self._place, self._ctx.state.lot
        device, lane = kind_words(place.kind), place_words(place.lane_id, lot)
        if self._is_new:
            self._title.setText(self.tr("Add: {place} · {device}").format(place=lane, device=device))
        else:
            self._title.setText(self.tr("Change: {place} · {device}").format(place=lane, device=device))
        self._lead.setText(
            self.tr("A lane needs camera, barrier and loops; they are saved together.")
            if self._goes_on or self._drafts
            else self.tr("What was wired before is kept: one key on the devices page brings it back.")
        )

    def _filled_in(self) -> DeviceConfig | None:
        try:
            return self.form.config()
        except OperatorError as error:
            self._tell(sentence_of(error, self._ctx.state.lot))
            return None

    def _save(self, *, interrupt: bool) -> None:
        device = self._filled_in()
        if device is None:
            return
        following = self._next_place()
        self._drafts[self._place] = device
        if following is None and lacks_broker(with_devices(self._ctx.console.config, self._drafts)):
            following = Place(DeviceKind.BROKER)
        if following is None:
            self._run_with(interrupt=interrupt)
            return
        # The boom and its loops mostly hang on one board.
        self._found = same_board(device) if isinstance(device, BarrierConfig) else {}
        self._show_places((following,))
        self._open(following)
        if following.kind is DeviceKind.BROKER:
            self._tell(self.tr("This lane speaks through an MQTT broker: where is it?"))

    def _run_with(self, *, interrupt: bool) -> None:
        console, drafts, place = self._ctx.console, dict(self._drafts), self._place
        actor = self._ctx.state.actor
        if actor is None:
            return
        self._busy(busy=True)
        self._tell(self.tr("Saving; the lanes start with it …"))

        def work() -> str:
            made: Config = with_devices(console.config, drafts)
            console.rewiring.rewire(made, actor=actor, interrupt=interrupt)
            return place.device_id

        self._ctx.jobs.run(work, self._on_saved, self._on_not_saved)

    def _on_saved(self, device_id: str) -> None:
        self._busy(busy=False)
        self.saved.emit(device_id)

    def _on_not_saved(self, error: LotkeeperError) -> None:
        self._busy(busy=False)
        # It was not taken: Back leads to the one before it, not to itself.
        self._drafts.pop(self._place, None)
        self.form.take_focus()
        if isinstance(error, ConfigError):
            self._tell(sentence("devices.cannot_be_wired", {"problem": _named(error.problem)}))
        else:
            self._tell(sentence_of(error, self._ctx.state.lot))
        cars = isinstance(error, Refused) and error.code == "devices.cars_in_lanes"
        self.interrupt_button.setVisible(cars)

    def _on_interrupt(self) -> None:
        self.interrupt_button.hide()
        self._save(interrupt=True)

    def _on_tried(self, picture: QImage | None) -> None:
        self.try_button.setEnabled(True)
        self._show_picture(picture)
        words = self.tr("✓ The camera gives pictures.") if picture else self.tr("✓ The device answers.")
        self._tell(words)

    def _on_not_tried(self, error: LotkeeperError) -> None:
        self.try_button.setEnabled(True)
        self._show_picture(None)
        self._tell(sentence_of(error, self._ctx.state.lot))

    def _on_place_chosen(self) -> None:
        if self._places is not None:
            self._open(self._places.value())

    def _on_edited(self) -> None:
        self._tell("")

    def _busy(self, *, busy: bool) -> None:
        for button in (self.save_button, self.try_button, self._back):
            button.setEnabled(not busy)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _show_picture(self, picture: QImage | None) -> None:
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setPixmap(QPixmap.fromImage(picture))

    def _lay_out(self) -> None:
        self._place_row.setSpacing(MEDIUM)
        self._place_row.addWidget(self._place_label)
        self._place_row.addStretch(1)
        page = QWidget()
        fields = QVBoxLayout(page)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(MEDIUM)
        fields.addWidget(self.form)
        fields.addWidget(self._picture)
        fields.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.save_button, self.interrupt_button, self.try_button, self._back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(self._place_row)
        column.addWidget(scrolled(page, across=False), 1)
        column.addWidget(self._told)
        column.addLayout(buttons)
        self.interrupt_button.hide()
        self._show_picture(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def _named(problem: str) -> str:
    """What is wrong with the file, with the field as the form calls it: ``barrier.relay: …``."""
    key, colon, why = problem.partition(": ")
    table, _, name = key.removeprefix("lane.").partition(".")
    if not colon or table not in set(DeviceKind) or not name:
        return problem
    return f"{kind_words(DeviceKind(table))}, {field_label(name, '')}: {why}"


def _pictured(tried: Tried) -> QImage | None:
    """The camera's picture in a size for the page; made on a worker's thread."""
    if tried.still is None:
        return None
    image = QImage.fromData(tried.still.thumbnail)
    return image.scaled(
        TRIAL_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
