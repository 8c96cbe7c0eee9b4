"""The form of a cap: at most, at least, and in which period."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.chips import Chips
from console.screens.rates.forms.day_chips import DayChips
from console.screens.rates.forms.money_field import MoneyField
from console.screens.rates.forms.name_field import NameField
from console.screens.rates.forms.number_field import SpanField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.period_choice import PeriodChoice
from console.screens.rates.forms.scope import Scope
from core.domain.rates.plan import Cap, Plan
from core.domain.rates.windows import DayKind

_EVERY = (1, None)


class CapForm(PartForm[Cap]):
    """Amounts and their period; below, which charges count and in which periods it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = NameField(needed=False)
        self.most = MoneyField(empty=lambda: self.tr("no limit"))
        self.least = MoneyField(empty=lambda: self.tr("no limit"))
        self.per = PeriodChoice()
        self.of = Chips[str]()
        self.which = SpanField(1, may_be_open=True)
        self.days = DayChips()
        self._several_charges = False
        self._lay_out()
        self.scope = Scope(self)
        self.finish()

    def offer(self, plan: Plan) -> None:
        for field in (self.most, self.least):
            field.set_currency(plan.currency)
        names = dict.fromkeys(charge.name for rate in plan.rates for charge in rate.charges)
        self.of.set_options([(name, partial(str, name)) for name in names])
        self._several_charges = len(names) > 1
        self.scope.offer(plan)

    def fill(self, part: Cap) -> None:
        self.name.show_value(part.name)
        self.most.show_value(part.most_minor)
        self.least.show_value(part.least_minor)
        self.per.show_value(part.per)
        self.of.show_value(part.of)
        self._of.setVisible(self._several_charges or bool(part.of))
        self.which.show_value(part.which)
        self.days.show_value(frozenset(map(DayKind, part.days)))
        self._more.open(part.which != _EVERY or bool(part.days))
        self.scope.fill(part.applies, part.rates)

    def read(self, part: Cap) -> Cap:
        return replace(
            part,
            name=self.name.value(),
            most_minor=self.most.value(),
            least_minor=self.least.value(),
            per=self.per.value(),
            of=self.of.value(),
            which=self.which.value(),
            days=frozenset(self.days.value()),
            applies=self.scope.applies.value(),
            rates=self.scope.rates.value(),
        )

    def _lay_out(self) -> None:
        self.add(
            self.name, lambda: self.tr("Name"), lambda: self.tr("It stands on the receipt where it holds.")
        )
        self.add(
            self.most,
            lambda: self.tr("At most"),
            lambda: self.tr("No period costs more than this."),
            rule=self._none_at_all,
        )
        self.add(
            self.least,
            lambda: self.tr("At least"),
            lambda: self.tr("Once anything is due, a period costs no less than this."),
            rule=self._crossed,
        )
        self.add(self.per, lambda: self.tr("In"), self.per.explained)
        self._of = self.add(
            self.of, lambda: self.tr("Charges that count"), lambda: self.tr("None chosen: all charges.")
        )
        self._more = self.add_fold(lambda: self.tr("More"))
        self.add(
            self.which,
            lambda: self.tr("In which periods of the stay"),
            lambda: self.tr("1- is all of them; 1 the first alone; 2-3 the second and third."),
            fold=self._more,
        )
        self.add(
            self.days,
            lambda: self.tr("Only periods that begin on"),
            lambda: self.tr("None chosen: on any day."),
            fold=self._more,
        )

    def _none_at_all(self) -> str:
        if self.most.value() is None and self.least.value() is None:
            return self.tr("Write an amount in at least one of both fields.")
        return ""

    def _crossed(self) -> str:
        most, least = self.most.value(), self.least.value()
        if most is not None and least is not None and least > most:
            return self.tr("At least cannot be more than at most.")
        return ""
