"""What a capture process tells its parent, as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class CaptureFacts:
    """What the capture measured in the last second; None is not measured.

    ``brightness`` is the picture's mean (0 to 1), ``sharpness`` its detail against the usual (1 is usual).
    """

    frames_per_second: float
    width: int
    height: int
    brightness: float | None = None
    sharpness: float | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One report: ``opening``, ``running`` or ``failed``, with a reason code and its detail."""

    state: str
    cause: str = ""
    detail: str = ""
    facts: CaptureFacts | None = None

    def to_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: bytes) -> Said:
        """What ``to_json`` wrote; ValueError, KeyError or TypeError where it did not."""
        said = json.loads(line)
        facts = CaptureFacts(**said["facts"]) if said["facts"] is not None else None
        return cls(str(said["state"]), str(said["cause"]), str(said["detail"]), facts)


Report = Callable[[Said], None]
