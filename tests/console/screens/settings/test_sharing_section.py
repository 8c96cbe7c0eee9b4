"""Sharing in the settings, by keyboard: each setting tried, saved, and in force without a new start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from console.screens.settings import SettingsScreen
from console.screens.settings.backup_section import BackupSection
from console.screens.settings.sharing_section import SharingSection
from console.widgets.status import State
from core.config import SharedConfig, load_config, write_config
from core.domain.people import Role
from core.services.sharing import DATABASE, LinkState
from tests.core.store.shared.lots_server import SharedDatabase
from tests.far_sides.postgresql import PostgresqlServer, postgresql_server

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresqlServer]:
    with postgresql_server() as running:
        yield running


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key store of whoever runs the tests is left alone."""

    def fail(*_about: str) -> str:
        raise RuntimeError("no key store")

    broken = SimpleNamespace(get_password=fail, set_password=fail, delete_password=fail)
    monkeypatch.setitem(sys.modules, "keyring", broken)


@pytest.fixture
def lot(booth):
    booth.set_up()
    write_config(booth.console.folder.config, booth.console.config)
    booth.console.start()
    return booth


@pytest.fixture
def section(lot):
    return opened(lot)


def opened(booth) -> SharingSection:
    screen = SettingsScreen(booth.ctx)
    booth.show(screen)
    while not isinstance(screen.section, SharingSection):
        booth.press(KEY.Key_Down)
    ready(booth, screen.section)
    booth.press(KEY.Key_Tab)
    return screen.section


def ready(booth, section) -> None:
    booth.until(section._save.isEnabled, "it is read")


