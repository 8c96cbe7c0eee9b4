"""Whatever a lane notices of its devices, and whatever a gate is held open for, has words."""

from __future__ import annotations

import pytest

from console.words import is_known
from core.domain import boom_watch, gate_holds, loop_faults
from core.services import hold_gate, lane_hold


def codes_in(module: object) -> list[str]:
    """The constants of a module that are reason codes."""
    return [value for value in vars(module).values() if isinstance(value, str) and _is_code(value)]


def _is_code(text: str) -> bool:
    head, dot, rest = text.partition(".")
    return bool(dot) and head in {"barrier", "gate", "loops"} and rest.replace("_", "").isalpha()


@pytest.mark.parametrize("reason", hold_gate.REASONS)
def test_every_reason_to_hold_a_gate_open_has_words(reason: str) -> None:
    assert is_known(f"hold.{reason}")


@pytest.mark.parametrize("module", [boom_watch, gate_holds, loop_faults, lane_hold])
def test_every_fault_of_loops_and_booms_has_words(module: object) -> None:
    found = codes_in(module)
    assert len(found) >= 2
    assert [code for code in found if not is_known(code)] == []
