"""The judge of gates sees what it is there to see."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

from tests.faults.devices.gate_judge import gate_breaches
from tests.faults.devices.ground import Visit
from tests.faults.ledger import Ledger

S = 1_000_000_000


def breaches(*, pulses: Sequence[int], commands: Sequence[tuple[str, int]], ledger: Ledger) -> list[str]:
    ground = SimpleNamespace(
        pulses_ns=lambda: list(pulses), visits=[Visit(10 * S, 20 * S), Visit(60 * S)], exchange_ns=S // 2
    )
    lane = SimpleNamespace(ground=ground, commands=list(commands), ledger=ledger)
    return gate_breaches(lane)  # type: ignore[arg-type]


def test_a_pulse_soon_after_its_command_under_a_car_is_no_breach() -> None:
    ledger = Ledger()
    assert breaches(pulses=[12 * S], commands=[("a", 11 * S)], ledger=ledger) == []
    assert ledger.pulses == ["a"]


def test_a_pulse_after_the_car_has_gone_is_found() -> None:
    (found,) = breaches(pulses=[22 * S], commands=[("a", 19 * S)], ledger=Ledger())
    assert "nobody there" in found


def test_a_car_that_backs_out_within_the_exchange_itself_is_no_breach() -> None:
    at_ns = 20 * S + S // 2
    assert breaches(pulses=[at_ns], commands=[("a", at_ns - S // 2)], ledger=Ledger()) == []


def test_a_pulse_long_after_its_command_is_found_though_the_next_car_stands_there() -> None:
    (found,) = breaches(pulses=[61 * S], commands=[("a", 19 * S)], ledger=Ledger())
    assert "42.00 s after the last command" in found


def test_a_second_pulse_for_one_command_is_found() -> None:
    (found,) = breaches(pulses=[12 * S, 13 * S], commands=[("a", 11 * S)], ledger=Ledger())
    assert "no command explains" in found
