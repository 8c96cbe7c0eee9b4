"""That somebody looked at a picture of a vehicle (D8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

TOGETHER: Final = timedelta(minutes=10)
"""Whoever looks at a picture again within this time looked once, a number of times."""

KEPT_FOR: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One person's look at one photo (its SHA-256), of that stay where one is known.

    ``place`` says where: ``large`` and ``cards`` at the desk, ``inside``, ``lane``; ``count`` how often.
    """

    at: datetime
    who: str
    photo: str
    stay_id: str
    place: str
    count: int = 1
