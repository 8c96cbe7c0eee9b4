"""The ring of frames: pictures in shared memory, one writing process, many reading ones, the newest wins.

The ring is a mapped file of a fixed size: one page of header, then slots (``slots``) of three sorts, the
newest pictures (BGR), the newest previews (BGRA), and the pictures of the last seconds (``past``).
"""

from __future__ import annotations

import contextlib
import mmap
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError
from core.services.ports import Preview
from devices.cameras.mapped_file import PAGE, create_mapped, open_mapped
from devices.cameras.past import PastPictures
from devices.cameras.ring_layout import PREVIEW_HEIGHT, PREVIEW_WIDTH, RETIRED_WORD, WATCHED_WORD, RingLayout
from devices.cameras.slots import RingFrame, Slots, Words

__all__ = ["FrameRing", "RingFrame"]

_WATCHED_FOR_NS = 1_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """What lies in the file."""

    words: Words
    pictures: Slots
    previews: Slots
    past: PastPictures


class FrameRing:
    """The newest pictures of one camera. Made with ``create`` by the owner, joined with ``open`` by others.

    ``room`` and ``write`` are for one thread of one process at a time; every reader may
    be in a process or thread of its own. Every call raises DeviceError ``camera.ring_closed`` once the ring
    was closed or retired.
    """

    def __init__(self, memory: mmap.mmap, layout: RingLayout) -> None:
        self._memory = memory
        self._layout = layout
        words = np.frombuffer(memory, dtype=np.uint64)
        raw = np.frombuffer(memory, dtype=np.uint8)
        pictures, previews, past = (
            Slots(words, raw, places) for places in (layout.pictures, layout.previews, layout.past)
        )
        self._inside: _Parts | None = _Parts(words, pictures, previews, PastPictures(past))

    @classmethod
    def create(
        cls, path: Path, *, max_width: int = 1920, max_height: int = 1080, slots: int = 3
    ) -> FrameRing:
        """A new, empty ring at the path, replacing what was there; DeviceError as ``create_mapped`` says."""
        layout = RingLayout(max_width, max_height, slots)
        if not layout.sane:
            raise ValueError(f"no ring of {slots} slots of {max_width} x {max_height}")
        return cls(create_mapped(path, layout.header(), layout.size), layout)

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

    def room(self, height: int, width: int) -> NDArray[np.uint8]:
        """Where the next picture of that size (BGR) can be decoded in place, to be given to ``write``.

        ValueError where it does not fit.
        """
        return self._parts().pictures.room(height, width)

    def write(
        self, image: NDArray[np.uint8], *, captured_ns: int, preview: NDArray[np.uint8] | None = None
    ) -> int:
        """Put a picture (BGR) in, and its preview (BGRA) where one was made; returns its sequence.

        That is one above the latest. A picture or preview that does not fit is a programmer's error
        (ValueError).
        """
        _check(image, 3, self.max_width, self.max_height)
        if preview is not None:
            _check(preview, 4, PREVIEW_WIDTH, PREVIEW_HEIGHT)
        parts = self._parts()
        sequence = parts.pictures.publish(image, captured_ns=captured_ns)
        if preview is not None:
            parts.previews.publish(preview, captured_ns=captured_ns, sequence=sequence)
        return sequence

    def is_watched(self, now_ns: int) -> bool:
        """Whether somebody looked for pictures in the last second: for the writer, who may else save work."""
        # As signed numbers: the reader's clock may be read a moment after the writer's.
        return now_ns - int(self._parts().words[WATCHED_WORD]) < _WATCHED_FOR_NS

    def captured_count(self) -> int:
        """How many pictures were written; asking is not looking."""
        return self._parts().pictures.count

    def latest_sequence(self) -> int:
        """The sequence of the newest picture; 0 as long as there was none."""
        return self._watched().pictures.count

    def latest_captured_ns(self) -> int:
        """When the newest picture was captured; 0 as long as there was none. Cheap: copies no picture."""
        return self._parts().pictures.captured_ns

    def latest(self) -> RingFrame | None:
        """A copy of the newest picture, or None; DeviceError ``camera.ring_damaged`` where it is nonsense."""
        return self._watched().pictures.newest()

    def preview_count(self) -> int:
        """How many previews were written: one that a reader has already need not be copied again."""
        return self._watched().previews.count

    def latest_preview(self) -> Preview | None:
        """A copy of the newest preview, or None; DeviceError ``camera.ring_damaged`` where it is nonsense."""
        taken = self._watched().previews.newest()
        if taken is None:
            return None
        height, width = taken.image.shape[:2]
        return Preview(taken.sequence, taken.captured_ns, width, height, taken.pixels)

    def past(self) -> PastPictures:
        """The pictures of the last seconds."""
        return self._parts().past

    def retire(self, path: Path) -> None:
        """Remove the ring's file and tell all who hold it that nothing will come any more.

        Their next call raises DeviceError ``camera.ring_closed``; they may then open a ring anew.
        """
        self._parts().words[RETIRED_WORD] = 1
        path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the memory; may be called twice. The file stays until it is retired."""
        self._inside = None
        # A thread in the middle of a copy still holds the mapping; it goes when that copy is done.
        with contextlib.suppress(BufferError):
            self._memory.close()

    def _watched(self) -> _Parts:
        parts = self._parts()
        parts.words[WATCHED_WORD] = time.monotonic_ns()
        return parts

    def _parts(self) -> _Parts:
        parts = self._inside
        if parts is None or parts.words[RETIRED_WORD]:
            raise DeviceError("camera.ring_closed")
        return parts


def _check(pixels: NDArray[np.uint8], channels: int, widest: int, tallest: int) -> None:
    shape = pixels.shape
    if (
        pixels.dtype != np.uint8
        or len(shape) != 3
        or shape[2] != channels
        or not (0 < shape[1] <= widest and 0 < shape[0] <= tallest)
    ):
        raise ValueError(f"a {pixels.dtype} array of {shape} does not fit the ring")
