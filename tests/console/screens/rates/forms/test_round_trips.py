"""Whatever a plan holds, its forms show it and give it back unchanged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from console.screens.rates.forms import (
    AdjustmentForm,
    CapForm,
    ChargeForm,
    ExtraForm,
    FreeForm,
    PartForm,
    RateForm,
    SettingsForm,
)
from core.domain.rates.plan import Plan
from tests.console.screens.rates.forms.hands import Heard
from tests.console.screens.rates.forms.plans import EVERY_CHOICE, TOGETHER, YEN, sample_plans


def _parts(plan: Plan) -> list[tuple[type[PartForm], object]]:
    parts: list[tuple[type[PartForm], object]] = [(SettingsForm, plan)]
    parts += [(RateForm, rate) for rate in plan.rates]
    parts += [(ChargeForm, charge) for rate in plan.rates for charge in rate.charges]
    for form, listed in (
        (FreeForm, plan.free),
        (CapForm, plan.caps),
        (ExtraForm, plan.extras),
        (AdjustmentForm, plan.adjustments),
    ):
        parts += [(form, part) for part in listed]
    return parts


def _comes_back(
    forms: dict[type[PartForm], PartForm], form_type: type[PartForm], part: object, plan: Plan
) -> None:
    form = forms.setdefault(form_type, form_type())
    form.show_part(part, plan)
    assert form.read(part) == part
    assert form._first_wrong() == ""


def test_a_plan_with_every_choice_comes_back_unchanged():
    forms: dict[type[PartForm], PartForm] = {}
    for form_type, part in _parts(EVERY_CHOICE):
        _comes_back(forms, form_type, part, EVERY_CHOICE)


def test_all_plans_that_ship_come_back_unchanged_through_the_same_forms():
    forms: dict[type[PartForm], PartForm] = {}
    plans = [*sample_plans(), YEN, TOGETHER, EVERY_CHOICE]
    assert len(plans) > 40
    for plan in plans:
        for form_type, part in _parts(plan):
            _comes_back(forms, form_type, part, plan)
        # What forms dropped goes at once, as it does where events are handled.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_said_when_a_part_is_only_shown():
    for form_type, part in _parts(EVERY_CHOICE):
        form = form_type()
        heard = Heard(form)
        form.show_part(part, EVERY_CHOICE)
        assert (heard.parts, heard.problem) == ([], "")


@pytest.mark.parametrize("form_type", [ChargeForm, RateForm, FreeForm, CapForm, ExtraForm, SettingsForm])
def test_what_is_rare_is_open_only_where_it_is_used(form_type):
    rare = next(part for kind, part in reversed(_parts(EVERY_CHOICE)) if kind is form_type)
    if form_type in {ChargeForm, FreeForm}:
        rare = EVERY_CHOICE.rates[0].charges[0] if form_type is ChargeForm else EVERY_CHOICE.free[1]
    if form_type in {RateForm, CapForm}:
        rare = EVERY_CHOICE.rates[1] if form_type is RateForm else EVERY_CHOICE.caps[1]
    plain = {
        ChargeForm: YEN.rates[0].charges[0],
        RateForm: YEN.rates[0],
        FreeForm: EVERY_CHOICE.free[0],
        CapForm: EVERY_CHOICE.caps[0],
        ExtraForm: EVERY_CHOICE.extras[0],
        SettingsForm: YEN,
    }[form_type]
    form = form_type()
    fold = form.scope.fold if form_type is ExtraForm else form._more
    form.show_part(rare, EVERY_CHOICE)
    assert fold.is_open
    form.show_part(plain, EVERY_CHOICE)
    assert not fold.is_open
