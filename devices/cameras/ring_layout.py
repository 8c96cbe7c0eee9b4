"""How a ring of frames lies in its file: a page of header, then slots of equal size."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from devices.cameras.mapped_file import PAGE

PREVIEW_WIDTH = 480
PREVIEW_HEIGHT = 270
PREVIEW_BYTES = PREVIEW_WIDTH * PREVIEW_HEIGHT * 4
SLOT_HEADER = 64

_MAGIC = b"LKRING01"
_LAYOUT = struct.Struct("<8sIII")  # magic, widest, tallest, slots
_CRC = struct.Struct("<I")
_MOST_SLOTS = 16
_LONGEST_SIDE = 16384


@dataclass(frozen=True, slots=True)
class RingLayout:
    """The sizes a ring was made with, in pixels and slots; written in its first page."""

    max_width: int
    max_height: int
    slots: int

    @classmethod
    def parse(cls, page: bytes) -> RingLayout:
        """What ``header`` wrote; raises ValueError where it did not."""
        end = _LAYOUT.size + _CRC.size
        if len(page) < PAGE or _CRC.unpack(page[_LAYOUT.size : end])[0] != zlib.crc32(page[: _LAYOUT.size]):
            raise ValueError("not a ring of frames")
        magic, max_width, max_height, slots = _LAYOUT.unpack(page[: _LAYOUT.size])
        layout = cls(max_width, max_height, slots)
        if magic != _MAGIC or not layout.sane:
            raise ValueError("not a ring of frames")
        return layout

    def header(self) -> bytes:
        """The first page of the file."""
        fields = _LAYOUT.pack(_MAGIC, self.max_width, self.max_height, self.slots)
        return (fields + _CRC.pack(zlib.crc32(fields))).ljust(PAGE, b"\0")

    @property
    def sane(self) -> bool:
        """Whether a ring may have these sizes."""
        sides = 0 < self.max_width <= _LONGEST_SIDE and 0 < self.max_height <= _LONGEST_SIDE
        return sides and 2 <= self.slots <= _MOST_SLOTS

    @property
    def image_bytes(self) -> int:
        """The room for one picture."""
        return -(-self.max_width * self.max_height * 3 // 64) * 64

    @property
    def slot_bytes(self) -> int:
        """The room for one slot, in whole pages."""
        whole = SLOT_HEADER + self.image_bytes + PREVIEW_BYTES
        return -(-whole // PAGE) * PAGE

    @property
    def size(self) -> int:
        """The size of the file in bytes."""
        return PAGE + self.slots * self.slot_bytes

    def slot_start(self, sequence: int) -> int:
        """Where the slot of a sequence begins in the file, in bytes."""
        return PAGE + sequence % self.slots * self.slot_bytes
