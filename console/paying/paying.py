"""All that takes money by itself: the accounts, how each is, and the tasks that ask them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from console.paying.accounts import KINDS, PayKind, account_of
from core.config import PayConfig
from core.services.do_charge import ChargeDoer
from core.services.give_back import BackGiver, back_task_kind
from core.services.payment_ports import PayAccount, PaymentProvider
from core.services.ports import Clock, DeviceStatus, Health
from core.services.take_up_charges import take_up_charges
from core.services.tasks import TaskHandler, money_task_kind
from core.store.queries.money import open_charges
from core.store.store import Store

log = logging.getLogger(__name__)

MOST_TAKEN_UP: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Running:
    account: PayAccount
    config: PayConfig
    provider: PaymentProvider
    doer: ChargeDoer


class Paying:
    """The accounts of the configuration at work; ``console.paying``."""

    def __init__(
        self,
        configs: Sequence[PayConfig],
        *,
        store: Store,
        clock: Clock,
        kinds: Mapping[str, PayKind] = KINDS,
    ) -> None:
        self._store = store
        self._clock = clock
        self._kinds = kinds
        self._running: dict[str, _Running] = {}
        self.follow(configs)

    @property
    def accounts(self) -> tuple[PayAccount, ...]:
        """Those that can be charged, in the order of the configuration."""
        return tuple(each.account for each in self._running.values())

    def account(self, account_id: str) -> PayAccount | None:
        """The account of that id, None where it is not configured."""
        running = self._running.get(account_id)
        return running.account if running is not None else None

    def provider(self, account_id: str) -> PaymentProvider | None:
        """Who is asked for that account's money, None where it is not configured."""
        running = self._running.get(account_id)
        return running.provider if running is not None else None

    def config(self, account_id: str) -> PayConfig | None:
        """The account's configuration."""
        running = self._running.get(account_id)
        return running.config if running is not None else None

    def status(self, account_id: str) -> DeviceStatus:
        """How the account's far side answered last."""
        running = self._running.get(account_id)
        if running is None:
            return DeviceStatus(Health.FAILED, self._clock.monotonic_ns(), "payments.no_account")
        return running.doer.status()

    def hasten(self, account_id: str) -> None:
        """Ask about all charges of the account that wait now; returns at once."""
        kind = money_task_kind(account_id)
        self._store.submit(lambda unit: unit.hasten_tasks(kind))

    def follow(self, configs: Sequence[PayConfig]) -> None:
        """Run the accounts of this configuration; those that did not change keep what they know."""
        running: dict[str, _Running] = {}
        for config in configs:
            before = self._running.get(config.id)
            if before is not None and before.config == config:
                running[config.id] = before
            elif (kind := self._kinds.get(config.kind)) is not None:
                account, provider = account_of(config, kind), kind.build(config)
                doer = ChargeDoer(self._store, account, provider, self._clock)
                running[config.id] = _Running(account, config, provider, doer)
            else:
                log.warning("account %s: there is nothing for the kind %s", config.id, config.kind)
        self._running = running

    def take_up(self) -> None:
        """Have everything asked about that a crash left behind; before the tasks run."""
        unsettled = self._store.read(lambda view: open_charges(view, most=MOST_TAKEN_UP))
        if unsettled:
            accounts = frozenset(self._running)
            self._store.write(partial(take_up_charges, unsettled=unsettled, accounts=accounts))

    def handlers(self) -> dict[str, TaskHandler]:
        """How the tasks of each account are done: those that take money, and those that give it back."""
        takes = {money_task_kind(name): each.doer.handler() for name, each in self._running.items()}
        gives = {
            back_task_kind(name): BackGiver(self._store, each.provider).handler()
            for name, each in self._running.items()
        }
        return takes | gives
