"""Tries what a person is about to configure: the internet's probe, and places for copies."""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from pathlib import Path
from typing import Final
from uuid import uuid4

from core.domain.errors import LinkError
from core.sync.addresses import addresses
from core.sync.places import Place

TRIAL_SECONDS: Final = 8.0
CONTENT: Final = b"Lotkeeper tried whether it may keep files here. This file may be deleted.\n"


def internet_place(address: str) -> tuple[str, int]:
    """Host and port of ``host:port``; LinkError ``trial.bad_internet`` for anything else."""
    host, _, port = address.strip().rpartition(":")
    is_port = port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= 65_535
    if not host or not is_port or not host.isprintable() or any(letter in host for letter in " /@"):
        raise LinkError("trial.bad_internet", detail=address[:80])
    return host, int(port)


def try_internet(address: str) -> None:
    """Connect to the address and send nothing; LinkError where that cannot be done."""
    place, end_s = internet_place(address), time.monotonic() + TRIAL_SECONDS
    try:
        _, where = addresses(place, end_s, threading.Event())[0]
        with socket.create_connection(where[:2], timeout=max(0.1, end_s - time.monotonic())):
            return
    except OSError as error:
        raise LinkError("link.no_internet", detail=str(error)[:200]) from error


def try_place(address: str, password: str) -> None:
    """Write a small file there, read it back and delete it; LinkError with the reason why not."""
    place, name = (
        Place(address, password=password, call_seconds=TRIAL_SECONDS),
        f"lotkeeper-try-{uuid4()}.txt",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "try"
        file.write_bytes(CONTENT)
        try:
            place.put(name, file)
        except LinkError as error:
            # Nothing was there before: what is missing is the place itself.
            cause = "place.not_found" if error.cause == "place.missing" else error.cause
            raise LinkError(cause, detail=error.detail) from error
    try:
        place.remove(name)
    except LinkError as error:
        raise LinkError("trial.not_deleted", detail=error.detail) from error
