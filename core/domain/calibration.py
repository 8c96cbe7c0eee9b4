"""How far a vote can be trusted: its confidence as the chance that the plate is right, from few features.

The figures hold this: three frames that all say the same with the same chance leave it as it is, for a
camera may show the same fault three times; agreement of more frames adds a little, disagreement takes much.
On simulated vehicles (tests/core/domain/simulated_vehicles.py), whose frames err more independently than
those of a real camera, that is on the safe side. Whoever has real drive-ups fits them again: a logistic
regression of "the plate is right" on the four features, in this order.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

CONSTANT = -2.63
PER_MEAN = 0.85
PER_BEST = 0.15
PER_SHARE = 0.45
PER_FRAME = 0.35

_MOST_LOGIT = 5.0


@dataclass(frozen=True, slots=True)
class Features:
    """What a vote's confidence rests on.

    ``mean`` is the mean chance that the frames gave the winner, ``best`` the best of them, ``share`` its
    share against the other candidates, all 0…1; ``frames`` is the count of frames that agree.
    """

    mean: float
    best: float
    share: float
    frames: int


def confidence_of(features: Features) -> float:
    """The chance, 0…1, that the winner of the vote is the plate, character by character."""
    value = (
        CONSTANT
        + PER_MEAN * _logit(features.mean)
        + PER_BEST * _logit(features.best)
        + PER_SHARE * _logit(features.share)
        + PER_FRAME * math.log(max(features.frames, 1))
    )
    return 1.0 / (1.0 + math.exp(-value))


def _logit(chance: float) -> float:
    least = 1.0 / (1.0 + math.exp(_MOST_LOGIT))
    held = min(max(chance, least), 1.0 - least)
    return math.log(held / (1.0 - held))
