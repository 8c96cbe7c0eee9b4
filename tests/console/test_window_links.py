"""What footer and header say about sharing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.i18n import install_language
from console.widgets.status import State
from core.services.sharing import LinkState, LinkView, SharingView, Waiting

NAMES = ("database", "hub", "internet", "payments")


def shared(desk, **states):
    """A view in which the named far sides are like that since 23 minutes ago, the others not used."""
    since = desk.clock.now() - timedelta(minutes=23)
    links = {
        name: LinkView(name, state, since, "link.no_answer" if state is LinkState.LOST else "")
        for name, state in (dict.fromkeys(NAMES, LinkState.NOT_USED) | states).items()
    }
    return SharingView(is_shared=True, hub_id="h", links=links)


def with_waiting(view, name, waiting):
    """The view with that waiting for one far side."""
    return replace(view, links={**view.links, name: replace(view.links[name], waiting=waiting)})


def test_a_lot_of_one_console_has_nothing_to_say_about_sharing(desk):
    desk.state.show_sharing(SharingView())
    window = desk.app.window
    assert window.footer.links.isHidden()
    assert window.header.lamp.text() == ""


def test_each_far_side_that_is_used_has_its_own_word(desk):
    view = shared(desk, database=LinkState.OK, hub=LinkState.UNKNOWN, internet=LinkState.OK)
    desk.state.show_sharing(view)
    assert desk.app.window.footer.links.texts() == {
        "database": "database ok",
        "hub": "hub: not tried yet",
        "internet": "internet ok",
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_away_says_since_when_and_the_others_stay_as_they_are(desk, name):
    states = dict.fromkeys(NAMES, LinkState.OK) | {name: LinkState.LOST}
    desk.state.show_sharing(shared(desk, **states))
    texts = desk.app.window.footer.links.texts()
    assert texts[name].endswith("away since 07:37")
    assert all(text.endswith(" ok") for other, text in texts.items() if other != name)


def test_a_far_side_that_answers_though_a_chain_is_stuck_is_in_trouble(desk):
    view = shared(desk, hub=LinkState.OK)
    stuck = replace(view.links["hub"], cause="chain.fork")
    desk.state.show_sharing(replace(view, links={**view.links, "hub": stuck}))
    assert desk.app.window.footer.links.texts() == {"hub": "hub: in trouble"}


def test_what_waits_is_counted_and_nothing_waiting_is_said_too(desk):
    view = shared(desk, database=LinkState.OK)
    desk.state.show_sharing(view)
    assert desk.app.window.footer.links.waiting() == "all sent"
    desk.state.show_sharing(with_waiting(view, "database", Waiting(37, 0)))
    assert desk.app.window.footer.links.waiting() == "37 unsent"


def test_a_hub_without_a_database_says_what_its_other_consoles_do_not_hold_yet(desk):
    view = shared(desk)
    others = LinkView("consoles", LinkState.OK, desk.clock.now(), waiting=Waiting(3, 1))
    desk.state.show_sharing(replace(view, is_hub=True, links={**view.links, "consoles": others}))
    window = desk.app.window
    assert window.footer.links.texts() == {"consoles": "other consoles ok"}
    assert window.footer.links.waiting() == "3 unsent"
    assert window.header.lamp.text() == "1 money records only here"


def test_a_wrong_clock_is_named_with_its_minutes_and_a_right_one_is_not(desk):
    view = shared(desk, database=LinkState.OK, hub=LinkState.OK)
    links = desk.app.window.footer.links
    for minutes, said in ((6, "clock 6 min ahead"), (-3, "clock 3 min behind"), (2, "")):
        off = replace(view.links["hub"], skew=timedelta(minutes=minutes))
        desk.state.show_sharing(replace(view, links={**view.links, "hub": off}))
        assert links.clock() == said


def test_of_two_clocks_the_databases_counts(desk):
    view = shared(desk, database=LinkState.OK, hub=LinkState.OK)
    skews = {"database": timedelta(), "hub": timedelta(minutes=30)}
    judged = {name: replace(view.links[name], skew=skew) for name, skew in skews.items()}
    desk.state.show_sharing(replace(view, links={**view.links, **judged}))
    assert desk.app.window.footer.links.clock() == ""


def test_refused_items_stand_in_the_footer(desk):
    desk.state.show_sharing(replace(shared(desk, hub=LinkState.OK), refused=2))
    assert desk.app.window.footer.links.refused() == "refused: 2"
    desk.state.show_sharing(shared(desk, hub=LinkState.OK))
    assert desk.app.window.footer.links.refused() == ""


def test_the_lamp_says_when_the_pc_may_be_unplugged_and_since_when_money_is_only_here(desk):
    view = shared(desk, database=LinkState.LOST)
    desk.state.show_sharing(view)
    assert desk.app.window.header.lamp.text() == "safe to unplug"
    since = desk.clock.now() - timedelta(minutes=20)
    desk.state.show_sharing(with_waiting(view, "database", Waiting(37, 3, since)))
    assert desk.app.window.header.lamp.text() == "3 money records only here since 07:40"


def test_money_that_one_of_two_homes_holds_is_safe(desk):
    view = shared(desk, database=LinkState.LOST, hub=LinkState.OK)
    desk.state.show_sharing(with_waiting(view, "database", Waiting(9, 4)))
    assert desk.app.window.header.lamp.text() == "safe to unplug"


def test_the_own_database_is_told_apart_from_the_shared_one(desk):
    desk.state.show_sharing(shared(desk, database=LinkState.OK))
    assert desk.app.window.footer._database.text() == "records ok"
    assert desk.app.window.footer._database.state is State.OK


def test_words_follow_the_language(desk, qapp):
    desk.state.show_sharing(shared(desk, database=LinkState.OK))
    try:
        install_language(qapp, "zh_TW")
        desk.until(lambda: bool(desk.app.window.footer.links.texts()["database"]))
    finally:
        install_language(qapp, "en")
    desk.until(lambda: desk.app.window.footer.links.texts()["database"] == "database ok")
