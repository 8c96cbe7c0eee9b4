"""Secrets of this machine: from the environment, the system's key store, or a file that only its user reads.

A secret has a name (``database``, ``backups``, ``photos``). It is looked for in this order:
``LOTKEEPER_BACKUPS_PASSWORD`` in the environment; ``backups`` of the service ``lotkeeper`` in the key store
(``keyring set lotkeeper backups``); the file ``identity/backups.secret`` in the data folder. Kept by
``keep_secret`` it goes into the key store where there is one that gives it back, else into the file.
"""

from __future__ import annotations

import importlib
import logging
import os
import stat
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from core.domain.errors import StoreError

log = logging.getLogger(__name__)

SERVICE: Final = "lotkeeper"
KEY_STORE_SECONDS: Final = 3.0


def secret(name: str, data_folder: Path) -> str:
    """The secret of that name, empty where there is none."""
    return _from_environment(name) or _from_key_store(name) or _from_file(_file_of(name, data_folder))


def keep_secret(name: str, text: str, data_folder: Path) -> None:
    """Keep the secret where ``secret`` finds it; an empty one is forgotten.

    StoreError ``secret.from_environment`` where the environment's goes before it, ``secret.not_kept`` where
    it can be kept nowhere.
    """
    if text and _from_environment(name):
        raise StoreError("secret.from_environment", detail=name)
    file = _file_of(name, data_folder)
    try:
        if _into_key_store(name, text) and text:
            file.unlink(missing_ok=True)
        elif text:
            _write(file, text)
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("secret.not_kept", detail=str(error)) from error
    # A key store that is locked may go on giving an older one.
    if (_from_key_store(name) or _from_file(file)) != text:
        raise StoreError("secret.not_kept", detail=name)


def _file_of(name: str, data_folder: Path) -> Path:
    return data_folder / "identity" / f"{name}.secret"


def _from_environment(name: str) -> str:
    return os.environ.get(f"LOTKEEPER_{name.upper()}_PASSWORD", "")


def _from_key_store(name: str) -> str:
    return str(_of_key_store(lambda keyring: keyring.get_password(SERVICE, name)) or "")


def _into_key_store(name: str, text: str) -> bool:
    """Whether the key store gives back what it was handed; some take everything and keep nothing."""
    if text:
        _of_key_store(lambda keyring: keyring.set_password(SERVICE, name, text))
    elif _from_key_store(name):
        _of_key_store(lambda keyring: keyring.delete_password(SERVICE, name))
    return _from_key_store(name) == text


def _of_key_store(ask: Callable[[Any], object]) -> object:
    """Its answer; a key store that asks its user to unlock it, or does not answer, is none for us."""
    found: list[object] = []

    def work() -> None:
        try:
            found.append(ask(importlib.import_module("keyring")))
        except Exception as error:  # noqa: BLE001 - the thread's top; each key store has its own errors
            log.info("no key store: %s", error)

    thread = threading.Thread(target=work, name="key-store", daemon=True)
    thread.start()
    thread.join(KEY_STORE_SECONDS)
    return found[0] if found else None


def _from_file(file: Path) -> str:
    """What stands in the file; nothing where others may read it, which is said in the log."""
    with suppress(OSError, UnicodeDecodeError):
        if os.name != "nt" and stat.S_IMODE(file.stat().st_mode) & 0o077:
            log.warning("%s is not used: others may read it (chmod 600)", file.name)
            return ""
        return file.read_text(encoding="utf-8").strip()
    return ""


def _write(file: Path, text: str) -> None:
    """The file appears whole or not at all, and is never readable by others, not even for a moment."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
