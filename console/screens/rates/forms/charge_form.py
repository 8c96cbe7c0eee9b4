"""The form of a charge: when it holds, and the ladder of what it costs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.choice_field import ChoiceField, Tick
from console.screens.rates.forms.ladder import LadderField
from console.screens.rates.forms.name_field import NameField
from console.screens.rates.forms.number_field import WholeField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.period_choice import PeriodChoice
from console.screens.rates.forms.window_field import WindowsField
from core.domain.rates.plan import Charge, Plan


class ChargeForm(PartForm[Charge]):
    """Name, times, steps, and what the ladder begins anew with; rare choices below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: frozenset[str] = frozenset()
        self.name = NameField(taken=lambda: self._others)
        self.when = WindowsField()
        self.is_free = Tick(lambda: self.tr("This time costs nothing"))
        self.ladder = LadderField()
        self.restart = PeriodChoice()
        self.counts_elapsed = ChoiceField[bool](
            (
                (
                    False,
                    lambda: self.tr("by the time charged here"),
                    lambda: self.tr("Other times of the stay do not move the ladder on."),
                ),
                (
                    True,
                    lambda: self.tr("by the time since it began"),
                    lambda: self.tr("Every minute since the entry counts, also where another charge holds."),
                ),
            )
        )
        self.unfinished_free = ChoiceField[bool](
            (
                (False, lambda: self.tr("cost in full"), lambda: self.tr("A unit is due when it begins.")),
                (
                    True,
                    lambda: self.tr("cost nothing"),
                    lambda: self.tr("Only units that are finished are paid for."),
                ),
            )
        )
        self.repeat_last = WholeField(1, 1)
        self._lay_out()
        self.finish()

    def keep_plan(self, part: Charge, plan: Plan) -> None:
        siblings = next((rate.charges for rate in plan.rates if any(one is part for one in rate.charges)), ())
        self._others = frozenset(one.name for one in siblings if one is not part)

    def offer(self, plan: Plan) -> None:
        self.ladder.set_currency(plan.currency)

    def fill(self, part: Charge) -> None:
        self.name.show_value(part.name)
        self.when.show_value(part.windows)
        self.is_free.show_value(not part.steps)
        self.ladder.show_value(part.steps)
        self.restart.show_value(part.restart)
        self.counts_elapsed.show_value(part.counts_elapsed)
        self.unfinished_free.show_value(part.unfinished_free)
        self.repeat_last.set_most(max(1, len(part.steps)))
        self.repeat_last.show_value(part.repeat_last)
        self._more.open(part.counts_elapsed or part.unfinished_free or part.repeat_last != 1)
        self.arrange()

    def read(self, part: Charge) -> Charge:
        return replace(
            part,
            name=self.name.value(),
            windows=self.when.value(),
            steps=() if self.is_free.value() else self.ladder.value(),
            restart=self.restart.value(),
            counts_elapsed=self.counts_elapsed.value(),
            unfinished_free=self.unfinished_free.value(),
            repeat_last=self.repeat_last.value(),
        )

    def arrange(self) -> None:
        costs = not self.is_free.value()
        if costs and not self.ladder.rows:
            self.ladder.add()
        self.repeat_last.set_most(max(1, len(self.ladder.rows)))
        self.ladder.set_repeated(self.repeat_last.value())
        self._steps.setVisible(costs)
        self._restart.setVisible(costs)
        self._more.setVisible(costs)

    def _lay_out(self) -> None:
        self.add(self.name, lambda: self.tr("Name"), lambda: self.tr("It stands on the receipt."))
        self.add(
            self.when,
            lambda: self.tr("When it holds"),
            lambda: self.tr(
                "Without a time: always. The first charge of the rate that holds takes the time."
            ),
        )
        self.add(self.is_free)
        self._steps = self.add(self.ladder, lambda: self.tr("What it costs, step by step"))
        self._restart = self.add(
            self.restart, lambda: self.tr("The steps begin anew with"), self.restart.explained
        )
        self._more = self.add_fold(lambda: self.tr("More"))
        for piece, title in (
            (self.counts_elapsed, lambda: self.tr("The steps are counted")),
            (self.unfinished_free, lambda: self.tr("Units not finished")),
        ):
            self.add(piece, title, piece.explained, fold=self._more)
        self.add(
            self.repeat_last,
            lambda: self.tr("How many last steps repeat"),
            lambda: self.tr(
                "When the last step has ended, so many at the end are gone through again and again."
            ),
            fold=self._more,
        )
