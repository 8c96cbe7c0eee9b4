"""The simulated platform is a provider like all others, and shows its driver a page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.services.payment_ports import Answer, ChargeAsk
from devices.terminals.platform import SimulatedPlatform
from devices.terminals.simulator import Outcome

NOW = datetime(2026, 5, 13, tzinfo=UTC)
ASK = ChargeAsk("charge-1", "key-1", 4500, "TWD", "Riverside", NOW, NOW + timedelta(minutes=5))


def test_a_driver_is_shown_a_page_until_it_is_paid() -> None:
    platform = SimulatedPlatform()
    platform.expect(Outcome.SLOW)
    begun = platform.begin(ASK)
    assert begun.answer is Answer.WAITING
    assert begun.shown == f"https://pay.example/{begun.reference}"
    assert platform.look(ASK).shown == begun.shown
    platform.pay(ASK.key)
    paid = platform.look(ASK)
    assert (paid.answer, paid.shown, paid.amount_minor) == (Answer.CONFIRMED, "", 4500)


def test_a_charge_that_is_not_there_has_no_page() -> None:
    assert SimulatedPlatform().look(ASK).shown == ""
