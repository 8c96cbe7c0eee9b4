"""What is missing before the lot goes live, each with the screen that mends it (U6), and going live itself.

What the store knows is read here; what only the machine knows is handed in as ``Surroundings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ItemState(StrEnum):
    """How an item of the set-up list is."""

    OK = "ok"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SetupItem:
    """One thing that a lot needs before cars come.

    ``code`` is a reason code with words (``setup.lane_not_wired``), ``facts`` are its figures, ``screen`` is
    the name of the screen where it is mended (``devices``, ``rates``, ``people``, ``settings``, ``desk``),
    and ``target`` what to choose there: a device id, a lane id, or nothing. ``is_advice`` says that a lot may
    go live without it.
    """

    code: str
    state: ItemState
    screen: str
    target: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole list, in the order in which it is worked through, and whether the lot went live already.

    ``live_by`` is the name of who said so.
    """

    items: tuple[SetupItem, ...] = ()
    live_since: datetime | None = None
    live_by: str = ""

    @property
    def missing(self) -> tuple[SetupItem, ...]:
        """What is not there, or not known, and needed."""
        return tuple(item for item in self.items if item.state is not ItemState.OK and not item.is_advice)

    @property
    def is_live(self) -> bool:
        """Whether the administrator said that the lot is open to the public."""
        return self.live_since is not None
