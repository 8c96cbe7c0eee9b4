"""What a passage may rely on: which of the lane's loops can be believed, and whether its gate stands open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """Reason codes of why a loop is not believed (``loops.closing_stuck``), empty where it is.

    ``is_held`` says that the gate is held open, so that vehicles pass without a command for each.
    """

    arming_fault: str = ""
    closing_fault: str = ""
    is_held: bool = False

    @property
    def arming_works(self) -> bool:
        """Whether a vehicle before the boom is felt."""
        return not self.arming_fault

    @property
    def closing_works(self) -> bool:
        """Whether a vehicle behind the boom is felt."""
        return not self.closing_fault


SOUND = Ground()
