import csv
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from console.screens.audit import AuditScreen, happened_page
from core.domain.anchors import read_anchor
from core.domain.errors import NotAllowed
from core.domain.lots import Article
from core.domain.merchants import Gives, Merchant
from core.domain.people import Role
from core.services.anchors import anchor_text
from core.services.correct_plate import correct_plate
from core.services.merchants import set_merchant
from core.services.purge import plan_purge
from core.services.resolve_stay import write_off
from core.services.sell_article import sell_article
from core.services.set_up_lot import change_lot
from core.services.view_photo import view_photo

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def lot(booth):
    booth.set_up()
    booth.ben = booth.add("Ben")
    booth.first = booth.car_inside("ABC1234", minutes=95)
    booth.second = booth.car_inside("KLM8837", minutes=30)
    booth.pay(booth.first)
    booth.store.write(
        lambda unit: correct_plate(unit, actor=booth.ben, stay_id=booth.second, typed="KLM8831")
    )
    return booth


@pytest.fixture
def screen(lot):
    made = AuditScreen(lot.ctx)
    lot.show(made)
    lot.until(lambda: len(made.happened.entries) > 5, "the journal is listed")
    return made


def whats(screen):
    return [row[2] for row in screen.happened.texts()]


def test_the_latest_stands_first_with_who_did_it(lot, screen):
    when, who, what = screen.happened.texts()[0]
    assert (who, what) == ("Ben", "Plate corrected. KLM8837 → KLM8831")
    assert when
    assert "Ben was added." in whats(screen)
    assert "Paid. NT$ 80, receipt 1. ABC1234" in whats(screen)


def test_one_person_alone_is_listed_when_chosen(lot, screen):
    screen.happened.choose_who(lot.ben.person_id)
    lot.until(lambda: len(screen.happened.entries) == 1, "only Ben's")
    assert {row[1] for row in screen.happened.texts()} == {"Ben"}


def test_only_money_is_listed_when_chosen(lot, screen):
    money = ("stay.paid", "payment.", "order.", "charge.", "refund.", "debt.", "article.", "receipt.")
    screen.happened.choose_kinds(money)
    lot.until(lambda: whats(screen) == ["Paid. NT$ 80, receipt 1. ABC1234"], "only what was paid")


def test_the_chosen_entry_says_all_that_it_holds(lot, screen):
    shown = dict(screen.happened.details.texts())
    assert shown["plate"] == "KLM8831"
    assert shown["typed"] == "KLM8831"


def test_what_was_sold_and_which_merchant_was_changed_is_said(lot, screen):
    merchant = Merchant("m-1", "Mega Mart", "MEGA", Gives.MINUTES, Decimal(60))
    lot.store.write(lambda unit: set_merchant(unit, actor=lot.ann, merchant=merchant))
    articles = (Article("card", "Pass card", 100),)
    lot.store.write(lambda unit: change_lot(unit, actor=lot.ann, lot=replace(unit.lot(), articles=articles)))
    sold = {"article_id": "card", "quantity": 1, "shown_minor": 100, "tendered_minor": 100}
    lot.store.write(lambda unit: sell_article(unit, actor=lot.ann, drawer="drawer-1", **sold))
    screen.happened.reload()
    lot.until(lambda: "Merchant changed: Mega Mart." in whats(screen), "the merchant is named")
    assert "Article sold: Pass card, NT$ 100, receipt 2." in whats(screen)


def test_no_line_ends_before_it_said_what(lot, screen):
    assert not [what for what in whats(screen) if what.endswith(":")]


def test_amounts_are_said_as_the_lot_writes_them(lot, screen):
    screen.happened.choose_kinds(("shift.", "cash.", "drawer.", "slip."))
    lot.until(lambda: len(screen.happened.entries) == 1, "the shift that was opened")
    assert dict(screen.happened.details.texts())["float_minor"] == "NT$ 1,000"


def test_it_is_read_on_page_by_page(lot, screen, monkeypatch):
    read = happened_page.happened
    monkeypatch.setattr(
        happened_page, "happened", lambda unit, wanted, after=None: read(unit, wanted, after=after, most=3)
    )
    count = len(screen.happened.entries)
    screen.happened.reload()
    lot.until(lambda: len(screen.happened.entries) == 3, "the first three")
    while len(screen.happened.entries) < count:
        before = len(screen.happened.entries)
        lot.press(Qt.Key.Key_N, ALT)
        lot.until(lambda before=before: len(screen.happened.entries) > before, "older ones")
    assert len({entry.entry_id for entry in screen.happened.entries}) == count


def test_it_goes_to_a_file_for_spreadsheets(lot, screen, tmp_path):
    file = tmp_path / "audit.csv"
    screen.happened.export_to(file)
    lot.until(file.is_file, "the file is there")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["who"] == "Ben"
    assert rows[0]["kind"] == "stay.plate_corrected"
    assert "plate: KLM8831" in rows[0]["details"]
    assert len(rows) == len(screen.happened.entries)


