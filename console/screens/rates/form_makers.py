"""Which form edits which kind of part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from console.screens.rates.forms import (
    AdjustmentForm,
    CapForm,
    ChargeForm,
    ExtraForm,
    FreeForm,
    RateForm,
    SettingsForm,
)
from console.screens.rates.part_panel import FormMaker
from console.screens.rates.places import Kind

FORM_MAKERS: Final[Mapping[Kind, FormMaker]] = {
    Kind.PLAN: SettingsForm,
    Kind.RATE: RateForm,
    Kind.CHARGE: ChargeForm,
    Kind.FREE: FreeForm,
    Kind.CAP: CapForm,
    Kind.EXTRA: ExtraForm,
    Kind.ADJUSTMENT: AdjustmentForm,
}
