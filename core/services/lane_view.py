"""A lane as screens show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.domain.admission import Action
from core.domain.doubts import Slots
from core.domain.lanes import LaneState
from core.domain.lots import Lane
from core.domain.reads import Box
from core.services.ports import Boom


@dataclass(frozen=True, slots=True)
class HoldView:
    """How a gate is held, for screens: ``state`` empty where it is not, ``cause`` why the last act failed."""

    state: str = ""
    since: datetime | None = None
    by: str = ""
    reason: str = ""
    note: str = ""
    cause: str = ""
    reminders: int = 0


NOT_HELD: Final = HoldView()


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane as screens show it; replaced as a whole whenever something changed.

    ``reason`` is the reason code of the last decision and ``facts`` its figures; ``waiting`` says that a
    vehicle stands there and a person is needed. ``gate_cause`` names what went wrong with the last
    command. ``decided_at`` is the time of the decision. ``plate_box`` is where the plate stands in the
    photo, in its pixels. ``alternatives`` are other plates it may be, with their chances, best first;
    ``slots`` name for each character of ``plate`` what else it may be, none where that is not known.
    ``reader_cause`` is why the newest picture could not be read, empty where it could. ``gate`` is how far
    the last command is: ``commanded``, ``acknowledged``, ``up`` (seen by its contact) or ``failed``. ``hold``
    is how the gate is held open, ``faults`` are reason codes of what the lane noticed of its loops and boom,
    and ``is_degraded`` says that it goes on without believing one of its loops.
    """

    lane: Lane
    state: LaneState = LaneState.EMPTY
    vehicle_present: bool = False
    arming: bool | None = None
    closing: bool | None = None
    boom: Boom = Boom.UNKNOWN
    plate: str = ""
    confidence: float | None = None
    alternatives: tuple[tuple[str, float], ...] = ()
    slots: Slots = ()
    action: Action | None = None
    reason: str = ""
    due_minor: int = 0
    stay_id: str | None = None
    known_stay_id: str | None = None
    photo: str = ""
    plate_box: Box | None = None
    sighting_id: str = ""
    decided_at: datetime | None = None
    gate: str = ""
    gate_cause: str = ""
    trouble: str = ""
    reader_cause: str = ""
    hold: HoldView = NOT_HELD
    faults: tuple[str, ...] = ()
    is_degraded: bool = False

    @property
    def waiting(self) -> bool:
        """Whether a vehicle stands there that a person must do something about."""
        return self.vehicle_present and self.action in {Action.ASK, Action.REFUSE}
