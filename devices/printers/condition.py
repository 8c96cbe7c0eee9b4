"""What a printer says of itself: the bytes with which it answers, and what they mean.

Source: Epson's ESC/POS command reference, DLE EOT and GS r. Every answer to DLE EOT has bits 1 and 4 set and
bits 0 and 7 clear; that to GS r has bits 4 and 7 clear. A printer that some other program told to report by
itself (GS a) sends four bytes, the first with bit 4 set and bits 0, 1 and 7 clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ASK_PRINTER: Final = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE: Final = b"\x10\x04\x02"
ASK_ERROR: Final = b"\x10\x04\x03"
ASK_PAPER: Final = b"\x10\x04\x04"
ASK_IN_TURN: Final = b"\x1dr\x01"

DRAWER_PIN_HIGH: Final = 0x04
OFFLINE: Final = 0x08
COVER_OPEN: Final = 0x04
STOPPED_BY_PAPER: Final = 0x20
ERROR: Final = 0x40
CUTTER_ERROR: Final = 0x08
FATAL_ERROR: Final = 0x20
HEAD_HOT: Final = 0x40
PAPER_LOW: Final = 0x0C
PAPER_OUT: Final = 0x60

_REAL_TIME_MASK, _REAL_TIME = 0x93, 0x12
_REPORT_MASK, _REPORT, _REPORT_BYTES = 0x93, 0x10, 4
_IN_TURN_MASK = 0x90


@dataclass(frozen=True, slots=True)
class Condition:
    """How the printer is; of its errors one is told, the one that must be mended first."""

    is_offline: bool = False
    is_cover_open: bool = False
    is_paper_out: bool = False
    is_paper_low: bool = False
    error: str = ""
    drawer_pin_high: bool | None = None

    @property
    def trouble(self) -> str:
        """The reason code of why it does not print, "" where it does."""
        if self.error:
            return self.error
        if self.is_cover_open:
            return "printer.cover_open"
        if self.is_paper_out:
            return "printer.paper_out"
        return "printer.offline" if self.is_offline else ""

    @property
    def warning(self) -> str:
        """The reason code of what will soon need a hand, or ""."""
        return "printer.paper_low" if self.is_paper_low and not self.trouble else ""

    @classmethod
    def of(cls, printer: int, offline_cause: int, paper: int, error: int | None = None) -> Condition:
        """From the answers to DLE EOT 1, 2 and 4, and to 3 where it was asked."""
        return cls(
            is_offline=bool(printer & OFFLINE),
            is_cover_open=bool(offline_cause & COVER_OPEN),
            is_paper_out=bool(paper & PAPER_OUT or offline_cause & STOPPED_BY_PAPER),
            is_paper_low=bool(paper & PAPER_LOW),
            error=_error(offline_cause, error),
            drawer_pin_high=bool(printer & DRAWER_PIN_HIGH),
        )


def _error(offline_cause: int, error: int | None) -> str:
    if not offline_cause & ERROR:
        return ""
    if error is not None and error & CUTTER_ERROR:
        return "printer.cutter_jam"
    if error is not None and error & HEAD_HOT and not error & FATAL_ERROR:
        return "printer.too_hot"
    return "printer.error"


def real_time_answer(received: bytes) -> int | None:
    """The first answer to DLE EOT among what came in, None where there is none."""
    return next((one for one in _single(received) if one & _REAL_TIME_MASK == _REAL_TIME), None)


def was_answered_in_turn(received: bytes) -> bool:
    """Whether the answer to GS r is among what came in."""
    return any(not one & _IN_TURN_MASK for one in _single(received))


def _single(received: bytes) -> bytes:
    """What came in without the reports of four bytes that nobody here asked for."""
    single = bytearray()
    at = 0
    while at < len(received):
        if received[at] & _REPORT_MASK == _REPORT:
            at += _REPORT_BYTES
        else:
            single.append(received[at])
            at += 1
    return bytes(single)
