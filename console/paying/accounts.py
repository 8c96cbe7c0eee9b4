"""The accounts of the configuration: what screens know of each, and the provider behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from core.config import PayConfig
from core.domain.payments import Tender
from core.services.payment_ports import PayAccount, PaymentProvider
from devices.terminals.platform import SimulatedPlatform
from devices.terminals.simulator import SimulatedTerminal

Builder = Callable[[PayConfig], PaymentProvider]
"""Makes the provider of an account, without asking anybody anything."""


@dataclass(frozen=True, slots=True)
class PayKind:
    """What all accounts of a kind have in common."""

    tender: Tender
    build: Builder
    can_scan: bool = False
    title: str = ""


KINDS: Final[Mapping[str, PayKind]] = {
    "simulator": PayKind(Tender.CARD, lambda _config: SimulatedTerminal(), title="Card"),
    "simulator_page": PayKind(Tender.STRIPE, lambda _config: SimulatedPlatform(), title="Platform"),
}
"""By kind of configuration, those that are built in here; gateways are handed in by ``console.compose``."""


def account_of(config: PayConfig, kind: PayKind) -> PayAccount:
    """The account as screens and services know it."""
    return PayAccount(
        id=config.id,
        name=config.name or kind.title or config.id,
        tender=kind.tender,
        kind=config.kind,
        can_scan=kind.can_scan,
        wait=timedelta(seconds=config.wait_s),
    )
