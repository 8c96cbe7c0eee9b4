"""The top of the window: lot, time, free spaces, who sits here, their shift."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.formats import format_local_date_time, format_local_time
from console.screens.context import Context
from console.theme import Role, TypeRole, set_tone, set_type
from console.widgets.status import State, StatusWord
from console.window_devices import WindowSetup
from console.window_lamp import WindowLamp

CLOCK_MS = 1000


class WindowHeader(QWidget):
    """One line that never moves."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lot = _label(TypeRole.TITLE)
        self._time = _label(TypeRole.TITLE)
        self._free_word = _label(TypeRole.QUIET, Role.TEXT_QUIET)
        self._free = _label(TypeRole.PLATE)
        self._capacity = _label(TypeRole.TITLE, Role.TEXT_QUIET)
        self._full = StatusWord(type_role=TypeRole.STRONG)
        self._who = _label(TypeRole.STRONG)
        self._shift = StatusWord()
        self.lamp, self.setup = WindowLamp(context), WindowSetup(context)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._lay_out()
        set_tone(self, Role.TEXT, ground=Role.SURFACE)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        state = context.state
        for signal in (state.lot_changed, state.occupancy_changed, state.actor_changed, state.shift_changed):
            signal.connect(self.retranslate)
        state.lock_changed.connect(self.retranslate)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Say everything again: in the language, and as things are, at this moment."""
        state = self._context.state
        self._lot.setText(state.lot.name if state.lot is not None else "Lotkeeper")
        self._show_time()
        self._show_occupancy()
        self._who.setText(self._who_is_here())
        self._show_shift()

    def _who_is_here(self) -> str:
        state = self._context.state
        if state.locked_for is not None:
            return self.tr("{name} is away").format(name=state.locked_for.name)
        return state.actor.name if state.actor is not None else self.tr("Nobody signed on")

    @Slot()
    def _show_time(self) -> None:
        lot, now = self._context.state.lot, self._context.console.clock.now()
        self._time.setText(format_local_date_time(now, lot.zone) if lot is not None else "")

    def _show_occupancy(self) -> None:
        occupancy = self._context.state.occupancy
        known = occupancy is not None
        for widget in (self._free_word, self._free, self._capacity):
            widget.setVisible(known)
        self._full.setVisible(occupancy is not None and occupancy.free == 0)
        if occupancy is None:
            return
        self._free_word.setText(self.tr("FREE"))
        self._free.setText(str(occupancy.free))
        self._capacity.setText(self.tr("of {capacity}").format(capacity=occupancy.capacity))
        over = self.tr("FULL, {count} too many").format(count=occupancy.over)
        self._full.show_state(State.ATTENTION, over if occupancy.over else self.tr("FULL"))
        self.setAccessibleName(
            self.tr("{free} of {capacity} spaces free").format(
                free=occupancy.free, capacity=occupancy.capacity
            )
        )

    def _show_shift(self) -> None:
        state = self._context.state
        self._shift.setVisible(state.actor is not None)
        if state.shift is None or state.lot is None:
            self._shift.show_state(State.QUIET, self.tr("no shift open"))
            return
        now = self._context.console.clock.now()
        since = format_local_time(state.shift.opened_at, state.lot.zone, now=now)
        if state.actor is not None and state.shift.person_id != state.actor.person_id:
            self._shift.show_state(State.QUIET, self.tr("another's shift since {time}").format(time=since))
            return
        self._shift.show_state(State.OK, self.tr("shift since {time}").format(time=since))

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(16)
        place.addWidget(self._lot)
        place.addWidget(self._time)
        place.addStretch(1)
        free = QHBoxLayout()
        free.setSpacing(8)
        for widget in (self._free_word, self._free, self._capacity, self._full):
            free.addWidget(widget)
        person = QVBoxLayout()
        person.setSpacing(0)
        person.addWidget(self._who)
        person.addWidget(self._shift)
        who = QHBoxLayout()
        who.setSpacing(16)
        who.addStretch(1)
        who.addWidget(self.setup)
        who.addWidget(self.lamp)
        who.addLayout(person)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addLayout(place, stretch=1)
        row.addLayout(free)
        row.addLayout(who, stretch=1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _label(role: TypeRole, tone: Role = Role.TEXT) -> QLabel:
    made = QLabel()
    set_type(made, role)
    set_tone(made, tone)
    return made
