"""Lotkeeper's own form of a read: ``{"plate": "ABC-1234", "confidence": 0.93}``.

``captured_at`` (ISO 8601 with its zone) and ``image`` (a JPEG in base64) may be added; ``plate`` is null for
a vehicle without one; without a ``confidence`` nothing is opened on the read alone.
"""

from __future__ import annotations

import base64
import binascii
import json

from devices.recognition.pushed.plate import PushedPlate, Unusable, instant, plate_text

KEYS = ("plate", "confidence", "captured_at", "image")


def read_json(body: bytes) -> PushedPlate:
    """The read in the body; raises Unusable."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unusable("the body is no JSON") from error
    if not isinstance(said, dict) or "plate" not in said:
        raise Unusable("expected an object with plate")
    strange = sorted(set(said) - set(KEYS))
    if strange:
        raise Unusable(f"unknown key {strange[0][:40]}, expected {', '.join(KEYS)}")
    plate, captured_at = said["plate"], said.get("captured_at")
    if not isinstance(plate, str | None) or not isinstance(captured_at, str | None):
        raise Unusable("plate and captured_at are texts")
    return PushedPlate(
        text=plate_text(plate or ""),
        confidence=_confidence(said.get("confidence", 0)),
        captured_at=instant(captured_at) if captured_at is not None else None,
        jpeg=_picture(said.get("image")),
    )


def _confidence(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise Unusable("confidence is a number from 0 to 1")
    return float(value)


def _picture(value: object) -> bytes:
    if value is None:
        return b""
    if not isinstance(value, str):
        raise Unusable("image is a JPEG in base64")
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unusable("image is a JPEG in base64") from error
