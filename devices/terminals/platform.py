"""A payment platform that takes no real money: its driver scans a code and pays on a page that is not there.

It behaves as the simulated terminal does, and shows the driver a page to open besides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.services.payment_ports import Answer, ChargeAnswer, ChargeAsk
from devices.terminals.simulator import SimulatedTerminal

# ``.example`` belongs to nobody, so that nobody pays anybody by scanning it (RFC 2606).
PAGE: Final = "https://pay.example/{reference}"


class SimulatedPlatform(SimulatedTerminal):
    """A platform in memory; may be called from several threads."""

    def begin(self, ask: ChargeAsk) -> ChargeAnswer:
        return _with_page(super().begin(ask))

    def look(self, ask: ChargeAsk) -> ChargeAnswer:
        return _with_page(super().look(ask))


def _with_page(answer: ChargeAnswer) -> ChargeAnswer:
    """The page stands there as long as nobody paid."""
    if answer.answer is not Answer.WAITING:
        return answer
    return replace(answer, shown=PAGE.format(reference=answer.reference))
