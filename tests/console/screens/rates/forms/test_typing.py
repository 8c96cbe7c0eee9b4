"""What is typed and chosen in a form becomes the part that it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.i18n import install_language
from console.screens.rates.forms import (
    AdjustmentForm,
    CapForm,
    ChargeForm,
    ExtraForm,
    FreeForm,
    RateForm,
    SettingsForm,
)
from console.screens.rates.forms.covers_field import Reach
from console.screens.rates.forms.factor_field import Way
from console.screens.rates.forms.loyalty_field import Whose
from console.screens.rates.forms.step_words import StepKind
from console.screens.rates.forms.window_field import Clock
from core.domain.rates.plan import (
    EVERY_STAY,
    Adjustment,
    Applies,
    Cap,
    Charge,
    Choose,
    Covers,
    Extra,
    Free,
    Per,
    Period,
    Plan,
    Rate,
    Step,
)
from core.domain.rates.windows import DateRange, DayKind, Window
from tests.console.screens.rates.forms.hands import Heard, choose, write

HOUR = 3600
DAY = Charge("Day", (Step(Decimal(40), HOUR), Step(Decimal(20), None, 1800)))
NIGHT = Charge("Night", (Step(Decimal(10), None, HOUR),))
PLAN = Plan("Riverside", "TWD", "Asia/Taipei", (Rate("Standard", (DAY, NIGHT)), Rate("Members", (NIGHT,))))


def _charge(charge: Charge = DAY) -> tuple[ChargeForm, Heard]:
    form = ChargeForm()
    form.show_part(charge, PLAN)
    return form, Heard(form)


def test_a_price_that_is_typed_is_the_price_of_its_step():
    form, heard = _charge()
    write(form.ladder.rows[0].price, "50")
    assert heard.part == replace(DAY, steps=(Step(Decimal(50), HOUR), DAY.steps[1]))


@pytest.mark.parametrize("typed", ["4x", "-5", ""])
def test_a_price_that_is_none_leaves_the_last_part_and_says_why_beside_it(typed):
    form, heard = _charge()
    row = form.ladder.rows[0]
    write(row.price, typed)
    assert form.part() == DAY
    assert heard.part in (None, DAY)
    assert heard.problem == row.wrong() != ""
    assert row._wrong.text() == heard.problem
    write(row.price, "45")
    assert heard.problem == ""
    assert heard.part.steps[0].price_minor == 45


def test_an_hour_that_no_clock_has_leaves_the_window_as_it_was():
    evening = replace(DAY, windows=(Window(start_s=18 * HOUR, end_s=22 * HOUR),))
    form, heard = _charge(evening)
    write(form.when.pieces[0].end, "25:00")
    assert form.part() == evening
    assert "25:00" in heard.problem
    assert "25:00" in form.when.pieces[0]._told.text()


def test_a_name_is_needed_and_may_not_be_that_of_another_charge_of_the_rate():
    form, heard = _charge()
    write(form.name, "")
    assert heard.problem
    write(form.name, "Night")
    assert "Night" in heard.problem
    assert form.part() == DAY
    write(form.name, "Daytime")
    assert (heard.part, heard.problem) == (replace(DAY, name="Daytime"), "")


def test_a_step_is_added_at_the_end_and_counts_once_it_has_a_price():
    form, heard = _charge()
    form.ladder.add_button.click()
    assert heard.part is None
    assert heard.problem
    write(form.ladder.rows[1].length, "2 h")
    write(form.ladder.rows[2].price, "30")
    assert heard.part.steps == (
        DAY.steps[0],
        Step(Decimal(20), 2 * HOUR, 1800),
        Step(Decimal(30), None, 1800),
    )


def test_steps_are_moved_and_taken_away():
    charge = replace(DAY, steps=(Step(Decimal(1), 60), Step(Decimal(2), 120), Step(Decimal(3), 180)))
    form, heard = _charge(charge)
    form.ladder.rows[2].up.click()
    assert [step.price_minor for step in heard.part.steps] == [1, 3, 2]
    QTest.keyClick(form.ladder.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [step.price_minor for step in heard.part.steps] == [3, 1, 2]
    form.ladder.rows[1].remove.click()
    assert [step.price_minor for step in heard.part.steps] == [3, 2]


def test_only_the_last_step_goes_on_and_on():
    form, heard = _charge()
    form.ladder.rows[1].up.click()
    assert heard.part is None
    assert heard.problem == form.ladder.rows[0].wrong() != ""


def test_a_total_is_written_from_the_start_of_the_ladder_as_the_sign_says_it():
    form, heard = _charge(replace(DAY, steps=(Step(Decimal(40), HOUR), Step(Decimal(20), 2 * HOUR, 1800))))
    row = form.ladder.rows[1]
    choose(row.kind, StepKind.TOTAL)
    assert row.length.line.text() == "3 h"
    assert heard.part.steps[1] == Step(Decimal(20), 2 * HOUR, is_total=True)
    write(row.length, "4 h")
    assert heard.part.steps[1].length_s == 3 * HOUR
    write(row.length, "1 h")
    assert heard.problem
    assert form.part().steps[1].length_s == 3 * HOUR


def test_a_price_in_proportion_has_its_unit_and_what_it_is_charged_in():
    form, heard = _charge()
    row = form.ladder.rows[1]
    choose(row.kind, StepKind.PROPORTION)
    write(row.per, "30")
    write(row.each, "1 min")
    write(row.price, "0.6")
    assert heard.part.steps[1] == Step(Decimal("0.6"), None, 60, 1800)


def test_time_that_costs_nothing_has_no_steps_and_finds_them_again():
    form, heard = _charge()
    form.is_free.box.click()
    assert heard.part == replace(DAY, steps=())
    assert form._steps.isHidden()
    form.is_free.box.click()
    assert heard.part == DAY


def test_a_window_over_midnight_is_said_in_words():
    form, heard = _charge()
    form.when.add_button.click()
    window = form.when.pieces[0]
    write(window.start, "20")
    write(window.end, "6:00")
    window.days.workdays.click()
    window.days.chips.button(DayKind.FRI).click()
    assert heard.part.windows == (
        Window(frozenset({DayKind.MON, DayKind.TUE, DayKind.WED, DayKind.THU}), 20 * HOUR, 6 * HOUR),
    )
    assert "Over midnight" in window._told.text()
    assert "10 h" in window._told.text()
    form.when.remove_button(0).click()
    assert heard.part == DAY


def test_a_run_of_the_week_and_a_season():
    form, heard = _charge()
    form.when.add_button.click()
    window = form.when.pieces[0]
    choose(window.clock, Clock.WEEKLY)
    write(window.start, "18:00")
    write(window.end, "06:00")
    assert heard.part.windows == (Window(start_s=18 * HOUR, end_s=6 * HOUR, weekly=(4, 0)),)
    window.seasons.add_button.click()
    season = window.seasons.pieces[0]
    write(season.first, "11-01")
    write(season.last, "03-31")
    assert heard.part.windows[0].dates == (DateRange(date(2000, 11, 1), date(2000, 3, 31), yearly=True),)
    season.yearly.box.click()
    assert heard.problem == season.wrong() != ""
    write(season.last, "2001-03-31")
    assert heard.part.windows[0].dates == (DateRange(date(2000, 11, 1), date(2001, 3, 31)),)


def test_the_ladder_begins_anew_with_a_period_of_any_length():
    form, heard = _charge()
    choose(form.restart.choice, Per.ROLLING)
    write(form.restart.length, "12 h")
    assert heard.part.restart == Period(Per.ROLLING, 12 * HOUR)
    choose(form.restart.choice, Per.WINDOW)
    assert heard.part.restart == Period(Per.WINDOW)


def test_no_more_steps_repeat_than_there_are():
    form, heard = _charge()
    write(form.repeat_last, "2")
    assert heard.part.repeat_last == 2
    write(form.repeat_last, "3")
    assert heard.problem
    assert form.part().repeat_last == 2


def test_the_same_part_shown_again_leaves_what_is_being_typed():
    form, heard = _charge()
    write(form.name, "Days")
    form.name.line.setCursorPosition(2)
    form.show_part(heard.part, PLAN)
    assert form.name.line.cursorPosition() == 2


def test_a_rate_for_members_that_come_in_early():
    rate = PLAN.rates[1]
    form = RateForm()
    form.show_part(rate, PLAN)
    heard = Heard(form)
    choose(form.applies.loyalty.whose, Whose.NAMED)
    assert heard.problem
    write(form.applies.loyalty.names, "gold, staff")
    form.applies.entry.tick.box.click()
    entry = form.applies.entry.piece
    write(entry.start, "6")
    write(entry.end, "9:00")
    entry.through.box.click()
    write(form.applies.over, "1 h")
    choose(form.covers.reach, Reach.UNTIL)
    choose(form.exclusive, True)
    assert heard.part == replace(
        rate,
        applies=Applies(
            loyalty=frozenset({"gold", "staff"}),
            entry=Window(start_s=6 * HOUR, end_s=9 * HOUR, through=True),
            over_s=HOUR,
        ),
        covers=Covers(until_s=18 * HOUR),
        exclusive=True,
    )
    write(form.applies.up_to, "30 min")
    assert heard.problem
    write(form.name, "Standard")
    assert form.part() == heard.part


def test_free_minutes_need_a_length_in_one_of_their_meanings():
    form = FreeForm()
    form.show_part(Free(up_to_s=600), PLAN)
    heard = Heard(form)
    write(form.up_to, "")
    assert heard.problem
    assert form.part() == Free(up_to_s=600)
    write(form.first, "30")
    assert (heard.part, heard.problem) == (Free(first_s=1800), "")
    choose(form.of_charged, True)
    choose(form.once.choice, Per.ROLLING)
    write(form.once.length, "8 h")
    form.scope.rates.button("Members").click()
    assert heard.part == Free(
        first_s=1800,
        of_charged=True,
        once=Period(Per.ROLLING, 8 * HOUR),
        rates=frozenset({"Members"}),
    )


def test_a_cap_has_an_amount_and_its_period():
    form = CapForm()
    form.show_part(Cap(Decimal(200)), PLAN)
    heard = Heard(form)
    write(form.most, "")
    assert heard.problem
    write(form.most, "240")
    choose(form.per.choice, Per.DAY)
    form.of.button("Day").click()
    write(form.which, "2-")
    form.days.weekend.click()
    assert heard.part == Cap(
        Decimal(240),
        per=Period(Per.DAY),
        of=frozenset({"Day"}),
        which=(2, None),
        days=frozenset({"sat", "sun"}),
    )
    write(form.least, "300")
    assert heard.problem
    assert form.part() == replace(heard.part, least_minor=None)


def test_an_extra_by_the_kilowatt_hour():
    form = ExtraForm()
    form.show_part(Extra("Energy", Decimal(9), per=Period(Per.DAY)), PLAN)
    heard = Heard(form)
    choose(form.by_quantity, True)
    assert heard.problem
    write(form.quantity, "kwh")
    write(form.each, "0.5")
    assert heard.part == Extra("Energy", Decimal(9), quantity="kwh", each=Decimal("0.5"))
    write(form.each, "0")
    assert heard.problem
    assert form.part().each == Decimal("0.5")


def test_a_discount_is_said_in_per_cent_and_a_multiple_as_such():
    form = AdjustmentForm()
    form.show_part(Adjustment("Members", Decimal("0.9")), PLAN)
    heard = Heard(form)
    assert (form.factor.way.value(), form.factor.less.line.text()) == (Way.LESS, "10")
    write(form.factor.less, "12.5")
    assert heard.part.factor == Decimal("0.875")
    write(form.factor.less, "120")
    assert heard.problem
    choose(form.factor.way, Way.TIMES)
    assert (heard.part.factor, heard.problem) == (2, "")


def test_the_settings_of_the_plan_change_nothing_else_in_it():
    form = SettingsForm()
    form.show_part(PLAN, PLAN)
    heard = Heard(form)
    choose(form.choose, Choose.CHEAPEST)
    write(form.tax, "7.7")
    write(form.classes, "car, coach")
    write(form.day_begins, "5:00")
    write(form.calendar, "tw")
    form.holidays.text.setPlainText("2026-01-01")
    assert heard.part == replace(
        PLAN,
        choose=Choose.CHEAPEST,
        tax_points=770,
        classes=frozenset({"car", "coach"}),
        day_begins_s=5 * HOUR,
        holiday_calendar="TW",
        holidays=frozenset({date(2026, 1, 1)}),
    )


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("tax", "7.77777"),
        ("round_to", "0.5"),
        ("classes", ""),
        ("calendar", "Taiwan"),
        ("day_begins", "24:00"),
    ],
)
def test_a_setting_that_cannot_be_used_leaves_the_plan(field, typed):
    form = SettingsForm()
    form.show_part(PLAN, PLAN)
    heard = Heard(form)
    write(getattr(form, field), typed)
    assert heard.problem
    assert form.part() is not None
    assert getattr(form, field).wrong() or any(setting.told for setting in form._settings)


def test_a_class_that_a_rule_speaks_of_cannot_be_dropped():
    rates = (replace(PLAN.rates[0], applies=Applies(classes=frozenset({"coach"}))),)
    plan = replace(PLAN, rates=rates, classes=frozenset({"car", "coach"}))
    form = SettingsForm()
    form.show_part(plan, plan)
    heard = Heard(form)
    write(form.classes, "car")
    assert "coach" in heard.problem
    assert form.part().classes >= {"coach"}


def test_a_problem_and_the_lengths_follow_the_language(qapp: QApplication):
    form, heard = _charge()
    form.ladder.rows[0].each.show_value(HOUR)
    write(form.name, "")
    try:
        install_language(qapp, "zh_TW")
        QApplication.sendPostedEvents()
        assert form.ladder.rows[0].length.value() == HOUR
        assert form.part() == DAY
    finally:
        install_language(qapp, "en")
        QApplication.sendPostedEvents()
    assert heard.problem == "It needs a name."


def test_every_field_can_be_reached_by_key_and_says_its_name():
    for form, part in (
        (ChargeForm(), DAY),
        (RateForm(), PLAN.rates[0]),
        (FreeForm(), Free(up_to_s=60)),
        (CapForm(), Cap(Decimal(1))),
        (ExtraForm(), Extra("Energy", Decimal(1))),
        (AdjustmentForm(), Adjustment("Members", Decimal(2))),
        (SettingsForm(), PLAN),
    ):
        form.show_part(part, PLAN)
        for setting in form._settings:
            reached = setting.piece.focusProxy()
            assert reached is not None, (type(form), setting.piece)
            while reached.focusProxy() is not None:
                reached = reached.focusProxy()
            assert reached.focusPolicy() & Qt.FocusPolicy.TabFocus, (type(form), setting.piece)
            named = reached.accessibleName() or getattr(reached, "text", str)()
            assert named, (type(form), setting.piece)


def test_nothing_said_is_every_stay():
    form = RateForm()
    form.show_part(replace(PLAN.rates[0], applies=Applies(over_s=60)), PLAN)
    heard = Heard(form)
    write(form.applies.over, "")
    assert heard.part.applies == EVERY_STAY


def test_a_renamed_sibling_changes_what_is_offered_and_not_what_is_typed():
    form = CapForm()
    cap = Cap(Decimal(200), of=frozenset({"Day"}))
    form.show_part(cap, PLAN)
    write(form.name, "Maximum")
    form.name.line.setCursorPosition(3)
    named = replace(cap, name="Maximum")
    renamed = replace(PLAN, rates=(replace(PLAN.rates[0], charges=(DAY, replace(NIGHT, name="Late"))),))
    form.show_part(named, renamed)
    assert form.name.line.cursorPosition() == 3
    assert form.of.button("Late").text() == "Late"
    assert form.of.value() == {"Day"}


def test_a_problem_is_told_again_to_whoever_took_back_the_part_before():
    form, heard = _charge()
    write(form.ladder.rows[0].price, "7x")
    assert heard.parts == [replace(DAY, steps=(Step(Decimal(7), HOUR), DAY.steps[1])), DAY]
    assert heard.problem


def test_another_part_shown_forgets_what_was_wrong_with_the_last():
    form, heard = _charge()
    write(form.name, "")
    form.show_part(NIGHT, PLAN)
    assert heard.problem == ""
    assert form.part() == NIGHT
    assert not any(setting.told for setting in form._settings)
    form.show_part(DAY, PLAN)
    assert form.name.line.text() == "Day"


def test_another_currency_writes_the_same_prices_its_own_way():
    form, _heard = _charge()
    assert form.ladder.rows[0].price.line.text() == "40"
    form.show_part(DAY, replace(PLAN, currency="EUR"))
    assert form.ladder.rows[0].price.line.text() == "0.40"


def test_a_wheel_that_scrolls_the_form_changes_no_choice():
    form, heard = _charge()
    box = form.restart.choice.box
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert form.restart.value() == DAY.restart
    assert heard.parts == []
