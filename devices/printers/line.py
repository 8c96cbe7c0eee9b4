"""The line to a printer: what the spooling printer needs of a cable, and its reason codes."""

from __future__ import annotations

from typing import Protocol

from core.domain.errors import DeviceError

NO_ANSWER = "printer.no_answer"
REFUSED = "printer.refused"
NOT_FOUND = "printer.not_found"
NO_PERMISSION = "printer.no_permission"
IN_USE = "printer.in_use"

OPEN_LIMIT_S = 2.0


class Line(Protocol):
    """A way to the printer; used by one thread at a time, which closes it after any DeviceError."""

    @property
    def stays_open(self) -> bool:
        """Whether it is kept open between jobs; one that other consoles share is not."""

    def open(self) -> None:
        """Open it, within 2 s; DeviceError ``printer.no_answer``, ``.refused``, ``.not_found`` and so on."""

    def write(self, data: bytes, *, until_s: float) -> None:
        """Hand all of it over before the monotonic clock says ``until_s``; DeviceError where that fails."""

    def read(self, *, until_s: float) -> bytes:
        """Some bytes that came in, b"" where none did until then; DeviceError where the line is dead."""

    def close(self) -> int:
        """Close it, within 1 s; returns how many bytes that it took never left. May be called twice."""

    def seconds_for(self, count: int) -> float:
        """How long so many bytes take on this wire, where that counts."""


def trouble(problem: BaseException, *, missing: str = NO_ANSWER) -> DeviceError:
    """What a failed call of the operating system means: no permission, not there, refused, or no answer."""
    if isinstance(problem, PermissionError):
        return DeviceError(NO_PERMISSION, detail=str(problem))
    if isinstance(problem, FileNotFoundError):
        return DeviceError(NOT_FOUND, detail=str(problem))
    if isinstance(problem, ConnectionRefusedError):
        return DeviceError(REFUSED, detail=str(problem))
    return DeviceError(missing, detail=str(problem))
