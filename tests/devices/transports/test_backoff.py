from __future__ import annotations

import pytest

from devices.transports.backoff import Backoff


def test_the_waits_double_from_half_a_second_to_ten() -> None:
    backoff = Backoff(chance=lambda: 0.5)
    assert [backoff.wait_s() for _ in range(7)] == [0.5, 1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    backoff.reset()
    assert backoff.wait_s() == 0.5


@pytest.mark.parametrize(("chance", "first_s"), [(0.0, 0.375), (1.0, 0.625)])
def test_consoles_do_not_knock_in_step_and_never_wait_above_ten_seconds(
    chance: float, first_s: float
) -> None:
    backoff = Backoff(chance=lambda: chance)
    waits = [backoff.wait_s() for _ in range(9)]
    assert waits[0] == first_s
    assert max(waits) <= 10.0


def test_what_is_cheap_to_try_is_never_waited_for_longer_than_said() -> None:
    backoff = Backoff(chance=lambda: 1.0, longest_s=1.2)
    assert max(backoff.wait_s() for _ in range(9)) == 1.2
