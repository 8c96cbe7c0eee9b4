"""Forms that each edit one part of a rate plan, and the fields they are made of."""

from console.screens.rates.forms.adjustment_form import AdjustmentForm
from console.screens.rates.forms.cap_form import CapForm
from console.screens.rates.forms.charge_form import ChargeForm
from console.screens.rates.forms.extra_form import ExtraForm
from console.screens.rates.forms.free_form import FreeForm
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.rate_form import RateForm
from console.screens.rates.forms.settings_form import SettingsForm

__all__ = [
    "AdjustmentForm",
    "CapForm",
    "ChargeForm",
    "ExtraForm",
    "FreeForm",
    "PartForm",
    "RateForm",
    "SettingsForm",
]
