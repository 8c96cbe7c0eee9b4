"""What a receipt printer does with the bytes it gets: words, pictures and square codes become slips.

Source: Epson's ESC/POS command reference. Pure: bytes in, answers and slips out; the wire is around it.
While it cannot print it holds everything but real-time commands, and prints it once it can again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PIL import Image

HEAD_DOTS: Final = 576

# How many bytes follow the two of a command whose length does not depend on them.
_LENGTHS: Final = {
    **dict.fromkeys((b"\x1b" + bytes([one]) for one in b"@2iLS\x0cmuv"), 0),
    **dict.fromkeys((b"\x1b" + bytes([one]) for one in b"!-3=EGMRTVacdtJr{ %"), 1),
    b"\x1bp": 3,
    b"\x1b$": 2,
    b"\x1b\\": 2,
    **dict.fromkeys((b"\x1d" + bytes([one]) for one in b"!BHIabfhrw"), 1),
    b"\x1dL": 2,
    b"\x1dP": 2,
    b"\x1dW": 2,
    b"\x10\x04": 1,
    b"\x10\x05": 1,
    b"\x10\x14": 3,
}
_FEED_AND_CUT: Final = b"ABafgh"
_QR_STORE: Final = b"\x31\x50\x30"
_QR_PRINT: Final = b"\x31\x51\x30"
_FIXED: Final = 0x12


class PrinterFault(StrEnum):
    """What can be wrong with it."""

    PAPER_LOW = "paper-near-end"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"


_BLOCKING: Final = {PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN, PrinterFault.OFFLINE}


@dataclass(frozen=True, slots=True)
class Slip:
    """What came out between two cuts: its letters, what its square codes say, and its pictures."""

    text: str
    codes: tuple[str, ...]
    picture: Image.Image


@dataclass(slots=True)
class _Sheet:
    """The paper since the last cut."""

    text: bytearray = field(default_factory=bytearray)
    codes: list[str] = field(default_factory=list)
    pictures: list[Image.Image] = field(default_factory=list)

    def cut(self) -> Slip | None:
        if not (self.text.strip() or self.codes or self.pictures):
            return None
        height = max(1, sum(one.height for one in self.pictures))
        whole = Image.new("1", (HEAD_DOTS, height), 1)
        top = 0
        for one in self.pictures:
            whole.paste(one, (0, top))
            top += one.height
        return Slip(self.text.decode("cp1252", "replace"), tuple(self.codes), whole)


class EscPosPrinter:
    """One printer on one wire; not thread-safe."""

    def __init__(self) -> None:
        self.faults: set[PrinterFault] = set()
        self.slips: list[Slip] = []
        self.is_drawer_open = False
        self.drawer_pulses = 0
        self._pending = bytearray()
        self._held: list[bytes] = []
        self._sheet = _Sheet()
        self._code = b""

    @property
    def can_print(self) -> bool:
        """Whether no fault stops it."""
        return not self.faults & _BLOCKING

    def receive(self, data: bytes) -> bytes:
        """Take bytes; returns what it answers."""
        self._pending += data
        answers = bytearray()
        while (command := self._next()) is not None:
            if command[:2] in (b"\x10\x04", b"\x10\x14"):
                answers += self._at_once(command)
            elif self.can_print:
                answers += self._print(command)
            else:
                self._held.append(command)
        return bytes(answers)

    def set_fault(self, fault: PrinterFault, active: bool) -> bytes:
        """Something breaks or is mended; returns what it answers to what it held meanwhile."""
        (self.faults.add if active else self.faults.discard)(fault)
        answers = bytearray()
        while self._held and self.can_print:
            answers += self._print(self._held.pop(0))
        return bytes(answers)

    def hang_up(self) -> None:
        """The other side closed: half a command is forgotten, and what is on paper comes out."""
        self._pending.clear()
        if self.can_print:
            self._cut()

    def lose_power(self) -> None:
        """Everything in its memory is gone."""
        self._pending.clear()
        self._held.clear()
        self._sheet = _Sheet()

    def _next(self) -> bytes | None:
        """The next whole command or run of letters, taken off what is pending."""
        if not self._pending:
            return None
        length = self._length()
        if length is None or length > len(self._pending):
            return None
        command = bytes(self._pending[:length])
        del self._pending[:length]
        return command

    def _length(self) -> int | None:
        """How long the command at the beginning is; None as long as that cannot be said."""
        pending = self._pending
        if pending[0] not in b"\x10\x1b\x1d\x1c":
            return next((at for at, one in enumerate(pending) if one in b"\x10\x1b\x1d\x1c"), len(pending))
        head = bytes(pending[:2])
        if len(head) < 2:
            return None
        if head == b"\x1dv":
            return None if len(pending) < 8 else 8 + _number(pending, 4) * _number(pending, 6)
        if head == b"\x1d(":
            return None if len(pending) < 5 else 5 + _number(pending, 3)
        if head == b"\x1dV":
            return None if len(pending) < 3 else 3 + (pending[2] in _FEED_AND_CUT)
        return 2 + _LENGTHS.get(head, 0)

    def _at_once(self, command: bytes) -> bytes:
        if command[:2] == b"\x10\x14":
            if command[2] == 1:
                self._kick()
            return b""
        return bytes([_FIXED | self._status(command[2])])

    def _status(self, question: int) -> int:
        faults = self.faults
        if question == 1:
            return (0 if self.can_print else 0x08) | (0x04 if self.is_drawer_open else 0)
        if question == 2:
            cover = 0x04 if PrinterFault.COVER_OPEN in faults else 0
            return cover | (0x20 if PrinterFault.PAPER_OUT in faults else 0)
        if question == 4:
            low = 0x0C if PrinterFault.PAPER_LOW in faults else 0
            return low | (0x60 if PrinterFault.PAPER_OUT in faults else 0)
        return 0

    def _print(self, command: bytes) -> bytes:
        head = command[:2]
        if head == b"\x1dr":
            return bytes([0x03 if PrinterFault.PAPER_LOW in self.faults else 0x00])
        if head == b"\x1bp":
            self._kick()
        elif head == b"\x1dV":
            self._cut()
        elif head == b"\x1dv":
            width, height = 8 * _number(command, 4), _number(command, 6)
            dots = Image.frombytes("1", (width, height), bytes(one ^ 0xFF for one in command[8:]))
            self._sheet.pictures.append(dots)
        elif head == b"\x1d(" and command[2:3] == b"k":
            self._square_code(command[5:])
        elif head[:1] not in b"\x10\x1b\x1d\x1c":
            self._sheet.text += command.replace(b"\0", b"")
        return b""

    def _square_code(self, function: bytes) -> None:
        if function[:3] == _QR_STORE:
            self._code = function[3:]
        elif function[:3] == _QR_PRINT:
            self._sheet.codes.append(self._code.decode("utf-8", "replace"))

    def _kick(self) -> None:
        self.is_drawer_open = True
        self.drawer_pulses += 1

    def _cut(self) -> None:
        slip, self._sheet = self._sheet.cut(), _Sheet()
        if slip is not None:
            self.slips.append(slip)


def _number(command: bytes | bytearray, at: int) -> int:
    return command[at] + 256 * command[at + 1]
