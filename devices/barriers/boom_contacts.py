"""Where the boom is, from its two limit contacts."""

from __future__ import annotations

from core.services.ports import Boom


def boom_from_contacts(*, up: bool | None, down: bool | None) -> Boom:
    """UP or DOWN where that contact alone is closed, MOVING where both are wired and neither is.

    None is a contact that is not wired or not known. Both closed at once is a broken contact: UNKNOWN.
    """
    if up and down:
        return Boom.UNKNOWN
    if up:
        return Boom.UP
    if down:
        return Boom.DOWN
    if up is None or down is None:
        return Boom.UNKNOWN
    return Boom.MOVING
