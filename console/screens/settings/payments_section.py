"""The accounts that take money: card terminals and platforms, in the order of F10 and F11."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.paying.gateways import ask_account
from console.paying.keeping import keep_accounts, new_account_id
from console.screens.context import Context
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.form.side_list import SideList
from console.screens.settings.pay_form import PayForm
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from console.words import say
from core.config import PayConfig
from core.domain.errors import BadInput, DeviceError, LotkeeperError
from core.domain.people import Right
from core.services.account_answer import AccountAnswer

LIST_WIDTH = 230
LIST_HEIGHT = 260


class PaymentsSection(Section):
    """Ins adds an account, Ctrl+S keeps it, Alt+A asks it whether it answers; nothing is taken by that."""

    right = Right.MANAGE_PAYMENTS

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._pays: tuple[PayConfig, ...] = ()
        self._is_new = False
        self._list, self.form = SideList(width=LIST_WIDTH), PayForm()
        self._list.setMinimumHeight(LIST_HEIGHT)
        self._add, self._save = KeyButton(key="Ins"), KeyButton(key="Ctrl+S", primary=True)
        self._ask, self._up = KeyButton(key="Alt+A"), KeyButton(key="Alt+U")
        self._remove = KeyButton(key="Alt+W")
        self._keys = KeyRow(self._save, self._ask, self._up, self._remove)
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._none = line(wraps=True)
        self.column.addWidget(self._none)
        left.addWidget(self._list, 1)
        left.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        right.addWidget(self.form)
        right.addWidget(self._keys)
        right.addStretch(1)
        row.setSpacing(24)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.column.addLayout(row)
        self.finish_column()
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._bind()
        self.speak()

    def title(self) -> str:
        return self.tr("Payments")

    def lead(self) -> str:
        return self.tr(
            "Terminals and platforms that take money at this console. F10 asks the first card terminal, "
            "F11 offers the platforms in this order. What is kept here works at once."
        )

    def speak(self) -> None:
        super().speak()
        self._list.setAccessibleName(self.tr("Accounts"))
        self._none.setText(self.tr("There is no account yet: only cash is taken here."))
        self._add.setText(self.tr("Add an account"))
        self._save.setText(self.tr("Save"))
        self._ask.setText(self.tr("Ask whether it answers"))
        self._up.setText(self.tr("Further up"))
        self._remove.setText(self.tr("Take it out"))
        self._show_list()

    def open(self) -> None:
        self.tell("")
        self._is_new = False
        self._pays = self.ctx.console.config.pays
        self._show_list()
        self._show_form()

    def save(self) -> None:
        try:
            typed = self._typed()
        except BadInput as error:
            self.tell_error(error)
            return
        if typed is not None:
            others = [pay for pay in self._pays if pay.id != typed.id]
            place = next((at for at, pay in enumerate(self._pays) if pay.id == typed.id), len(others))
            self._keep([*others[:place], typed, *others[place:]], place)

    @property
    def _chosen(self) -> PayConfig | None:
        place = self._list.currentRow()
        return self._pays[place] if 0 <= place < len(self._pays) and not self._is_new else None

    def _typed(self) -> PayConfig | None:
        """The account as it stands in the form, None where none is open."""
        if self.form.isHidden():
            return None
        chosen = self._chosen
        return self.form.typed(
            chosen.id if chosen is not None else new_account_id(self.form.kind, self._pays)
        )

    def _keep(self, pays: Sequence[PayConfig], shown: int) -> None:
        """Keep these accounts; the one at that place is chosen then."""
        actor, console = self.ctx.state.actor, self.ctx.console
        if actor is None:
            return
        self.tell(self.tr("Being kept …"))
        self.ctx.jobs.run(
            lambda: keep_accounts(console, pays, actor=actor),
            lambda _none: self._on_kept(shown),
            self.tell_error,
        )

    def _on_kept(self, shown: int) -> None:
        self.open()
        self._list.setCurrentRow(min(shown, len(self._pays) - 1))
        self.tell(self.tr("✓ Saved, and at work."))

    def _show_list(self) -> None:
        place = self._list.currentRow()
        self._list.blockSignals(True)
        self._list.clear()
        for pay in self._pays:
            self._list.add(pay.name or pay.id, say(f"pay_kind.{pay.kind}").text)
        self._list.setCurrentRow(max(place, 0) if self._pays else -1)
        self._list.blockSignals(False)
        self._list.setVisible(bool(self._pays))
        self._none.setVisible(not self._pays)
        self.setFocusProxy(self._list if self._pays else self._add)

    def _show_form(self) -> None:
        chosen = self._chosen
        is_shown = self._is_new or chosen is not None
        self.form.setVisible(is_shown)
        self._keys.setVisible(is_shown)
        for button in (self._up, self._remove):
            button.setVisible(not self._is_new)
        if is_shown:
            self.form.open(None if self._is_new else chosen)

    @Slot()
    def _on_row_changed(self) -> None:
        self._is_new = False
        self.tell("")
        self._show_form()

    @Slot()
    def _on_add(self) -> None:
        self._is_new = True
        self.tell("")
        self._show_form()
        self.form.take_focus()

    @Slot()
    def _on_up(self) -> None:
        place = self._list.currentRow()
        if place > 0 and not self._is_new:
            pays = list(self._pays)
            pays[place - 1], pays[place] = pays[place], pays[place - 1]
            self._keep(pays, place - 1)

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._keep([pay for pay in self._pays if pay.id != chosen.id], self._list.currentRow())

    @Slot()
    def _on_ask(self) -> None:
        """Ask the account as it is typed, before it is kept."""
        try:
            typed = self._typed()
        except BadInput as error:
            self.tell_error(error)
            return
        if typed is None:
            return
        console = self.ctx.console
        self.tell(self.tr("Being asked …"))
        self.ctx.jobs.run(
            lambda: ask_account(typed, console.config.notices, console.clock),
            self._on_answered,
            self._on_unanswered,
        )

    def _on_unanswered(self, error: LotkeeperError) -> None:
        """A trial is not made again by itself, as the asking about a charge is."""
        is_away = isinstance(error, DeviceError) and error.cause == "gateway.no_answer"
        self.tell_error(BadInput("gateway.not_reached") if is_away else error)

    def _on_answered(self, answer: AccountAnswer | None) -> None:
        if answer is None:
            self.tell(self.tr("✓ This one is asked nobody: it is simulated."))
            return
        words = [self.tr("✓ It answers and knows us.")]
        if answer.is_test is not None:
            words.append(
                self.tr("Test mode: no real money.") if answer.is_test else self.tr("For real money.")
            )
        if answer.reader:
            words.append(self.tr("Its reader: {state}.").format(state=answer.reader))
        if answer.is_clock_wrong:
            seconds = round(answer.clock_ahead_s or 0)
            words.append(self.tr("! This PC's clock is {seconds} s ahead of it.").format(seconds=seconds))
        self.tell(" ".join(words))

    def _bind(self) -> None:
        self._save.clicked.connect(self.save)
        for button, act in (
            (self._add, self._on_add),
            (self._ask, self._on_ask),
            (self._up, self._on_up),
            (self._remove, self._on_remove),
        ):
            self.bind(button, act)
