"""What the detector learns from: street pictures with plates in them, real ones and drawn ones, and decoys.

The street pictures are the dashcam frames of RobertLucian/license-plate-dataset (MIT licence, Copyright
(c) 2020 Robert Lucian Chiriac): ``truth.jsonl`` with file, split and boxes, and the pictures beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from devices.vision import cv2
from resources.models.training.drawing import WORDS, PlateArtist
from resources.models.training.fonts import Fonts, face
from resources.models.training.grounds import Picture
from resources.models.training.wear import mounted, photographed, tilted

SIDE_PIXELS = 448
MOST_PLATES = 6
# Smaller ones nobody could read; they are neither plates nor background.
LEAST_WIDTH_PIXELS = 18.0


@dataclass(frozen=True, slots=True)
class StreetPicture:
    """A real picture (BGR) with the upright boxes (x, y, width, height) of its plates."""

    picture: NDArray[np.uint8]
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of 448 × 448 and what is on it.

    ``plates`` has a row a plate: eight numbers for the corners clockwise from upper left, lines (0 unknown,
    1, 2), where the second begins, and 1 where the corners are exact, 0 where only the box is known.
    """

    picture: NDArray[np.uint8]
    plates: NDArray[np.float32]


def street_pictures(folder: Path, split: str) -> list[StreetPicture]:
    """The pictures of one split (``train`` or ``valid``)."""
    pictures = []
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["split"] == split:
            picture = cv2.imread(str(folder / row["file"]), cv2.IMREAD_COLOR)
            if picture is None:
                raise FileNotFoundError(folder / row["file"])
            boxes = tuple(tuple(box) for box in row["boxes"])
            pictures.append(StreetPicture(np.asarray(picture, np.uint8), boxes))
    return pictures


