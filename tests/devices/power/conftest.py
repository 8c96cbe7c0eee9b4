"""Supplies are asked more often than in a lot, so that a test need not wait."""

from __future__ import annotations

import pytest

from devices.power import nut
from devices.transports import backoff


@pytest.fixture(autouse=True)
def asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nut, "POLL_S", 0.2)
    monkeypatch.setattr(backoff, "FIRST_WAIT_S", 0.1)
    monkeypatch.setattr(nut, "LONGEST_WAIT_S", 0.4)
