"""What an account says when it is only asked whether it answers: nothing is taken or changed by that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """It answered, and knows us.

    ``is_test`` is None where it does not say. ``clock_ahead_s`` is by how much this machine's clock is ahead
    of the service's, None where that is not known; ``is_clock_wrong`` whether that is too much. ``reader``
    is how the card reader is (``online``), empty where there is none.
    """

    is_test: bool | None = None
    clock_ahead_s: float | None = None
    is_clock_wrong: bool = False
    reader: str = ""


@runtime_checkable
class Askable(Protocol):
    """A provider that can be asked so."""

    def ask_account(self) -> AccountAnswer:
        """Whether it answers and knows us; raises DeviceError."""
