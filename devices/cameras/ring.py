"""The ring of frames: pictures in shared memory, one writing process, many reading ones, the newest wins.

The ring is a mapped file of a fixed size: one page of header, then the slots. Each slot starts with eight
64-bit words and holds a picture (BGR) and its preview (BGRA). A slot is guarded by two sequence words:
the writer sets ``begin``, fills the slot, sets ``end``, and only then names the slot the latest one; a
reader copies and looks at ``begin`` again, so what it hands out is never half of one picture and half of
the next. This rests on stores becoming visible in order, as they do on x86-64.
"""

from __future__ import annotations

import contextlib
import mmap
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.services.ports import Preview
from devices.cameras.mapped_file import PAGE, create_mapped, open_mapped
from devices.cameras.ring_layout import (
    PREVIEW_BYTES,
    PREVIEW_HEIGHT,
    PREVIEW_WIDTH,
    SLOT_HEADER,
    RingLayout,
)

_LATEST_WORD = 64 // 8
_RETIRED_WORD = 128 // 8
_BEGIN, _END, _CAPTURED_NS, _WIDTH, _HEIGHT, _PREVIEW_WIDTH, _PREVIEW_HEIGHT = range(7)
# A reader that is overtaken takes the newer picture; being overtaken this often means the ring is no ring.
_ATTEMPTS = 100


@dataclass(frozen=True, slots=True, eq=False)
class RingFrame:
    """One picture taken out of the ring: a copy, BGR, 8 bit, height × width × 3."""

    sequence: int
    captured_ns: int
    image: NDArray[np.uint8]


