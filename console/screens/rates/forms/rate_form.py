"""The form of a rate: its name, the stays it is for, and how it stands to the others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.applies_field import AppliesField
from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.covers_field import CoversField
from console.screens.rates.forms.name_field import NameField
from console.screens.rates.forms.part_form import PartForm
from core.domain.rates.plan import EVERY_STAY, Plan, Rate


class RateForm(PartForm[Rate]):
    """All of a rate but its charges, which have forms of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: frozenset[str] = frozenset()
        self.name = NameField(taken=lambda: self._others)
        self.applies = AppliesField()
        self.covers = CoversField()
        self.exclusive = ChoiceField[bool](
            (
                (
                    False,
                    lambda: self.tr("are looked at too"),
                    lambda: self.tr("The plan says which of the rates that apply is taken."),
                ),
                (
                    True,
                    lambda: self.tr("are not looked at"),
                    lambda: self.tr("Where this rate applies, no rate below it does."),
                ),
            )
        )
        self.units_run_on = ChoiceField[bool](
            (
                (
                    False,
                    lambda: self.tr("ends a unit that has begun"),
                    lambda: self.tr("The next time begins with a unit of its own."),
                ),
                (
                    True,
                    lambda: self.tr("lets it run to its end"),
                    lambda: self.tr("The next time begins where the unit ends."),
                ),
            )
        )
        self._lay_out()
        self.finish()

    def keep_plan(self, part: Rate, plan: Plan) -> None:
        self._others = frozenset(rate.name for rate in plan.rates if rate.name != part.name)

    def offer(self, plan: Plan) -> None:
        self.applies.set_plan(plan)

    def fill(self, part: Rate) -> None:
        self.name.show_value(part.name)
        self.applies.show_value(part.applies)
        self._some.open(part.applies != EVERY_STAY)
        self.covers.show_value(part.covers)
        self.exclusive.show_value(part.exclusive)
        self.units_run_on.show_value(part.units_run_on)
        self._more.open(part.exclusive or part.units_run_on or part.covers is not None)

    def read(self, part: Rate) -> Rate:
        return replace(
            part,
            name=self.name.value(),
            applies=self.applies.value(),
            covers=self.covers.value(),
            exclusive=self.exclusive.value(),
            units_run_on=self.units_run_on.value(),
        )

    def _lay_out(self) -> None:
        self.add(self.name, lambda: self.tr("Name"))
        self._some = self.add_fold(lambda: self.tr("Only for some stays"))
        self.add_applies(self.applies, self._some)
        self._more = self.add_fold(lambda: self.tr("More"))
        self.add(self.covers, lambda: self.tr("It reaches"), self.covers.explained, fold=self._more)
        self.add(self.exclusive, lambda: self.tr("Rates below it"), self.exclusive.explained, fold=self._more)
        self.add(
            self.units_run_on,
            lambda: self.tr("Where one time passes into the next, the edge"),
            self.units_run_on.explained,
            fold=self._more,
        )
