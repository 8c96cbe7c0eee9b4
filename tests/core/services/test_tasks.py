"""How long a task is worth anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.services.tasks import GATE_WORTH_FOR, Task, remaining_ns

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = 1_000_000_000


def task(deadline_at: datetime | None) -> Task:
    return Task("t1", "gate.open/exit", {}, MADE, MADE, deadline_at, 0)


@pytest.mark.parametrize(
    ("passed_s", "left_s"),
    [(0, 3), (1, 2), (5, -2), (-3600, 3)],
    ids=["at once", "soon", "late", "clock back"],
)
def test_a_gate_command_is_worth_three_seconds_whatever_the_clock_is_set_to(
    passed_s: int, left_s: int
) -> None:
    now = MADE + timedelta(seconds=passed_s)
    assert remaining_ns(task(MADE + GATE_WORTH_FOR), now) == left_s * SECOND


def test_what_has_no_deadline_is_no_gate_command() -> None:
    assert remaining_ns(task(None), MADE) == 0
