from __future__ import annotations

from core.services.ports import Boom
from devices.simulator.boom import SimulatedBoom

NS = 1_000_000_000


def test_a_held_boom_rises_and_stays_up_whoever_passes() -> None:
    boom = SimulatedBoom(raise_s=1.0, holds_s=5.0)
    boom.hold(0)
    assert boom.state(NS // 2) is Boom.MOVING
    for second in range(1, 100):
        boom.tick(second * NS, in_use=False, has_passed=second % 3 == 0)
        assert boom.state(second * NS) is Boom.UP


def test_let_go_it_lowers_by_itself_after_its_time() -> None:
    boom = SimulatedBoom(raise_s=1.0, holds_s=5.0)
    boom.hold(0)
    boom.let_go(100 * NS)
    boom.tick(104 * NS, in_use=False, has_passed=False)
    assert boom.state(104 * NS) is Boom.UP
    boom.tick(106 * NS, in_use=False, has_passed=False)
    assert boom.state(106 * NS + 1) is Boom.MOVING
    assert boom.state(108 * NS) is Boom.DOWN


def test_a_pulse_while_it_is_held_does_not_let_it_go() -> None:
    boom = SimulatedBoom(raise_s=1.0, holds_s=5.0)
    boom.hold(0)
    boom.pulse("a", 10 * NS)
    boom.tick(60 * NS, in_use=False, has_passed=True)
    assert boom.state(60 * NS) is Boom.UP
    assert (boom.pulses, boom.cycles) == (1, 1)
