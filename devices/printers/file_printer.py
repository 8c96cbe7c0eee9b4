"""A printer that keeps each receipt as a file: for practice, tests and places without paper."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health


class FilePrinter:
    """Fills ``ports.ReceiptPrinter``: ``000001.bin``, ``000002.bin`` …, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._status = DeviceStatus(Health.OK, time.monotonic_ns())

    def start(self) -> None:
        """Nothing to look after: a folder is looked at when a receipt comes."""

    def print(self, escpos: bytes) -> None:
        """Write one receipt; raises DeviceError ``printer.refused`` where the folder does not take it."""
        with self._lock:
            try:
                self._write(escpos)
            except OSError as problem:
                self._note(Health.FAILED, "printer.refused", str(problem))
                raise DeviceError("printer.refused", detail=str(problem)) from problem
            self._note(Health.OK)

    def kick_drawer(self, command_id: str) -> None:
        """No drawer hangs on a folder: DeviceError ``printer.no_drawer``."""
        raise DeviceError("printer.no_drawer", detail=command_id)

    def stop(self) -> None:
        """Nothing is held."""

    def status(self) -> DeviceStatus:
        """FAILED after a receipt that could not be written, until one could."""
        with self._lock:
            return self._status

    def _write(self, escpos: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / f"{self._last_number() + 1:06d}.bin"
        unfinished = target.with_suffix(".tmp")
        with unfinished.open("wb") as file:
            file.write(escpos)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
        _sync_folder(self._folder)

    def _last_number(self) -> int:
        return max(
            (int(file.stem) for file in self._folder.glob("*.bin") if file.stem.isdecimal()), default=0
        )

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        if (health, cause) != (self._status.health, self._status.cause):
            self._status = DeviceStatus(health, time.monotonic_ns(), cause, detail)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
