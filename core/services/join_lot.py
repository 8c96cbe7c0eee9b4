"""Joins this console to a lot that has others already: knocks at the hub, and becomes one of that lot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.services.let_join import Applicant


@dataclass(frozen=True, slots=True)
class Joined:
    """What the hub told a console that it let in.

    ``hub_key`` is the public key by which it is known, ``term`` the number of its appointment.
    """

    lot_id: str
    hub_id: str
    hub_key: str
    term: int
    number: int
    name: str


class Knock(Protocol):
    """Asks the hub at an address to be let in with a code; raises BadInput and LinkError."""

    def __call__(
        self, address: str, code: str, applicant: Applicant, *, may_join: Callable[[str], None]
    ) -> Joined:
        """What the hub told; ``may_join`` is asked with the lot's id before the code is used."""


class NewHome(Protocol):
    """The store of the console that joins."""

    def check_may_adopt(self, lot_id: str) -> None:
        """Refused ``join.has_history`` where this console did something in another lot."""

    def adopt(self, joined: Joined) -> None:
        """Be a console of that lot from now on, and know its hub; Refused ``join.has_history``."""


def join_lot(home: NewHome, knock: Knock, *, address: str, code: str, applicant: Applicant) -> Joined:
    """Join the lot; the rest comes over the link afterwards.

    Done in this order a loss of power in between costs nothing: whoever was let in, but did not keep it,
    knocks again with the same code.
    """
    joined = knock(address, code, applicant, may_join=home.check_may_adopt)
    home.adopt(joined)
    return joined
