"""The lot's own settings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from console.screens.context import Context
from console.screens.form.amount_field import AmountField
from console.screens.form.appearance import LANGUAGE_NAMES
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from core.domain.errors import BadInput
from core.domain.lots import MAX_CAPACITY, MAX_NAME, Lot, OverstayRule
from core.domain.people import Right
from core.services.set_up_lot import change_lot
from reports.words import LANGUAGES

FIELD_WIDTH = 300
LONGEST_ADDRESS = 200
LONGEST_PHONE = 40
LONGEST_WINDOW_MINUTES = 24 * 60


class LotSection(Section):
    """Name, size, rules, and what stands on receipts."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._name = QLineEdit(maxLength=MAX_NAME)
        self._capacity = QSpinBox(minimum=1, maximum=MAX_CAPACITY)
        self._window = QSpinBox(maximum=LONGEST_WINDOW_MINUTES)
        self._overstay = Choice[OverstayRule](
            (
                (OverstayRule.RESTART, lambda: self.tr("the fee clock starts again")),
                (
                    OverstayRule.WHOLE_LESS_PAID,
                    lambda: self.tr("the whole stay is priced again, less what was paid"),
                ),
            )
        )
        self._language = Choice[str](
            tuple((code, partial(LANGUAGE_NAMES.__getitem__, code)) for code in LANGUAGES)
        )
        self._address = QLineEdit(maxLength=LONGEST_ADDRESS)
        self._phone = QLineEdit(maxLength=LONGEST_PHONE)
        self._fee_ceiling = AmountField("EUR")
        self._save = KeyButton(key="Ctrl+S", primary=True)
        grid = FieldGrid()
        self._labels = [
            grid.add(field)
            for field in (
                self._name, self._capacity, self._window, self._overstay, self._fee_ceiling,
                self._language, self._address, self._phone,
            )
        ]  # fmt: skip
        self._name.setMinimumWidth(FIELD_WIDTH)
        self.column.addLayout(grid)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish_column()
        self.setFocusProxy(self._name)
        self._save.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Lot")

    def lead(self) -> str:
        return self.tr("What is changed here holds at once and for everybody.")

    def speak(self) -> None:
        super().speak()
        words = (
            self.tr("Name of the lot"), self.tr("Spaces"), self.tr("Minutes to leave"),
            self.tr("After that time"), self.tr("Look first at fees above"), self.tr("Language of receipts"),
            self.tr("Address on receipts"), self.tr("Help phone"),
        )  # fmt: skip
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._fee_ceiling.setPlaceholderText(self.tr("learned"))
        self._overstay.speak()
        self._save.setText(self.tr("Save"))

    def open(self) -> None:
        lot = self.ctx.state.lot
        self.tell("")
        if lot is None:
            return
        self._name.setText(lot.name)
        self._capacity.setValue(lot.capacity)
        self._window.setValue(lot.exit_window_minutes)
        self._overstay.choose(lot.overstay_rule)
        self._fee_ceiling.set_currency(lot.currency)
        self._fee_ceiling.clear()
        if lot.fee_ceiling_minor is not None:
            self._fee_ceiling.set_minor(lot.fee_ceiling_minor)
        self._language.choose(lot.receipt_language)
        self._address.setText(lot.address)
        self._phone.setText(lot.help_phone)

    def save(self) -> None:
        lot, actor = self.ctx.state.lot, self.ctx.state.actor
        if lot is None or actor is None:
            return
        try:
            wanted = self._typed(lot)
        except BadInput as error:
            self.tell_error(error)
            return
        self.ctx.jobs.change(
            lambda unit: change_lot(unit, actor=actor, lot=wanted), self._on_saved, self.tell_error
        )

    def _typed(self, lot: Lot) -> Lot:
        return replace(
            lot,
            name=self._name.text().strip(),
            capacity=self._capacity.value(),
            exit_window_minutes=self._window.value(),
            overstay_rule=self._overstay.value(),
            fee_ceiling_minor=self._typed_ceiling(),
            receipt_language=self._language.value(),
            address=self._address.text().strip(),
            help_phone=self._phone.text().strip(),
        )

    def _typed_ceiling(self) -> int | None:
        """Nothing typed: learned from what is paid."""
        if not self._fee_ceiling.text().strip():
            return None
        return self._fee_ceiling.minor() or 0

    def _on_saved(self, is_done: bool) -> None:
        self.tell(
            self.tr("✓ Saved.")
            if is_done
            else self.tr("✓ Proposed to the hub; it holds as soon as the hub has agreed.")
        )
