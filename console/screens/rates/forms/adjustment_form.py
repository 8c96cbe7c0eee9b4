"""The form of an adjustment: what the time costs, made dearer or cheaper for some."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.choice_field import ChoiceField
from console.screens.rates.forms.factor_field import FactorField
from console.screens.rates.forms.name_field import NameField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.scope import Scope
from core.domain.rates.plan import Adjustment, Adjusts, Plan


class AdjustmentForm(PartForm[Adjustment]):
    """A factor, and whether the caps hold before or after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = NameField()
        self.factor = FactorField()
        self.of = ChoiceField[Adjusts](
            (
                (
                    Adjusts.TOTAL,
                    lambda: self.tr("after the caps"),
                    lambda: self.tr("The caps hold for the price before; the total is changed."),
                ),
                (
                    Adjusts.PRICES,
                    lambda: self.tr("before the caps"),
                    lambda: self.tr("The prices are changed; the caps hold for what comes of it."),
                ),
                (
                    Adjusts.REST,
                    lambda: self.tr("after validations"),
                    lambda: self.tr("What is left after extras and validations is changed."),
                ),
            )
        )
        self.add(self.name, lambda: self.tr("Name"), lambda: self.tr("It stands on the receipt."))
        self.add(self.factor, lambda: self.tr("The time costs"))
        self.add(self.of, lambda: self.tr("It is reckoned"), self.of.explained)
        self.scope = Scope(self)
        self.finish()

    def offer(self, plan: Plan) -> None:
        self.scope.offer(plan)

    def fill(self, part: Adjustment) -> None:
        self.name.show_value(part.name)
        self.factor.show_value(part.factor)
        self.of.show_value(part.of)
        self.scope.fill(part.applies, part.rates)

    def read(self, part: Adjustment) -> Adjustment:
        return replace(
            part,
            name=self.name.value(),
            factor=self.factor.value(),
            of=self.of.value(),
            applies=self.scope.applies.value(),
            rates=self.scope.rates.value(),
        )
