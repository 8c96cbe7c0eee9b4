"""How a ring of frames lies in its file: a page of header, then pictures, previews and past pictures."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from devices.cameras.mapped_file import PAGE
from devices.cameras.slots import SLOT_HEADER, SlotPlaces

PREVIEW_WIDTH = 480
PREVIEW_HEIGHT = 270
PREVIEW_BYTES = PREVIEW_WIDTH * PREVIEW_HEIGHT * 4
# Each on a cache line of its own.
RETIRED_WORD, WATCHED_WORD = 64 // 8, 320 // 8

_MAGIC = b"LKRING02"
_LAYOUT = struct.Struct("<8sIII")  # magic, widest, tallest, slots
_CRC = struct.Struct("<I")
_MOST_SLOTS = 16
_LONGEST_SIDE = 16384
_PREVIEW_SLOTS = 3
# Pictures a fifth of a second apart: 2.4 s at the least.
_PAST_SLOTS = 13
_PICTURES_WORD, _PREVIEWS_WORD, _PAST_WORD = 128 // 8, 192 // 8, 256 // 8


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
    def size(self) -> int:
        """The size of the file in bytes."""
        return self.past.end

    @property
    def pictures(self) -> SlotPlaces:
        """The newest pictures, BGR."""
        return _places(_PICTURES_WORD, PAGE, self.max_width * self.max_height * 3, self.slots, 3)

    @property
    def previews(self) -> SlotPlaces:
        """The newest previews, BGRA."""
        return _places(_PREVIEWS_WORD, self.pictures.end, PREVIEW_BYTES, _PREVIEW_SLOTS, 4)

    @property
    def past(self) -> SlotPlaces:
        """The pictures of the last seconds, planar YUV 4:2:0."""
        pixels = self.max_width * self.max_height * 3 // 2
        return _places(_PAST_WORD, self.previews.end, pixels, _PAST_SLOTS, 1)


def _places(latest_word: int, start: int, pixel_bytes: int, slots: int, channels: int) -> SlotPlaces:
    """Slots of whole pages."""
    return SlotPlaces(latest_word, start, -(-(SLOT_HEADER + pixel_bytes) // PAGE) * PAGE, slots, channels)
