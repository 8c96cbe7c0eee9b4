"""The pictures of the last seconds, five a second, in shared memory: what the camera saw before a trigger.

A mapped file like the ring of frames, written by the capture process and read by the camera's owner. The
pictures lie there as planar YUV 4:2:0, as cameras send them: half of the memory, and a fifth of the time
that a JPEG would take for pictures of which hardly one in a hundred is ever asked for.
"""

from __future__ import annotations

import contextlib
import mmap
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from devices.cameras.mapped_file import PAGE, create_mapped, open_mapped
from devices.cameras.ring import RingFrame
from devices.vision import cv2

# Thirteen pictures a fifth of a second apart: 2.4 s at the least.
KEEP_EVERY_NS = 200_000_000
SLOTS = 13
_MAGIC = b"LKPAST01"
_LAYOUT = struct.Struct("<8sII")  # magic, widest, tallest
_CRC = struct.Struct("<I")
_SLOT_HEADER = 64
_LONGEST_SIDE = 16384
_COUNT_WORD = 64 // 8
_BEGIN, _END, _SEQUENCE, _CAPTURED_NS, _WIDTH, _HEIGHT = range(6)
# A picture is overwritten 2.6 s after it was written: who is overtaken this often reads no pictures.
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class _Layout:
    """The largest picture, in even pixels; written in the first page."""

    max_width: int
    max_height: int

    @classmethod
    def parse(cls, page: bytes) -> _Layout:
        end = _LAYOUT.size + _CRC.size
        if len(page) < PAGE or _CRC.unpack(page[_LAYOUT.size : end])[0] != zlib.crc32(page[: _LAYOUT.size]):
            raise ValueError("not a file of past pictures")
        magic, max_width, max_height = _LAYOUT.unpack(page[: _LAYOUT.size])
        if magic != _MAGIC or not (2 <= max_width <= _LONGEST_SIDE and 2 <= max_height <= _LONGEST_SIDE):
            raise ValueError("not a file of past pictures")
        return cls(max_width, max_height)

    def header(self) -> bytes:
        fields = _LAYOUT.pack(_MAGIC, self.max_width, self.max_height)
        return (fields + _CRC.pack(zlib.crc32(fields))).ljust(PAGE, b"\0")

    @property
    def slot_bytes(self) -> int:
        return -(-(_SLOT_HEADER + self.max_width * self.max_height * 3 // 2) // PAGE) * PAGE

    @property
    def size(self) -> int:
        return PAGE + SLOTS * self.slot_bytes

    def slot_start(self, count: int) -> int:
        return PAGE + count % SLOTS * self.slot_bytes


class PastPictures:
    """What one camera saw; ``create`` for the owner, ``open`` for the one process that writes."""

    def __init__(self, memory: mmap.mmap, layout: _Layout) -> None:
        self._memory = memory
        self._layout = layout
        self._words: NDArray[np.uint64] | None = np.frombuffer(memory, dtype=np.uint64)
        self._bytes: NDArray[np.uint8] | None = np.frombuffer(memory, dtype=np.uint8)
        self._kept_ns = 0

    @classmethod
    def create(cls, path: Path, *, max_width: int = 1920, max_height: int = 1080) -> PastPictures:
        """A new, empty file; DeviceError as ``create_mapped`` says."""
        layout = _Layout(max_width, max_height)
        return cls(create_mapped(path, layout.header(), layout.size), layout)

    @classmethod
    def open(cls, path: Path) -> PastPictures:
        """The file that the owner made; DeviceError as ``open_mapped`` says."""
        memory = open_mapped(path, lambda page: _Layout.parse(page).size)
        return cls(memory, _Layout.parse(memory[:PAGE]))

    def offer(self, image: NDArray[np.uint8], *, sequence: int, captured_ns: int) -> bool:
        """Keep the picture (BGR) where the last one was kept a fifth of a second ago; whether it was.

        A last odd row or column is left away. A picture that is larger than the file's limits is a
        programmer's error (ValueError).
        """
        if captured_ns - self._kept_ns < KEEP_EVERY_NS:
            return False
        height, width = (side & ~1 for side in image.shape[:2])
        if height > self._layout.max_height or width > self._layout.max_width:
            raise ValueError(f"a picture of {width} x {height} does not fit")
        if height == 0 or width == 0:
            return False
        self._kept_ns = captured_ns
        words, raw = self._views()
        count = int(words[_COUNT_WORD]) + 1
        start = self._layout.slot_start(count)
        head = words[start // 8 : start // 8 + _SLOT_HEADER // 8]
        head[_BEGIN] = count
        head[_SEQUENCE], head[_CAPTURED_NS] = sequence, captured_ns
        head[_WIDTH], head[_HEIGHT] = width, height
        planes = raw[start + _SLOT_HEADER : start + _SLOT_HEADER + width * height * 3 // 2]
        cv2.cvtColor(
            image[:height, :width], cv2.COLOR_BGR2YUV_I420, dst=planes.reshape(height * 3 // 2, width)
        )
        head[_END] = count
        words[_COUNT_WORD] = count
        return True

    def nearest(self, at_ns: int) -> RingFrame | None:
        """The picture captured nearest to the instant, or None; DeviceError ``camera.ring_…``."""
        words, _ = self._views()
        for _ in range(_ATTEMPTS):
            starts = [self._layout.slot_start(count) for count in range(SLOTS)]
            heads = [words[start // 8 : start // 8 + _SLOT_HEADER // 8] for start in starts]
            whole = [
                (abs(int(head[_CAPTURED_NS]) - at_ns), start)
                for start, head in zip(starts, heads, strict=True)
                if head[_END] and head[_END] == head[_BEGIN]
            ]
            if not whole:
                return None
            taken = self._take(min(whole)[1])
            if taken is not None:
                return taken
        return None

    def retire(self, path: Path) -> None:
        """Remove the file; who still holds it reads old pictures and writes for nobody."""
        path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the memory; may be called twice."""
        self._words = self._bytes = None
        # A thread in the middle of a copy still holds the mapping; it goes when that copy is done.
        with contextlib.suppress(BufferError):
            self._memory.close()

    def _take(self, start: int) -> RingFrame | None:
        """The slot's picture, or None where it was overwritten meanwhile."""
        words, raw = self._views()
        head = words[start // 8 : start // 8 + _SLOT_HEADER // 8]
        count = int(head[_END])
        sequence, captured_ns = int(head[_SEQUENCE]), int(head[_CAPTURED_NS])
        width, height = int(head[_WIDTH]), int(head[_HEIGHT])
        size = width * height * 3 // 2
        fits = 0 < size <= self._layout.slot_bytes - _SLOT_HEADER and width % 2 == height % 2 == 0
        planes = raw[start + _SLOT_HEADER : start + _SLOT_HEADER + size].copy() if fits else None
        if int(head[_BEGIN]) != count:
            return None
        if planes is None:
            raise DeviceError("camera.ring_damaged", detail=f"a picture of {width} x {height}")
        image = cv2.cvtColor(planes.reshape(height * 3 // 2, width), cv2.COLOR_YUV2BGR_I420)
        return RingFrame(sequence, captured_ns, np.asarray(image, dtype=np.uint8))

    def _views(self) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
        words, raw = self._words, self._bytes
        if words is None or raw is None:
            raise DeviceError("camera.ring_closed")
        return words, raw
