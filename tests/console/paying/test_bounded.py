"""A call that takes several exchanges is over in the time of one, and says whether anything was sent."""

from __future__ import annotations

import time

import pytest

from console.paying.bounded import Bounded
from console.paying.web_line import WebLine
from core.domain.errors import DeviceError
from core.gateways.stripe_http import StripeHttp
from core.gateways.stripe_terminal import StripeTerminal
from core.services.account_answer import Askable
from core.services.payment_ports import Answer
from tests.core.gateways.asks import an_ask, now
from tests.far_sides.localstripe import SECRET, localstripe
from tests.far_sides.stripe_peer import READER, StripePeer


def test_a_service_that_is_slow_at_each_step_does_not_add_up() -> None:
    with localstripe() as bank, StripePeer(bank) as stripe:
        line = WebLine(stripe.origin, 1.0)
        terminal = Bounded(StripeTerminal(StripeHttp(line, SECRET, now), now, reader=READER), line)
        assert isinstance(terminal, Askable)
        assert terminal.begin(an_ask("quick")).answer is Answer.WAITING
        stripe.before_answer = lambda: time.sleep(0.45)
        began = time.monotonic()
        with pytest.raises(DeviceError) as raised:
            terminal.begin(an_ask("slow"))
        took_s = time.monotonic() - began
        stripe.before_answer = lambda: None
        assert (raised.value.cause, raised.value.unknown) == ("gateway.no_answer", True)
        assert took_s < 3
        # The next call has a limit of its own.
        assert terminal.look(an_ask("quick")).answer is Answer.WAITING
        line.close()