class SceneArtist:
    """Makes scenes; the number of a scene and the seed decide it wholly."""

    def __init__(self, fonts: Fonts, streets: list[StreetPicture], seed: int) -> None:
        self._plates = PlateArtist(fonts)
        self._fonts = fonts
        self._streets = streets
        self._seed = seed

    def draw(self, number: int) -> Scene:
        """The scene of that number."""
        chance = np.random.default_rng([self._seed, number, 7])
        scene, boxes = self._ground(chance)
        rows: list[list[float]] = []
        for box in boxes:
            if chance.random() < 0.75:
                rows.append(self._cover(chance, scene, box))
            else:
                x, y, wide, tall = box
                rows.append([x, y, x + wide, y, x + wide, y + tall, x, y + tall, 0, 0.5, 0])
        for _ in range(int(chance.integers(0, 4))):
            self._decoy(chance, scene, rows)
        for _ in range(int(chance.choice([0, 1, 2], p=[0.3, 0.5, 0.2]))):
            self._hang(chance, scene, rows)
        picture = photographed(chance, scene, character_pixels=float(chance.uniform(5, 25)))
        return Scene(picture, np.array(rows[:MOST_PLATES], np.float32).reshape(-1, 11))

    def _ground(self, chance: np.random.Generator) -> tuple[Picture, list[tuple[float, float, float, float]]]:
        if chance.random() < 0.1:
            return _blank_wall(chance), []
        street = self._streets[int(chance.integers(len(self._streets)))]
        height, width = street.picture.shape[:2]
        side = float(np.exp(chance.uniform(np.log(130.0), np.log(700.0))))
        middle = chance.uniform(0, [width, height])
        if street.boxes and chance.random() < 0.75:
            x, y, wide, tall = street.boxes[int(chance.integers(len(street.boxes)))]
            side = max(side, wide * 1.15)
            middle = np.array([x + wide / 2, y + tall / 2]) + chance.uniform(-0.45, 0.45, 2) * (side - wide)
        left, top = np.clip(middle - side / 2, 0, [max(0, width - side), max(0, height - side)])
        scale = SIDE_PIXELS / side
        stretch = chance.uniform(0.9, 1.1)
        matrix = np.array([[scale * stretch, 0, -left * scale * stretch], [0, scale, -top * scale]])
        scene = cv2.warpAffine(
            street.picture,
            matrix,
            (SIDE_PIXELS, SIDE_PIXELS),
            flags=cv2.INTER_AREA if scale < 0.8 else cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT_101,
        ).astype(np.float32)
        boxes = []
        for x, y, wide, tall in street.boxes:
            box = (
                (x - left) * scale * stretch, (y - top) * scale, wide * scale * stretch, tall * scale
            )  # fmt: skip
            if 0 <= box[0] + box[2] / 2 < SIDE_PIXELS and 0 <= box[1] + box[3] / 2 < SIDE_PIXELS:
                boxes.append(box)
        return _in_other_light(chance, scene), boxes

    def _cover(
        self, chance: np.random.Generator, scene: Picture, box: tuple[float, float, float, float]
    ) -> list[float]:
        """A drawn plate where a real one hangs: on a car, in its light."""
        x, y, wide, tall = box
        low = np.clip(np.array([x - 0.04 * wide, y - 0.1 * tall]), 0, SIDE_PIXELS - 2).astype(int)
        high = np.clip(np.array([x + 1.04 * wide, y + 1.1 * tall]), low + 2, SIDE_PIXELS).astype(int)
        part = scene[low[1] : high[1], low[0] : high[0]]
        light = float(np.clip(part.mean() / 150, 0.25, 1.2))
        width = wide * chance.uniform(1.0, 1.25)
        if chance.random() < 0.6:
            # The real one is painted over with the car's own colours, and a shorter one may take its place.
            _painted_over(chance, part)
            width = wide * chance.uniform(0.45, 1.1)
        return self._paste(chance, scene, (x + wide / 2, y + tall / 2), width, light)

    def _hang(self, chance: np.random.Generator, scene: Picture, rows: list[list[float]]) -> None:
        """A drawn plate anywhere, on something like a bumper."""
        width = float(np.exp(chance.uniform(np.log(24.0), np.log(400.0))))
        x, y = chance.uniform(width * 0.4, SIDE_PIXELS - width * 0.4), chance.uniform(20, SIDE_PIXELS - 20)
        if _near(rows, x, y, width):
            return
        if chance.random() < 0.6:
            half = (int(width * chance.uniform(0.6, 1.4)), int(width * chance.uniform(0.25, 0.8)))
            colour = (
                chance.uniform(0, 255, 3) if chance.random() < 0.5 else np.full(3, chance.uniform(0, 255))
            )
            left, top = max(0, int(x) - half[0]), max(0, int(y) - half[1])
            part = scene[top : int(y) + half[1], left : int(x) + half[0]]
            if part.size:
                shade = np.linspace(0.7, 1.15, part.shape[0], dtype=np.float32)[:, None, None]
                keep = np.float32(chance.uniform(0.1, 0.5))
                part[:] = part * keep + (colour.astype(np.float32) * shade) * (1 - keep)
        rows.append(self._paste(chance, scene, (x, y), width, float(chance.uniform(0.4, 1.1))))

    def _paste(
        self,
        chance: np.random.Generator,
        scene: Picture,
        middle: tuple[float, float],
        width: float,
        light: float,
    ) -> list[float]:
        plate = self._plates.draw(chance)
        holder = mounted(chance, plate.picture, self._fonts)
        scale = width / plate.picture.shape[1]
        tall, wide = holder.picture.shape[:2]
        small = cv2.resize(
            holder.picture * np.float32(light),
            (max(4, round(wide * scale)), max(3, round(tall * scale))),
            interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
        )
        tall, wide = small.shape[:2]
        outer = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
        seen = tilted(chance, outer)
        seen += np.asarray(middle, np.float32) - seen.mean(axis=0)
        matrix = cv2.getPerspectiveTransform(outer, seen.astype(np.float32))
        size = (scene.shape[1], scene.shape[0])
        cv2.warpPerspective(
            small, matrix, size, dst=scene, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT
        )
        factors = np.array([wide / holder.picture.shape[1], tall / holder.picture.shape[0]], np.float32)
        corners = cv2.perspectiveTransform((holder.corners * factors)[None], matrix)[0]
        return [*corners.reshape(-1).tolist(), float(plate.lines), plate.split, 1.0]

    def _decoy(self, chance: np.random.Generator, scene: Picture, rows: list[list[float]]) -> None:
        """Text that is no plate: a sign with several lines, a telephone number, a clock, a brand."""
        fonts = self._fonts.plain if chance.random() < 0.8 else self._fonts.script
        typeface = face(fonts[int(chance.integers(len(fonts)))])
        tall = int(np.exp(chance.uniform(np.log(6.0), np.log(60.0))))
        lines = int(chance.choice([1, 1, 2, 3, 4]))
        texts = [_decoy_text(chance) for _ in range(lines)]
        masks = [typeface.line(text, int(chance.integers(6, 30))) for text in texts]
        wide = max(8, round(max(mask.shape[1] for mask in masks) * tall / masks[0].shape[0]))
        step = round(tall * 1.1)
        x, y = int(chance.integers(-20, SIDE_PIXELS - 20)), int(chance.integers(0, SIDE_PIXELS - 10))
        if _near(rows, x + wide / 2, y + step * lines / 2, wide):
            return
        if lines > 1 and chance.random() < 0.7:  # a board
            pad = tall // 2
            cv2.rectangle(
                scene, (x - pad, y - pad), (x + wide + pad, y + step * lines + pad),
                chance.uniform(0, 255, 3).tolist(), -1,
            )  # fmt: skip
        ink = chance.uniform(0, 255, 3).astype(np.float32)
        for line, mask in enumerate(masks):
            width = max(4, round(mask.shape[1] * tall / mask.shape[0]))
            small = cv2.resize(mask, (width, tall), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
            top, left = y + line * step, max(0, x)
            part = scene[top : top + tall, left : max(left, x + width)]
            if part.size:
                shown = small[: part.shape[0], left - x : left - x + part.shape[1], None]
                part += shown * (ink - part)


def _in_other_light(chance: np.random.Generator, scene: Picture) -> Picture:
    """Most dashcam frames are dim and of one tint: some are made bright, some lose a part of their colour."""
    scene = scene * np.float32(chance.uniform(0.7, 1.3))
    if chance.random() < 0.5:
        scene = scene * np.float32(np.clip(chance.uniform(80, 150) / max(float(scene.mean()), 1.0), 1.0, 2.5))
    if chance.random() < 0.5:
        grey = scene.mean(axis=2, keepdims=True)
        scene = grey + (scene - grey) * np.float32(chance.uniform(0.0, 0.8))
    return scene


def _painted_over(chance: np.random.Generator, part: Picture) -> None:
    """The part filled with what lies along its upper and lower edge, softly, with a little grain."""
    upper, lower = part[:2].mean(axis=0), part[-2:].mean(axis=0)
    wide = max(3, part.shape[1] // 4 * 2 + 1)
    upper, lower = (cv2.blur(edge[None], (wide, 1))[0] for edge in (upper, lower))
    share = np.linspace(0, 1, part.shape[0], dtype=np.float32)[:, None, None]
    part[:] = upper[None] * (1 - share) + lower[None] * share
    part += chance.standard_normal(part.shape[:2], np.float32)[:, :, None] * 2


def _decoy_text(chance: np.random.Generator) -> str:
    kind = chance.random()
    if kind < 0.5:
        return WORDS[int(chance.integers(len(WORDS)))]
    if kind < 0.65:
        day = f"{chance.integers(2005, 2030)}-{chance.integers(1, 13):02}-{chance.integers(1, 29):02}"
        return f"{day} {chance.integers(24):02}-{chance.integers(60):02}"
    if kind < 0.85:
        return f"{chance.integers(100, 999)}-{chance.integers(100, 999)}-{chance.integers(1000, 9999)}"
    return "".join(str(chance.choice(list("ABCDEFGHIKLMNOPRSTUVWabcdefghiklmnoprstu "))) for _ in range(12))


def _near(rows: list[list[float]], x: float, y: float, width: float) -> bool:
    for row in rows:
        corners = np.array(row[:8]).reshape(4, 2)
        middle, wide = corners.mean(axis=0), float(np.ptp(corners[:, 0]))
        if abs(middle[0] - x) < (wide + width) * 0.6 and abs(middle[1] - y) < (wide + width) * 0.35:
            return True
    return False


def _blank_wall(chance: np.random.Generator) -> Picture:
    small = chance.uniform(0, 255, (int(chance.integers(2, 12)), int(chance.integers(2, 12)), 3))
    wall = cv2.resize(small.astype(np.float32), (SIDE_PIXELS, SIDE_PIXELS), interpolation=cv2.INTER_CUBIC)
    return np.asarray(wall, np.float32)
