"""Secrets of this machine: from the environment, the system's key store, or a file that only its user reads.

A secret has a name (``database``, ``backups``, ``photos``). It is looked for in this order:
``LOTKEEPER_BACKUPS_PASSWORD`` in the environment; ``backups`` of the service ``lotkeeper`` in the key store
(``keyring set lotkeeper backups``); the file ``identity/backups.secret`` in the data folder.
"""

from __future__ import annotations

import importlib
import logging
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

SERVICE: Final = "lotkeeper"
KEY_STORE_SECONDS: Final = 3.0


def secret(name: str, data_folder: Path) -> str:
    """The secret of that name, empty where there is none."""
    given = os.environ.get(f"LOTKEEPER_{name.upper()}_PASSWORD", "")
    return given or _from_key_store(name) or _from_file(data_folder / "identity" / f"{name}.secret")


def _from_key_store(name: str) -> str:
    """A key store that asks its user to unlock it, or does not answer, is none for us."""
    found: list[str] = []

    def ask() -> None:
        try:
            keyring = importlib.import_module("keyring")
            found.append(keyring.get_password(SERVICE, name) or "")
        except Exception as error:  # noqa: BLE001 - the thread's top; each key store has its own errors
            log.info("no key store: %s", error)

    thread = threading.Thread(target=ask, name="key-store", daemon=True)
    thread.start()
    thread.join(KEY_STORE_SECONDS)
    return found[0] if found else ""


def _from_file(file: Path) -> str:
    """What stands in the file; nothing where others may read it, which is said in the log."""
    with suppress(OSError, UnicodeDecodeError):
        if os.name != "nt" and stat.S_IMODE(file.stat().st_mode) & 0o077:
            log.warning("%s is not used: others may read it (chmod 600)", file.name)
            return ""
        return file.read_text(encoding="utf-8").strip()
    return ""
