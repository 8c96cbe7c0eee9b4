"""What an exchange with APDS loses or assumes, named place by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ApdsNote:
    """What a RateTable cannot say of a plan, or in which of its meanings something of a RateTable was read.

    ``place``: the path into the document it came from; ``code`` has words; ``keeps_price``: whether every
    stay costs the same all the same.
    """

    place: Place
    code: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    keeps_price: bool = False
