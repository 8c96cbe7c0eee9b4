"""Asks for a merchant's validation: a code is typed or scanned, or Alt and a digit chooses a merchant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.merchant_words import gives_in_words
from console.screens.desk.panel import Panel
from console.screens.form.key_row import KeyRow
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import Words
from core.domain.lots import Lot
from core.domain.merchants import LONGEST_CODE, LONGEST_STAMP, Merchant

MOST_MERCHANTS = 9


class ValidationPanel(Panel):
    """``typed`` carries a code or a stamp, ``chosen`` a merchant's id; ``taken_back`` a validation's id."""

    typed = Signal(str)
    chosen = Signal(str)
    taken_back = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lot: Lot | None = None
        self._plate = ""
        self._merchants: tuple[Merchant, ...] = ()
        self._given: tuple[tuple[str, str], ...] = ()
        self._is_sent = False
        self._question = label(TypeRole.TITLE, wrap=True)
        self._so_far = label(TypeRole.STRONG, wrap=True)
        self._field = QLineEdit(maxLength=LONGEST_CODE + 1 + LONGEST_STAMP)
        self._hint = label(TypeRole.QUIET, Role.TEXT_QUIET, wrap=True)
        self._buttons = [KeyButton("", f"Alt+{place}") for place in range(1, MOST_MERCHANTS + 1)]
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._enter, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        self._undo = KeyButton("", "Alt+Z")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, place=place: self.choose(place + 1))
        self._enter.clicked.connect(self._on_enter)
        self._undo.clicked.connect(self._on_undo)
        # The field would take the letter for text.
        undo = QShortcut(QKeySequence(self._undo.key), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._on_undo)
        self._back.clicked.connect(self.given_up)

    @property
    def merchants(self) -> tuple[Merchant, ...]:
        """Who may be chosen, from Alt+1."""
        return self._merchants

    @property
    def trouble(self) -> str:
        """Why it was not taken, as it stands on the panel."""
        return self._trouble.text()

    def ask(
        self, plate: str, merchants: Sequence[Merchant], given: Sequence[tuple[str, str]], lot: Lot
    ) -> None:
        """Ask for a validation of this car, which has those already: each with its id and in words."""
        self._plate, self._merchants, self._lot = plate, tuple(merchants)[:MOST_MERCHANTS], lot
        self._given, self._is_sent = tuple(given), False
        self._field.clear()
        say_in(self._trouble, "")
        self.mark("quiet", selected=True)
        self.retranslate()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def scan(self, code: str) -> None:
        """Take a code that was scanned."""
        self._field.setText(code)
        self._on_enter()

    def want_stamp(self, merchant: Merchant) -> None:
        """The merchant's stamps have numbers: the rest is typed or scanned."""
        self._is_sent = False
        self._field.setText(f"{merchant.code}-")
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_trouble(self, trouble: Words) -> None:
        """Say why it was not taken."""
        self._is_sent = False
        say_in(self._trouble, f"{trouble.text} {trouble.step}".strip())
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        lot = self._lot
        if lot is None:
            return
        self._question.setText(self.tr("Who pays for {plate}, or a part of it?").format(plate=self._plate))
        say_in(self._so_far, "\n".join(f"✓ {words}" for _id, words in self._given))
        self._field.setPlaceholderText(self.tr("Code, or scan the stamp"))
        spoken(self._field, self.tr("Code, or scan the stamp"), self._question.text())
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._merchants))
            if place < len(self._merchants):
                merchant = self._merchants[place]
                button.setText(f"{merchant.name} · {gives_in_words(merchant, lot)}")
        none = self.tr("Merchants are kept on the Payments screen.")
        say_in(self._hint, "" if self._merchants else none)
        self._undo.setText(self.tr("Take the last one back"))
        self._undo.setVisible(bool(self._given))
        self._enter.setText(self.tr("Validate"))
        self._back.setText(self.tr("Back"))
        spoken(self, self._question.text())

    def choose(self, number: int) -> None:
        """Take the merchant of that number, from 1."""
        if 1 <= number <= len(self._merchants) and not self._is_sent:
            merchant = self._merchants[number - 1]
            if merchant.needs_stamp:
                self.want_stamp(merchant)
            else:
                self._is_sent = True
                self.chosen.emit(merchant.merchant_id)

    @Slot()
    def _on_enter(self) -> None:
        code = self._field.text().strip()
        if code and not self._is_sent:
            self._is_sent = True
            self.typed.emit(code)

    @Slot()
    def _on_undo(self) -> None:
        if self._given and not self._is_sent:
            self._is_sent = True
            self.taken_back.emit(self._given[-1][0])

    def _lay_out(self) -> None:
        keys = KeyRow(self._enter, self._undo, self._back)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self._question, self._so_far, self._field, self._hint):
            column.addWidget(widget)
        column.addWidget(KeyRow(*self._buttons))
        column.addWidget(self._trouble)
        column.addWidget(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif alt and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.choose(event.key() - Qt.Key.Key_0)
        else:
            # Letters belong to no plate while a code is asked for.
            event.setAccepted(bool(event.text().strip()) and not alt)
