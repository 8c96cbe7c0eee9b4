"""Somebody signs on while another's shift is open on the drawer: is it a relief, or a look?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme import Role as Tone
from console.theme.space import MEDIUM, TIGHT
from console.widgets.key_button import KeyButton
from core.domain.errors import LotkeeperError
from core.domain.people import Actor, Role
from core.domain.shifts import Shift
from core.services.run_shift import end_relief, start_relief
from core.services.unit_of_work import UnitOfWork

# Whoever sets the lot up takes no money on the way; they begin a relief on the shift screen.
ASKED: Final = frozenset({Role.ATTENDANT, Role.SUPERVISOR})
# Who proved who they are and walked away leaves no open door behind them.
PATIENCE_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class Standing:
    """The shift that takes the drawer's money, and whose it is; ``is_own_main``: it relieves the actor's."""

    shift: Shift
    holder: str
    is_own_main: bool


def standing_for(unit: UnitOfWork, *, actor: Actor, drawer: str) -> Standing | None:
    """What the actor must be asked about before they sign on; None where there is nothing to ask."""
    shift = unit.open_shift(drawer)
    if shift is None or shift.person_id == actor.person_id or actor.role not in ASKED:
        return None
    own = unit.open_shift_of(actor.person_id)
    is_own_main = own is not None and own.shift_id == shift.main_shift_id
    return Standing(shift, unit.person(shift.person_id).name, is_own_main)


class ReliefPage(Spoken):
    """``settled`` says whether the actor has the drawer now; ``given_up``: they do not sign on after all.

    Nothing is chosen beforehand, so Enter does nothing: money changes hands by a digit that somebody meant.
    Whoever says nothing for a minute has given up.
    """

    settled = Signal(bool)
    given_up = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._actor: Actor | None = None
        self._standing: Standing | None = None
        self._changing = False
        self._title = line("title", wraps=True)
        self._take, self._look, self._back = KeyButton(key="1"), KeyButton(key="2"), KeyButton(key="Esc")
        self._on_take_words, self._on_look_words = line("quiet", wraps=True), line("quiet", wraps=True)
        self._told = line(wraps=True, tone=Tone.ALARM)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._take.clicked.connect(self._on_take)
        self._look.clicked.connect(self._on_look)
        self._back.clicked.connect(self._on_back)
        self.patience.timeout.connect(self._on_back)
        self.speak()

    def speak(self) -> None:
        self._look.setText(self.tr("Only sign on"))
        self._on_look_words.setText(self.tr("You take no money; the shift stays as it is."))
        self._back.setText(self.tr("Not me after all"))
        standing, lot = self._standing, self._ctx.state.lot
        if standing is None or lot is None:
            return
        holder = standing.holder
        since = format_local_time(standing.shift.opened_at, lot.zone, now=self._ctx.console.clock.now())
        if standing.is_own_main:
            self._title.setText(
                self.tr("{name} has relieved you since {time}.").format(name=holder, time=since)
            )
            self._take.setText(self.tr("Take the drawer back"))
            words = self.tr("The relief of {name} ends, its own totals are sealed; your shift goes on.")
        else:
            self._title.setText(
                self.tr("The shift of {name} is open on this drawer since {time}.").format(
                    name=holder, time=since
                )
            )
            self._take.setText(self.tr("Relieve {name}").format(name=holder))
            words = self.tr("You take money under totals of your own; the shift of {name} pauses.")
        self._on_take_words.setText(words.format(name=holder))
        self.setAccessibleName(self._title.text())

    @property
    def title(self) -> str:
        """The question, as it stands there."""
        return self._title.text()

    @property
    def told(self) -> str:
        """Why the drawer was not taken over."""
        return self._told.text()

    def ask(self, actor: Actor, standing: Standing) -> None:
        """Ask what the actor came for."""
        self._actor, self._standing, self._changing = actor, standing, False
        self._told.setText("")
        self.speak()
        self.patience.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self) -> None:
        actor, standing, drawer = self._actor, self._standing, self._ctx.state.drawer
        if actor is None or standing is None or self._changing:
            return
        self._changing = True
        change = end_relief if standing.is_own_main else start_relief
        self._ctx.jobs.change(
            lambda unit: change(unit, actor=actor, drawer=drawer), self._on_taken, self._on_refused
        )

    def _on_taken(self, _shift: Shift) -> None:
        self._changing = False
        self._ctx.state.refresh()
        self.settled.emit(True)

    def _on_refused(self, error: LotkeeperError) -> None:
        self._changing = False
        self.patience.start()
        self._told.setText(sentence_of(error, self._ctx.state.lot))

    def _on_look(self) -> None:
        if not self._changing:
            self.settled.emit(False)

    def _on_back(self) -> None:
        if not self._changing:
            self.given_up.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._title)
        for button, words in ((self._take, self._on_take_words), (self._look, self._on_look_words)):
            column.addSpacing(MEDIUM)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(words)
        column.addWidget(self._told)
        column.addSpacing(MEDIUM)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A window that is only minimised still has somebody's word in it.
        if not event.spontaneous():
            self.patience.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {Qt.Key.Key_1: self._on_take, Qt.Key.Key_2: self._on_look, Qt.Key.Key_Escape: self._on_back}
        chosen = act.get(Qt.Key(event.key()))
        if chosen is None:
            super().keyPressEvent(event)
        else:
            chosen()