def fill(booth, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    booth.press(KEY.Key_Delete)
    booth.type(text)


def trial(booth, section, name: str, key: Qt.Key) -> str:
    booth.press(key, ALT)
    ready(booth, section)
    return section.places[name].told


def save(booth, section) -> str:
    booth.press(KEY.Key_S, CTRL)
    booth.until(lambda: section._save.isEnabled() and "…" not in section.told, "it is saved")
    ready(booth, section)
    return section.told


def kept(booth) -> SharedConfig:
    return load_config(booth.console.folder.config).shared


def test_it_is_the_administrators(lot):
    lot.state.sign_on(lot.add("Sue", Role.SUPERVISOR))
    screen = SettingsScreen(lot.ctx)
    lot.show(screen)
    titles = [screen._list.item(row).text() for row in range(screen._list.count())]
    assert screen._list.item(titles.index("Sharing")).isHidden()


def test_a_folder_is_tried_saved_and_holds_a_copy_of_this_hour(lot, section, tmp_path):
    disk = tmp_path / "disk"
    fill(lot, section.places["backups"].address, str(disk))
    assert "is not there" in trial(lot, section, "backups", KEY.Key_B)
    assert section.places["backups"].state is State.ATTENTION
    disk.mkdir()
    assert "read back" in trial(lot, section, "backups", KEY.Key_B)
    assert section.places["backups"].state is State.OK
    assert "in force" in save(lot, section)
    assert kept(lot).backups == str(disk)
    lot.until(lambda: lot.console.copies.view.second_at is not None, "a copy was made there")
    assert len(list(disk.rglob("*.db.gz"))) == 1
    backups = BackupSection(lot.ctx)
    backups.open()
    assert "second place was made at" in backups.second


def test_what_is_tried_is_what_is_typed_and_nothing_is_kept_by_it(lot, section, tmp_path):
    before = kept(lot)
    fill(lot, section.places["photos"].address, str(tmp_path))
    assert "read back" in trial(lot, section, "photos", KEY.Key_P)
    assert kept(lot) == before
    lot.type("x")
    assert section.places["photos"].told == ""


def test_photos_go_to_the_new_place_and_no_more_to_none(lot, section, tmp_path):
    fill(lot, section.places["photos"].address, str(tmp_path))
    save(lot, section)
    assert lot.console.photo_copies.sender is not None
    assert lot.console.photos.far is lot.console.photo_copies.fetcher is not None
    fill(lot, section.places["photos"].address, "")
    save(lot, section)
    assert lot.console.photo_copies.sender is lot.console.photos.far is None


def test_the_database_is_tried_then_shared_over_without_a_new_start(lot, section, server):
    lots = SharedDatabase(server)
    login = lots.console(lot.store.lot_id, "booth", may_be_hub=True)
    place = section.places["database"]
    fill(lot, place.address, server.tcp_url(lots.name, user=login.name).replace(":lot@", "@"))
    assert place.password is not None
    fill(lot, place.password, "wrong")
    assert "password" in trial(lot, section, "database", KEY.Key_D)
    fill(lot, place.password, login.password)
    assert "0 records" in trial(lot, section, "database", KEY.Key_D)
    save(lot, section)
    assert place.password.text() == ""
    assert "kept" in place.password.placeholderText()
    lot.until(lambda: lot.console.sharing.view().links[DATABASE].state is LinkState.OK, "it shares")
    for text in (lot.console.folder.config.read_text(), repr(lot.console.config)):
        assert login.password not in text
    secret = lot.console.folder.path / "identity" / "database.secret"
    assert (secret.read_text(), secret.stat().st_mode & 0o777) == (login.password, 0o600)


def test_a_database_that_nobody_upgraded_is_said_so(lot, section, server):
    fill(lot, section.places["database"].address, server.new_database())
    assert "not upgraded" in trial(lot, section, "database", KEY.Key_D)


def test_a_password_typed_into_the_address_moves_out_of_it(lot, section):
    url = "postgresql+psycopg://lk:hidden@192.0.2.1/lots"
    fill(lot, section.places["database"].address, url)
    save(lot, section)
    assert kept(lot).database == "postgresql+psycopg://lk@192.0.2.1/lots"
    assert section.places["database"].address.text() == "postgresql+psycopg://lk@192.0.2.1/lots"
    secret = lot.console.folder.path / "identity" / "database.secret"
    assert secret.read_text() == "hidden"
    fill(lot, section.places["database"].address, "")
    save(lot, section)
    assert not secret.exists()


def test_a_password_in_a_file_written_by_hand_is_not_shown(lot):
    shared = SharedConfig(database="postgresql+psycopg://lk:hidden@192.0.2.1/lots")
    lot.console.config = replace(lot.console.config, shared=shared)
    section = opened(lot)
    assert section.places["database"].address.text() == "postgresql+psycopg://lk@192.0.2.1/lots"
    assert "kept" in section.places["database"].password.placeholderText()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("database", "the one at the office", "postgresql+psycopg://"),
        ("internet", "1.1.1.1", "name:port"),
        ("hub", "http://booth", "name:port"),
        ("backups", "second disk", "smb://"),
        ("photos", "smb://user:secret@server/share", "does not belong"),
    ],
)
def test_what_cannot_be_meant_is_not_saved(lot, section, name, typed, said):
    before = kept(lot)
    fill(lot, section.places[name].address, typed)
    assert said in save(lot, section)
    assert kept(lot) == before


def test_the_internet_is_tried_at_its_address(lot, section):
    fill(lot, section.places["internet"].address, "127.0.0.1:9")
    assert "internet cannot be reached" in trial(lot, section, "internet", KEY.Key_I)


def test_a_lot_of_one_console_has_no_hub_to_try_and_an_address_without_sense_is_said_so(lot, section):
    fill(lot, section.places["hub"].address, "127.0.0.1:8461")
    assert "one console" in trial(lot, section, "hub", KEY.Key_H)
    fill(lot, section.places["hub"].address, "http://booth")
    assert "name:port" in trial(lot, section, "hub", KEY.Key_H)
    assert section.places["hub"].state is State.ATTENTION


def test_the_hub_is_looked_for_at_its_new_address(lot, section):
    fill(lot, section.places["hub"].address, " 192.0.2.7:8461 ")
    assert "in force" in save(lot, section)
    assert kept(lot).hub == lot.console.config.shared.hub == "192.0.2.7:8461"


def test_every_field_and_button_has_a_name(lot, section):
    for place in section.places.values():
        for widget in (place.password, place.file, place.button):
            assert widget is None or widget.accessibleName()
        assert place._labels[0].buddy() is place.address


def test_nothing_set_up_is_nothing_to_try(lot, section):
    assert "Nothing" in trial(lot, section, "photos", KEY.Key_P)
    QCoreApplication.processEvents()
