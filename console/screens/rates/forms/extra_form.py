"""The form of an extra: an amount on top of the time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.money_field import MoneyField
from console.screens.rates.forms.name_field import NameField
from console.screens.rates.forms.number_field import NumberField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.period_choice import PeriodChoice
from console.screens.rates.forms.scope import Scope
from core.domain.rates.plan import STAY, Extra, Plan

_SMALLEST = Decimal("0.000001")


class ExtraForm(PartForm[Extra]):
    """A price for each period begun, or for each started unit of something measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = NameField()
        self.price = MoneyField()
        self.by_quantity = ChoiceField[bool](
            (
                (
                    False,
                    lambda: self.tr("by time"),
                    lambda: self.tr("Once, or for each period that begins."),
                ),
                (
                    True,
                    lambda: self.tr("by something measured"),
                    lambda: self.tr("For each started unit, such as a kilowatt-hour."),
                ),
            )
        )
        self.per = PeriodChoice(lambda: self.tr("the stay"), windows=False)
        self.quantity = NameField()
        self.each = NumberField(Decimal(1), least=_SMALLEST)
        self._lay_out()
        self.scope = Scope(self)
        self.finish()

    def offer(self, plan: Plan) -> None:
        self.price.set_currency(plan.currency)
        self.scope.offer(plan)

    def fill(self, part: Extra) -> None:
        self.name.show_value(part.name)
        self.price.show_value(part.price_minor)
        self.by_quantity.show_value(bool(part.quantity))
        self.per.show_value(part.per)
        self.quantity.show_value(part.quantity)
        self.each.show_value(part.each)
        self.scope.fill(part.applies, part.rates)
        self.arrange()

    def read(self, part: Extra) -> Extra:
        measured = self.by_quantity.value()
        return replace(
            part,
            name=self.name.value(),
            price_minor=self.price.minor,
            per=STAY if measured else self.per.value(),
            quantity=self.quantity.value() if measured else "",
            each=self.each.value() if measured else Decimal(1),
            applies=self.scope.applies.value(),
            rates=self.scope.rates.value(),
        )

    def arrange(self) -> None:
        measured = self.by_quantity.value()
        self._per.setVisible(not measured)
        self._quantity.setVisible(measured)
        self._each.setVisible(measured)

    def _lay_out(self) -> None:
        self.add(self.name, lambda: self.tr("Name"), lambda: self.tr("It stands on the receipt."))
        self.add(self.price, lambda: self.tr("Price"))
        self.add(self.by_quantity, lambda: self.tr("It is due"), self.by_quantity.explained)
        self._per = self.add(self.per, lambda: self.tr("Once in"), self.per.explained)
        self._quantity = self.add(
            self.quantity,
            lambda: self.tr("What is measured"),
            lambda: self.tr("The name under which the figure comes with the stay, such as kwh."),
        )
        self._each = self.add(
            self.each,
            lambda: self.tr("How much of it costs the price"),
            lambda: self.tr("A started unit counts in full."),
        )
