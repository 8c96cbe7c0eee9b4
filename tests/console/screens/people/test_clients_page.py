from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.screens.people import PeopleScreen
from core.services.manage_clients import add_client

ENTER, TAB, INSERT, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Insert, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(booth):
    booth.set_up()
    screen = PeopleScreen(booth.ctx)
    booth.show(screen)
    booth.until(lambda: screen.names == ["Ann"], "Ann is listed")
    booth.press(Qt.Key.Key_2, ALT)
    booth.until(screen.clients.isVisible, "the clients are shown")
    return screen.clients


def client(booth, name, contact="", plates=()):
    return booth.store.write(
        lambda unit: add_client(unit, actor=booth.ann, name=name, contact=contact, plates=plates)
    )


def test_an_account_is_opened_by_keyboard_alone(booth, page):
    booth.press(INSERT)
    booth.type("Wu Mei-ling")
    booth.press(TAB)
    booth.type("0912 345 678")
    booth.press(TAB)
    booth.type("abc-1234, KLM 8837")
    booth.press(ENTER)
    booth.until(lambda: page.names == ["Wu Mei-ling"], "the account is listed")
    assert booth.state.message.code == "client.added"
    assert page.panel.said == "0912 345 678\nABC1234, KLM8837"


def test_typing_searches_by_name_contact_and_plate(booth, page):
    client(booth, "Wu Mei-ling", "0912 345 678", ("ABC-1234",))
    client(booth, "Lin", "lin@example.org", ("XYZ-9999",))
    page.refresh()
    booth.until(lambda: page.names == ["Lin", "Wu Mei-ling"], "both are listed")
    booth.type("xyz9")
    booth.until(lambda: page.names == ["Lin"], "the plate is found")
    page._search.clear()
    booth.type("345")
    booth.until(lambda: page.names == ["Wu Mei-ling"], "the contact is found")
    page._search.clear()
    booth.type("nobody at all")
    booth.until(lambda: page.names == [], "nobody is found")
    assert "Choose a client" in page.panel.said


def test_the_stays_of_the_clients_plates_are_listed_with_what_was_paid(booth, page):
    client(booth, "Wu", "", ("ABC-1234",))
    booth.pay(booth.car_inside("ABC1234"))
    booth.car_inside("QQQ777")
    page.refresh()
    booth.until(lambda: len(page.panel.stays) == 1, "the stay is listed")
    model = page.panel._model
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row == ["ABC1234", "Wed 13 May 06:30", "NT$ 60", "1"]


def test_a_plate_of_another_account_is_refused_with_the_name_and_nothing_is_lost(booth, page):
    client(booth, "Lin", "", ("XYZ-9999",))
    booth.press(INSERT)
    booth.type("Wu")
    booth.press(TAB, times=2)
    booth.type("xyz9999")
    booth.press(ENTER)
    booth.until(lambda: "Lin" in page.form.told, "it is refused")
    assert (page.form.name, page.form.plates) == ("Wu", ("xyz9999",))


def test_an_account_is_changed_closed_and_opened_again(booth, page):
    wu = client(booth, "Wu", "0912", ("ABC-1234",))
    page.refresh()
    booth.until(lambda: page.names == ["Wu"], "the account is listed")
    booth.press(Qt.Key.Key_E, ALT)
    booth.type(" Mei")
    booth.press(ENTER)
    booth.until(lambda: page.names == ["Wu Mei"], "the name is changed")
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: "closed" in page.panel.said, "it is closed")
    kept = booth.store.read(lambda view: view.person(wu.person_id))
    assert kept == replace(wu, name="Wu Mei", active=False)
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: "closed" not in page.panel.said, "it is open again")


def test_a_closed_account_is_forgotten_once_that_was_asked_for_twice(booth, page):
    wu = client(booth, "Wu", "0912", ("ABC-1234",))
    page.refresh()
    booth.until(lambda: page.names == ["Wu"], "the account is listed")
    booth.press(Qt.Key.Key_F, ALT)
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: "closed" in page.panel.said, "it is closed")
    booth.press(Qt.Key.Key_F, ALT)
    assert booth.store.read(lambda view: view.person(wu.person_id)).name == "Wu"
    booth.press(Qt.Key.Key_F, ALT)
    booth.until(lambda: page.names == [], "it is gone")
    assert booth.state.message.code == "client.forgotten"
    assert booth.store.read(lambda view: view.person(wu.person_id)).contact == ""


def test_an_attendant_forgets_no_account(booth, page):
    wu = client(booth, "Wu", "0912", ("ABC-1234",))
    booth.state.sign_on(booth.add("Ben"))
    page.refresh()
    booth.until(lambda: page.names == ["Wu"], "the account is listed")
    booth.press(Qt.Key.Key_W, ALT)
    booth.until(lambda: "closed" in page.panel.said, "it is closed")
    booth.press(Qt.Key.Key_F, ALT, times=2)
    assert booth.store.read(lambda view: view.person(wu.person_id)).name == "Wu"


def test_escape_leaves_the_form_and_nothing_is_opened(booth, page):
    booth.press(INSERT)
    booth.type("Wu")
    booth.press(ESCAPE)
    assert not page.form.isVisible()
    assert page.names == []
