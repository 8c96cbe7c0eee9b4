from dataclasses import replace
from datetime import UTC, datetime

import pytest

from console.compose import Listeners, compose
from console.paying.keeping import keep_accounts, new_account_id
from core.config import PayConfig, load_config
from core.domain.errors import ConfigError, NotAllowed, Refused
from core.domain.payments import Tender
from core.domain.people import Actor, Role
from core.domain.refunds import ORDER_GIVEN_UP, Refund
from core.services.give_back import ask_back, known_refund, note_due
from core.store.folder import DataFolder
from tests.fakes.clock import FakeClock

ADMINISTRATOR = Actor("ann", "Ann", Role.ADMINISTRATOR)
CARD = PayConfig("terminal-1", "simulator", "Card")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def console(tmp_path):
    made = compose(DataFolder(tmp_path), clock=FakeClock(), listeners=Listeners())
    yield made
    made.stop()


def test_a_new_account_is_called_by_its_service_and_a_number_of_its_own():
    assert new_account_id("stripe_checkout", []) == "stripe-1"
    taken = [PayConfig("line-pay-1", "line_pay"), PayConfig("line-pay-3", "line_pay")]
    assert new_account_id("line_pay", taken) == "line-pay-2"


def test_only_who_manages_payments_keeps_accounts(console):
    with pytest.raises(NotAllowed):
        keep_accounts(console, [CARD], actor=Actor("ben", "Ben", Role.SUPERVISOR))
    assert not console.config.pays


def test_what_the_file_refuses_changes_nothing(console):
    with pytest.raises(ConfigError):
        keep_accounts(console, [CARD, CARD], actor=ADMINISTRATOR)
    assert not console.config.pays
    assert not console.paying.accounts


def test_an_account_that_is_still_asked_for_money_is_not_taken_out(console, monkeypatch):
    keep_accounts(console, [CARD], actor=ADMINISTRATOR)

    class Asked:
        account = "terminal-1"

    monkeypatch.setattr("console.paying.keeping.open_charges", lambda _view, most: [Asked()])
    with pytest.raises(Refused):
        keep_accounts(console, [], actor=ADMINISTRATOR)
    assert [pay.id for pay in load_config(console.folder.config).pays] == ["terminal-1"]


def test_an_account_that_is_giving_money_back_is_not_taken_out(console):
    keep_accounts(console, [CARD], actor=ADMINISTRATOR)
    refund = Refund("r-1", "s-1", "", 200, "EUR", ORDER_GIVEN_UP, NOW, tender=Tender.CARD)
    refund = replace(refund, charge_id="c-1", account="terminal-1", reference="far-1", order_id="o-1")

    def give_back(unit):
        note_due(unit, refund, who="system")
        ask_back(unit, known_refund(unit, "r-1"), who="system")

    console.store.write(give_back)
    with pytest.raises(Refused):
        keep_accounts(console, [], actor=ADMINISTRATOR)
