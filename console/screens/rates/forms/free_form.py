"""The form of free minutes, in the meaning that the sign gives them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.duration_field import DurationField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.period_choice import PeriodChoice
from console.screens.rates.forms.scope import Scope
from core.domain.rates.plan import STAY, Free, Plan


class FreeForm(PartForm[Free]):
    """Free if no longer, or taken off the bill; and how often a vehicle gets them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.up_to = DurationField(empty=lambda: self.tr("none"))
        self.first = DurationField(empty=lambda: self.tr("none"))
        self.of_charged = ChoiceField[bool](
            (
                (
                    False,
                    lambda: self.tr("the beginning of the stay"),
                    lambda: self.tr("Used up from the entry on, also at times that cost nothing."),
                ),
                (
                    True,
                    lambda: self.tr("the first time that costs"),
                    lambda: self.tr("Times that cost nothing do not use them up."),
                ),
            )
        )
        self.once = PeriodChoice(lambda: self.tr("each stay anew"), windows=False)
        self._lay_out()
        self.scope = Scope(self)
        self.finish()

    def offer(self, plan: Plan) -> None:
        self.scope.offer(plan)

    def fill(self, part: Free) -> None:
        self.up_to.show_value(part.up_to_s or None)
        self.first.show_value(part.first_s or None)
        self.of_charged.show_value(part.of_charged)
        self.once.show_value(part.once)
        self._more.open(part.once != STAY)
        self.scope.fill(part.applies, part.rates)
        self.arrange()

    def read(self, part: Free) -> Free:
        return replace(
            part,
            up_to_s=self.up_to.seconds,
            first_s=self.first.seconds,
            of_charged=self.of_charged.value(),
            once=self.once.value(),
            applies=self.scope.applies.value(),
            rates=self.scope.rates.value(),
        )

    def arrange(self) -> None:
        self._of.setVisible(bool(self.first.seconds) or self.of_charged.value())

    def _lay_out(self) -> None:
        self.add(
            self.up_to,
            lambda: self.tr("Free if the stay is no longer than"),
            lambda: self.tr("A longer stay is charged from its first minute."),
            rule=self._none_at_all,
        )
        self.add(
            self.first,
            lambda: self.tr("Taken off every stay"),
            lambda: self.tr("So much is never charged, however long the stay is."),
        )
        self._of = self.add(self.of_charged, lambda: self.tr("They are taken off"), self.of_charged.explained)
        self._more = self.add_fold(lambda: self.tr("More"))
        self.add(
            self.once,
            lambda: self.tr("A vehicle gets them once in"),
            lambda: self.tr("One that had them in this period before pays from the first minute."),
            fold=self._more,
        )

    def _none_at_all(self) -> str:
        if self.up_to.value() is None and self.first.value() is None:
            return self.tr("Write a length in at least one of both fields.")
        return ""
