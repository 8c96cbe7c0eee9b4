from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from console.screens.form.approval import ask_approval
from core.domain.people import Right, Role
from core.services.badge import make_badge_reader, set_badge
from core.services.manage_people import change_person
from core.store.tables import journal
from tests.console.screens.booth import PIN

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
PAUSE_MS = 80


@pytest.fixture
def field(booth):
    """Ben, an attendant, at a screen with a field; Ann and Carla could approve, Dan and Cleo could not."""
    booth.set_up()
    booth.ben = booth.add("Ben")
    booth.carla = booth.add("Carla", Role.SUPERVISOR)
    booth.add("Dan")
    booth.state.sign_on(booth.ben)
    screen = QLineEdit()
    booth.show(screen)
    screen.setFocus()
    booth.until(screen.hasFocus, "the field has the keyboard")
    booth.words, booth.gone = [], []
    return screen


def ask(booth, screen):
    panel = ask_approval(
        booth.ctx,
        "approval.refund",
        Right.APPROVE_REFUND,
        booth.words.append,
        facts={"amount_minor": 60, "number": "1-12"},
        given_up=lambda: booth.gone.append(True),
        over=screen,
    )
    assert panel is not None
    booth.until(lambda: len(panel.people) > 0, "the people are listed")
    return panel


def choose(booth, digit):
    booth.type(digit)
    QTest.qWait(PAUSE_MS)


def told(booth, panel):
    booth.until(lambda: panel.told not in {"", "One moment…"}, "it is told")
    return panel.told


def entries(booth, kind):
    def look(unit):
        return [row.kind for row in unit.connection.execute(journal.select()) if row.kind == kind]

    return booth.store.read(look)


def test_it_says_what_is_to_be_approved_and_offers_who_may(booth, field):
    panel = ask(booth, field)
    assert panel.asked == "Pay back NT$ 60 of receipt 1-12."
    assert [person.name for person in panel.people] == ["Ann", "Carla"]


def test_a_digit_a_pin_and_enter_give_the_word_and_whoever_asked_stays_signed_on(booth, field):
    ask(booth, field)
    choose(booth, "2")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: len(booth.words) == 1, "the word is given")
    assert booth.words[0].approver.person_id == booth.carla.person_id
    assert booth.state.actor == booth.ben
    assert not booth.gone
    assert len(entries(booth, "person.approved")) == 1


def test_the_keyboard_goes_back_to_where_it_was(booth, field):
    field.setText("ABC")
    ask(booth, field)
    choose(booth, "2")
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: len(booth.words) == 1, "the word is given")
    assert field.hasFocus()
    assert field.text() == "ABC"


def test_escape_gives_it_up_and_nobody_has_approved_anything(booth, field):
    ask(booth, field)
    choose(booth, "2")
    booth.type("73")
    booth.press(ESC)
    assert booth.gone == [True]
    assert booth.words == []
    assert field.hasFocus()
    assert entries(booth, "person.approved") == []


def test_a_wrong_pin_is_told_and_gives_no_word(booth, field):
    panel = ask(booth, field)
    choose(booth, "2")
    booth.type("1111")
    booth.press(ENTER)
    assert told(booth, panel).startswith("That is not the PIN.")
    assert booth.words == []
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: len(booth.words) == 1, "the right one holds at once")


def test_wrong_pins_make_the_approver_wait_as_signing_on_does(booth, field):
    panel = ask(booth, field)
    choose(booth, "2")
    for _ in range(4):
        booth.type("1111")
        booth.press(ENTER)
        booth.until(lambda: panel.told not in {"", "One moment…"}, "it was checked")
        QTest.qWait(PAUSE_MS)
    assert "Try again in" in panel.told


def test_enter_alone_approves_nothing(booth, field):
    ask(booth, field)
    booth.press(ENTER, times=3)
    QTest.qWait(PAUSE_MS)
    assert booth.words == []


def test_keys_of_the_screen_behind_mean_nothing_meanwhile(booth, field):
    pressed = []
    QShortcut(QKeySequence("F9"), field, lambda: pressed.append("F9"))
    panel = ask(booth, field)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_F9)
    assert pressed == []
    booth.press(ESC)
    QTest.keyClick(field, Qt.Key.Key_F9)
    assert pressed == ["F9"]


def test_a_badge_chooses_its_holder_who_still_types(booth, field):
    def work(unit):
        digest = make_badge_reader(unit).digest("0004182735")
        set_badge(unit, actor=booth.ann, person_id=booth.carla.person_id, badge_digest=digest)

    booth.store.write(work)
    panel = ask(booth, field)
    booth.state.code_read.emit("0004182735")
    booth.until(lambda: panel.person is not None and panel.person.name == "Carla", "it is Carla's turn")
    assert booth.words == []
    booth.type(PIN)
    booth.press(ENTER)
    booth.until(lambda: len(booth.words) == 1, "the word is given")
    assert booth.words[0].approver.name == "Carla"


def test_the_own_badge_of_whoever_asks_is_refused_in_words(booth, field):
    def work(unit):
        digest = make_badge_reader(unit).digest("0004182735")
        set_badge(unit, actor=booth.ann, person_id=booth.ben.person_id, badge_digest=digest)

    booth.store.write(work)
    panel = ask(booth, field)
    booth.state.code_read.emit("0004182735")
    assert told(booth, panel).startswith("Nobody approves what they ask for themselves.")


def test_where_nobody_else_may_it_says_so(booth, field):
    def work(unit):
        carla = replace(unit.person(booth.carla.person_id), role=Role.ATTENDANT)
        change_person(unit, actor=booth.ann, person=carla)

    booth.store.write(work)
    booth.state.sign_on(booth.ann)
    panel = ask_approval(booth.ctx, "approval.refund", Right.APPROVE_REFUND, booth.words.append, over=field)
    booth.until(lambda: "Nobody else on record may approve this." in panel.how, "it is told")
    booth.press(ENTER)
    assert field.hasFocus()


@pytest.mark.parametrize("way", ["the console is locked", "they sign off"])
def test_it_goes_when_whoever_asked_goes(booth, field, way):
    panel = ask(booth, field)
    if way == "they sign off":
        booth.state.sign_on(None)
    else:
        booth.state.lock()
    assert not panel.isVisible()
    assert booth.gone == [True]


def test_without_anybody_signed_on_nothing_is_asked(booth, field):
    booth.state.sign_on(None)
    assert ask_approval(booth.ctx, "approval.refund", Right.APPROVE_REFUND, booth.words.append) is None
