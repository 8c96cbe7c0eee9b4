"""Takes a multipart body apart (RFC 2046, RFC 7578), bytes only, nothing decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from devices.recognition.pushed.plate import Unusable

MOST_PARTS = 16
LONGEST_HEAD_BYTES = 4_096
_BOUNDARY = re.compile(r"boundary=(?:\"([^\"]{1,70})\"|([^;,\s\"]{1,70}))", re.IGNORECASE)
_NAME = re.compile(r"\b(?:file)?name=\"?([^\";\r\n]{1,200})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the names it is given in its head, its content type in lower case, and its bytes."""

    names: str
    kind: str
    content: bytes


def parts_of(body: bytes, content_type: str) -> list[Part]:
    """The parts of the body; raises Unusable."""
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise Unusable("a multipart body needs its boundary")
    mark = b"--" + (found[1] or found[2]).encode("latin-1", "replace")
    pieces = body.split(mark, MOST_PARTS + 2)
    # Before the first mark nothing counts, behind the last one (--mark--) neither.
    parts: list[Part] = []
    for piece in pieces[1:]:
        if piece.startswith(b"--"):
            return parts
        if len(parts) == MOST_PARTS:
            raise Unusable(f"more than {MOST_PARTS} parts")
        parts.append(_part(piece))
    raise Unusable("the multipart body is cut short")


def _part(piece: bytes) -> Part:
    head, gap, content = piece.partition(b"\r\n\r\n")
    if not gap or len(head) > LONGEST_HEAD_BYTES:
        raise Unusable("a part without its head")
    names, kind = "", ""
    for line in head.decode("latin-1").split("\r\n"):
        key, _, value = line.partition(":")
        if key.strip().lower() == "content-disposition":
            names = " ".join(_NAME.findall(value)).lower()
        elif key.strip().lower() == "content-type":
            kind = value.partition(";")[0].strip().lower()
    return Part(names, kind, content.removesuffix(b"\r\n"))