class FrameRing:
    """The newest pictures of one camera. Made with ``create`` by the owner, joined with ``open`` by others.

    ``write`` is for one process at a time; every reader may be in a process or thread of its own.
    """

    def __init__(self, memory: mmap.mmap, layout: RingLayout) -> None:
        self._memory = memory
        self._layout = layout
        self._words: NDArray[np.uint64] | None = np.frombuffer(memory, dtype=np.uint64)
        self._bytes: NDArray[np.uint8] | None = np.frombuffer(memory, dtype=np.uint8)

    @classmethod
    def create(
        cls, path: Path, *, max_width: int = 1920, max_height: int = 1080, slots: int = 3
    ) -> FrameRing:
        """A new, empty ring at the path, replacing what was there; DeviceError as ``create_mapped`` says."""
        layout = RingLayout(max_width, max_height, slots)
        if not layout.sane:
            raise ValueError(f"no ring of {slots} slots of {max_width} x {max_height}")
        memory = create_mapped(path, layout.header(), layout.size)
        return cls(memory, layout)

    @classmethod
    def open(cls, path: Path) -> FrameRing:
        """The ring that another process made; DeviceError as ``open_mapped`` says."""
        memory = open_mapped(path, lambda page: RingLayout.parse(page).size)
        return cls(memory, RingLayout.parse(memory[:PAGE]))

    @property
    def max_width(self) -> int:
        """The widest picture that fits, in pixels."""
        return self._layout.max_width

    @property
    def max_height(self) -> int:
        """The tallest picture that fits, in pixels."""
        return self._layout.max_height

    def write(self, image: NDArray[np.uint8], *, captured_ns: int, preview: NDArray[np.uint8]) -> int:
        """Put a picture (BGR) and its preview (BGRA) in; returns its sequence, one above the latest.

        A picture or preview that does not fit is a programmer's error (ValueError).
        """
        height, width = self._checked(image, 3, self.max_width, self.max_height)
        preview_height, preview_width = self._checked(preview, 4, PREVIEW_WIDTH, PREVIEW_HEIGHT)
        words, raw = self._views()
        # Counted on from the ring itself, so a writer that replaces a dead one goes on where it stopped.
        sequence = int(words[_LATEST_WORD]) + 1
        start = self._layout.slot_start(sequence)
        head = words[start // 8 : start // 8 + SLOT_HEADER // 8]
        head[_BEGIN] = sequence
        head[_CAPTURED_NS] = captured_ns
        head[_WIDTH], head[_HEIGHT] = width, height
        head[_PREVIEW_WIDTH], head[_PREVIEW_HEIGHT] = preview_width, preview_height
        at = start + SLOT_HEADER
        raw[at : at + image.size].reshape(image.shape)[...] = image
        at += self._layout.image_bytes
        raw[at : at + preview.size].reshape(preview.shape)[...] = preview
        head[_END] = sequence
        words[_LATEST_WORD] = sequence
        return sequence

    def latest_sequence(self) -> int:
        """The sequence of the newest picture; 0 as long as there was none."""
        words, _ = self._views()
        return int(words[_LATEST_WORD])

    def latest_captured_ns(self) -> int:
        """When the newest picture was captured; 0 as long as there was none. Cheap: copies no picture."""
        words, _ = self._views()
        sequence = int(words[_LATEST_WORD])
        if sequence == 0:
            return 0
        # A writer that overtakes here leaves a newer time, which is as good an answer.
        return int(words[self._layout.slot_start(sequence) // 8 + _CAPTURED_NS])

    def latest(self) -> RingFrame | None:
        """A copy of the newest picture, or None; DeviceError ``camera.ring_damaged`` where it is nonsense."""
        taken = self._take(0, 3, _WIDTH, _HEIGHT)
        return None if taken is None else RingFrame(*taken)

    def latest_preview(self) -> Preview | None:
        """A copy of the newest preview, or None; DeviceError ``camera.ring_damaged`` where it is nonsense."""
        taken = self._take(self._layout.image_bytes, 4, _PREVIEW_WIDTH, _PREVIEW_HEIGHT)
        if taken is None:
            return None
        sequence, captured_ns, pixels = taken
        height, width = pixels.shape[:2]
        return Preview(sequence, captured_ns, width, height, pixels.tobytes())

    def retire(self, path: Path) -> None:
        """Remove the ring's file and tell all who hold it that nothing will come any more.

        Their next call raises DeviceError ``camera.ring_closed``; they may then open a ring anew.
        """
        words, _ = self._views()
        words[_RETIRED_WORD] = 1
        path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the memory; may be called twice. The file stays until it is retired."""
        self._words = self._bytes = None
        # A thread in the middle of a copy still holds the mapping; it goes when that copy is done.
        with contextlib.suppress(BufferError):
            self._memory.close()

    def _take(
        self, skip: int, channels: int, width_word: int, height_word: int
    ) -> tuple[int, int, NDArray[np.uint8]] | None:
        words, raw = self._views()
        for _ in range(_ATTEMPTS):
            sequence = int(words[_LATEST_WORD])
            if sequence == 0:
                return None
            start = self._layout.slot_start(sequence)
            head = words[start // 8 : start // 8 + SLOT_HEADER // 8]
            if int(head[_END]) != sequence:
                continue
            captured_ns, width, height = (
                int(head[_CAPTURED_NS]),
                int(head[width_word]),
                int(head[height_word]),
            )
            size = width * height * channels
            room = self._layout.image_bytes if channels == 3 else PREVIEW_BYTES
            at = start + SLOT_HEADER + skip
            fits = 0 < size <= room
            pixels = raw[at : at + size].copy() if fits else None
            if int(head[_BEGIN]) != sequence:
                continue
            if pixels is None:
                raise DeviceError("camera.ring_damaged", detail=f"a picture of {width} x {height}")
            return sequence, captured_ns, pixels.reshape(height, width, channels)
        raise DeviceError("camera.ring_damaged", detail="no slot is whole")

    def _views(self) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
        words, raw = self._words, self._bytes
        if words is None or raw is None or words[_RETIRED_WORD]:
            raise DeviceError("camera.ring_closed")
        return words, raw

    @staticmethod
    def _checked(pixels: NDArray[np.uint8], channels: int, widest: int, tallest: int) -> tuple[int, int]:
        shape = pixels.shape
        if (
            pixels.dtype != np.uint8
            or len(shape) != 3
            or shape[2] != channels
            or not (0 < shape[1] <= widest and 0 < shape[0] <= tallest)
        ):
            raise ValueError(f"a {pixels.dtype} array of {shape} does not fit the ring")
        return shape[0], shape[1]
