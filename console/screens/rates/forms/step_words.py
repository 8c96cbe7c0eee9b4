"""The kinds of steps that a ladder has, and where a step begins and ends."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from console.screens.rates.forms.lengths import say_length
from console.screens.rates.forms.piece import Words
from core.domain.rates.plan import Step


class StepKind(Enum):
    """How a step costs."""

    UNIT = "unit"
    BLOCK = "block"
    PROPORTION = "proportion"
    TOTAL = "total"


def kind_of(step: Step) -> StepKind:
    """The kind of a step."""
    if step.is_total:
        return StepKind.TOTAL
    if step.each_s is None:
        return StepKind.BLOCK
    return StepKind.UNIT if step.per_s is None else StepKind.PROPORTION


def kind_options() -> tuple[tuple[StepKind, Words, Words], ...]:
    """The kinds in words, each with its explanation."""
    tr = QCoreApplication.translate
    return (
        (
            StepKind.UNIT,
            lambda: tr("RateForms", "each started unit"),
            lambda: tr("RateForms", "A unit that has begun costs its whole price."),
        ),
        (
            StepKind.BLOCK,
            lambda: tr("RateForms", "one price once"),
            lambda: tr("RateForms", "Due as soon as the step begins, however much of it is used."),
        ),
        (
            StepKind.PROPORTION,
            lambda: tr("RateForms", "in proportion"),
            lambda: tr(
                "RateForms", "The price of a long unit, charged in small ones: 0.60 per 30 min by the minute."
            ),
        ),
        (
            StepKind.TOTAL,
            lambda: tr("RateForms", "total up to here"),
            lambda: tr(
                "RateForms", "What everything together costs for a stay that ends here; it adds to nothing."
            ),
        ),
    )


def sentence_of_kind(kind: StepKind) -> str:
    """The row of a kind, with ``{…}`` where its fields stand."""
    tr = QCoreApplication.translate
    words = {
        StepKind.UNIT: tr("RateForms", "for {length}: {price} for each started {each}"),
        StepKind.BLOCK: tr("RateForms", "for {length}: {price} once"),
        StepKind.PROPORTION: tr("RateForms", "for {length}: {price} per {per}, charged each {each}"),
        StepKind.TOTAL: tr("RateForms", "up to {length}: {price} in all"),
    }
    return words[kind]


def reach_words(start_s: int, end_s: int | None) -> str:
    """From where to where a step reaches: ``from the start to 1 h``, ``from 3 h on``."""
    tr = QCoreApplication.translate
    if end_s is None:
        if not start_s:
            return tr("RateForms", "from the start on")
        return tr("RateForms", "from {start} on").format(start=say_length(start_s))
    if not start_s:
        return tr("RateForms", "from the start to {end}").format(end=say_length(end_s))
    return tr("RateForms", "from {start} to {end}").format(start=say_length(start_s), end=say_length(end_s))
