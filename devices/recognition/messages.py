"""What the console and the recogniser's process say to one another, over two pipes.

Towards the process: lines of JSON, the first of them its settings, each further one a request or the
cameras' views. Back: a length, a JSON head of that length, and the bytes of the still where the head
announces one.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from core.domain.camera_views import CameraView
from core.domain.lattices import from_plain, to_plain
from core.domain.reads import Box, Read
from core.services.ports import ReadAnswer, Still

_LENGTHS = struct.Struct("<III")  # head, JPEG, thumbnail
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What the process is told at its start.

    ``reader`` is a text that ``readers.registry`` knows, or ``stub`` for benches and tests: it answers
    ``stub_reads`` for every picture, at once, or as ``stub:100`` after 100 ms. ``model_folder`` is only
    given where the models do not lie in the installed wheel. ``formats`` are plate formats by name or path,
    as the file ``formats_named_in`` names them.
    """

    rings: Mapping[str, Path]
    reader: str = "own"
    threads: int = 1
    model_folder: Path | None = None
    stub_reads: tuple[Read, ...] = ()
    views: Mapping[str, CameraView] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    formats_named_in: Path = Path()

    def to_json(self) -> str:
        """As one line."""
        return json.dumps(
            {
                "formats": self.formats,
                "formats_named_in": str(self.formats_named_in),
                "rings": {camera_id: str(path) for camera_id, path in self.rings.items()},
                "reader": self.reader,
                "threads": self.threads,
                "model_folder": str(self.model_folder) if self.model_folder is not None else None,
                "stub_reads": [_plain(read) for read in self.stub_reads],
                "views": {camera_id: _plain_view(view) for camera_id, view in self.views.items()},
            }
        )

    @classmethod
    def from_json(cls, line: str) -> Settings:
        """What ``to_json`` wrote."""
        said = json.loads(line)
        folder = said["model_folder"]
        return cls(
            rings={camera_id: Path(path) for camera_id, path in said["rings"].items()},
            reader=said["reader"],
            threads=said["threads"],
            model_folder=Path(folder) if folder is not None else None,
            stub_reads=tuple(_read(plain) for plain in said["stub_reads"]),
            views=_views(said["views"]),
            formats=tuple(said["formats"]),
            formats_named_in=Path(said["formats_named_in"]),
        )


@dataclass(frozen=True, slots=True)
class Views:
    """What of each camera's picture is read from now on; a camera that is not named is read whole."""

    views: Mapping[str, CameraView]

    def to_json(self) -> str:
        """As one line."""
        plain = {camera_id: _plain_view(view) for camera_id, view in self.views.items()}
        return json.dumps({"views": plain})


@dataclass(frozen=True, slots=True)
class Request:
    """One picture of a camera to be read, newer than the sequence; under another view where one is given."""

    camera_id: str
    token: int
    not_before_sequence: int
    view: CameraView | None = None

    def to_json(self) -> str:
        """As one line."""
        view = _plain_view(self.view) if self.view is not None else None
        return json.dumps([self.camera_id, self.token, self.not_before_sequence, view])


def order_of(line: str) -> Request | Views:
    """What the process is asked to do by a line that ``to_json`` of either wrote."""
    said = json.loads(line)
    if isinstance(said, dict):
        return Views(_views(said["views"]))
    camera_id, token, not_before_sequence, view = said
    return Request(camera_id, token, not_before_sequence, None if view is None else _view(view))


@dataclass(frozen=True, slots=True)
class Notice:
    """How the process itself is: ``ready``, or ``failed`` with a reason code before it ends.

    ``files`` are what the failed reader rests on: when one changes, it is worth a new try.
    """

    state: str
    cause: str = ""
    detail: str = ""
    files: tuple[str, ...] = ()


def pack(message: ReadAnswer | Notice) -> bytes:
    """The message as it goes through the pipe."""
    if isinstance(message, Notice):
        said = {"state": message.state, "cause": message.cause, "detail": message.detail}
        return _packed({**said, "files": message.files}, b"", b"")
    still = message.still
    head: dict[str, Any] = {
        "token": message.token,
        "camera_id": message.camera_id,
        "sequence": message.sequence,
        "captured_ns": message.captured_ns,
        "reads": [_plain(read) for read in message.reads],
        "size": [still.width, still.height] if still is not None else None,
        "cause": message.cause,
        "elapsed_ms": message.elapsed_ms,
    }
    if still is None:
        return _packed(head, b"", b"")
    return _packed(head, still.jpeg, still.thumbnail)


def unpack(pipe: IO[bytes]) -> ReadAnswer | Notice | None:
    """The next message from the pipe, or None at its end, also where the last one is cut short."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_bytes, jpeg_bytes, thumbnail_bytes = _LENGTHS.unpack(lengths)
    if max(head_bytes, jpeg_bytes, thumbnail_bytes) > _MOST_BYTES:
        return None
    body = pipe.read(head_bytes + jpeg_bytes + thumbnail_bytes)
    if len(body) < head_bytes + jpeg_bytes + thumbnail_bytes:
        return None
    head = json.loads(body[:head_bytes])
    if "state" in head:
        return Notice(head["state"], head["cause"], head["detail"], tuple(head["files"]))
    jpeg_end = head_bytes + jpeg_bytes
    return _answer(head, body[head_bytes:jpeg_end], body[jpeg_end:])


def _packed(head: dict[str, Any], jpeg: bytes, thumbnail: bytes) -> bytes:
    encoded = json.dumps(head).encode()
    return _LENGTHS.pack(len(encoded), len(jpeg), len(thumbnail)) + encoded + jpeg + thumbnail


def _answer(head: dict[str, Any], jpeg: bytes, thumbnail: bytes) -> ReadAnswer:
    sequence, captured_ns, size = head["sequence"], head["captured_ns"], head["size"]
    still = Still(sequence, captured_ns, size[0], size[1], jpeg, thumbnail) if size is not None else None
    return ReadAnswer(
        token=head["token"],
        camera_id=head["camera_id"],
        sequence=sequence,
        captured_ns=captured_ns,
        reads=tuple(_read(plain) for plain in head["reads"]),
        still=still,
        cause=head["cause"],
        elapsed_ms=head["elapsed_ms"],
    )


def _plain_view(view: CameraView) -> list[Any]:
    return [view.region, view.masks]


def _view(plain: list[Any]) -> CameraView:
    region, *masks = (tuple((x, y) for x, y in shape) for shape in (plain[0], *plain[1]))
    return CameraView(region, tuple(masks))


def _views(plain: Mapping[str, list[Any]]) -> dict[str, CameraView]:
    return {camera_id: _view(view) for camera_id, view in plain.items()}


def _plain(read: Read) -> list[Any]:
    box = read.box
    return [
        read.text,
        read.confidence,
        [box.x, box.y, box.width, box.height],
        [list(pair) for pair in read.alternatives],
        to_plain(read.lattice) if read.lattice is not None else None,
        round(float(read.character_pixels), 1),
        read.in_part,
    ]


def _read(plain: list[Any]) -> Read:
    text, confidence, box, alternatives, lattice, character_pixels, in_part = plain
    return Read(
        text=text,
        confidence=confidence,
        box=Box(*box),
        alternatives=tuple((other, share) for other, share in alternatives),
        lattice=from_plain(lattice) if lattice is not None else None,
        character_pixels=character_pixels,
        in_part=in_part,
    )
