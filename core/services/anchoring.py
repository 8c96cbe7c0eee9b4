"""Where anchors are written: places that whoever changes this console's file does not reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.domain.anchors import Anchor, AnyAnchor


class AnchorPlace(Protocol):
    """A place to which anchors are added, and from which they are read again."""

    @property
    def name(self) -> str:
        """``disk`` or ``database``."""

    def write(self, anchor: Anchor) -> None:
        """Add the anchor, for good; LinkError where it could not be."""

    def read(self, lot_id: str) -> Sequence[AnyAnchor]:
        """All anchors of the lot there, as far as they can be read; LinkError."""

    def close(self) -> None:
        """Let go; may be called twice."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """How writing to a place goes: the anchor that is there last; ``cause`` a reason code, or empty."""

    last: Anchor | None = None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class AnchorsView:
    """The anchors as the screen shows them: when the last one was made, and each place by its name."""

    made_at: datetime | None = None
    places: Mapping[str, PlaceView] = field(default_factory=dict)
