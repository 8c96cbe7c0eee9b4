"""Numbers a new pad of the paper book, so that no two lines of the lot have the same number (B13)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core.domain.errors import BadInput, OperatorError
from core.domain.journal import Subject
from core.domain.paper_pads import MOST_PAGES, Pad
from core.domain.people import Actor, Right
from core.domain.rates.quote import Span
from core.services.unit_of_work import UnitOfWork

PRINTED: Final = "book.printed"
# What cars stay for, in minutes: the price table of the pad.
STAYS_MINUTES: Final = (15, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440)


def print_book(unit: UnitOfWork, *, actor: Actor, pages: int = 2) -> Pad:
    """The next pad, with so many pages; BadInput ``book.bad_pages``."""
    actor.require(Right.BACK_ENTER)
    if isinstance(pages, bool) or not 1 <= pages <= MOST_PAGES:
        raise BadInput("book.bad_pages", most=MOST_PAGES)
    subject = Subject("paper_book", unit.console_id)
    number = unit.count_entries(subject, PRINTED) + 1
    pad = Pad(number, pages, unit.console_number())
    unit.record(
        PRINTED,
        {"number": number, "pages": pages, "name": pad.name},
        who=actor.person_id,
        subjects=[subject],
    )
    return pad


def price_table(unit: UnitOfWork, *, actor: Actor) -> tuple[tuple[int, int], ...]:
    """What a car that comes now owes after so many minutes, in minor units; empty where none can say."""
    actor.require(Right.BACK_ENTER)
    try:
        plan = unit.plan_in_force(unit.now)
        spans = [Span(unit.now, unit.now + timedelta(minutes=minutes)) for minutes in STAYS_MINUTES]
        return tuple(
            (minutes, plan.quote(span).total_minor)
            for minutes, span in zip(STAYS_MINUTES, spans, strict=True)
        )
    except OperatorError:
        return ()
