"""The hub's web server has room for the whole lot."""

from __future__ import annotations

from core.services.invite_console import MOST_CONSOLES
from core.sync import hub_carrier


def test_with_every_console_at_the_doorbell_requests_are_still_carried() -> None:
    assert hub_carrier.THREADS >= MOST_CONSOLES + hub_carrier.MOST_PER_ADDRESS
