"""A charge at a terminal or platform, followed until it is settled: amount, code to scan, what is known."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.screens.desk.charge_words import state_line, tail, time_left
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.form.key_row import KeyRow
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.widgets.money_label import MoneyLabel
from console.widgets.square_code import SquareCode
from console.words import Words, say
from core.domain.lots import Lot
from core.domain.orders import Charge, ChargeState

_MARKS = {ChargeState.UNKNOWN: "attention", ChargeState.DECLINED: "attention"}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ChargePanel(Panel):
    """1 asks the far side now, or tries again; 2 cancels, or says that it was paid; 3 that it was not.

    Esc leaves it waiting: what was asked for goes on without anybody looking. Enter acts only where the
    charge is settled, and then only closes the panel.
    """

    ask_wanted = Signal()
    again_wanted = Signal()
    cancel_wanted = Signal()
    taken_said = Signal()
    not_taken_said = Signal()
    done = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charge: Charge | None = None
        self._lot: Lot | None = None
        self._account = ""
        self._until: datetime | None = None
        self._paid = ""
        self._is_cancelling = False
        self._code = SquareCode()
        self._title = label(TypeRole.TITLE, wrap=True)
        self._amount = MoneyLabel(alignment=Qt.AlignmentFlag.AlignLeft)
        self._known = label(TypeRole.STRONG, wrap=True)
        self._about = label(TypeRole.BODY, Role.TEXT_QUIET, wrap=True)
        self._left = label(TypeRole.BODY)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._first, self._second, self._third = KeyButton("", "1"), KeyButton("", "2"), KeyButton("", "3")
        self._enter, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._first.clicked.connect(self._on_first)
        self._second.clicked.connect(self._on_second)
        self._third.clicked.connect(self._on_third)
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)

    @property
    def charge(self) -> Charge | None:
        """The charge that is followed; None while it is being written down."""
        return self._charge

    @property
    def said(self) -> str:
        """What is known of it, as it stands on the panel."""
        return f"{self._known.text()} {self._about.text()}".strip()

    @property
    def trouble(self) -> str:
        """Why something was not done, as it stands on the panel."""
        return self._trouble.text()

    @property
    def shown_code(self) -> str:
        """What the code on the panel says."""
        return self._code.text

    def begin(self, account: str, amount_minor: int, lot: Lot) -> None:
        """The money is being asked for through this account."""
        self._charge, self._account, self._lot, self._until = None, account, lot, None
        self._paid, self._is_cancelling = "", False
        self._amount.show_money(amount_minor, lot.currency)
        say_in(self._trouble, "")
        self.retranslate()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, charge: Charge, account: str, lot: Lot, until: datetime, now: datetime) -> None:
        """What is known of the charge now; it is waited for until that instant."""
        if self._charge is None or self._charge.charge_id != charge.charge_id or charge.state.is_settled:
            self._is_cancelling = False
        self._charge, self._account, self._lot, self._until = charge, account, lot, until
        self._amount.show_money(charge.amount_minor, charge.currency)
        self.retranslate()
        self.show_time(now)

    def show_paid(self, words: str) -> None:
        """The payment is complete: say what it was, and until when the car may leave."""
        self._paid = words
        self.retranslate()

    def show_cancelling(self) -> None:
        """The far side was told to wait no longer; its answer is awaited."""
        self._is_cancelling = True
        self.retranslate()

    def show_trouble(self, trouble: Words) -> None:
        """Say why something was not done."""
        self._is_cancelling = False
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_time(self, now: datetime) -> None:
        """Let its time run down."""
        charge = self._charge
        waits = charge is not None and charge.state is ChargeState.INTENT and self._until is not None
        say_in(self._left, time_left(self._until, now) if waits and self._until is not None else "")
        if charge is not None and self._lot is not None:
            self._known.setText(self._state_words(charge, self._lot, now))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        lot, charge = self._lot, self._charge
        if lot is None:
            return
        self._title.setText(self._account)
        if charge is None:
            self._known.setText(self._paid or self.tr("Being asked for …"))
            say_in(self._about, "")
        else:
            self._known.setText(self._state_words(charge, lot, charge.intended_at))
            say_in(self._about, self._about_words(charge))
        state = charge.state if charge is not None else ChargeState.INTENT
        waits = charge is not None and state is ChargeState.INTENT
        self._code.show_text(charge.shown if waits and charge is not None else "")
        self._show_keys(state if charge is not None else None)
        self.mark(_MARKS.get(state, "quiet"), selected=True)
        spoken(self, f"{self._account} {self._amount.text()}", self.said)

    def _state_words(self, charge: Charge, lot: Lot, now: datetime) -> str:
        if self._paid:
            return self._paid
        if self._is_cancelling:
            return self.tr("Being cancelled: wait for the answer.")
        return state_line(charge, lot, now)

    def _about_words(self, charge: Charge) -> str:
        """The step that follows, or the cause."""
        if self._paid:
            return ""
        cause = say(charge.cause).text if charge.cause else ""
        reference = self.tr("Number there: {reference}").format(reference=tail(charge.reference, 24))
        if charge.state is ChargeState.UNKNOWN:
            step = self.tr(
                "Look at the terminal or the platform. Nothing is charged again before this is settled."
            )
            return "\n".join(filter(None, (cause, step, reference if charge.reference else "")))
        if charge.state is ChargeState.DECLINED:
            step = self.tr("Try again, or take another way: F9, F10, F11.")
            return "\n".join(filter(None, (cause, step)))
        if charge.shown:
            return self.tr("The driver scans the code with a phone.")
        return ""

    def _show_keys(self, state: ChargeState | None) -> None:
        """Which keys do something now."""
        waits, unknown = state is ChargeState.INTENT, state is ChargeState.UNKNOWN
        is_settled = state is not None and state.is_settled
        declined = state is ChargeState.DECLINED and not self._paid
        self._first.setVisible(waits or unknown or declined)
        self._second.setVisible(waits or unknown)
        self._third.setVisible(unknown)
        self._enter.setVisible(bool(self._paid) or (is_settled and not declined))
        self._back.setVisible(not self._paid)
        self._first.setText(self.tr("Try again") if declined else self.tr("Ask now"))
        self._second.setText(self.tr("Paid …") if unknown else self.tr("Cancel it"))
        self._second.setEnabled(not self._is_cancelling)
        self._third.setText(self.tr("Not paid …"))
        self._enter.setText(self.tr("Done"))
        self._back.setText(self.tr("Leave it waiting") if waits or unknown else self.tr("Back"))

    @Slot()
    def _on_first(self) -> None:
        charge = self._charge
        if charge is None or self._first.isHidden():
            return
        (self.again_wanted if charge.state is ChargeState.DECLINED else self.ask_wanted).emit()

    @Slot()
    def _on_second(self) -> None:
        charge = self._charge
        if charge is None or self._second.isHidden() or not self._second.isEnabled():
            return
        (self.taken_said if charge.state is ChargeState.UNKNOWN else self.cancel_wanted).emit()

    @Slot()
    def _on_third(self) -> None:
        if not self._third.isHidden():
            self.not_taken_said.emit()

    @Slot()
    def _on_enter(self) -> None:
        if not self._enter.isHidden():
            self.done.emit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._title, self._amount, self._known, self._left, self._about, self._trouble):
            words.addWidget(widget)
        words.addStretch(1)
        self._trouble.hide()
        self._code.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, stretch=1)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        keys = KeyRow(self._enter, self._first, self._second, self._third, self._back)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & _HELD
        acts = {Qt.Key.Key_1: self._on_first, Qt.Key.Key_2: self._on_second, Qt.Key.Key_3: self._on_third}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            (self.done if self._paid else self.given_up).emit()
        elif event.key() in acts and not held:
            acts[Qt.Key(event.key())]()
        else:
            # Letters belong to no plate while money is being asked for.
            event.setAccepted(bool(event.text().strip()) and not held)
