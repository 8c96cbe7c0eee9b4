"""The sign-on screen: people left, the PIN right, and what must be known before one begins."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.context import Context
from console.screens.form.appearance import AppearanceSwitch
from console.screens.form.lines import line
from console.screens.form.pin_field import PinField
from console.screens.form.sentences import sentence, sentence_of
from console.screens.form.spoken import Spoken
from console.screens.sign_on.checking import check_pin_of
from console.screens.sign_on.person_list import PersonList
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError, OperatorError
from core.domain.people import Actor, Person, Role

EDGE = 32
SIDE_WIDTH = 420
TICK_MS = 1000


class SignOnScreen(Spoken):
    """Choose a name, type the PIN, Enter. The shift on the drawer stays open meanwhile."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wait_until: datetime | None = None
        self._checking = False
        self._lot_name, self._clock, self._lanes = line("total"), line("title"), line("quiet")
        self._who, self._told, self._keys = line("title"), line(wraps=True), line("quiet", wraps=True)
        self._list, self._pin = PersonList(), PinField()
        self._go = KeyButton(key="Return", primary=True)
        self._appearance = AppearanceSwitch(ctx)
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._listen()
        self.speak()

    def speak(self) -> None:
        self._list.setAccessibleName(self.tr("Who signs on"))
        self._pin.setAccessibleName(self.tr("PIN"))
        self._pin.setPlaceholderText(self.tr("PIN"))
        self._go.setText(self.tr("Sign on"))
        self._keys.setText(self.tr("A digit chooses a name, then type the PIN. Esc goes back to the names."))
        self._list.show_people(self._list.people)
        self._show_lot()
        self._show_person()

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is offered."""
        return self._list.people

    @property
    def told(self) -> str:
        """What stands below the PIN."""
        return self._told.text()

    @property
    def is_checking(self) -> bool:
        """Whether a PIN is being checked."""
        return self._checking

    def refresh(self) -> None:
        """Read the people again."""
        self._ctx.jobs.look(lambda unit: unit.people(), self._on_people)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for label in (self._lot_name, self._clock, self._lanes):
            head.addWidget(label)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self._who)
        side.addWidget(self._pin)
        side.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self._told)
        side.addStretch(1)
        side.addWidget(self._keys)
        self._told.setFixedWidth(SIDE_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(EDGE)
        middle.addStretch(1)
        middle.addWidget(self._list)
        middle.addLayout(side)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(EDGE)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self._appearance, 0, Qt.AlignmentFlag.AlignRight)

    def _listen(self) -> None:
        self._list.person_chosen.connect(self._on_person_chosen)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._go.clicked.connect(self._on_go)
        self._tick.timeout.connect(self._on_tick)
        self._ctx.state.lot_changed.connect(self._show_lot)
        self._ctx.state.lane_changed.connect(self._on_lane_changed)

    def _show_lot(self) -> None:
        lot = self._ctx.state.lot
        self._lot_name.setText(lot.name if lot is not None else "")
        lanes = len(self._ctx.console.lanes)
        self._lanes.setText(self.tr("Lanes at work: {count}").format(count=lanes))
        self._on_tick()

    def _show_person(self) -> None:
        person = self._list.person()
        self._who.setText(person.name if person is not None else "")
        for widget in (self._pin, self._go):
            widget.setEnabled(person is not None and not self._checking)

    def _on_people(self, people: list[Person]) -> None:
        self._list.show_people([person for person in people if _may_sign_on(person)])
        self._show_person()
        if len(self._list.people) == 1 and self.isVisible():
            self._pin.setFocus()

    def _on_row_changed(self, _place: int) -> None:
        self._wait_until = None
        self._told.setText("")
        self._pin.clear()
        self._show_person()

    def _on_person_chosen(self, _person: Person) -> None:
        self._pin.setFocus()

    def _on_lane_changed(self, _lane_id: str) -> None:
        self._show_lot()

    def _on_go(self) -> None:
        person, pin = self._list.person(), self._pin.text()
        if person is None or not pin or self._checking:
            return
        self._checking = True
        self._told.setText(self.tr("One moment…"))
        self._show_person()
        console = self._ctx.console
        self._ctx.jobs.run(
            lambda: check_pin_of(console, person.person_id, pin), self._on_checked, self._on_refused
        )

    def _on_checked(self, actor: Actor | None) -> None:
        self._end_check()
        if actor is None:
            self._told.setText(sentence("sign_on.wrong_pin"))
            self._pin.setFocus()
            return
        self._told.setText("")
        self._ctx.state.sign_on(actor)

    def _on_refused(self, error: LotkeeperError) -> None:
        self._end_check()
        if isinstance(error, OperatorError) and isinstance(error.facts.get("until"), datetime):
            self._wait_until = error.facts["until"]  # type: ignore[assignment]
            self._on_tick()
        else:
            self._told.setText(sentence_of(error, self._ctx.state.lot))
        self._pin.setFocus()

    def _end_check(self) -> None:
        self._checking = False
        self._pin.clear()
        self._show_person()

    def _on_tick(self) -> None:
        now = self._ctx.console.clock.now()
        lot = self._ctx.state.lot
        if lot is not None:
            self._clock.setText(f"{now.astimezone(lot.zone):%H:%M}")
        if self._wait_until is None:
            return
        seconds = int((self._wait_until - now).total_seconds()) + 1
        if seconds <= 0:
            self._wait_until = None
            self._told.setText(self.tr("Try again now."))
        elif seconds < 120:
            self._told.setText(
                self.tr("Too many wrong PINs. Try again in {seconds} s.").format(seconds=seconds)
            )
        else:
            self._told.setText(
                self.tr("Too many wrong PINs. Try again in {minutes} min.").format(
                    minutes=(seconds + 59) // 60
                )
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pin.clear()
        self._told.setText("")
        self._tick.start()
        self._show_lot()
        self.refresh()
        self._list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pin.clear()
        self._tick.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._list.hasFocus():
            self._on_go()
        elif event.key() == Qt.Key.Key_Escape:
            self._pin.clear()
            self._list.setFocus()
        else:
            super().keyPressEvent(event)


def _may_sign_on(person: Person) -> bool:
    return person.active and person.role not in {Role.SYSTEM, Role.CLIENT, Role.KIOSK}
