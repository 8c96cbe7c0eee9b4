from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.sync import secrets as module
from core.sync.secrets import secret


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
