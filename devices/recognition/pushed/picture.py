"""The picture that a camera sent, as a still of the lane; what is broken is left out, not kept."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from core.services.ports import Still
from devices.stills import THUMBNAIL_QUALITY, THUMBNAIL_WIDTH

MOST_PIXELS = 40_000_000
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError)


def still_of(jpeg: bytes, *, sequence: int, captured_ns: int) -> Still | None:
    """The JPEG with its thumbnail; None where it is none, is damaged, or is larger than 40 megapixels."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                return None
            # The decoder itself leaves out what a thumbnail does not need: a tenth of the time.
            picture.draft("RGB", (THUMBNAIL_WIDTH, THUMBNAIL_WIDTH))
            small_height = max(1, round(height * THUMBNAIL_WIDTH / width))
            small = picture.convert("RGB").resize((THUMBNAIL_WIDTH, small_height), Image.Resampling.BILINEAR)
    except (*_BROKEN, Image.DecompressionBombError):
        return None
    thumbnail = io.BytesIO()
    small.save(thumbnail, "JPEG", quality=THUMBNAIL_QUALITY)
    return Still(sequence, captured_ns, width, height, jpeg, thumbnail.getvalue())
