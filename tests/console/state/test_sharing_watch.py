"""What the watch over sharing says aloud, and how often."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert

from console.state.sharing_watch import SharingWatch
from core.domain.errors import StoreError
from core.services.sharing import LinkState, LinkView, SharingView
from core.store.sharing_tables import refused_rows
from tests.fakes.shared_side import FakeSharedSide


@pytest.fixture
def side(desk):
    made = FakeSharedSide(SharingView(is_shared=True, links={"hub": LinkView("hub", LinkState.OK)}))
    desk.console.sharing = made
    return made


@pytest.fixture
def watch(desk, side):
    return SharingWatch(desk.console, desk.state, desk.app.jobs, desk.app)


def look(desk, watch):
    """One look, to its end."""
    watch.look()
    desk.until(lambda: not watch._looking, "it has looked")


def refuse(desk, refusal_id):
    desk.store.write(
        lambda unit: unit.connection.execute(
            insert(refused_rows).values(
                lot_id=unit.lot_id, refusal_id=refusal_id, console_id="c", seq=1, kind="stay.paid",
                cause="chain.fork", detail="", at=0, row={},
            )
        )
    )  # fmt: skip


def codes(desk):
    return [] if desk.state.message is None else [desk.state.message.code]


def test_a_far_side_that_goes_away_is_shown_and_disturbs_nobody(desk, side, watch):
    look(desk, watch)
    side.shown = SharingView(
        is_shared=True, links={"hub": LinkView("hub", LinkState.LOST, desk.clock.now(), "link.no_answer")}
    )
    look(desk, watch)
    assert desk.state.sharing.links["hub"].state is LinkState.LOST
    assert codes(desk) == []


def test_a_wrong_clock_is_said_once(desk, side, watch):
    look(desk, watch)
    off = LinkView("hub", LinkState.OK, skew=timedelta(minutes=-5))
    side.shown = SharingView(is_shared=True, links={"hub": off})
    look(desk, watch)
    assert codes(desk) == ["clock.off_behind"]
    assert "5 minutes behind" in desk.message
    posted = []
    desk.state.message_posted.connect(posted.append)
    look(desk, watch)
    assert posted == []


def test_something_refused_is_said_once_with_the_way_to_the_page(desk, watch):
    refuse(desk, "r-1")
    look(desk, watch)
    assert codes(desk) == ["sharing.refused"]
    assert desk.state.message.command_id == "screen.consoles"
    desk.state.message = None
    look(desk, watch)
    assert codes(desk) == []
    refuse(desk, "r-2")
    look(desk, watch)
    assert desk.state.message.facts["count"] == 2


def test_a_console_that_was_revoked_is_told_once(desk, side, watch):
    lost = LinkView("hub", LinkState.LOST, desk.clock.now(), "link.revoked")
    side.shown = SharingView(is_shared=True, links={"hub": lost})
    look(desk, watch)
    assert codes(desk) == ["link.revoked"]
    desk.state.message = None
    look(desk, watch)
    assert codes(desk) == []


def test_a_store_that_cannot_be_read_is_tried_again_with_the_next_look(desk, watch, monkeypatch):
    def broken(_work):
        raise StoreError("store.locked")

    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "read", broken)
        look(desk, watch)
    look(desk, watch)
    assert desk.state.sharing.is_shared
