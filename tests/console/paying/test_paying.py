"""A console that takes money by itself: through compose, with the terminal that takes no real money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.compose import Console, compose
from console.paying.accounts import KINDS
from console.paying.paying import Paying
from core.config import PayConfig
from core.domain.orders import Charge
from core.domain.people import Actor
from core.services.ask_for_money import charge_order
from core.services.give_back import back_task_kind
from core.services.open_order import open_order
from core.services.order_book import load_order
from core.services.ports import Health
from core.services.quote_stay import quote_stay
from core.services.sharing import LinkState
from core.services.tasks import money_task_kind
from core.store.folder import DataFolder
from core.store.queries.money import open_charges, unknown_charges
from core.store.tables import tasks
from devices.terminals.simulator import Outcome, SimulatedTerminal
from tests.booth import wait_until
from tests.core.store.lot import MORNING, drive_in, opened, set_up
from tests.core.store.lot import SetClock as Clock

CONFIG = 'format = 1\n[[pay]]\nid = "card"\nkind = "simulator"\nname = "Terminal 1"\nwait_s = 60\n'


class Running:
    """A composed console with a car that owes money."""

    def __init__(self, folder: Path, config: str = CONFIG) -> None:
        (folder / "lotkeeper.toml").write_text(config)
        self.clock = Clock(MORNING + timedelta(minutes=45))
        self.console: Console = compose(DataFolder(folder), clock=self.clock)
        self.boss: Actor
        self.stay_id = ""

    def begin(self) -> None:
        now, self.clock.instant = self.clock.instant, MORNING
        self.boss = set_up(self.console.store)
        self.stay_id = drive_in(self.console.store, "ABC1234")
        self.clock.instant = now

    @property
    def terminal(self) -> SimulatedTerminal:
        provider = self.console.paying.provider("card")
        assert isinstance(provider, SimulatedTerminal)
        return provider

    def ask(self) -> Charge:
        store, account = self.console.store, self.console.paying.accounts[0]
        quote = store.read(lambda view: quote_stay(view, actor=self.boss, stay_id=self.stay_id))
        due = quote.quote.total_minor
        order = store.write(
            lambda unit: open_order(unit, actor=self.boss, stay_id=self.stay_id, shown_minor=due)
        )
        return store.write(
            lambda unit: charge_order(unit, actor=self.boss, order_id=order.order_id, account=account)
        )

    def is_paid(self) -> bool:
        return bool(self.console.store.read(lambda view: view.stay(self.stay_id)).payments)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path)
    try:
        made.begin()
        yield made
    finally:
        made.console.stop()


def test_an_account_of_the_configuration_can_be_charged(running: Running) -> None:
    (account,) = running.console.paying.accounts
    assert (account.id, account.name, account.tender.value) == ("card", "Terminal 1", "card")
    assert account.wait == timedelta(seconds=60)
    assert running.console.paying.status("card").health is Health.UNKNOWN
    assert running.console.paying.link().state is LinkState.UNKNOWN


def test_a_charge_is_asked_for_as_soon_as_it_is_written_down(running: Running) -> None:
    running.console.paying.start()
    running.terminal.expect(Outcome.LOST_REPLY)
    running.ask()
    wait_until(lambda: bool(running.terminal.taken), "the terminal is asked")
    wait_until(lambda: bool(running.console.store.read(unknown_charges)), "nobody knows")

    def is_paid_a_moment_later() -> bool:
        # When it is asked again is reckoned from the end of the first try, whenever that is.
        running.clock.instant += timedelta(milliseconds=100)
        return running.is_paid()

    wait_until(is_paid_a_moment_later, "it is looked at")
    assert len(running.terminal.taken) == 1
    assert running.console.paying.status("card").health is Health.OK
    assert running.console.paying.link().state is LinkState.OK


def test_asking_now_does_not_wait_for_its_turn(running: Running) -> None:
    running.console.paying.start()
    running.terminal.expect(Outcome.LOST_REPLY)
    running.ask()
    wait_until(lambda: bool(running.console.store.read(unknown_charges)), "nobody knows")
    running.console.paying.hasten("card")
    wait_until(running.is_paid, "it is looked at")


def test_a_far_side_that_is_away_is_told_until_nobody_knows_any_more(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.console.paying.start()
    running.terminal.expect(Outcome.UNREACHABLE)
    running.ask()
    wait_until(lambda: running.console.paying.status("card").health is Health.FAILED, "it fails")
    link = running.console.paying.link()
    assert (link.state, link.cause) == (LinkState.LOST, "terminal.no_answer")
    later = running.clock.monotonic_ns() + 301_000_000_000
    monkeypatch.setattr(running.clock, "monotonic_ns", lambda: later)
    assert running.console.paying.status("card").health is Health.UNKNOWN


def test_a_charge_whose_task_is_gone_is_taken_up_at_the_start(running: Running) -> None:
    running.ask()
    running.console.store.write(lambda unit: unit.connection.execute(tasks.delete()))
    running.console.paying.start()
    wait_until(lambda: bool(running.terminal.taken), "it is asked for")


def test_a_charge_that_is_asked_about_already_is_not_taken_up_twice(running: Running) -> None:
    running.ask()
    running.console.paying.take_up()
    waiting = running.console.store.read(lambda view: view.waiting_tasks(money_task_kind("card")))
    assert len(waiting) == 1


def test_an_account_that_is_gone_leaves_its_charges_unknown_not_lost(running: Running) -> None:
    charge = running.ask()
    running.console.paying.rewire(())
    running.console.paying.take_up()
    (doubted,) = running.console.store.read(unknown_charges)
    assert (doubted.charge_id, doubted.cause) == (charge.charge_id, "charge.account_gone")
    assert running.console.paying.link().state is LinkState.NOT_USED
    assert running.console.paying.status("card").cause == "payments.no_account"
    running.console.paying.rewire((PayConfig("card", "simulator"),))
    running.console.paying.start()
    wait_until(lambda: not running.console.store.read(unknown_charges), "it is asked about again")


def test_accounts_that_did_not_change_keep_what_they_know(running: Running) -> None:
    (config,) = running.console.config.pays
    before = running.console.paying.provider("card")
    running.console.paying.rewire((config, PayConfig("second", "simulator")))
    assert running.console.paying.provider("card") is before
    assert [account.id for account in running.console.paying.accounts] == ["card", "second"]
    running.console.paying.rewire((replace(config, name="Other"),))
    assert running.console.paying.provider("card") is not before


def test_each_account_has_a_queue_for_taking_and_one_for_giving_back(running: Running) -> None:
    assert set(running.console.paying.handlers()) == {money_task_kind("card"), back_task_kind("card")}


def test_a_kind_that_nothing_is_there_for_is_left_out(tmp_path: Path) -> None:
    clock = Clock()
    with opened(tmp_path, clock) as store:
        line = PayConfig("line", "line_pay", user="1", secret="x")
        paying = Paying((line,), store=store, clock=clock, kinds=KINDS)
        assert paying.accounts == ()
        assert paying.provider("line") is None


def test_what_was_asked_for_before_a_restart_is_looked_at_after_it(tmp_path: Path) -> None:
    first = Running(tmp_path)
    first.begin()
    first.console.paying.start()
    first.terminal.expect(Outcome.SLOW)
    charge = first.ask()
    wait_until(lambda: bool(first.terminal.taken), "it is asked for")
    terminal = first.terminal
    wait_until(lambda: bool(first.console.store.read(open_charges)[0].reference), "the terminal knows it")
    first.console.stop()
    second = Running(tmp_path)
    try:
        second.clock.instant += timedelta(seconds=30)
        terminal.pay(charge.key)
        running_provider(second, terminal)
        second.console.paying.start()
        wait_until(
            lambda: second.console.store.read(lambda view: load_order(view, charge.order_id)).closed_by != "",
            "it is confirmed",
        )
        assert len(terminal.taken) == 1
    finally:
        second.console.stop()


def running_provider(made: Running, terminal: SimulatedTerminal) -> None:
    """The same terminal stands at the desk after the restart."""
    kind = replace(KINDS["simulator"], build=lambda _config: terminal)
    made.console.paying = Paying(
        made.console.config.pays,
        store=made.console.store,
        clock=made.clock,
        kinds={"simulator": kind},
    )
