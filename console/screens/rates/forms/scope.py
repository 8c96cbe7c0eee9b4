"""Which stays and which rates a part speaks of: a fold that is open while it says anything."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.screens.rates.forms.applies_field import AppliesField
from console.screens.rates.forms.chips import Chips
from console.screens.rates.forms.part_form import PartForm
from core.domain.rates.plan import EVERY_STAY, Applies, Plan


class Scope:
    """The fields of ``applies`` and ``rates`` in a form of free minutes, caps, extras or adjustments."""

    def __init__(self, form: PartForm[Any]) -> None:
        self.applies = AppliesField()
        self.rates = Chips[str]()
        self._several = False
        self.fold = form.add_fold(lambda: QCoreApplication.translate("RateForms", "Only for some stays"))
        self._rates = form.add(
            self.rates,
            lambda: QCoreApplication.translate("RateForms", "Rates"),
            lambda: QCoreApplication.translate("RateForms", "None chosen: in all rates."),
            fold=self.fold,
        )
        form.add_applies(self.applies, self.fold)

    def offer(self, plan: Plan) -> None:
        """Offer the plan's classes and rates."""
        self.applies.set_plan(plan)
        self.rates.set_options([(rate.name, partial(str, rate.name)) for rate in plan.rates])
        self._several = len(plan.rates) > 1

    def fill(self, applies: Applies, rates: frozenset[str]) -> None:
        """Show both, open where they say anything."""
        self.applies.show_value(applies)
        self.rates.show_value(rates)
        self._rates.setVisible(self._several or bool(rates))
        self.fold.open(applies != EVERY_STAY or bool(rates))
