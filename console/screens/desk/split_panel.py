"""A price paid in shares: what came in, what is missing, and how much of it by which tender now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.desk.digits_field import DigitsField
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.screens.form.key_row import KeyRow
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import Words, say
from core.domain.lots import Lot
from core.domain.money import format_plain, parse_minor

CASH_KEY, CARD_KEY, PLATFORM_KEY = "F9", "F10", "F11"


class SplitPanel(Panel):
    """An amount is typed, then the key of its tender: F9, F10, F11 as always. Enter is the cash.

    ``cash_wanted``, ``card_wanted`` and ``platform_wanted`` carry the amount in minor units.
    """

    cash_wanted = Signal(int)
    card_wanted = Signal(int)
    platform_wanted = Signal(int)
    give_up_wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lot: Lot | None = None
        self._total_minor = self._missing_minor = 0
        self._came_in: tuple[str, ...] = ()
        self._question = label(TypeRole.TITLE, wrap=True)
        self._so_far = label(TypeRole.BODY, wrap=True)
        self._missing = label(TypeRole.STRONG)
        self._amount = DigitsField()
        self._rest = label(TypeRole.BODY, Role.TEXT_QUIET)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._cash, self._card = KeyButton("", CASH_KEY), KeyButton("", CARD_KEY)
        self._platform, self._back = KeyButton("", PLATFORM_KEY), KeyButton("", "Esc")
        self._give_up = KeyButton("", "Alt+G")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._amount.textChanged.connect(self._show_rest)
        self._cash.clicked.connect(self.take_cash)
        self._card.clicked.connect(self.take_card)
        self._platform.clicked.connect(self.take_platform)
        self._give_up.clicked.connect(self.give_up_wanted)
        self._back.clicked.connect(self.given_up)

    def ask(self, total_minor: int, missing_minor: int, came_in: Sequence[str], lot: Lot) -> None:
        """Ask for the next share: of the total so much is missing, and these shares came in."""
        self._lot = lot
        self._total_minor, self._missing_minor, self._came_in = total_minor, missing_minor, tuple(came_in)
        say_in(self._trouble, "")
        self.mark("quiet", selected=True)
        self.retranslate()
        self._amount.setText(format_plain(missing_minor, lot.currency))
        self._amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._amount.selectAll()

    @property
    def missing_minor(self) -> int:
        """What is still to be paid."""
        return self._missing_minor

    @property
    def trouble(self) -> str:
        """Why nothing was taken, as it stands on the panel."""
        return self._trouble.text()

    def show_trouble(self, trouble: Words) -> None:
        """Say why nothing was taken."""
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._amount.selectAll()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        lot = self._lot
        if lot is None:
            return
        total = format_money(self._total_minor, lot.currency)
        self._question.setText(self.tr("{amount} in several ways").format(amount=total))
        say_in(self._so_far, "\n".join(f"✓ {line}" for line in self._came_in))
        missing = format_money(self._missing_minor, lot.currency)
        self._missing.setText(self.tr("Still to pay: {amount}").format(amount=missing))
        self._cash.setText(self.tr("This much in cash"))
        self._card.setText(self.tr("by card"))
        self._platform.setText(self.tr("by a platform"))
        self._give_up.setText(self.tr("Give it all back"))
        self._give_up.setVisible(bool(self._came_in))
        self._back.setText(self.tr("Back"))
        spoken(self._amount, self.tr("Amount of this share"), self._missing.text())
        spoken(self, self._question.text(), self._missing.text())
        self._show_rest()

    @Slot()
    def take_cash(self) -> None:
        """The typed amount in cash."""
        self._take(self.cash_wanted)

    @Slot()
    def take_card(self) -> None:
        """The typed amount by card."""
        self._take(self.card_wanted)

    @Slot()
    def take_platform(self) -> None:
        """The typed amount by a platform."""
        self._take(self.platform_wanted)

    def _take(self, wanted: SignalInstance) -> None:
        amount = self._typed()
        if amount is None or not 0 < amount <= self._missing_minor:
            self.show_trouble(say("payment.bad_share", {"missing_minor": self._missing_minor}, self._lot))
            return
        say_in(self._trouble, "")
        wanted.emit(amount)

    def _typed(self) -> int | None:
        return parse_minor(self._amount.text(), self._lot.currency) if self._lot is not None else None

    @Slot()
    def _show_rest(self) -> None:
        amount, rest = self._typed(), ""
        if self._lot is not None and amount is not None and 0 < amount < self._missing_minor:
            left = format_money(self._missing_minor - amount, self._lot.currency)
            rest = self.tr("then {amount} is left").format(amount=left)
        self._rest.setText(rest)

    def _lay_out(self) -> None:
        amount = QGridLayout()
        amount.addWidget(self._missing, 0, 0)
        amount.addWidget(self._amount, 0, 1)
        amount.addWidget(self._rest, 0, 2)
        amount.setColumnStretch(2, 1)
        amount.setHorizontalSpacing(12)
        keys = KeyRow(self._cash, self._card, self._platform, self._give_up, self._back)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._so_far)
        column.addLayout(amount)
        column.addWidget(self._trouble)
        column.addWidget(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_cash()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if not self._give_up.isHidden():
                self.give_up_wanted.emit()
        else:
            event.setAccepted(bool(event.text().strip()) and not held)
