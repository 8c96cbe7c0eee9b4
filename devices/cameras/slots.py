"""Pictures of one sort in shared memory: one process writes them in turn into slots, many read them.

Each slot starts with eight 64-bit words and holds the pixels. It is guarded by two of the words: the writer
sets ``begin``, fills the slot, sets ``end``, and only then names the slot the latest one; a reader copies
and looks at ``begin`` again, so what it hands out is never half of one picture and half of the next. This
rests on stores becoming visible in order, as they do on x86-64.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import DeviceError

SLOT_HEADER = 64
_HEADER_WORDS = SLOT_HEADER // 8
_BEGIN, _END, _SEQUENCE, _CAPTURED_NS, _WIDTH, _HEIGHT = range(6)
# A reader that is overtaken takes the newer picture; being overtaken this often means these are no slots.
_ATTEMPTS = 100

Words = NDArray[np.uint64]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class RingFrame:
    """One picture taken out: a copy, 8 bit, height × width × channels (BGR where it has three).

    ``pixels`` is the same memory as bytes, where the picture came out of the slots as it is.
    """

    sequence: int
    captured_ns: int
    image: Pixels
    pixels: bytes = b""


@dataclass(frozen=True, slots=True)
class SlotPlaces:
    """Where the slots lie in the file, in bytes, and how many; ``latest_word`` counts what was written."""

    latest_word: int
    start: int
    slot_bytes: int
    slots: int
    channels: int

    def slot_start(self, count: int) -> int:
        """Where the slot of that count begins."""
        return self.start + count % self.slots * self.slot_bytes

    @property
    def end(self) -> int:
        """Where the last one ends."""
        return self.start + self.slots * self.slot_bytes


class Slots:
    """The slots of one mapped file; for one writing thread, and any number of readers."""

    def __init__(self, words: Words, raw: Pixels, places: SlotPlaces) -> None:
        self.places = places
        self._words = words
        self._raw = raw
        self._room: Pixels | None = None

    @property
    def count(self) -> int:
        """How many pictures were ever written."""
        return int(self._words[self.places.latest_word])

    @property
    def captured_ns(self) -> int:
        """When the newest picture was captured; 0 as long as there was none. Cheap: copies no picture."""
        count = self.count
        # A writer that overtakes here leaves a newer time, which is as good an answer.
        return int(self._head(self.places.slot_start(count))[_CAPTURED_NS]) if count else 0

    def room(self, height: int, width: int) -> Pixels:
        """Where the next picture can be written before it is published; ValueError where it does not fit."""
        # Counted on from the file itself, so a writer that replaces a dead one goes on where it stopped.
        count = self.count + 1
        start = self.places.slot_start(count)
        size = height * width * self.places.channels
        if not (height > 0 and width > 0 and size <= self.places.slot_bytes - SLOT_HEADER):
            raise ValueError(f"{width} x {height} pixels do not fit into the slots")
        self._head(start)[_BEGIN] = count
        at = start + SLOT_HEADER
        self._room = self._raw[at : at + size].reshape(height, width, self.places.channels)
        return self._room

    def publish(self, image: Pixels, *, captured_ns: int, sequence: int = 0) -> int:
        """Make it the latest one, copied unless it was written into the room; ``sequence`` 0 is its count.

        Returns the sequence.
        """
        height, width = image.shape[:2]
        room = self._room
        if room is None or room.shape != image.shape or not np.may_share_memory(room, image):
            room = self.room(height, width)
            room[...] = image
        self._room = None
        count = self.count + 1
        head = self._head(self.places.slot_start(count))
        head[_SEQUENCE] = sequence or count
        head[_CAPTURED_NS] = captured_ns
        head[_WIDTH], head[_HEIGHT] = width, height
        head[_END] = count
        self._words[self.places.latest_word] = count
        return sequence or count

    def newest(self) -> RingFrame | None:
        """A copy of the newest picture, or None; DeviceError ``camera.ring_damaged`` where it is nonsense."""
        for _ in range(_ATTEMPTS):
            count = self.count
            if count == 0:
                return None
            taken = self._take(count)
            if taken is not None:
                return taken
        raise DeviceError("camera.ring_damaged", detail="no slot is whole")

    def nearest(self, at_ns: int) -> RingFrame | None:
        """A copy of the picture captured nearest to the instant, or None; DeviceError as for ``newest``."""
        for _ in range(_ATTEMPTS):
            newest = self.count
            counts = range(max(1, newest - self.places.slots + 1), newest + 1)
            if not counts:
                return None
            heads = {count: self._head(self.places.slot_start(count)) for count in counts}
            away = [(abs(int(head[_CAPTURED_NS]) - at_ns), count) for count, head in heads.items()]
            for _, count in sorted(away):
                taken = self._take(count)
                if taken is not None:
                    return taken
        raise DeviceError("camera.ring_damaged", detail="no slot is whole")

    def _take(self, count: int) -> RingFrame | None:
        """The picture of that count, or None where it is being overwritten."""
        start = self.places.slot_start(count)
        head = self._head(start)
        if int(head[_END]) != count or int(head[_BEGIN]) != count:
            return None
        sequence, captured_ns = int(head[_SEQUENCE]), int(head[_CAPTURED_NS])
        width, height = int(head[_WIDTH]), int(head[_HEIGHT])
        size = width * height * self.places.channels
        at = start + SLOT_HEADER
        fits = 0 < size <= self.places.slot_bytes - SLOT_HEADER
        pixels = self._raw[at : at + size].tobytes() if fits else None
        if int(head[_BEGIN]) != count:
            return None
        if pixels is None:
            raise DeviceError("camera.ring_damaged", detail=f"a picture of {width} x {height}")
        shape = height, width, self.places.channels
        return RingFrame(sequence, captured_ns, np.frombuffer(pixels, np.uint8).reshape(shape), pixels)

    def _head(self, start: int) -> Words:
        return self._words[start // 8 : start // 8 + _HEADER_WORDS]
