"""The simulated terminal keeps to what every terminal and platform must keep to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import DeviceError
from core.services.payment_ports import Answer, ChargeAsk
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.core.services.provider_contract import KnowsKeys, ProviderContract, WaitsForTheDriver, ask_for


class Simulated:
    """The terminal with a driver who pays when told to."""

    def __init__(self, *, knows_keys: bool) -> None:
        self.now = 0.0
        self.provider = SimulatedTerminal(pays_after_s=60, knows_keys=knows_keys, now=lambda: self.now)

    def ask(self, name: str) -> ChargeAsk:
        return ask_for(name)

    def driver_pays(self, ask: ChargeAsk) -> None:
        if any(one.key == ask.key for one in self.provider.taken):
            self.provider.pay(ask.key)

    def driver_is_declined(self, ask: ChargeAsk) -> None:
        self.provider.decline(ask.key)

    def kept_minor(self, ask: ChargeAsk) -> int:
        return sum(
            one.amount_minor - one.refunded_minor
            for one in self.provider.taken
            if one.key == ask.key and one.answer is Answer.CONFIRMED
        )


class TestWithKeys(ProviderContract, KnowsKeys, WaitsForTheDriver):
    """As most terminals have them."""

    @pytest.fixture
    def far_side(self) -> Simulated:
        return Simulated(knows_keys=True)


class TestWithoutKeys(ProviderContract, WaitsForTheDriver):
    """As some have it."""

    @pytest.fixture
    def far_side(self) -> Simulated:
        return Simulated(knows_keys=False)


def test_the_driver_needs_a_moment() -> None:
    far_side = Simulated(knows_keys=True)
    ask = ask_for("slow")
    assert far_side.provider.begin(ask).answer is Answer.WAITING
    far_side.now = 61
    assert far_side.provider.look(ask).answer is Answer.CONFIRMED


@pytest.mark.parametrize(
    ("outcome", "unknown", "taken"),
    [(Outcome.UNREACHABLE, False, 0), (Outcome.LOST_REQUEST, True, 0), (Outcome.LOST_REPLY, True, 1)],
)
def test_a_line_that_fails_says_what_it_knows(outcome: Outcome, unknown: bool, taken: int) -> None:
    terminal = SimulatedTerminal(pays_after_s=0)
    terminal.expect(outcome)
    with pytest.raises(DeviceError) as failure:
        terminal.begin(ask_for("failing"))
    assert (failure.value.unknown, len(terminal.taken)) == (unknown, taken)


def test_it_can_take_another_amount_than_it_was_asked_for() -> None:
    terminal = SimulatedTerminal()
    terminal.expect(Outcome.OTHER_AMOUNT)
    ask = ask_for("other")
    assert terminal.begin(ask).amount_minor == ask.amount_minor + 100


def test_without_keys_a_second_begin_is_a_second_charge() -> None:
    terminal = SimulatedTerminal(pays_after_s=0, knows_keys=False)
    ask = ask_for("twice")
    first, second = terminal.begin(ask), terminal.begin(replace(ask))
    assert first.reference != second.reference
    assert len(terminal.taken) == 2
