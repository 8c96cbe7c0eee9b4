"""Purging: for how long personal data is kept, what would go now, and one plate forgotten on request."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from console.formats import format_local_time
from console.screens.context import Context
from console.screens.form.choice import Choice
from console.screens.form.field_grid import FieldGrid
from console.screens.form.lines import line
from console.screens.form.scrolled import scrolled
from console.screens.form.sentences import sentence_of
from console.screens.form.spoken import Spoken
from console.theme.space import LARGE, MEDIUM
from console.widgets.key_button import KeyButton
from console.words import say
from core.domain.errors import LotkeeperError
from core.domain.lots import LONGEST_KEPT_DAYS
from core.domain.people import Right
from core.domain.plates import normalise
from core.domain.purging import Scope, Targets
from core.services.purge import REASONS, due_now, plan_purge, purge_plate
from core.services.set_up_lot import change_lot
from core.store.unit_of_work import SqlUnitOfWork

LONGEST_PLATE: Final = 20
FIELD_WIDTH: Final = 220


class PurgePage(Spoken):
    """Nothing goes by one press: first it is said what would go, then that is purged and nothing else."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._keep_title, self._keep_lead = line("strong"), line("quiet", wraps=True)
        self._photos = QSpinBox(minimum=1, maximum=LONGEST_KEPT_DAYS)
        self._plates = QSpinBox(minimum=1, maximum=LONGEST_KEPT_DAYS)
        self._save, self._look = KeyButton(key="Alt+S"), KeyButton(key="Alt+W")
        self._due, self._last = line(wraps=True), line("quiet", wraps=True)
        self._plate_title, self._plate_lead = line("strong"), line("quiet", wraps=True)
        self._plate = QLineEdit(maxLength=LONGEST_PLATE)
        self._reason = Choice[str](tuple((reason, partial(_reason_words, reason)) for reason in REASONS))
        self._plan, self._purge = KeyButton(key="Alt+G"), KeyButton(key="Alt+X")
        self._planned, self._told = line(wraps=True), line(wraps=True)
        self._planned_plate = ""
        self._lay_out()
        self._listen()
        self.speak()

    @property
    def text(self) -> str:
        """What the page says of what would go, and of what went."""
        return "\n".join(label.text() for label in (self._due, self._planned, self._told))

    def speak(self) -> None:
        self._keep_title.setText(self.tr("How long it is kept"))
        self._keep_lead.setText(
            self.tr(
                "After that photos, then plates, names and notes of cars that have left are forgotten at"
                " every console. What was paid stays, and so do photos of what people did by hand at a gate."
            )
        )
        for label, text in zip(
            self._labels, (self.tr("Days photos are kept"), self.tr("Days plates are kept")), strict=True
        ):
            label.setText(text)
        self._save.setText(self.tr("Save"))
        self._look.setText(self.tr("What would go now?"))
        self._plate_title.setText(self.tr("Forget a plate"))
        self._plate_lead.setText(
            self.tr("When a driver asks for it: everything kept under the plate goes at once, for good.")
        )
        for label, text in zip(self._plate_labels, (self.tr("Plate"), self.tr("Reason")), strict=True):
            label.setText(text)
        self._reason.speak()
        self._plan.setText(self.tr("What would go?"))
        self._purge.setText(self.tr("Purge for good"))
        self._show_last()

    def reload(self) -> None:
        """Show what holds now."""
        lot = self._ctx.state.lot
        if lot is not None:
            self._photos.setValue(lot.photo_days)
            self._plates.setValue(lot.plate_days)
        for label in (self._due, self._planned, self._told):
            label.setText("")
        self._forget_plan()
        self._show_rights()
        self._show_last()

    def save(self) -> None:
        """Keep the days that were typed."""
        lot, actor = self._ctx.state.lot, self._ctx.state.actor
        if lot is None or actor is None or not self._save.isVisible():
            return
        try:
            changed = replace(lot, photo_days=self._photos.value(), plate_days=self._plates.value())
        except LotkeeperError as error:
            self._due.setText(sentence_of(error, lot))
            return
        self._ctx.jobs.change(
            lambda unit: change_lot(unit, actor=actor, lot=changed),
            lambda _changed: self._due.setText(self.tr("Saved.")),
            self._on_not_kept,
        )

    def look(self) -> None:
        """Say what the settings would have forgotten now; nothing is."""
        store = self._ctx.console.store
        if self._ctx.state.lot is not None:
            self._ctx.jobs.run(lambda: store.read(_due), self._show_due, self._on_not_kept)

    def plan(self) -> None:
        """Say what would go of the plate that was typed; nothing does."""
        actor, store, plate = self._ctx.state.actor, self._ctx.console.store, self._plate.text()
        self._forget_plan()
        if actor is not None:
            self._ctx.jobs.run(
                lambda: store.read(lambda unit: plan_purge(unit, actor=actor, plate=plate)),
                lambda targets: self._show_plan(targets, plate),
                self._on_failed,
            )

    def purge(self) -> None:
        """Forget what was said would go."""
        actor, plate, reason = self._ctx.state.actor, self._planned_plate, self._reason.value()
        if actor is None or not plate or not self._purge.isEnabled():
            return
        self._forget_plan()
        self._ctx.jobs.change(
            lambda unit: purge_plate(unit, actor=actor, plate=plate, reason=reason),
            self._on_purged,
            self._on_failed,
        )

    def _lay_out(self) -> None:
        kept, one = FieldGrid(), FieldGrid()
        self._labels = [kept.add(field) for field in (self._photos, self._plates)]
        self._plate_labels = [one.add(field) for field in (self._plate, self._reason)]
        self._plate.setMinimumWidth(FIELD_WIDTH)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, MEDIUM, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._keep_title)
        column.addWidget(self._keep_lead)
        column.addLayout(kept)
        column.addLayout(_row(self._save, self._look))
        column.addWidget(self._due)
        column.addWidget(self._last)
        column.addSpacing(LARGE)
        self._by_plate = QWidget()
        below = QVBoxLayout(self._by_plate)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(MEDIUM)
        below.addWidget(self._plate_title)
        below.addWidget(self._plate_lead)
        below.addLayout(one)
        below.addLayout(_row(self._plan, self._purge))
        below.addWidget(self._planned)
        below.addWidget(self._told)
        column.addWidget(self._by_plate)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, across=False), 1)
        self.setFocusProxy(self._photos)

    def _listen(self) -> None:
        self._save.clicked.connect(self.save)
        self._look.clicked.connect(self.look)
        self._plan.clicked.connect(self.plan)
        self._purge.clicked.connect(self.purge)
        self._plate.returnPressed.connect(self.plan)
        self._plate.textChanged.connect(self._forget_plan)
        self._ctx.state.actor_changed.connect(self._show_rights)

    def _show_rights(self) -> None:
        """Who may not purge is not shown it; a landlord sets the days."""
        actor = self._ctx.state.actor
        may_set = actor is not None and actor.may(Right.SET_UP_LOT)
        for widget in (self._photos, self._plates):
            widget.setEnabled(may_set)
        self._save.setVisible(may_set)
        self._by_plate.setVisible(actor is not None and actor.may(Right.PURGE))

    def _show_due(self, due: dict[Scope, Targets]) -> None:
        lines = [
            self.tr("Photos: {things}").format(things=self._things(due[Scope.PHOTOS])),
            self.tr("Everything personal: {things}").format(things=self._things(due[Scope.ALL])),
        ]
        self._due.setText("\n".join([*lines, *self._kept_lines(due[Scope.ALL])]))

    def _show_plan(self, targets: Targets, plate: str) -> None:
        shown = [self.tr("{plate}: {things}").format(plate=normalise(plate), things=self._things(targets))]
        self._planned.setText("\n".join([*shown, *self._kept_lines(targets)]))
        self._planned_plate = plate if len(targets) else ""
        self._purge.setEnabled(bool(self._planned_plate))

    def _on_purged(self, targets: Targets) -> None:
        self._told.setText(self.tr("Purged: {things}").format(things=self._things(targets)))
        self._plate.clear()

    def _things(self, targets: Targets) -> str:
        if not len(targets):
            return self.tr("nothing")
        return self.tr("stays {stays}, sightings {sightings}, bookings {bookings}, others {entries}").format(
            **targets.counts
        )

    def _kept_lines(self, targets: Targets) -> list[str]:
        return [
            self.tr("Kept: {count}. {why}").format(count=count, why=say(reason).text)
            for reason, count in targets.kept.items()
        ]

    def _show_last(self) -> None:
        view, lot = self._ctx.console.audit.purging.view, self._ctx.state.lot
        if view.cause:
            self._last.setText(say(view.cause).text)
        elif view.at is None or lot is None:
            self._last.setText(self.tr("It is looked for every hour, at the lot's hub."))
        else:
            when = format_local_time(view.at, lot.zone, now=self._ctx.console.clock.now())
            self._last.setText(
                self.tr("Last looked for {when}; forgotten: {count}.").format(when=when, count=view.forgotten)
            )

    def _forget_plan(self) -> None:
        self._planned_plate = ""
        self._purge.setEnabled(False)
        self._planned.setText("")

    def _on_not_kept(self, error: LotkeeperError) -> None:
        self._due.setText(sentence_of(error, self._ctx.state.lot))

    def _on_failed(self, error: LotkeeperError) -> None:
        self._told.setText(sentence_of(error, self._ctx.state.lot))


def _reason_words(reason: str) -> str:
    return say(f"purge_reason.{reason}").text


def _due(unit: SqlUnitOfWork) -> dict[Scope, Targets]:
    return {scope: due_now(unit, scope) for scope in Scope}


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(MEDIUM)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return row
