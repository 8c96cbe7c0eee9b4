"""The form of what holds for the whole plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from console.screens.rates.forms.calendar_field import CalendarField
from console.screens.rates.forms.date_field import DatesField
from console.screens.rates.forms.money_field import MoneyField
from console.screens.rates.forms.name_field import NameField, NamesField
from console.screens.rates.forms.number_field import NumberField
from console.screens.rates.forms.part_form import PartForm
from console.screens.rates.forms.plan_choices import (
    CREDITS,
    cars_inside_field,
    choose_field,
    credit_order_field,
    exact_field,
    overstay_field,
    rounding_field,
    seconds_field,
    stacking_field,
    tax_field,
    time_credit_field,
    visits_field,
)
from console.screens.rates.forms.time_field import TimeOfDayField
from core.domain.rates.plan import Plan, TimeCredit, Visits
from core.domain.rates.plan_parts import applies_of


class SettingsForm(PartForm[Plan]):
    """Its part is the plan itself; rates, caps and the like stay as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used: frozenset[str] = frozenset()
        self.name = NameField()
        self.choose = choose_field()
        self.classes = NamesField(str, needed=lambda: self.tr("Name at least one class, such as car."))
        self.tax = NumberField(Decimal(0), most=Decimal(100), unit="%")
        self.tax_kind = tax_field()
        self.round_to = MoneyField()
        self.rounding = rounding_field()
        self.day_begins = TimeOfDayField()
        self.calendar = CalendarField()
        self.holidays = DatesField()
        self.seconds, self.exact = seconds_field(), exact_field()
        self.visits, self.time_credit = visits_field(), time_credit_field()
        self.credit_order, self.stacking = credit_order_field(), stacking_field()
        self.overstay, self.cars_inside = overstay_field(), cars_inside_field()
        self._lay_out_plan()
        self._lay_out_days()
        self._lay_out_validations()
        self._lay_out_more()
        self.finish()

    def keep_plan(self, part: Plan, _plan: Plan) -> None:
        self._used = frozenset[str]().union(*(applies.classes for applies in applies_of(part)))

    def offer(self, plan: Plan) -> None:
        self.round_to.set_currency(plan.currency)

    def fill(self, part: Plan) -> None:
        self.name.show_value(part.name)
        self.choose.show_value(part.choose)
        self.classes.show_value(part.classes)
        self.tax.show_value(Decimal(part.tax_points).scaleb(-2))
        self.tax_kind.show_value(part.tax_on_top)
        self.round_to.show_value(Decimal(part.round_to_minor))
        self.rounding.show_value(part.rounding)
        self.day_begins.show_value(part.day_begins_s)
        self.calendar.show_value(part.holiday_calendar)
        self.holidays.show_value(part.holidays)
        self.seconds.show_value(part.drops_seconds)
        self.exact.show_value(part.exact_counts_next)
        self.visits.show_value(part.visits)
        self.time_credit.show_value(part.time_credit)
        self.credit_order.show_value(part.credit_order)
        self.stacking.show_value(part.best_credit_only)
        self.overstay.show_value(part.booking_overstay_alone)
        self.cars_inside.show_value(part.cars_inside_change)
        self._open_what_is_used(part)

    def read(self, part: Plan) -> Plan:
        return replace(
            part,
            name=self.name.value(),
            choose=self.choose.value(),
            classes=self.classes.value(),
            tax_points=_points(self.tax.value()),
            tax_on_top=self.tax_kind.value(),
            round_to_minor=int(self.round_to.minor),
            rounding=self.rounding.value(),
            day_begins_s=self.day_begins.value(),
            holiday_calendar=self.calendar.value(),
            holidays=self.holidays.value(),
            drops_seconds=self.seconds.value(),
            exact_counts_next=self.exact.value(),
            visits=self.visits.value(),
            time_credit=self.time_credit.value(),
            credit_order=self.credit_order.value(),
            best_credit_only=self.stacking.value(),
            booking_overstay_alone=self.overstay.value(),
            cars_inside_change=self.cars_inside.value(),
        )

    def _open_what_is_used(self, part: Plan) -> None:
        self._days.open(bool(part.holidays or part.holiday_calendar or part.day_begins_s))
        plain = part.time_credit is TimeCredit.VALUE and part.credit_order == CREDITS
        self._validations.open(not plain or part.best_credit_only)
        self._more.open(
            part.drops_seconds
            or part.exact_counts_next
            or part.visits is not Visits.APART
            or part.booking_overstay_alone
            or part.cars_inside_change
        )

    def _lay_out_plan(self) -> None:
        self.add(self.name, lambda: self.tr("Name of the plan"))
        self.add(self.choose, lambda: self.tr("Where several rates apply, take"), self.choose.explained)
        self.add(
            self.classes,
            lambda: self.tr("Vehicle classes"),
            lambda: self.tr("Behind commas: car, coach. A vehicle of another class gets no price."),
            rule=self._class_in_use,
        )
        self.add(
            self.round_to,
            lambda: self.tr("Round the total to"),
            lambda: self.tr("The smallest amount that the till takes, such as 0.05."),
            rule=self._too_fine,
        )
        self.add(self.rounding, lambda: self.tr("Rounded"), self.rounding.explained)
        self.add(
            self.tax,
            lambda: self.tr("Tax"),
            lambda: self.tr("Shown on the receipt."),
            rule=self._tax_too_fine,
        )
        self.add(self.tax_kind, lambda: self.tr("The tax is"), self.tax_kind.explained)

    def _lay_out_days(self) -> None:
        self._days = fold = self.add_fold(lambda: self.tr("Days and holidays"))
        self.add(
            self.day_begins,
            lambda: self.tr("The parking day begins at"),
            lambda: self.tr("For what is charged or capped by the day."),
            fold=fold,
        )
        self.add(
            self.calendar,
            lambda: self.tr("Public holidays of"),
            lambda: self.tr("A country, TW, or with its part, DE-BY."),
            fold=fold,
        )
        self.add(
            self.holidays,
            lambda: self.tr("Further holidays"),
            lambda: self.tr("They count only where a rule names holidays or their eves."),
            fold=fold,
        )

    def _lay_out_validations(self) -> None:
        self._validations = fold = self.add_fold(lambda: self.tr("Discounts of merchants"))
        self.add(
            self.time_credit, lambda: self.tr("Free time is worth"), self.time_credit.explained, fold=fold
        )
        self.add(
            self.credit_order,
            lambda: self.tr("Taken off in this order"),
            lambda: self.tr("The total never falls below nothing."),
            fold=fold,
        )
        self.add(self.stacking, lambda: self.tr("Of several on one stay"), self.stacking.explained, fold=fold)

    def _lay_out_more(self) -> None:
        self._more = fold = self.add_fold(lambda: self.tr("More"))
        for piece, title in (
            (self.seconds, lambda: self.tr("Seconds of entry and exit")),
            (self.exact, lambda: self.tr("A stay of exactly one unit")),
        ):
            self.add(piece, title, piece.explained, fold=fold)
        self.add(self.visits, lambda: self.tr("Earlier visits of the day"), self.visits.explained, fold=fold)
        for piece, title in (
            (self.overstay, lambda: self.tr("Who stays beyond a booking pays")),
            (self.cars_inside, lambda: self.tr("Cars inside when this plan begins")),
        ):
            self.add(piece, title, piece.explained, fold=fold)

    def _class_in_use(self) -> str:
        missing = ", ".join(sorted(self._used - self.classes.value()))
        if missing and not self.classes.wrong():
            words = self.tr("A rule speaks of {classes}: keep it here, or change the rule first.")
            return words.format(classes=missing)
        return ""

    def _too_fine(self) -> str:
        step = self.round_to.minor
        if step < 1 or step != step.to_integral_value():
            return self.tr("A total cannot be finer than the smallest unit of the currency.")
        return ""

    def _tax_too_fine(self) -> str:
        percent = self.tax.value()
        if percent != percent.quantize(Decimal("0.0001")):
            return self.tr("Write at most four decimals.")
        return ""


def _points(percent: Decimal) -> int | Decimal:
    """Hundredths of a per cent; whole ones as a whole number."""
    points = percent.scaleb(2)
    return int(points) if points == points.to_integral_value() else points.normalize()
