"""What an exchange of rate plans with APDS loses or assumes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.words.entry import Words, words

RATES_APDS: Final[Mapping[str, Words]] = {
    "apds.adjustment": words(
        QT_TRANSLATE_NOOP("Words", "The adjustment “{name}” is left out: APDS has none.")
    ),
    "apds.after_the_last": words(
        QT_TRANSLATE_NOOP("Words", "Nothing is said of stays beyond the last line: it goes on, or repeats.")
    ),
    "apds.applies": words(
        QT_TRANSLATE_NOOP(
            "Words",
            "For whom “{name}” is cannot be said in a RateTable; it belongs into a RightSpecification.",
        )
    ),
    "apds.cap": words(
        QT_TRANSLATE_NOOP(
            "Words", "The limit “{cap}” is left out: APDS limits one charge per stay or per day."
        )
    ),
    "apds.charge_left_out": words(QT_TRANSLATE_NOOP("Words", "“{charge}” is left out as a whole.")),
    "apds.covers": words(QT_TRANSLATE_NOOP("Words", "How far “{name}” reaches is left out.")),
    "apds.elapsed": words(
        QT_TRANSLATE_NOOP("Words", "“{charge}” counts elapsed time; APDS counts the time that is charged.")
    ),
    "apds.ends": words(
        QT_TRANSLATE_NOOP(
            "Words", "That nothing is charged after the last step of “{charge}” cannot be said."
        )
    ),
    "apds.extra": words(QT_TRANSLATE_NOOP("Words", "The extra “{name}” is left out.")),
    "apds.free": words(QT_TRANSLATE_NOOP("Words", "Free minutes are left out: APDS has no place for them.")),
    "apds.holidays": words(QT_TRANSLATE_NOOP("Words", "APDS knows no holidays and no days before them.")),
    "apds.inclusive_end": words(
        QT_TRANSLATE_NOOP("Words", "The end still counts here; it was taken as the begin of the next line.")
    ),
    "apds.lines_in_sequence": words(
        QT_TRANSLATE_NOOP(
            "Words", "The lines name no times: each was taken to last its increment, the last to go on."
        )
    ),
    "apds.longest_stay": words(
        QT_TRANSLATE_NOOP("Words", "The longest stay is not read: rate plans price longer ones too.")
    ),
    "apds.no_increment": words(
        QT_TRANSLATE_NOOP(
            "Words", "The increment is missing: the value was taken as due once, on top of the lines before."
        )
    ),
    "apds.not_read": words(QT_TRANSLATE_NOOP("Words", "“{key}” is not read.")),
    "apds.price_per_unit": words(
        QT_TRANSLATE_NOOP("Words", "Step {step}: the price is written for each unit.")
    ),
    "apds.repeat": words(
        QT_TRANSLATE_NOOP("Words", "APDS cannot repeat the last {steps} steps of “{charge}”.")
    ),
    "apds.repeated_as_increment": words(
        QT_TRANSLATE_NOOP("Words", "Step {step} repeats: it is written as an increment without an end.")
    ),
    "apds.restart": words(
        QT_TRANSLATE_NOOP(
            "Words", "When the steps of “{charge}” begin anew cannot be said: APDS resets daily."
        )
    ),
    "apds.season": words(QT_TRANSLATE_NOOP("Words", "APDS has no dates that come back each year.")),
    "apds.setting": words(QT_TRANSLATE_NOOP("Words", "The setting “{setting}” is left out.")),
    "apds.step": words(
        QT_TRANSLATE_NOOP("Words", "Step {step} of “{charge}” cannot be written as a rate line.")
    ),
    "apds.timezone": words(
        QT_TRANSLATE_NOOP("Words", "The time zone {timezone} is not written; name it where the file is read.")
    ),
    "apds.timezone_taken": words(
        QT_TRANSLATE_NOOP("Words", "APDS names no time zone: {timezone} was taken.")
    ),
    "apds.total_as_tier": words(
        QT_TRANSLATE_NOOP("Words", "Step {step} is a total; it is written as what it adds.")
    ),
    "apds.unfinished": words(
        QT_TRANSLATE_NOOP("Words", "APDS charges started units, “{charge}” finished ones.")
    ),
    "apds.window_over_days": words(
        QT_TRANSLATE_NOOP("Words", "APDS has no time windows that run over several days.")
    ),
}