def test_what_was_refused_is_listed(lot, screen):
    with pytest.raises(NotAllowed):
        lot.store.write(lambda unit: plan_purge(unit, actor=lot.ben, plate="ABC1234"))
    lot.press(Qt.Key.Key_2, ALT)
    lot.until(lambda: bool(screen.refused.texts()), "the attempt is listed")
    (row,) = screen.refused.texts()
    assert row[1:] == ["Ben", "purge personal data", "You may not do this.", "at the screen", "1"]


def test_who_looked_at_which_picture_is_listed(lot, screen):
    for _ in range(2):
        lot.store.write(
            lambda unit: view_photo(unit, actor=lot.ben, photos={"a" * 64: lot.first}, place="large")
        )
    lot.press(Qt.Key.Key_3, ALT)
    lot.until(lambda: bool(screen.views.texts()), "the look is listed")
    (row,) = screen.views.texts()
    assert row[1:5] == ["Ben", "ABC1234", "large, at the desk", "2"]


def verified(lot, screen, *papers):
    lot.console.audit.verifier.verify_now(papers)
    lot.press(Qt.Key.Key_4, ALT)
    screen.proof.refresh()


def test_an_honest_journal_is_said_to_agree_and_how_far_it_is_proved(lot, screen):
    lot.console.audit.anchors.anchor_now()
    verified(lot, screen)
    # What the console wrote down for itself proves nothing.
    assert "not anchored" in screen.proof.text
    verified(lot, screen, read_anchor(lot.store.read(anchor_text)))
    assert "proved up to entry" in screen.proof.text
    assert "Second disk: none is set up" in screen.proof.text


def test_what_does_not_agree_is_said_in_words(lot, screen):
    with closing(sqlite3.connect(lot.console.folder.database)) as connection:
        connection.execute("UPDATE journal SET who = 'someone' WHERE seq = 5")
        connection.commit()
    verified(lot, screen)
    assert "✗ Entry 5 of console" in screen.proof.text
    assert "An entry of the journal was changed." in screen.proof.text


def test_an_anchor_that_cannot_be_read_is_told_at_once(lot, screen):
    lot.press(Qt.Key.Key_4, ALT)
    lot.type("LKA-nothing")
    lot.press(Qt.Key.Key_Return)
    assert "That is no anchor." in screen.proof.text
    assert not lot.console.audit.verification.is_running


def test_an_anchor_of_a_z_report_is_compared_when_it_is_scanned(lot, screen):
    text = lot.store.read(anchor_text)
    lot.console.audit.verifier.start()
    lot.press(Qt.Key.Key_4, ALT)
    lot.type(text)
    lot.press(Qt.Key.Key_Return)
    assert lot.console.audit.verification.is_running
    lot.until(lambda: not lot.console.audit.verification.is_running, "it was verified")
    screen.proof.refresh()
    assert "proved up to entry" in screen.proof.text


def test_a_plate_is_purged_only_after_it_was_said_what_would_go(lot, screen):
    lot.clock.instant += timedelta(minutes=1)
    lot.store.write(
        lambda unit: write_off(unit, actor=lot.ann, stay_id=lot.first, reason="left_unseen", note="")
    )
    lot.press(Qt.Key.Key_5, ALT)
    screen.purge.purge()
    assert lot.stay(lot.first).plate == "ABC1234"
    screen.purge._plate.setText("abc 1234")
    lot.press(Qt.Key.Key_G, ALT)
    lot.until(lambda: "stays 1" in screen.purge.text, "what would go is said")
    assert lot.stay(lot.first).plate == "ABC1234"
    lot.press(Qt.Key.Key_X, ALT)
    lot.until(lambda: "Purged: stays 1" in screen.purge.text, "it is purged")
    assert lot.stay(lot.first).plate == ""


def test_a_car_inside_is_said_to_be_kept(lot, screen):
    lot.press(Qt.Key.Key_5, ALT)
    screen.purge._plate.setText("ABC1234")
    lot.press(Qt.Key.Key_G, ALT)
    lot.until(lambda: "Kept: 1. The car is still inside." in screen.purge.text, "it is said why")


def test_how_long_things_are_kept_is_the_lots_setting(lot, screen):
    lot.press(Qt.Key.Key_5, ALT)
    screen.purge._photos.setValue(30)
    screen.purge._plates.setValue(45)
    lot.press(Qt.Key.Key_S, ALT)
    lot.until(lambda: lot.store.read(lambda unit: unit.lot()).plate_days == 45, "it is kept")
    screen.purge._photos.setValue(50)
    lot.press(Qt.Key.Key_S, ALT)
    lot.until(lambda: "no longer than plates" in screen.purge.text, "it is refused with its reason")


def test_a_landlord_sets_the_days_and_purges_nobody(lot, screen):
    lot.state.sign_on(lot.add("Lea", Role.LANDLORD))
    lot.press(Qt.Key.Key_5, ALT)
    assert screen.purge._save.isVisible()
    assert not screen.purge._by_plate.isVisible()
