"""Says what a car is: its class, membership and marks, and whether its ticket is lost (L4, P9)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.formats import format_money
from console.screens.desk.description_choices import Choice, ChoiceKind, choices_of, with_choice
from console.screens.desk.labels import label, say_in, spoken
from console.screens.desk.panel import Panel
from console.theme import Role, TypeRole
from console.widgets.key_button import KeyButton
from console.words import say
from core.domain.rates.asked import NOTHING_ASKED, Asked
from core.domain.rates.description import USUAL, Description
from core.domain.stays import Stay
from core.services.describe_stay import REASONS

LONGEST_NOTE = 200
COLUMNS = 3
REASON_KEYS = "QWER"
NEEDS_NOTE = "other"


class DescribePanel(Panel):
    """Keys choose, the price follows, Enter does it; ``answered`` carries description, reason and note.

    ``described`` carries what is chosen so far, for the price that it would make.
    """

    answered = Signal(object, str, str)
    described = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plate, self._currency = "", ""
        self._asked: Asked = NOTHING_ASKED
        self._before: Description = USUAL
        self._chosen: Description = USUAL
        self._reason = ""
        self._price_before: int | None = None
        self._price_then: int | None = None
        self._choices: tuple[Choice, ...] = ()
        self._buttons: list[KeyButton] = []
        self._question = label(TypeRole.TITLE, wrap=True)
        self._price = label(TypeRole.STRONG, wrap=True)
        self._trouble = label(TypeRole.BODY, Role.ALARM, wrap=True)
        self._why = label(TypeRole.BODY, wrap=True)
        self._reasons = {reason: KeyButton("", key) for reason, key in zip(REASONS, REASON_KEYS, strict=True)}
        self._note = QLineEdit(maxLength=LONGEST_NOTE)
        self._enter, self._back = KeyButton("", "Enter", primary=True), KeyButton("", "Esc")
        self._grid = QGridLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        for reason, button in self._reasons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, reason=reason: self.choose_reason(reason))
        self._note.textChanged.connect(self._show_choice)
        self._enter.clicked.connect(self._on_enter)
        self._back.clicked.connect(self.given_up)

    def ask_about(self, stay: Stay, asked: Asked, price_minor: int | None, currency: str) -> None:
        """Begin with the stay as it is described."""
        self._plate, self._asked, self._currency = stay.plate, asked, currency
        self._before = self._chosen = Description.of(stay.facts)
        self._price_before = self._price_then = price_minor
        self._reason = ""
        self._note.clear()
        self._choices = choices_of(asked, self._before)
        self._place_buttons()
        self.retranslate()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def chosen(self) -> Description:
        """What is chosen so far."""
        return self._chosen

    @property
    def price_text(self) -> str:
        """What the car owes now and would owe then, as it stands on the panel."""
        return self._price.text()

    @property
    def is_complete(self) -> bool:
        """Whether there is something to do, with its reason where one is needed."""
        if self._chosen == self._before:
            return False
        if not self._wants_reason:
            return True
        return bool(self._reason) and (self._reason != NEEDS_NOTE or bool(self._note.text().strip()))

    def choose(self, number: int) -> None:
        """Take the choice of that number, from 1; chosen again, a membership or a mark is taken back."""
        if 1 <= number <= len(self._choices):
            self._chosen = with_choice(self._chosen, self._choices[number - 1])
            self._on_chosen()

    def choose_lost_ticket(self) -> None:
        """The ticket is lost, or is not."""
        self._chosen = replace(self._chosen, lost_ticket=not self._chosen.lost_ticket)
        self._on_chosen()

    def choose_reason(self, reason: str) -> None:
        """Why the ticket counts as lost."""
        self._reason = reason
        self._show_choice()
        (self._note if reason == NEEDS_NOTE else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_price(self, description: Description, price_minor: int | None, trouble: str = "") -> None:
        """What it would owe if it were so; stale answers are dropped."""
        if description == self._chosen:
            self._price_then = price_minor
            say_in(self._trouble, trouble)
            self._say_price()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._question.setText(self.tr("What is {plate}?").format(plate=self._plate))
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setText(choice.words())
        self._why.setText(self.tr("Why does its ticket count as lost?"))
        for reason, button in self._reasons.items():
            button.setText(say(f"lost_ticket.{reason}").text)
        self._note.setPlaceholderText(self.tr("Note"))
        spoken(self._note, self.tr("Note"))
        self._enter.setText(self.tr("Describe it so"))
        self._back.setText(self.tr("Back"))
        self._show_choice()
        self._say_price()

    @property
    def _wants_reason(self) -> bool:
        return self._chosen.lost_ticket and not self._before.lost_ticket

    def _on_chosen(self) -> None:
        self._price_then = None
        say_in(self._trouble, "")
        self._show_choice()
        self._say_price()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.described.emit(self._chosen)

    @Slot()
    def _show_choice(self) -> None:
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setChecked(choice.holds(self._chosen))
        for reason, button in self._reasons.items():
            button.setVisible(self._wants_reason)
            button.setChecked(reason == self._reason)
        self._why.setVisible(self._wants_reason)
        self._note.setVisible(self._wants_reason and self._reason == NEEDS_NOTE)
        self._enter.setEnabled(self.is_complete)

    def _say_price(self) -> None:
        before, then = (self._money(minor) for minor in (self._price_before, self._price_then))
        if self._chosen == self._before:
            said = self.tr("Owes {amount}.").format(amount=before)
        else:
            said = self.tr("Owes {before} now, {then} then.").format(before=before, then=then)
        self._price.setText(said)
        spoken(self, self._question.text(), said)

    def _money(self, minor: int | None) -> str:
        return "…" if minor is None else format_money(minor, self._currency)

    @Slot()
    def _on_enter(self) -> None:
        if self.is_complete:
            reason = self._reason if self._wants_reason else ""
            self.answered.emit(self._chosen, reason, self._note.text().strip() if reason else "")

    def _place_buttons(self) -> None:
        """A button for each choice, numbered through; the classes stand by themselves."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number, choice) for number, choice in enumerate(self._choices, start=1)]
        row, column, is_class = 0, 0, False
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if column == COLUMNS or (is_class and choice.kind is not ChoiceKind.CLASS):
                row, column = row + 1, 0
            is_class = choice.kind is ChoiceKind.CLASS
            self._grid.addWidget(button, row, column)
            column += 1

    def _button(self, number: int, choice: Choice) -> KeyButton:
        is_lost = choice.kind is ChoiceKind.LOST_TICKET
        button = KeyButton("", "L" if is_lost else str(number) if number <= 9 else "")
        button.setCheckable(True)
        button.clicked.connect(self.choose_lost_ticket if is_lost else lambda: self.choose(number))
        return button

    def _lay_out(self) -> None:
        self._grid.setSpacing(8)
        reasons = QGridLayout()
        reasons.setSpacing(8)
        for place, button in enumerate(self._reasons.values()):
            reasons.addWidget(button, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addLayout(self._grid)
        column.addWidget(self._why)
        column.addLayout(reasons)
        column.addWidget(self._note)
        column.addWidget(self._trouble)
        keys = QHBoxLayout()
        keys.addWidget(self._enter)
        keys.addWidget(self._back)
        keys.addWidget(self._price, stretch=1)
        column.addLayout(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, letter = event.key() - Qt.Key.Key_0, event.text().upper()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif 1 <= number <= 9:
            self.choose(number)
        elif letter == "L":
            self.choose_lost_ticket()
        elif letter and letter in REASON_KEYS and self._wants_reason:
            self.choose_reason(REASONS[REASON_KEYS.index(letter)])
        else:
            # Letters belong to no plate while something is asked.
            event.setAccepted(bool(event.text().strip()))
