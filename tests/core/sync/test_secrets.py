from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.domain.errors import StoreError
from core.sync import secrets as module
from core.sync.secrets import keep_secret, secret


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key store of whoever runs the tests is left alone."""
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda _service, _name: None))
    monkeypatch.delenv("LOTKEEPER_BACKUPS_PASSWORD", raising=False)


def kept(folder: Path, text: str = "from a file\n", mode: int = 0o600) -> None:
    file = folder / "identity" / "backups.secret"
    file.parent.mkdir()
    file.write_text(text)
    file.chmod(mode)


def test_the_environment_comes_before_key_store_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path)
    assert secret("backups", tmp_path) == "from a file"
    asked = []
    store = SimpleNamespace(get_password=lambda *about: asked.append(about) or "from the key store")
    monkeypatch.setitem(sys.modules, "keyring", store)
    assert secret("backups", tmp_path) == "from the key store"
    assert asked == [("lotkeeper", "backups")]
    monkeypatch.setenv("LOTKEEPER_BACKUPS_PASSWORD", "from the environment")
    assert secret("backups", tmp_path) == "from the environment"


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert secret("backups", tmp_path) == ""


def test_a_file_that_others_may_read_is_not_used(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept(tmp_path, mode=0o644)
    assert secret("backups", tmp_path) == ""
    assert "chmod 600" in caplog.text


def test_a_key_store_that_fails_or_asks_for_ever_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path)
    ended = threading.Event()

    def fail(_service: str, _name: str) -> str:
        raise RuntimeError("no bus")

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=fail))
    assert secret("backups", tmp_path) == "from a file"
    monkeypatch.setattr(module, "KEY_STORE_SECONDS", 0.1)
    monkeypatch.setitem(
        sys.modules, "keyring", SimpleNamespace(get_password=lambda *_about: ended.wait(20) and "")
    )
    begun = time.monotonic()
    assert secret("backups", tmp_path) == "from a file"
    assert time.monotonic() - begun < 10
    ended.set()


class FakeKeyStore:
    """A key store in memory; ``is_deaf`` takes everything and keeps nothing."""

    def __init__(self, *, is_deaf: bool = False, is_locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_deaf = is_deaf
        self.is_locked = is_locked

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        if self.is_locked:
            raise RuntimeError("locked")
        if not self.is_deaf:
            self.kept[service, name] = text

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> FakeKeyStore:
    store = FakeKeyStore()
    monkeypatch.setitem(sys.modules, "keyring", store)
    return store


def file_in(folder: Path) -> Path:
    return folder / "identity" / "backups.secret"


def test_what_is_kept_goes_into_the_key_store_and_leaves_no_file(
    tmp_path: Path, key_store: FakeKeyStore
) -> None:
    kept(tmp_path, "an older one")
    keep_secret("backups", "new", tmp_path)
    assert key_store.kept == {("lotkeeper", "backups"): "new"}
    assert not file_in(tmp_path).exists()
    assert secret("backups", tmp_path) == "new"


def test_without_a_key_store_that_keeps_it_a_file_holds_it_for_its_user_alone(
    tmp_path: Path, key_store: FakeKeyStore
) -> None:
    key_store.is_deaf = True
    keep_secret("backups", "first", tmp_path)
    keep_secret("backups", "second", tmp_path)
    assert secret("backups", tmp_path) == "second"
    assert file_in(tmp_path).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in file_in(tmp_path).parent.iterdir()] == ["backups.secret"]


def test_an_empty_one_is_forgotten_everywhere(tmp_path: Path, key_store: FakeKeyStore) -> None:
    keep_secret("backups", "new", tmp_path)
    kept(tmp_path)
    keep_secret("backups", "", tmp_path)
    assert (key_store.kept, file_in(tmp_path).exists()) == ({}, False)
    assert secret("backups", tmp_path) == ""


def test_an_older_one_in_a_locked_key_store_is_not_taken_for_the_new_one(
    tmp_path: Path, key_store: FakeKeyStore
) -> None:
    key_store.kept["lotkeeper", "backups"] = "old"
    key_store.is_locked = True
    with pytest.raises(StoreError) as told:
        keep_secret("backups", "new", tmp_path)
    assert told.value.cause == "secret.not_kept"


def test_one_from_the_environment_cannot_be_changed_here(
    tmp_path: Path, key_store: FakeKeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTKEEPER_BACKUPS_PASSWORD", "from the environment")
    with pytest.raises(StoreError) as told:
        keep_secret("backups", "new", tmp_path)
    assert told.value.cause == "secret.from_environment"
    keep_secret("backups", "", tmp_path)
    assert key_store.kept == {}


def test_a_folder_that_takes_no_file_is_said_to(tmp_path: Path, key_store: FakeKeyStore) -> None:
    key_store.is_deaf = True
    (tmp_path / "identity").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as told:
        keep_secret("backups", "new", tmp_path)
    assert told.value.cause == "secret.not_kept"
