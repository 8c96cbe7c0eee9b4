"""The services that gateways are tested against, one of each for a module; forgotten between tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.far_sides.line_pay import LinePayPeer, line_pay
from tests.far_sides.localstripe import localstripe
from tests.far_sides.stripe_peer import StripePeer


@pytest.fixture(scope="package")
def stripe_service() -> Iterator[StripePeer]:
    """localstripe with what it lacks before it."""
    with localstripe() as bank, StripePeer(bank) as peer:
        yield peer


@pytest.fixture
def stripe(stripe_service: StripePeer) -> StripePeer:
    """Stripe, with nothing in its books."""
    stripe_service.forget()
    return stripe_service


@pytest.fixture(scope="package")
def line_pay_service() -> Iterator[LinePayPeer]:
    """LINE Pay."""
    with line_pay() as peer:
        yield peer


@pytest.fixture
def line(line_pay_service: LinePayPeer) -> LinePayPeer:
    """LINE Pay, with nothing in its books."""
    line_pay_service.forget()
    return line_pay_service
