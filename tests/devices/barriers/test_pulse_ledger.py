from __future__ import annotations

import pytest

from core.domain.errors import DeviceError
from devices.barriers.pulse_ledger import REMEMBERED, PulseLedger


def test_a_command_whose_outcome_is_unknown_is_told_again_and_not_sent_again() -> None:
    ledger = PulseLedger()
    sent: list[str] = []

    def send() -> None:
        sent.append("pulse")
        raise DeviceError("barrier.no_answer", unknown=True)

    for _ in range(3):
        with pytest.raises(DeviceError) as raised:
            ledger.once("a", send)
        assert raised.value.unknown
    assert sent == ["pulse"]


def test_a_command_that_certainly_did_nothing_may_be_sent_again() -> None:
    ledger = PulseLedger()
    outcomes = [DeviceError("barrier.no_answer"), None]

    def send() -> None:
        outcome = outcomes.pop(0)
        if outcome is not None:
            raise outcome

    with pytest.raises(DeviceError):
        ledger.once("a", send)
    ledger.once("a", send)
    ledger.once("a", send)
    assert outcomes == []


def test_the_ledger_does_not_grow_with_the_day() -> None:
    ledger = PulseLedger()
    for number in range(REMEMBERED * 3):
        ledger.once(str(number), lambda: None)
    assert len(ledger._pulses) == REMEMBERED
