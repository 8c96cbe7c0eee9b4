"""Reads a code that somebody shows, and says who signed it."""

from __future__ import annotations

from core.domain.errors import Refused
from core.domain.signed_codes import KnownKey, SignedCode, check_signature, read_code
from core.services.signing import Trust
from core.services.unit_of_work import UnitOfWork


def read_genuine(unit: UnitOfWork, *, code: str, trust: Trust) -> tuple[SignedCode, KnownKey]:
    """The code and whose it is.

    Raises what ``core.domain.signed_codes`` refuses, and ``clock.behind`` where it cannot be told whether
    the time that it names is over.
    """
    signed = read_code(code)
    keys = trust.keys(unit.known_keys())
    signed_by = check_signature(signed, lot_id=unit.lot().lot_id, keys=keys, verify=trust.verify)
    if unit.clock_is_behind():
        raise Refused("clock.behind")
    return signed, signed_by
