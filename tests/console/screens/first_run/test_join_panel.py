"""A fresh console joins a lot that has one already: over real HTTPS, with the code that the hub shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.compose import compose
from console.screens.first_run.join_panel import JoinPanel
from console.screens.first_run.screen import FirstRunScreen
from core.config import load_config
from core.domain.lots import Lot
from core.domain.people import Actor
from core.services.set_up_lot import set_up_lot
from core.store.folder import DataFolder
from core.store.queries.sharing import members
from tests.console.screens.booth import LANES, PIN, PLAN
from tests.core.sync.hub_lot import free_port

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


class HubConsole:
    """The lot's first console, at work without a window."""

    def __init__(self, folder):
        self.console = compose(DataFolder(folder))
        shared = replace(self.console.config.shared, hub_host="127.0.0.1", hub_port=free_port())
        self.console.config = replace(self.console.config, shared=shared)
        store = self.console.store
        lot = Lot(store.lot_id, "Riverside", 60, "Asia/Taipei", "TWD", LANES)
        pin_hash = self.console.hasher.hash(PIN)
        person = store.write(
            lambda unit: set_up_lot(unit, lot=lot, plan=PLAN, administrator="Ann", pin_hash=pin_hash)
        )
        self.ann = Actor(person.person_id, person.name, person.role)
        self.console.start()

    def invite(self, name):
        return self.console.membership.invite(self.ann, name)

    def names(self):
        return [each.name for each in self.console.store.read(members)]


@pytest.fixture
def hub(tmp_path):
    made = HubConsole(tmp_path / "hub")
    yield made
    made.console.stop()


@pytest.fixture
def panel(booth):
    booth.console.start()
    made = JoinPanel(booth.ctx)
    booth.show(made)
    made.take_focus()
    return made


def fill(booth, address, code):
    for text in (address, code):
        booth.type(text)
        booth.press(TAB)


def test_a_fresh_console_joins_with_address_and_code_and_gets_the_whole_lot(booth, hub, panel):
    invited = hub.invite("Exit South")
    fill(booth, invited.address, invited.code.lower())
    booth.press(ENTER)
    booth.until(lambda: "belongs to the lot now" in panel.told, "it has joined")
    booth.until(lambda: booth.state.lot is not None, "the lot is known here")
    assert booth.state.lot.name == "Riverside"
    assert hub.names() == ["Booth", "Exit South"]
    kept = load_config(booth.console.folder.config)
    assert (kept.shared.hub, kept.console.name) == (invited.address, "Exit South")


def test_a_wrong_code_is_refused_and_may_be_tried_again(booth, hub, panel):
    invited = hub.invite("Exit South")
    wrong = "LK-0000-0000-0000-0000"
    fill(booth, invited.address, wrong)
    booth.press(ENTER)
    booth.until(lambda: "code is not right" in panel.told, "it is refused")
    assert hub.names() == ["Booth"]
    panel._code.setText(invited.code)
    booth.press(ENTER)
    booth.until(lambda: "belongs to the lot now" in panel.told, "it has joined")


def test_what_is_no_code_is_said_before_anybody_is_asked(booth, panel):
    fill(booth, "127.0.0.1:1", "hello")
    booth.press(ENTER)
    booth.until(lambda: "no code" in panel.told, "it is said")


def test_a_hub_that_is_not_there_is_said(booth, panel):
    fill(booth, f"127.0.0.1:{free_port()}", "LK-7Q4M-0ZT8-P2XK-9RWB")
    booth.press(ENTER)
    booth.until(lambda: "No hub answers at 127.0.0.1:" in panel.told, "it is said where")


def test_enter_leads_from_the_address_to_the_code(booth, hub, panel):
    invited = hub.invite("Exit South")
    booth.type(invited.address)
    booth.press(ENTER)
    booth.type(invited.code)
    booth.press(ENTER)
    booth.until(lambda: "belongs to the lot now" in panel.told, "it has joined")


def test_a_console_with_a_history_of_its_own_stays_in_its_lot(booth, hub, panel):
    booth.set_up()
    invited = hub.invite("Exit South")
    fill(booth, invited.address, invited.code)
    booth.press(ENTER)
    booth.until(lambda: "records of its own" in panel.told, "it is refused")
    assert hub.names() == ["Booth"]


def test_the_first_run_offers_it_before_anything_was_typed(booth):
    screen = FirstRunScreen(booth.ctx)
    booth.show(screen)
    booth.press(Qt.Key.Key_J, ALT)
    assert screen.join.isVisible()
    booth.press(ESCAPE)
    assert not screen.join.isVisible()
