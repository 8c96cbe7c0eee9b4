"""Merchants who pay for drivers' parking: what a validation of theirs gives, and how often a day."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from console.models.row_table import Column, RowTable
from console.screens.context import Context
from console.screens.desk.merchant_words import gives_in_words
from console.screens.form.key_row import KeyRow
from console.screens.form.lines import line
from console.screens.payments.merchant_form import MerchantForm
from console.screens.payments.page import Page
from console.widgets.key_button import KeyButton
from core.domain.errors import BadInput
from core.domain.merchants import Merchant
from core.domain.people import Right
from core.services.merchants import set_merchant

_NEW = "new"


class MerchantsPage(Page):
    """Ins adds one, Ctrl+S keeps what was typed, Alt+W takes one out of use or back into it."""

    right = Right.MANAGE_MERCHANTS

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._is_new = False
        # What the form was filled with: rows that are read again do not wipe out what was typed since.
        self._filled_with: Merchant | str = ""
        self._model = RowTable[Merchant](self._columns(), lambda one: one.merchant_id, self)
        self.table.setModel(self._model)
        self._title = line("title", wraps=True)
        self.form = MerchantForm()
        self._add, self._save = KeyButton(key="Ins"), KeyButton(key="Ctrl+S", primary=True)
        self._active = KeyButton(key="Alt+W")
        self.head.addStretch(1)
        self.head.addWidget(self._add)
        self._keys = KeyRow(self._save, self._active)
        for widget in (self._title, self.form, self._keys, self.told):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.bind(self._add, self._on_add)
        self.bind(self._save, self._on_save)
        self.bind(self._active, self._on_active)
        self.speak()

    def title(self) -> str:
        return self.tr("Merchants")

    @property
    def rows(self) -> tuple[Merchant, ...]:
        """Who is listed."""
        return self._model.rows

    def speak(self) -> None:
        self.table.setAccessibleName(self.title())
        self.table.set_empty(
            self.tr("No merchant pays for parking here."),
            self.tr("Ins adds one: a shop, a clinic, a cinema."),
        )
        self._add.setText(self.tr("Add a merchant"))
        self._save.setText(self.tr("Save"))
        self.form.speak()
        self._model.refresh()
        self._show_row()

    def reload(self) -> None:
        self.ctx.jobs.look(lambda view: view.merchants(), self._on_read)

    def step_back(self) -> bool:
        was_new, self._is_new = self._is_new, False
        self._filled_with = ""
        self._show_row()
        self.take_focus()
        return was_new

    def _columns(self) -> tuple[Column[Merchant], ...]:
        return (
            Column(lambda: self.tr("Name"), lambda one: one.name),
            Column(lambda: self.tr("Code"), lambda one: one.code),
            Column(lambda: self.tr("Gives"), self._gives),
            Column(
                lambda: self.tr("A day at most"),
                lambda one: str(one.daily_limit) if one.daily_limit else self.tr("any number"),
                figures=True,
            ),
            Column(
                lambda: self.tr("Stamps"),
                lambda one: self.tr("each good once") if one.needs_stamp else self.tr("none needed"),
            ),
            Column(
                lambda: self.tr("In use"),
                lambda one: self.tr("● yes") if one.is_active else self.tr("– no"),
            ),
        )

    def _gives(self, merchant: Merchant) -> str:
        lot = self.ctx.state.lot
        return gives_in_words(merchant, lot) if lot is not None else ""

    def _chosen(self) -> Merchant | None:
        return self._model.row_at(self.table.currentIndex().row())

    def _on_read(self, merchants: list[Merchant]) -> None:
        chosen = self._chosen()
        self._model.show_rows(sorted(merchants, key=lambda one: (not one.is_active, one.name.casefold())))
        place = self._model.place_of(chosen.merchant_id) if chosen is not None else -1
        if merchants:
            self.table.selectRow(max(place, 0))
        self.foot.show_words(self.tr("Merchants: {count}").format(count=len(merchants)))
        self._show_row()

    @Slot()
    def _on_row_changed(self) -> None:
        self._is_new = False
        self._show_row()

    def _show_row(self) -> None:
        merchant, lot = self._chosen(), self.ctx.state.lot
        is_shown = lot is not None and (self._is_new or merchant is not None)
        self.form.setVisible(is_shown)
        self._keys.setVisible(is_shown)
        self._active.setVisible(not self._is_new)
        if lot is None or not is_shown:
            self._title.setText("")
            return
        shown = None if self._is_new else merchant
        self._title.setText(shown.name if shown is not None else self.tr("A new merchant"))
        if shown is not None:
            self._active.setText(self.tr("Out of use") if shown.is_active else self.tr("In use again"))
        if self._filled_with != (shown or _NEW):
            self._filled_with = shown or _NEW
            self.told.setText("")
            self.form.set_currency(lot.currency)
            self.form.show_merchant(shown)

    @Slot()
    def _on_add(self) -> None:
        self._is_new, self._filled_with = True, ""
        self._show_row()
        self.form.take_focus()

    @Slot()
    def _on_save(self) -> None:
        if self._keys.isHidden():
            return
        merchant = None if self._is_new else self._chosen()
        merchant_id = merchant.merchant_id if merchant is not None else str(uuid.uuid4())
        try:
            typed = self.form.typed(merchant_id, is_active=merchant.is_active if merchant else True)
        except BadInput as error:
            self.tell_error(error)
            return
        self._keep(typed)

    @Slot()
    def _on_active(self) -> None:
        merchant = self._chosen()
        if merchant is not None and not self._is_new:
            self._keep(replace(merchant, is_active=not merchant.is_active))

    def _keep(self, merchant: Merchant) -> None:
        actor = self.ctx.state.actor
        if actor is not None:
            self.ctx.jobs.change(
                lambda unit: set_merchant(unit, actor=actor, merchant=merchant),
                self._on_kept,
                self.tell_error,
            )

    def _on_kept(self, _merchant: Merchant) -> None:
        self._is_new = False
        self.reload()
        self.take_focus()
