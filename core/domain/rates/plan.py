"""The rate plan: what a landlord decided, as few kinds of parts that are combined.

    Plan
    ├── rates         price lists, of which one is chosen for a stay (first that applies, cheapest, dearest)
    │   └── charges   the time they charge for, in clock windows, each with a ladder of steps
    ├── free          minutes that cost nothing, in one of their meanings
    ├── caps          at most, or at least, so much per stay, day, 24 h, night, …
    ├── extras        amounts on top: an entry fee, a kilowatt-hour, a lost ticket
    └── adjustments   times two for coaches, ten per cent off for members

Each part may say to which stays it ``applies``. Amounts are decimal numbers of minor units (3.5 cents a
minute is a price), lengths whole seconds. docs/rate-plan.md explains the document that they are written
in; ``core.domain.rates.document`` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.domain.rates.windows import Window

FORMAT = "rate-plan/1"
# What begins anew more often than this is a unit, not a period; a long stay must stay quick to price.
LEAST_PERIOD_S = 15 * 60
DEFAULT_CLASS = "car"


class Choose(StrEnum):
    """Which of the rates that apply prices the stay."""

    FIRST = "first"
    CHEAPEST = "cheapest"
    DEAREST = "dearest"


class Per(StrEnum):
    """What a ladder, a cap or an extra begins anew with."""

    STAY = "stay"
    ROLLING = "rolling"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a stay; ``length_s`` for rolling ones, which are counted from the entry."""

    per: Per = Per.STAY
    length_s: int = 0


STAY = Period()


@dataclass(frozen=True, slots=True)
class Applies:
    """To which stays a part applies: all that is said must hold; nothing said, every stay.

    ``classes``: one of these vehicle classes; ``loyalty``: one of these names (``"any"``: any member);
    ``tags``: all of these; ``lost_ticket`` None: either; ``entry``/``exit``: the instant lies in the
    window; ``exit_days``: how many local dates after the entry's the exit lies (least, most);
    ``inside``: the whole stay lies in the window; ``over_s``/``up_to_s``: longer than, at most so long.
    """

    classes: frozenset[str] = frozenset()
    loyalty: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    lost_ticket: bool | None = None
    entry: Window | None = None
    exit: Window | None = None
    exit_days: tuple[int, int] | None = None
    inside: Window | None = None
    over_s: int | None = None
    up_to_s: int | None = None


EVERY_STAY = Applies()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder.

    ``price_minor`` is due once when the step begins, or with ``each_s`` for each started unit of it, or
    with ``per_s`` too, in proportion (0.60 per 30 min, charged each minute). ``length_s`` None: on and
    on. ``is_total``: what the whole ladder costs up to here, instead of what the step adds.
    """

    price_minor: Decimal
    length_s: int | None = None
    each_s: int | None = None
    per_s: int | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Charge:
    """Time that is charged for: in its windows (none: always), by a ladder of steps (none: free).

    The ladder begins anew with each ``restart`` period. ``counts_elapsed``: its steps are counted from
    the period's begin (or the entry, where later), not by the time charged here. ``unfinished_free``:
    only finished units cost. ``repeat_last``: how many steps at the end are gone through again and again.
    """

    name: str
    steps: tuple[Step, ...] = ()
    windows: tuple[Window, ...] = ()
    restart: Period = STAY
    counts_elapsed: bool = False
    unfinished_free: bool = False
    repeat_last: int = 1


@dataclass(frozen=True, slots=True)
class Covers:
    """How far a rate reaches: so long from the entry, or until a clock time (seconds of the local day)
    that comes next; what is left of the stay chooses again, as if it entered then."""

    length_s: int | None = None
    until_s: int | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A price list. Of its charges the first whose window holds takes an instant.

    ``exclusive``: where it applies, no rate after it is considered. ``units_run_on``: a unit that began
    before a window's edge runs to its end, and the next window begins there; otherwise the edge cuts it.
    """

    name: str
    charges: tuple[Charge, ...]
    applies: Applies = EVERY_STAY
    exclusive: bool = False
    covers: Covers | None = None
    units_run_on: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """Minutes that cost nothing: ``up_to_s``: the stay, if it is no longer; ``first_s``: taken off the
    stay's beginning, or with ``of_charged`` off the first time that would be charged.

    ``once``: a vehicle that had them within this period before does not get them again.
    """

    up_to_s: int = 0
    first_s: int = 0
    of_charged: bool = False
    once: Period = STAY
    applies: Applies = EVERY_STAY
    rates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cap:
    """At most ``most_minor`` per period, and with ``least_minor`` at least so much once anything is due.

    ``of``: names of the charges that count (none: all); ``rates`` likewise. ``which``: the first and last
    period of the stay that it holds in, from 1 (last None: all after). ``days``: only periods that begin
    on such days.
    """

    most_minor: Decimal | None = None
    least_minor: Decimal | None = None
    per: Period = STAY
    of: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    which: tuple[int, int | None] = (1, None)
    days: frozenset[str] = frozenset()
    applies: Applies = EVERY_STAY
    name: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """An amount on top of the time: once per stay, per period begun, or per unit of a ``quantity``.

    ``quantity`` names a figure of the facts (``"kwh"``); ``each`` is how much of it costs the price, a
    started unit counting in full.
    """

    name: str
    price_minor: Decimal
    applies: Applies = EVERY_STAY
    per: Period = STAY
    quantity: str = ""
    each: Decimal = Decimal(1)
    rates: frozenset[str] = frozenset()


