"""What a lane knows of the vehicle that stands there, besides its passage and its pictures."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.people import Actor
from core.domain.reads import Box, Vote

_NO_BOX = Box(0, 0, 0, 0)


@dataclass(slots=True)
class LaneVehicle:
    """Changed by the lane's thread alone.

    ``typed`` is the plate that a person gave it, and ``typed_by`` who did, until it is decided about;
    ``stay_id`` and ``command_id`` belong to the gate command given for it; ``undecided`` says that its
    decision could not be committed yet. ``photo_is_rear`` tells which camera took ``photo``, and
    ``photo_sequence`` which of its pictures it is. ``asked_for`` is the plate for which other consoles were
    asked, None as long as they were not. ``is_felt`` is false where no loop felt it, and it may be nobody.
    """

    sighting_id: str = ""
    photo: str = ""
    photo_is_rear: bool = False
    photo_sequence: int = 0
    typed: Vote | None = None
    typed_by: Actor | None = None
    stay_id: str | None = None
    command_id: str = ""
    undecided: bool = False
    asked_for: str | None = None
    is_felt: bool = False

    def type_plate(self, plate: str, raw: str, frames: int, actor: Actor) -> None:
        """A person says what its plate is: as sure as that many frames that agree."""
        self.typed = Vote(plate, raw, 1.0, frames, frames, (), _NO_BOX, 0)
        self.typed_by = actor
