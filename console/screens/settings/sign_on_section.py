"""When the booth locks itself, and what an attendant's badge is good for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.settings.section import Section
from console.widgets.key_button import KeyButton
from core.domain.errors import BadInput
from core.domain.lots import LONGEST_IDLE_SECONDS
from core.domain.people import Right
from core.services.set_up_lot import change_lot

STEP_SECONDS = 30


class SignOnSection(Section):
    """Settings of the lot, so that they hold at each of its consoles."""

    right = Right.SET_UP_LOT

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._idle = QSpinBox(maximum=LONGEST_IDLE_SECONDS, singleStep=STEP_SECONDS)
        self._badge = Choice[bool](
            (
                (False, lambda: self.tr("signs on by itself")),
                (True, lambda: self.tr("signs on together with the PIN")),
            )
        )
        self._idle_hint, self._badge_hint = line("quiet", wraps=True), line("quiet", wraps=True)
        self._save = KeyButton(key="Ctrl+S", primary=True)
        grid = FieldGrid()
        self._labels = [grid.add(field) for field in (self._idle, self._badge)]
        self.column.addLayout(grid)
        for hint in (self._idle_hint, self._badge_hint):
            self.column.addWidget(hint)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish_column()
        self.setFocusProxy(self._idle)
        self._save.clicked.connect(self.save)
        self.speak()

    def title(self) -> str:
        return self.tr("Sign-on")

    def lead(self) -> str:
        return self.tr("What is changed here holds at once and at all consoles of the lot.")

    def speak(self) -> None:
        super().speak()
        words = (self.tr("Lock without a touch after"), self.tr("An attendant's badge"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._idle.setSuffix(self.tr(" s"))
        self._idle.setSpecialValueText(self.tr("never"))
        self._badge.speak()
        self._idle_hint.setText(
            self.tr("The car in hand and what was typed are kept, and lanes go on. 0: never.")
        )
        self._badge_hint.setText(self.tr("Everybody else always types their PIN or password as well."))
        self._save.setText(self.tr("Save"))

    def open(self) -> None:
        lot = self.ctx.state.lot
        self.tell("")
        if lot is not None:
            self._idle.setValue(lot.idle_lock_seconds)
            self._badge.choose(lot.badge_needs_pin)

    def save(self) -> None:
        lot, actor = self.ctx.state.lot, self.ctx.state.actor
        if lot is None or actor is None:
            return
        try:
            wanted = replace(lot, idle_lock_seconds=self._idle.value(), badge_needs_pin=self._badge.value())
        except BadInput as error:
            self.tell_error(error)
            return
        self.ctx.jobs.change(
            lambda unit: change_lot(unit, actor=actor, lot=wanted), self._on_saved, self.tell_error
        )

    def _on_saved(self, is_done: bool) -> None:
        self.tell(
            self.tr("✓ Saved.")
            if is_done
            else self.tr("✓ Proposed to the hub; it holds as soon as the hub has agreed.")
        )
