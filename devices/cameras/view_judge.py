"""Judges what a camera shows over time: the same picture again and again, nothing but dark, a covered lens.

Each verdict needs some seconds to be reached and some to be left, so that a passing lorry, headlights or a
light that goes off are none. Only identical pixels are a frozen picture: on a quiet night the noise of the
sensor alone tells a living camera from one that hangs. A covered lens is one that lost its detail nearly
everywhere at once, compared with what this camera usually shows in each part of its picture.
"""

from __future__ import annotations

import zlib
from collections import deque

import numpy as np
from numpy.typing import NDArray

from devices.cameras.view_looks import COLUMNS, ROWS, ViewLook, look_at

FROZEN, DARK, COVERED = "camera.frozen", "camera.dark", "camera.covered"
VIEW_CAUSES = frozenset({FROZEN, DARK, COVERED})
LOOK_EVERY_NS = 500_000_000
_LONGEST_GAP_NS = 1_000_000_000

# Longer than the second or two between key frames, which are never quite alike in a living picture.
FROZEN_AFTER_S = 12.0
DARK_AFTER_S, COVERED_AFTER_S = 4.0, 8.0
_WELL_AFTER_S = 1.5
# Nothing in the whole picture is brighter than this: no lamp, no headlight, no sky.
_DARK_BELOW, _LIGHT_ABOVE = 32.0, 42.0
# In less light than this a lost detail may be lost to the night.
_DIM_BELOW = 40.0
_GLARE_SHARE = 0.25
# A cell with less detail is road or sky and tells nothing; with fewer telling cells nothing is judged.
_TELLING_DETAIL = 0.02
_TELLING_CELLS = 8
_LOST_BELOW = 0.3
_COVERED_SHARE, _CLEAR_SHARE = 0.85, 0.6
# What is usual is learned over minutes, from at least half a minute.
_LEARN_SHARE = 0.005
_LEARNED_LOOKS = 60
_SAMPLED_EVERY_ROWS = 8
_SIGNATURES = 64


class ViewJudge:
    """The verdict about one camera's view; ``notices_frozen`` is for sources whose pictures always differ."""

    def __init__(self, *, notices_frozen: bool = True) -> None:
        self.brightness: float | None = None
        self.sharpness: float | None = None
        self._notices_frozen = notices_frozen
        self._looked_ns: int | None = None
        self._looks = 0
        self._usual = np.zeros((ROWS, COLUMNS), np.float32)
        self._signatures: deque[int] = deque(maxlen=_SIGNATURES)
        self._fresh_ns = 0
        self._dark = _Held(DARK_AFTER_S)
        self._covered = _Held(COVERED_AFTER_S)
        self._is_frozen = False

    @property
    def cause(self) -> str:
        """The reason code of what is wrong with the view; empty where nothing is known to be."""
        if self._is_frozen:
            return FROZEN
        if self._dark.holds:
            return DARK
        return COVERED if self._covered.holds else ""

    def is_due(self, now_ns: int) -> bool:
        """Whether it is time to look again."""
        return self._looked_ns is None or now_ns - self._looked_ns >= LOOK_EVERY_NS

    def look(self, image: NDArray[np.uint8], preview: NDArray[np.uint8], now_ns: int) -> None:
        """Look at a picture (BGR, full size) and its preview (BGRA, 480 × 270), captured at the instant."""
        if self._looked_ns is not None and now_ns - self._looked_ns > _LONGEST_GAP_NS:
            self._pass_over(now_ns - self._looked_ns)
        self._looked_ns = now_ns
        if self._notices_frozen:
            self._compare(image, now_ns)
        seen = look_at(preview)
        self.brightness = seen.luma / 255
        self._dark.see(self._is_dark(seen), now_ns)
        self._judge_detail(seen, now_ns)

    def _pass_over(self, gap_ns: int) -> None:
        """Nothing came for so long: no time in which the same picture came, or a dark or covered one."""
        self._fresh_ns += gap_ns
        self._dark.pass_over(gap_ns)
        self._covered.pass_over(gap_ns)

    def _compare(self, image: NDArray[np.uint8], now_ns: int) -> None:
        """Against the last pictures, by every eighth row: noise shows in any of them.

        Not only the very last: what a hanging sensor gives, an encoder turns into a few that come again.
        """
        signature = zlib.crc32(image[::_SAMPLED_EVERY_ROWS].tobytes())
        if signature not in self._signatures:
            self._signatures.append(signature)
            self._fresh_ns = now_ns
        self._is_frozen = (now_ns - self._fresh_ns) / 1e9 >= FROZEN_AFTER_S

    def _is_dark(self, seen: ViewLook) -> bool:
        return seen.brightest < (_LIGHT_ABOVE if self._dark.holds else _DARK_BELOW)

    def _judge_detail(self, seen: ViewLook, now_ns: int) -> None:
        if seen.luma < _DIM_BELOW or seen.glaring_share > _GLARE_SHARE:
            # Neither the night nor headlights say anything about the lens: what was the verdict stays it.
            self.sharpness = None
            return
        telling = self._usual > _TELLING_DETAIL
        if self._looks < _LEARNED_LOOKS or telling.sum() < _TELLING_CELLS:
            self._learn(seen)
            return
        left = seen.detail[telling] / self._usual[telling]
        self.sharpness = float(np.median(left))
        lost_share = float((left < _LOST_BELOW).mean())
        self._covered.see(lost_share > (_CLEAR_SHARE if self._covered.holds else _COVERED_SHARE), now_ns)
        if lost_share < _CLEAR_SHARE:
            self._learn(seen)

    def _learn(self, seen: ViewLook) -> None:
        self._looks += 1
        share = max(_LEARN_SHARE, 1 / self._looks)
        self._usual += share * (seen.detail - self._usual)


class _Held:
    """Whether something is so, once it was so for long enough, until it was not so for a while."""

    def __init__(self, after_s: float) -> None:
        self.holds = False
        self._after_s = after_s
        self._since_ns: int | None = None

    def see(self, is_so: bool, now_ns: int) -> None:
        """It is so at this instant, or is not."""
        if is_so == self.holds:
            self._since_ns = None
            return
        if self._since_ns is None:
            self._since_ns = now_ns
        if (now_ns - self._since_ns) / 1e9 >= (_WELL_AFTER_S if self.holds else self._after_s):
            self.holds, self._since_ns = is_so, None

    def pass_over(self, gap_ns: int) -> None:
        """Nothing was seen for so long."""
        if self._since_ns is not None:
            self._since_ns += gap_ns
