"""Decodes pictures from outside (files, folders of photos), after asking the header what they are."""

from __future__ import annotations

import contextlib
import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from core.domain.errors import BadInput

MOST_PIXELS = 64 * 1024 * 1024
MOST_BYTES = 64 * 1024 * 1024
FORMATS = ("JPEG", "PNG", "BMP", "WEBP")

# What Pillow's decoders raise on hostile bytes, beside OSError: found by feeding them some.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    zlib.error,
    OverflowError,
    LookupError,
    TypeError,
)


def decode_picture(data: bytes, *, file: str = "") -> NDArray[np.uint8]:
    """The picture upright in BGR, 8 bit, height × width × 3; ``file`` only names it in errors.

    Raises BadInput: ``picture.not_a_picture``, ``picture.too_large`` (above 64 megapixels, or 64 MiB of
    file; nothing is decoded then), ``picture.damaged`` (truncated, broken inside, without a single pixel).
    """
    if len(data) > MOST_BYTES:
        raise BadInput("picture.too_large", file=file, bytes=len(data))
    try:
        opened = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise BadInput("picture.too_large", file=file) from error
    except (UnidentifiedImageError, *_BROKEN) as error:
        raise BadInput("picture.not_a_picture", file=file) from error
    with opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            raise BadInput("picture.too_large", file=file, width=width, height=height)
        if width < 1 or height < 1:
            raise BadInput("picture.damaged", file=file, width=width, height=height)
        try:
            opened.load()
            rgb = _upright(opened).convert("RGB")
        except _BROKEN as error:
            raise BadInput("picture.damaged", file=file) from error
    return np.ascontiguousarray(np.asarray(rgb, dtype=np.uint8)[:, :, ::-1])


def read_picture(path: Path) -> NDArray[np.uint8]:
    """The picture in a file, as ``decode_picture`` gives it.

    Raises BadInput as there, and ``picture.not_readable`` where the file cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            # A pipe would be waited for without end.
            problem = "is a folder" if path.is_dir() else "is no file"
            raise BadInput("picture.not_readable", file=path.name, problem=problem)
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("picture.not_readable", file=path.name, problem=error.strerror) from error
    return decode_picture(data, file=path.name)


def _upright(picture: Image.Image) -> Image.Image:
    # Junk in the EXIF block is no reason to lose the picture: it is then taken as it lies.
    with contextlib.suppress(*_BROKEN):
        return ImageOps.exif_transpose(picture)
    return picture