class Adjusts(StrEnum):
    """What an adjustment multiplies: the prices before caps, the total after them, or what is left when
    extras were added and validations taken off."""

    PRICES = "prices"
    TOTAL = "total"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A multiplication by ``factor`` of what ``of`` says."""

    name: str
    factor: Decimal
    applies: Applies = EVERY_STAY
    of: Adjusts = Adjusts.TOTAL
    rates: frozenset[str] = frozenset()


class TimeCredit(StrEnum):
    """What a time credit is: worth its length priced from the stay's start, or the first minutes off."""

    VALUE = "value"
    FIRST_MINUTES = "first_minutes"


class Visits(StrEnum):
    """How earlier visits of the same day count: not, for caps only (their ladders are their own), as time
    already charged, or priced together."""

    APART = "apart"
    CAPS = "caps"
    CONTINUE = "continue"
    SUM = "sum"


class Rounding(StrEnum):
    """How the total is rounded, once, at the end."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Plan:
    """A rate plan with its settings; ``plan_id`` and ``version`` name it in the journal.

    ``drops_seconds``: entry and exit count by their whole minutes. ``exact_counts_next``: a stay of
    exactly N units begins unit N + 1. ``day_begins_s``: when a parking day begins (caps and ladders per
    day). ``cars_inside_change``: stays across the change to this version are split at it; otherwise they
    keep the version of their entry. ``tax_points`` in hundredths of a per cent
    (they may have a fraction), inside the prices or with ``tax_on_top`` added to the total.
    ``booking_overstay_alone``: an overstayed booking pays from its end, not the whole less the prepaid.
    """

    name: str
    currency: str
    timezone: str
    rates: tuple[Rate, ...]
    plan_id: str = "standard"
    version: int = 1
    effective: datetime | None = None
    choose: Choose = Choose.FIRST
    classes: frozenset[str] = frozenset({DEFAULT_CLASS})
    free: tuple[Free, ...] = ()
    caps: tuple[Cap, ...] = ()
    extras: tuple[Extra, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    holidays: frozenset[date] = frozenset()
    holiday_calendar: str = ""
    drops_seconds: bool = False
    exact_counts_next: bool = False
    day_begins_s: int = 0
    round_to_minor: int = 1
    rounding: Rounding = Rounding.HALF_UP
    tax_points: int | Decimal = 0
    tax_on_top: bool = False
    visits: Visits = Visits.APART
    time_credit: TimeCredit = TimeCredit.VALUE
    credit_order: tuple[str, ...] = ("time", "percent", "amount")
    best_credit_only: bool = False
    booking_overstay_alone: bool = False
    cars_inside_change: bool = False
