"""Characters and marks as masks of ink, and how they are laid onto a plate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.fonts import CAP_PIXELS, MARGIN_PIXELS
from resources.models.training.grounds import Colour, Picture
from resources.models.training.texts import Registration


def lay(
    picture: Picture,
    mask: NDArray[np.uint8],
    ink: Colour | tuple[float, ...],
    field: tuple[float, float, float, float],
    *,
    squeeze: float = 0.6,
    stretch: float = 1.0,
    emboss: float = 0.0,
) -> None:
    """Lay a line of characters into the field (left, right, top, bottom), narrower where it must be.

    ``squeeze`` is how narrow (a share of its width) it may become before it is made smaller, ``stretch`` how
    wide it would be, ``emboss`` how bright an edge is.
    """
    left, right, top, bottom = (round(value) for value in field)
    capital = CAP_PIXELS / (CAP_PIXELS + 2 * MARGIN_PIXELS)
    tall = max(4, round((bottom - top) / capital))
    wide = max(4, round(mask.shape[1] * tall / mask.shape[0] * stretch))
    room = max(4, right - left)
    if wide > room:
        least = round(wide * squeeze)
        if least > room:
            tall = max(4, round(tall * room / least))
        wide = room
    small = cv2.resize(mask, (wide, tall), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    x = left + (room - wide) // 2
    y = round((top + bottom) / 2 - tall / 2)
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = max(0, x), max(0, y), min(width, x + wide), min(height, y + tall)
    if x1 <= x0 or y1 <= y0:
        return
    part = small[y0 - y : y1 - y, x0 - x : x1 - x, None]
    field_part = picture[y0:y1, x0:x1]
    field_part += part * (np.asarray(ink, np.float32) - field_part)
    if emboss:
        edge = part[:, :, 0] - np.roll(part[:, :, 0], (2, 2), (0, 1))
        field_part += edge[:, :, None] * np.float32(emboss)


def two_groups(chance: np.random.Generator, registration: Registration) -> tuple[str, str]:
    """What stands on the first and on the second of two lines."""
    text, written = registration.text, registration.written
    for mark in (" ", "-", "·"):
        first, found, second = written.partition(mark)
        if found and first and second and chance.random() < 0.8:
            return first, second
    at = int(chance.integers(2, max(3, len(text) - 2)))
    return text[:at], text[at:]


def mark(chance: np.random.Generator, character: str) -> NDArray[np.uint8]:
    """A hyphen or a raised dot, as a mask like those of a face."""
    part = np.zeros((CAP_PIXELS + 2 * MARGIN_PIXELS, int(chance.integers(16, 40))), np.uint8)
    middle, width = part.shape[0] // 2, part.shape[1]
    if character == "-":
        cv2.rectangle(part, (2, middle - 7), (width - 3, middle + 7), 255, -1)
    else:
        cv2.circle(part, (width // 2, middle), min(width // 2 - 2, 9), 255, -1)
    return part


def emblem(chance: np.random.Generator, part: NDArray[np.uint8]) -> None:
    """A seal, a state's outline, a coat of arms: something between the groups that is no character."""
    height, width = part.shape
    centre = (width // 2, height // 2 + int(chance.integers(-20, 20)))
    strength = int(chance.integers(60, 256))
    kind = chance.random()
    if kind < 0.4:
        for shift in (-18, 18) if chance.random() < 0.5 else (0,):
            cv2.circle(part, (centre[0], centre[1] + shift), max(3, width // 3), strength, -1)
    else:
        corners = np.stack(
            [
                chance.uniform(2, width - 2, 7),
                centre[1] + chance.uniform(-width * 0.7, width * 0.7, 7),
            ],
            axis=1,
        )
        cv2.fillPoly(part, [cv2.convexHull(corners.astype(np.int32))], strength)
