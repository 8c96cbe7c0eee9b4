"""Why a car is let in or not: a pure decision with a reason code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.domain.occupancy import Occupancy
from core.domain.reads import Vote, VotePolicy, is_settled, why_unsettled
from core.domain.stays import Stay


class Action(StrEnum):
    """What a lane does about a vehicle: open, refuse (the driver can mend it), or ask a person."""

    OPEN = "open"
    REFUSE = "refuse"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Admission:
    """The decision at an entry lane.

    ``reason`` is one of ``entry.space_free``, ``entry.full``, ``entry.spaces_elsewhere``,
    ``entry.no_plate``, ``entry.unsure_plate``, ``entry.two_plates``, ``entry.sides_differ``,
    ``entry.already_inside``; ``notes`` go with the stay.
    """

    action: Action
    reason: str
    notes: tuple[str, ...] = ()


def admit(
    vote: Vote | None,
    *,
    policy: VotePolicy,
    occupancy: Occupancy,
    open_stay: Stay | None,
    spaces: int | None = None,
) -> Admission:
    """Whether to let in the vehicle that the vote describes (M2, E4, E8, E11).

    A full lot refuses whatever the plate says. A vote that is not settled never touches the stays: a
    person is asked. A plate that is inside already is not refused silently: a person sees both photos.
    ``spaces`` is how many cars this console may let in, where other consoles let cars in, too: the rest of
    what is free is theirs.
    """
    if occupancy.free == 0:
        return Admission(Action.REFUSE, "entry.full")
    if spaces == 0:
        return Admission(Action.REFUSE, "entry.spaces_elsewhere")
    if vote is None:
        return Admission(Action.ASK, "entry.no_plate")
    if not is_settled(vote, policy):
        return Admission(Action.ASK, f"entry.{why_unsettled(vote)}")
    if open_stay is not None:
        return Admission(Action.ASK, "entry.already_inside")
    return Admission(Action.OPEN, "entry.space_free")
