"""Codes out of the bytes of a reader: whole lines only, bounded, cleaned, each once."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST_CODE: Final = 512
# A code that is not finished within this is half of one: the reader was pulled out, or it is noise.
UNFINISHED_S: Final = 2.0
# Readers that look all the time read one paper again and again while it is held to them.
SAME_AGAIN_S: Final = 2.0
_ENDS: Final = b"\r\n"


class ScannedText:
    """``dropped`` counts what was no code: too long, cut off, or not a text."""

    def __init__(self) -> None:
        self.dropped = 0
        self._line = bytearray()
        self._is_too_long = False
        self._came_s = 0.0
        self._last = ("", -SAME_AGAIN_S)

    def take(self, content: bytes, now_s: float) -> list[str]:
        """The codes that are whole with these bytes; a paper still held to the reader counts once."""
        if self._line and now_s - self._came_s > UNFINISHED_S:
            self.forget()
        self._came_s = now_s
        codes = []
        for byte in content:
            if byte in _ENDS:
                code = self._end_line()
                if code and self._is_new(code, now_s):
                    codes.append(code)
            elif len(self._line) < LONGEST_CODE:
                self._line.append(byte)
            else:
                self._is_too_long = True
        return codes

    def forget(self) -> None:
        """What is there of a code will never be whole."""
        if self._line:
            self.dropped += 1
        self._line.clear()
        self._is_too_long = False

    def _end_line(self) -> str:
        line, is_too_long = bytes(self._line), self._is_too_long
        self._line.clear()
        self._is_too_long = False
        if not line:
            return ""
        code = "" if is_too_long else _cleaned(line)
        if not code:
            self.dropped += 1
        return code

    def _is_new(self, code: str, now_s: float) -> bool:
        last, at_s = self._last
        # Held to it without a break it stays the same paper, however long.
        self._last = (code, now_s)
        return code != last or now_s - at_s > SAME_AGAIN_S


def _cleaned(line: bytes) -> str:
    """The text without controls and direction marks; empty where it is no text at all."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "".join(one for one in text if unicodedata.category(one)[0] != "C").strip()
