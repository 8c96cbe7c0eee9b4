"""The choices that a whole plan makes, each value with its words and the line that explains it."""

from __future__ import annotations

from functools import partial
from itertools import permutations

from PySide6.QtCore import QCoreApplication

from console.screens.rates.forms.choice_field import ChoiceField
from core.domain.rates.plan import Choose, Rounding, TimeCredit, Visits

tr = QCoreApplication.translate
CREDITS = ("time", "percent", "amount")


def choose_field() -> ChoiceField[Choose]:
    """Which of the rates that apply is taken."""
    return ChoiceField[Choose](
        (
            (
                Choose.FIRST,
                lambda: tr("RateForms", "the first"),
                lambda: tr("RateForms", "The order of the list decides."),
            ),
            (
                Choose.CHEAPEST,
                lambda: tr("RateForms", "the cheapest"),
                lambda: tr("RateForms", "Each is reckoned; the driver pays the least."),
            ),
            (
                Choose.DEAREST,
                lambda: tr("RateForms", "the dearest"),
                lambda: tr("RateForms", "Each is reckoned; the driver pays the most."),
            ),
        )
    )


def seconds_field() -> ChoiceField[bool]:
    """Whether seconds are dropped."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "count"),
                lambda: tr("RateForms", "One second more begins the next unit."),
            ),
            (
                True,
                lambda: tr("RateForms", "are dropped"),
                lambda: tr("RateForms", "Entry and exit count by their whole minutes."),
            ),
        )
    )


def exact_field() -> ChoiceField[bool]:
    """Whether a stay of exactly N units begins the next."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "costs one unit"),
                lambda: tr("RateForms", "The next unit begins only after it."),
            ),
            (
                True,
                lambda: tr("RateForms", "begins the next unit"),
                lambda: tr("RateForms", "The unit ends just before its full length."),
            ),
        )
    )


def rounding_field() -> ChoiceField[Rounding]:
    """How the total is rounded."""
    return ChoiceField[Rounding](
        (
            (
                Rounding.HALF_UP,
                lambda: tr("RateForms", "to the nearest"),
                lambda: tr("RateForms", "A half goes up; once, at the end."),
            ),
            (Rounding.UP, lambda: tr("RateForms", "up"), lambda: tr("RateForms", "Once, at the end.")),
            (Rounding.DOWN, lambda: tr("RateForms", "down"), lambda: tr("RateForms", "Once, at the end.")),
        )
    )


def tax_field() -> ChoiceField[bool]:
    """Whether the tax comes on top."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "inside the prices"),
                lambda: tr("RateForms", "It adds nothing to the prices."),
            ),
            (
                True,
                lambda: tr("RateForms", "on top of the prices"),
                lambda: tr("RateForms", "It is added to the total, before rounding."),
            ),
        )
    )


def visits_field() -> ChoiceField[Visits]:
    """How earlier visits of the same day count."""
    return ChoiceField[Visits](
        (
            (
                Visits.APART,
                lambda: tr("RateForms", "do not count"),
                lambda: tr("RateForms", "Each visit is priced by itself."),
            ),
            (
                Visits.CAPS,
                lambda: tr("RateForms", "count for limits"),
                lambda: tr("RateForms", "Each visit has its own steps; limits count them together."),
            ),
            (
                Visits.CONTINUE,
                lambda: tr("RateForms", "are continued"),
                lambda: tr(
                    "RateForms", "Their minutes count as charged already: the steps go on from there."
                ),
            ),
            (
                Visits.SUM,
                lambda: tr("RateForms", "are priced together"),
                lambda: tr("RateForms", "All as one stay, less what was paid."),
            ),
        )
    )


def time_credit_field() -> ChoiceField[TimeCredit]:
    """What a merchant's free time is worth."""
    return ChoiceField[TimeCredit](
        (
            (
                TimeCredit.VALUE,
                lambda: tr("RateForms", "what so much time costs"),
                lambda: tr("RateForms", "Two free hours take off what the first two hours of a stay cost."),
            ),
            (
                TimeCredit.FIRST_MINUTES,
                lambda: tr("RateForms", "the first minutes"),
                lambda: tr("RateForms", "With two free hours the clock starts two hours later."),
            ),
        )
    )


def credit_order_field() -> ChoiceField[tuple[str, ...]]:
    """In which order discounts are taken off."""
    return ChoiceField[tuple[str, ...]](
        tuple((order, partial(_order_words, order), str) for order in permutations(CREDITS))
    )


def stacking_field() -> ChoiceField[bool]:
    """Whether several discounts of a stay add up."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "all count"),
                lambda: tr("RateForms", "One after the other; never below nothing."),
            ),
            (
                True,
                lambda: tr("RateForms", "the best counts"),
                lambda: tr("RateForms", "The one that takes off the most; the others are not used."),
            ),
        )
    )


def overstay_field() -> ChoiceField[bool]:
    """What a booking costs that is overstayed."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "the whole stay less the prepaid"),
                lambda: tr(
                    "RateForms", "Priced from the entry on; what was paid for the booking is taken off."
                ),
            ),
            (
                True,
                lambda: tr("RateForms", "the time after the booking"),
                lambda: tr("RateForms", "Priced from the end of the booking, as if it came in then."),
            ),
        )
    )


def cars_inside_field() -> ChoiceField[bool]:
    """Which version prices the cars that are inside when a new one begins."""
    return ChoiceField[bool](
        (
            (
                False,
                lambda: tr("RateForms", "keep the prices of their entry"),
                lambda: tr("RateForms", "The whole stay by the plan in force when it came in."),
            ),
            (
                True,
                lambda: tr("RateForms", "change with the plan"),
                lambda: tr("RateForms", "Time before the change by the old plan, time after it by this one."),
            ),
        )
    )


def _order_words(order: tuple[str, ...]) -> str:
    words = {
        "time": tr("RateForms", "free time"),
        "percent": tr("RateForms", "per cent"),
        "amount": tr("RateForms", "amounts"),
    }
    first, second, third = (words[credit] for credit in order)
    said = tr("RateForms", "{first}, then {second}, then {third}")
    return said.format(first=first, second=second, third=third)
