"""The lot itself: name, size, place in time, money, lanes, and the settings of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.domain.errors import BadInput
from core.domain.money import CURRENCIES

MAX_NAME = 80
MAX_CAPACITY = 100_000
MAX_LANES = 16
LONGEST_SPACE = 40
MOST_ARTICLES = 50
LONGEST_ARTICLE = 40
HIGHEST_PRICE_MINOR = 100_000_000
LONGEST_KEPT_DAYS = 3650
LONGEST_IDLE_SECONDS = 8 * 3600


class Direction(StrEnum):
    """Which way a lane goes."""

    ENTRY = "entry"
    EXIT = "exit"


class OverstayRule(StrEnum):
    """What happens after a permit ran out (DESIGN.md, "Money, time, plates")."""

    RESTART = "restart"
    WHOLE_LESS_PAID = "whole_less_paid"


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its id names it in files and journal, its name on the screen."""

    lane_id: str
    name: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Article:
    """Something the booth sells beside parking, at a price in minor units."""

    article_id: str
    name: str
    price_minor: int


@dataclass(frozen=True, slots=True)
class Lot:
    """What the landlord decided about the lot; a change is a new version in the journal.

    ``fee_ceiling_minor``: a higher fee is looked at by a person first; None: learned from what was paid.
    ``bookable_spaces`` are the spaces, by name or number, that other programs may book.
    """

    lot_id: str
    name: str
    capacity: int
    timezone: str
    currency: str
    lanes: tuple[Lane, ...]
    exit_window_minutes: int = 15
    overstay_rule: OverstayRule = OverstayRule.RESTART
    receipt_language: str = "en"
    address: str = ""
    help_phone: str = ""
    fee_ceiling_minor: int | None = None
    bookable_spaces: tuple[str, ...] = ()
    # After so long without a key or a touch the booth locks itself; 0: never.
    idle_lock_seconds: int = 120
    # Whether an attendant's badge signs on only together with the PIN.
    badge_needs_pin: bool = False
    # After so long photos, and then all that is personal, are forgotten of what has ended.
    photo_days: int = 60
    plate_days: int = 90
    # What the booth sells beside parking.
    articles: tuple[Article, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what makes no lot (BadInput ``lot.…`` with the field that is wrong)."""
        if not 1 <= len(self.name.strip()) <= MAX_NAME:
            raise BadInput("lot.bad_name", longest=MAX_NAME)
        if not 1 <= self.capacity <= MAX_CAPACITY:
            raise BadInput("lot.bad_capacity", highest=MAX_CAPACITY)
        if self.currency not in CURRENCIES:
            raise BadInput("lot.bad_currency", currency=self.currency)
        if not 0 <= self.exit_window_minutes <= 24 * 60:
            raise BadInput("lot.bad_exit_window")
        if self.fee_ceiling_minor is not None and self.fee_ceiling_minor < 1:
            raise BadInput("lot.bad_fee_ceiling")
        if len({lane.lane_id for lane in self.lanes}) != len(self.lanes) or len(self.lanes) > MAX_LANES:
            raise BadInput("lot.bad_lanes")
        _check_spaces(self.bookable_spaces, self.capacity)
        _check_articles(self.articles)
        if not 1 <= self.photo_days <= self.plate_days <= LONGEST_KEPT_DAYS:
            raise BadInput("lot.bad_retention", longest=LONGEST_KEPT_DAYS)
        if not 0 <= self.idle_lock_seconds <= LONGEST_IDLE_SECONDS:
            raise BadInput("lot.bad_idle_lock", longest=LONGEST_IDLE_SECONDS // 3600)
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise BadInput("lot.bad_timezone", timezone=self.timezone) from error

    @property
    def zone(self) -> ZoneInfo:
        """The lot's time zone."""
        return ZoneInfo(self.timezone)

    def lane(self, lane_id: str) -> Lane:
        """The lane of that id; BadInput where there is none."""
        for lane in self.lanes:
            if lane.lane_id == lane_id:
                return lane
        raise BadInput("lane.unknown", lane=lane_id)

    def to_document(self) -> dict[str, Any]:
        """The lot as plain values; what came with later versions is left out where it is as it was before."""
        document = asdict(self)
        for part in fields(self):
            if part.name in _LATER and document[part.name] == part.default:
                del document[part.name]
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Lot:
        """The lot from plain values; what a newer program says besides is left out."""
        values = {part.name: document[part.name] for part in fields(cls) if part.name in document}
        values["lanes"] = tuple(
            Lane(lane["lane_id"], lane["name"], Direction(lane["direction"])) for lane in values["lanes"]
        )
        values["bookable_spaces"] = tuple(values.get("bookable_spaces", ()))
        values["articles"] = tuple(
            Article(article["article_id"], article["name"], article["price_minor"])
            for article in values.get("articles", ())
        )
        values["overstay_rule"] = OverstayRule(values["overstay_rule"])
        return cls(**values)


# Fields that older consoles know nothing of.
_LATER = frozenset({"articles", "idle_lock_seconds", "badge_needs_pin", "photo_days", "plate_days"})


def _check_articles(articles: tuple[Article, ...]) -> None:
    ids = {article.article_id for article in articles}
    wrong = [
        article
        for article in articles
        if not 1 <= len(article.name.strip()) <= LONGEST_ARTICLE
        or not article.name.isprintable()
        or not 0 < article.price_minor <= HIGHEST_PRICE_MINOR
    ]
    if wrong or len(ids) != len(articles) or len(articles) > MOST_ARTICLES:
        raise BadInput("lot.bad_articles", longest=LONGEST_ARTICLE, most=MOST_ARTICLES)


def _check_spaces(spaces: tuple[str, ...], capacity: int) -> None:
    named = [space.strip() for space in spaces]
    wrong = [name for name in named if not 1 <= len(name) <= LONGEST_SPACE or not name.isprintable()]
    if wrong or len(set(named)) != len(named) or len(named) > capacity:
        raise BadInput("lot.bad_spaces", longest=LONGEST_SPACE)
