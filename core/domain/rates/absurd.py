"""A fee so high that a person looks at it before a driver hears it (Z4), and what it probably comes from.

The ceiling is the landlord's own figure, or learned from what was paid of late: twice the amount that 99
of 100 payments stay within. With fewer than 100 payments nothing is known yet, and nothing is stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LEARN_FROM = timedelta(days=60)
LEAST_PAYMENTS = 100
MOST_PAYMENTS = 2000
FACTOR = 2
_HIGH_OF_HUNDRED = 99

LONG_AGO = timedelta(hours=24)
RATES_ARE_NEW = timedelta(days=7)
# A confirmed fee that has grown by a tenth since is looked at again.
_CONFIRMED_FOR_TENTHS = 11


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The amount above which a fee is looked at; ``is_learned`` unless the landlord set it.

    ``usual_minor`` is the median and ``high_minor`` the 99th percentile of the ``payments`` it was
    learned from; all 0 where too few are known.
    """

    highest_minor: int
    is_learned: bool
    usual_minor: int = 0
    high_minor: int = 0
    payments: int = 0


def ceiling_of(set_minor: int | None, paid_minor: Sequence[int]) -> Ceiling | None:
    """The lot's ceiling: the one that was set, else learned from these payments; None where neither is."""
    ordered = sorted(amount for amount in paid_minor if amount > 0)
    if len(ordered) < LEAST_PAYMENTS:
        return None if set_minor is None else Ceiling(set_minor, is_learned=False)
    usual = ordered[(len(ordered) - 1) // 2]
    high = ordered[-(-len(ordered) * _HIGH_OF_HUNDRED // 100) - 1]
    highest = high * FACTOR if set_minor is None else set_minor
    return Ceiling(highest, set_minor is None, usual, high, len(ordered))


class Cause(StrEnum):
    """What a fee that is too high probably comes from."""

    LOST_TICKET = "lost_ticket"
    ENTRY_BY_RULE = "entry_by_rule"
    CLOCK_MOVED = "clock_moved"
    SIMILAR_PLATE = "similar_plate"
    LEFT_UNSEEN = "left_unseen"
    RATES_CHANGED = "rates_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known around a fee: the stay's times, and what could have gone wrong with them.

    ``similar_plates``: other stays are open under plates that are easily taken for this one's.
    ``clock_moved``: the console's clock was set back when the vehicle came. ``rates_since``: since when
    the plan is in force that prices cars now, and ``other_rates`` whether this stay has another.
    """

    entry_at: datetime
    now: datetime
    entry_known: bool = True
    lost_ticket: bool = False
    similar_plates: tuple[str, ...] = ()
    clock_moved: bool = False
    rates_since: datetime | None = None
    other_rates: bool = False


def likely_causes(known: Circumstances) -> tuple[Cause, ...]:
    """The causes that fit, the one that is proven best first; none where nothing stands out."""
    fits = {
        Cause.LOST_TICKET: known.lost_ticket,
        Cause.ENTRY_BY_RULE: not known.entry_known,
        Cause.CLOCK_MOVED: known.clock_moved,
        Cause.SIMILAR_PLATE: bool(known.similar_plates),
        Cause.LEFT_UNSEEN: known.now - known.entry_at >= LONG_AGO,
        Cause.RATES_CHANGED: known.other_rates or _are_new(known),
    }
    return tuple(cause for cause, does_fit in fits.items() if does_fit)


def _are_new(known: Circumstances) -> bool:
    """What was paid of late was paid by the rates before."""
    return known.rates_since is not None and known.now - known.rates_since < RATES_ARE_NEW


@dataclass(frozen=True, slots=True)
class UnusualFee:
    """A fee above the ceiling; ``similar``: id and plate of open stays with a similar one, nearest first."""

    amount_minor: int
    ceiling: Ceiling
    causes: tuple[Cause, ...] = ()
    similar: tuple[tuple[str, str], ...] = ()


def still_confirmed(amount_minor: int, confirmed_minor: int) -> bool:
    """Whether a person's word on an earlier amount holds for this one: it grew by a tenth at most."""
    return amount_minor * 10 <= confirmed_minor * _CONFIRMED_FOR_TENTHS
