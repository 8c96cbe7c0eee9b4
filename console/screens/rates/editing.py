"""The plan that is worked on: which part is chosen, what happens to it, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from console.screens.rates.history import PlanHistory
from console.screens.rates.new_parts import copy_of, new_part, place_for_new
from console.screens.rates.places import (
    THE_PLAN,
    Kind,
    Part,
    Place,
    may_delete,
    moved,
    part_at,
    rate_of,
    with_new,
    with_part,
    without,
)
from console.words.rate_windows import joined
from core.domain.rates.plan import Plan, Rate

# Typing that pauses so long was one step.
STEP_PAUSE_MS = 1500


class Editing(QObject):
    """``plan_changed`` after every change; ``part_shown`` when a form has to show the chosen part anew;
    ``told`` says what else happened."""

    plan_changed = Signal()
    part_shown = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: PlanHistory | None = None
        self._place = THE_PLAN
        self._pause = QTimer(self, singleShot=True, interval=STEP_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)

    @property
    def plan(self) -> Plan | None:
        """The plan of now; None before one was opened."""
        return self._history.plan if self._history is not None else None

    @property
    def place(self) -> Place:
        """Where the chosen part stands."""
        return self._place

    @property
    def part(self) -> Part | None:
        """The chosen part."""
        return part_at(self._history.plan, self._place) if self._history is not None else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history is not None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was taken back."""
        return self._history is not None and self._history.can_redo

    def open(self, plan: Plan) -> None:
        """Begin to work on this plan; nothing leads back before it."""
        self._history = PlanHistory(plan)
        self._place = self._first_place(plan)
        self._show()

    def replace_plan(self, plan: Plan) -> None:
        """Go on with another plan; one step leads back."""
        if self._history is None:
            self.open(plan)
            return
        self._edit(plan, self._first_place(plan))

    def choose(self, place: Place) -> None:
        """Choose another part."""
        if self._history is not None and place != self._place:
            self._history.close_step()
            self._place = place
            self.part_shown.emit()

    def take_part(self, part: Part) -> None:
        """The chosen part as a form has it now."""
        if self._history is None or part_at(self._history.plan, self._place) is None:
            return
        self._history.edit(with_part(self._history.plan, self._place, part), about=self._place)
        self._pause.start()
        self.plan_changed.emit()

    def add(self, kind: Kind) -> None:
        """A new part of that kind, chosen."""
        if self._history is not None:
            plan = self._history.plan
            part = new_part(kind, plan, rate_of(self._place))
            before = place_for_new(kind, plan, self._place)
            self._edit(*with_new(plan, self._place, kind, part, before=before))

    def duplicate(self) -> None:
        """The chosen part once more, behind it, chosen."""
        part, plan = self.part, self.plan
        if part is None or plan is None:
            return
        if isinstance(part, Plan):
            self.told.emit(self.tr("Choose a rule to duplicate."))
            return
        self._edit(*with_new(plan, self._place, self._place.kind, copy_of(part, plan)))

    def delete(self) -> None:
        """Take the chosen part out; what spoke of it alone goes too, and is named."""
        plan = self.plan
        if plan is None:
            return
        if not may_delete(plan, self._place):
            self.told.emit(
                self.tr("A plan keeps at least one rate.")
                if isinstance(self.part, Rate)
                else self.tr("Choose a rule to delete.")
            )
            return
        left, beside, taken = without(plan, self._place)
        self._edit(left, beside)
        words = self.tr("Deleted. Ctrl+Z brings it back.")
        if taken:
            names = joined(name or self.tr("nameless") for name in taken)
            words = self.tr("Deleted, with what spoke of it alone: {names}. Ctrl+Z brings it back.")
            words = words.format(names=names)
        self.told.emit(words)

    def move(self, by: int) -> None:
        """The chosen part further down or up among its kind: the order of rates and charges decides."""
        if self.plan is not None:
            self._edit(*moved(self.plan, self._place, by))

    def undo(self) -> None:
        """One step back."""
        if self._history is not None and self._history.undo():
            self._show()
        else:
            self.told.emit(self.tr("There is nothing to take back."))

    def redo(self) -> None:
        """One step forth again."""
        if self._history is not None and self._history.redo():
            self._show()
        else:
            self.told.emit(self.tr("Nothing was taken back."))

    def _edit(self, plan: Plan, place: Place) -> None:
        if self._history is not None:
            self._history.edit(plan)
            self._place = place
            self._show()

    def _show(self) -> None:
        if self.plan is not None and part_at(self.plan, self._place) is None:
            self._place = THE_PLAN
        self.plan_changed.emit()
        self.part_shown.emit()

    def _on_paused(self) -> None:
        if self._history is not None:
            self._history.close_step()

    @staticmethod
    def _first_place(plan: Plan) -> Place:
        """The first charge: what a landlord comes to change."""
        return Place(Kind.CHARGE, 0, 0) if plan.rates and plan.rates[0].charges else THE_PLAN
