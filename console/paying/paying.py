"""All that takes money by itself: the accounts, how each is, and the tasks that ask them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from console.paying.accounts import KINDS, PayKind, account_of
from core.config import PayConfig
from core.services.do_charge import ChargeDoer
from core.services.give_back import BackGiver, back_task_kind
from core.services.payment_ports import PayAccount, PaymentProvider
from core.services.ports import Clock, DeviceStatus, Health
from core.services.sharing import LinkState, LinkView
from core.services.take_up_charges import take_up_charges
from core.services.tasks import TaskHandler, money_task_kind
from core.store.queries.money import open_charges
from core.store.store import Store
from core.store.tasks import TaskRunner

log = logging.getLogger(__name__)

MOST_TAKEN_UP: Final = 10_000
PAYMENTS: Final = "payments"
"""The name of the link to whatever takes money."""


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
        self._tasks: TaskRunner | None = None
        self._turn = threading.Lock()
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

    def link(self) -> LinkView:
        """How the far sides of all accounts are, as one: away where one of them is."""
        if not self._running:
            return LinkView(PAYMENTS, LinkState.NOT_USED)
        found = [each.doer.status() for each in self._running.values()]
        lost = next((status for status in found if status.health is Health.FAILED), None)
        if lost is not None:
            lasts = timedelta(microseconds=(self._clock.monotonic_ns() - lost.since_ns) // 1000)
            return LinkView(PAYMENTS, LinkState.LOST, self._clock.now() - lasts, lost.cause)
        is_well = any(status.health is Health.OK for status in found)
        return LinkView(PAYMENTS, LinkState.OK if is_well else LinkState.UNKNOWN)

    def start(self) -> None:
        """Take up what a crash left behind, and do the tasks of all accounts, apart from all other tasks."""
        with self._turn:
            self._begin()

    def stop(self) -> None:
        """Ask nobody any more, within 3 s an account; the next start goes on with what is under way."""
        with self._turn:
            self._end()

    def rewire(self, configs: Sequence[PayConfig]) -> None:
        """Go on with the accounts of this configuration; may take some seconds, and no gate waits for it."""
        with self._turn:
            was_running = self._tasks is not None
            self._end()
            self.follow(configs)
            if was_running:
                self._begin()

    def _begin(self) -> None:
        if self._tasks is None:
            self.take_up()
            self._tasks = TaskRunner(self._store, self.handlers(), self._clock)
            self._tasks.start()

    def _end(self) -> None:
        if self._tasks is not None:
            self._tasks.stop()
            self._tasks = None

    def follow(self, configs: Sequence[PayConfig]) -> None:
        """Know the accounts of this configuration; those that did not change keep what they know."""
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
