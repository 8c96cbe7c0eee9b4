"""How full the lot is: a count ledger in which every vehicle is a stay."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.stays import Stay, StayState


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Counts of vehicles: ``inside`` with those held, ``pending`` on their way through the gate.

    ``free`` never goes below zero on the screen; ``over`` says by how much the lot is overfull.
    """

    capacity: int
    inside: int
    pending: int
    held: int = 0

    @property
    def free(self) -> int:
        """Spaces that a car may still be let in for."""
        return max(0, self.capacity - self.inside - self.pending)

    @property
    def over(self) -> int:
        """Vehicles beyond capacity."""
        return max(0, self.inside + self.pending - self.capacity)


@dataclass(frozen=True, slots=True)
class Share:
    """What one stay adds to the counts."""

    inside: int = 0
    pending: int = 0
    held: int = 0

    def plus(self, other: Share) -> Share:
        """Both together."""
        return Share(self.inside + other.inside, self.pending + other.pending, self.held + other.held)

    def minus(self, other: Share) -> Share:
        """The difference by which counts change when ``other`` becomes this."""
        return Share(self.inside - other.inside, self.pending - other.pending, self.held - other.held)


def share_of(stay: Stay | None) -> Share:
    """What the stay adds to the counts; nothing where there is none or it has ended."""
    return Share() if stay is None else share_in(stay.state)


def share_in(state: StayState) -> Share:
    """What a stay in that state adds to the counts."""
    if not state.is_open:
        return Share()
    if state is StayState.PENDING:
        return Share(pending=1)
    return Share(inside=1, held=1 if state is StayState.HELD else 0)
