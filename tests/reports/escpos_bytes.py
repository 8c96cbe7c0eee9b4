"""Takes ESC/POS bytes apart as a printer would, after the published command lengths."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

# Command to the number of parameter bytes after it; GS v 0 is taken apart by hand.
_LENGTHS = {
    b"\x1b@": 0,
    b"\x1bE": 1,
    b"\x1ba": 1,
    b"\x1bt": 1,
    b"\x1bd": 1,
    b"\x1d!": 1,
    b"\x1dB": 1,
    b"\x1dV": 1,
}


@dataclass
class Job:
    """What a printer was told: its text, its commands in order, its pictures."""

    text: str = ""
    commands: list[bytes] = field(default_factory=list)
    pictures: list[Image.Image] = field(default_factory=list)

    @property
    def picture(self) -> Image.Image:
        """All pictures below one another."""
        height = sum(part.height for part in self.pictures)
        whole = Image.new("1", (max(part.width for part in self.pictures), height), 1)
        top = 0
        for part in self.pictures:
            whole.paste(part, (0, top))
            top += part.height
        return whole


def take_apart(data: bytes) -> Job:
    """The job in these bytes; AssertionError for a command that a receipt has no business with."""
    job, at = Job(), 0
    while at < len(data):
        if data[at : at + 3] == b"\x1dv0":
            at = _picture(job, data, at)
        elif data[at : at + 1] in {b"\x1b", b"\x1d"}:
            command = data[at : at + 2]
            assert command in _LENGTHS, command
            end = at + 2 + _LENGTHS[command]
            job.commands.append(data[at:end])
            at = end
        else:
            assert data[at] == 0x0A or 0x20 <= data[at] <= 0x7E, data[at]
            job.text += chr(data[at])
            at += 1
    return job


def _picture(job: Job, data: bytes, at: int) -> int:
    row_bytes = int.from_bytes(data[at + 4 : at + 6], "little")
    rows = int.from_bytes(data[at + 6 : at + 8], "little")
    end = at + 8 + row_bytes * rows
    assert end <= len(data)
    inverted = bytes(255 - value for value in data[at + 8 : end])
    job.pictures.append(Image.frombytes("1", (row_bytes * 8, rows), inverted))
    return end
