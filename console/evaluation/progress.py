"""How far a long reading is: count, rate and time left, on standard error."""

from __future__ import annotations

import time
from typing import TextIO

# A person sees a line that changes; a file gets a line now and then.
EVERY_SECONDS, EVERY_SECONDS_IN_A_FILE = 0.2, 15.0


class ProgressLine:
    """Called after each picture; ``end`` leaves the last state on a line of its own."""

    def __init__(self, words: str, stream: TextIO) -> None:
        self._words = words
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._began_s = time.monotonic()
        self._shown_s = self._began_s
        self._shown = ""

    def __call__(self, done: int, of: int) -> None:
        """So many are done."""
        now_s = time.monotonic()
        pause = EVERY_SECONDS if self._is_terminal else EVERY_SECONDS_IN_A_FILE
        if done < of and now_s - self._shown_s < pause:
            return
        self._shown_s = now_s
        self._show(_line(self._words, done, of, now_s - self._began_s))

    def end(self) -> None:
        """Whatever is written next begins on a new line."""
        if self._is_terminal and self._shown:
            print(file=self._stream, flush=True)

    def _show(self, text: str) -> None:
        if self._is_terminal:
            print(f"\r{text.ljust(len(self._shown))}", end="", file=self._stream, flush=True)
        else:
            print(text, file=self._stream, flush=True)
        self._shown = text


def _line(words: str, done: int, of: int, spent_s: float) -> str:
    rate = done / spent_s if spent_s > 0 else 0.0
    left = f", {_clock((of - done) / rate)} left" if rate and done < of else ""
    return f"{words}: {done} of {of}, {rate:.1f} a second{left}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
