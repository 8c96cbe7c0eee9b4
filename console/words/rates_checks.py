"""What is said about a rate plan before it goes live, and what its worked examples show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

RATES_CHECKS: Final[Mapping[str, Words]] = {
    "rates.check.cap_below_unit": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "The maximum “{cap}” of {cap_minor} is below one unit of “{charge}”, which costs {unit_minor}.",
        ),
        QT_TRANSLATE_NOOP("Words", "Raise the maximum, or lower the price of the unit."),
    ),
    "rates.check.class_not_priced": words(
        QT_TRANSLATE_NOOP("Words", "No rate prices vehicles of the class “{class}”."),
        QT_TRANSLATE_NOOP("Words", "Add a rate for them, or take the class out of the plan."),
    ),
    "rates.check.clock_change": words(
        QT_TRANSLATE_NOOP(
            "Words", "The clock shows {clock} twice or not at all when clocks are changed: {dates}."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the examples; an edge an hour earlier or later avoids it."),
    ),
    "rates.check.dates_backwards": words(
        QT_TRANSLATE_NOOP("Words", "Dates from {first} to {last} hold no day at all."),
        QT_TRANSLATE_NOOP("Words", "Swap them, or correct the year."),
    ),
    "rates.check.effective_past": words(
        QT_TRANSLATE_NOOP("Words", "The plan would be in force from {effective}, which has passed."),
        QT_TRANSLATE_NOOP("Words", "Choose an instant that lies ahead; without one it is in force at once."),
    ),
    "rates.check.gap": words(
        QT_TRANSLATE_NOOP(
            "Words", "“{rate}”: no charge takes {days} {start}–{end}. That time costs nothing."
        ),
        QT_TRANSLATE_NOOP("Words", "If it is meant to be free, add a free charge that says so."),
    ),
    "rates.check.gap_always": words(
        QT_TRANSLATE_NOOP(
            "Words", "“{rate}”: no charge takes any time of a usual week. All stays cost nothing."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at the days and dates of its charges."),
    ),
    "rates.check.gap_from_a_date": words(
        QT_TRANSLATE_NOOP(
            "Words", "“{rate}”: no charge takes {start}–{end} on {date}, though other weeks charge for it."
        ),
        QT_TRANSLATE_NOOP("Words", "Look at where one season ends and the next begins."),
    ),
    "rates.check.gap_on_holidays": words(
        QT_TRANSLATE_NOOP(
            "Words", "“{rate}”: no charge takes {start}–{end} on holidays. That time costs nothing."
        ),
        QT_TRANSLATE_NOOP("Words", "If it is meant to be free, add a free charge for holidays."),
    ),
    "rates.check.holidays_end": words(
        QT_TRANSLATE_NOOP("Words", "The last holiday in the list is {last}."),
        QT_TRANSLATE_NOOP("Words", "Add those of the next year, or name a holiday calendar."),
    ),
    "rates.check.holidays_unused": words(
        QT_TRANSLATE_NOOP("Words", "The plan lists holidays, but nothing in it is about holidays."),
        QT_TRANSLATE_NOOP("Words", "Name “holiday” among the days of a charge, or take the list out."),
    ),
    "rates.check.minimum_above_cap": words(
        QT_TRANSLATE_NOOP(
            "Words", "The minimum “{cap}” of {least_minor} is above the maximum “{other}” of {most_minor}."
        ),
        QT_TRANSLATE_NOOP("Words", "Lower the minimum, or raise the maximum."),
    ),
    "rates.check.never": words(
        QT_TRANSLATE_NOOP("Words", "The times of “{charge}” never come."),
        QT_TRANSLATE_NOOP("Words", "Look at its dates and days, or take it out."),
    ),
    "rates.check.no_holidays": words(
        QT_TRANSLATE_NOOP("Words", "The plan speaks of holidays, but has none."),
        QT_TRANSLATE_NOOP("Words", "List their dates, or name a holiday calendar."),
    ),
    "rates.check.no_lost_ticket": words(
        QT_TRANSLATE_NOOP("Words", "No rate is for lost tickets: such stays are priced like all others."),
        QT_TRANSLATE_NOOP("Words", "Add a rate for lost tickets if the sign names a price."),
    ),
    "rates.check.no_rate": words(
        QT_TRANSLATE_NOOP("Words", "There are stays of the class “{class}” that no rate prices."),
        QT_TRANSLATE_NOOP("Words", "Add a last rate that applies to every stay."),
    ),
    "rates.check.over_midnight": words(
        QT_TRANSLATE_NOOP(
            "Words", "{start}–{end} runs over midnight: {hours} h, and belongs to the day it begins on."
        ),
    ),
    "rates.check.overlap": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "“{charge}” and “{before}” both claim {days} {start}–{end}. “{before}” is first and takes it.",
        ),
        QT_TRANSLATE_NOOP("Words", "Change their order, or end one where the other begins."),
    ),
    "rates.check.price_falls": words(
        QT_TRANSLATE_NOOP(
            "Words", "A longer stay costs less: {longer_minor} instead of {shorter_minor}, by “{after}”."
        ),
        QT_TRANSLATE_NOOP(
            "Words", "Look at the totals of its table: each should be at least the one before."
        ),
    ),
    "rates.check.price_falls_to_rate": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "A longer stay costs less: “{after}” asks {longer_minor} where “{before}” asked {shorter_minor}.",
        ),
        QT_TRANSLATE_NOOP("Words", "Leave it so if “{after}” is a special that is meant to reward it."),
    ),
    "rates.check.same_name": words(
        QT_TRANSLATE_NOOP(
            "Words", "Two rates are called “{rate}”: bills and validations cannot tell them apart."
        ),
        QT_TRANSLATE_NOOP("Words", "Give one of them another name."),
    ),
    "rates.check.same_start_and_end": words(
        QT_TRANSLATE_NOOP("Words", "{start}–{end} is {hours} h long, to the same time of the next day."),
        QT_TRANSLATE_NOOP("Words", "Write 00:00 to 24:00 if the whole day is meant."),
    ),
    "rates.check.step_without_length": words(
        QT_TRANSLATE_NOOP(
            "Words", "Step {step} of “{charge}” has no length, or ends before the one before it."
        ),
        QT_TRANSLATE_NOOP("Words", "Let each step end later than the one before."),
    ),
    "rates.check.unit_cut": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "Step {step} of “{charge}” lasts {length}: its last unit of {unit} is cut, but costs in full.",
        ),
        QT_TRANSLATE_NOOP("Words", "Let the step last a whole number of units."),
    ),
    "rates.check.unknown_charge": words(
        QT_TRANSLATE_NOOP("Words", "There is no charge “{name}”."),
        QT_TRANSLATE_NOOP("Words", "Perhaps “{near}” is meant."),
    ),
    "rates.check.unknown_rate": words(
        QT_TRANSLATE_NOOP("Words", "There is no rate “{name}”."),
        QT_TRANSLATE_NOOP("Words", "Perhaps “{near}” is meant."),
    ),
    "rates.check.unreachable_charge": words(
        QT_TRANSLATE_NOOP("Words", "“{charge}” never charges: {before} take all of its time before it."),
        QT_TRANSLATE_NOOP("Words", "Put it first, or shorten the others."),
    ),
    "rates.check.unreachable_rate": words(
        QT_TRANSLATE_NOOP("Words", "“{rate}” is never chosen: “{before}” takes every stay that it is for."),
        QT_TRANSLATE_NOOP("Words", "Put it first; leave it so if only validations are to name it."),
    ),
    "rates.check.unreachable_step": words(
        QT_TRANSLATE_NOOP("Words", "Step {step} of “{charge}” is never reached: step {endless} has no end."),
        QT_TRANSLATE_NOOP("Words", "Say how long step {endless} lasts, or take out what follows."),
    ),
    "rates.example.before_entry": words(
        QT_TRANSLATE_NOOP("Words", "A minute before “{name}” may be entered")
    ),
    "rates.example.before_exit": words(QT_TRANSLATE_NOOP("Words", "A minute before “{name}” may be left")),
    "rates.example.cap": words(QT_TRANSLATE_NOOP("Words", "The maximum “{name}” holds")),
    "rates.example.days": words(QT_TRANSLATE_NOOP("Words", "Whole days")),
    "rates.example.entry": words(QT_TRANSLATE_NOOP("Words", "The first minute to enter for “{name}”")),
    "rates.example.exit": words(QT_TRANSLATE_NOOP("Words", "The first minute to leave for “{name}”")),
    "rates.example.free": words(QT_TRANSLATE_NOOP("Words", "As long as the free minutes")),
    "rates.example.kind": words(QT_TRANSLATE_NOOP("Words", "Another kind of stay: {name}")),
    "rates.example.limit": words(QT_TRANSLATE_NOOP("Words", "As long as the limit of “{name}”")),
    "rates.example.lost_ticket": words(QT_TRANSLATE_NOOP("Words", "The ticket is lost")),
    "rates.example.over_edge": words(QT_TRANSLATE_NOOP("Words", "Over the edge of a time window")),
    "rates.example.past_free": words(QT_TRANSLATE_NOOP("Words", "A minute longer than the free minutes")),
    "rates.example.past_limit": words(QT_TRANSLATE_NOOP("Words", "A minute over the limit of “{name}”")),
    "rates.example.past_step": words(QT_TRANSLATE_NOOP("Words", "A minute into the next step of “{name}”")),
    "rates.example.rate": words(QT_TRANSLATE_NOOP("Words", "By “{name}”")),
    "rates.example.step": words(QT_TRANSLATE_NOOP("Words", "To the end of a step of “{name}”")),
}
