"""Draws a whole set of samples with all cores, onto disk, with progress."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS
from devices.vision import cv2
from resources.models.training.crops import CropArtist
from resources.models.training.fonts import gather_fonts
from resources.models.training.scenes import SIDE_PIXELS, SceneArtist, street_pictures

T = TypeVar("T")

CHUNK = 100

_crop_artist: CropArtist | None = None
_scene_artist: SceneArtist | None = None


def crop_set(folder: Path, *, fonts: Path, seed: int, count: int) -> tuple[NDArray[np.uint8], list[str]]:
    """The crops 0…count-1 of the seed (count × 48 × 192) and their texts; drawn if not there yet."""
    pictures, texts = folder / f"crops-{seed}-{count}.npy", folder / f"crops-{seed}-{count}.txt"
    if not texts.is_file():
        gather_fonts(fonts)
        written: list[str] = []
        shape = (count, HEIGHT_PIXELS, WIDTH_PIXELS)
        for names in _fill(pictures, shape, _draw_crops, _begin_crops, (fonts, seed)):
            written += names
        texts.write_text("\n".join(written), "utf-8")
    return np.load(pictures, mmap_mode="r"), texts.read_text("utf-8").split("\n")


def scene_set(
    folder: Path, *, fonts: Path, streets: Path, seed: int, count: int
) -> tuple[NDArray[np.uint8], list[NDArray[np.float32]]]:
    """The scenes 0…count-1 of the seed (count × 448 × 448 × 3) and their plates; drawn if not there yet."""
    pictures, plates = folder / f"scenes-{seed}-{count}.npy", folder / f"scenes-{seed}-{count}.npz"
    if not plates.is_file():
        gather_fonts(fonts)
        rows: list[NDArray[np.float32]] = []
        shape = (count, SIDE_PIXELS, SIDE_PIXELS, 3)
        for found in _fill(pictures, shape, _draw_scenes, _begin_scenes, (fonts, streets, seed)):
            rows += found
        np.savez(plates, plates=np.concatenate(rows), counts=np.array([len(row) for row in rows]))
    stored = np.load(plates)
    ends = np.cumsum(stored["counts"])
    return np.load(pictures, mmap_mode="r"), np.split(stored["plates"], ends[:-1])


def _fill(
    path: Path,
    shape: tuple[int, ...],
    draw: Callable[[tuple[int, int]], tuple[NDArray[np.uint8], list[T]]],
    begin: Callable[..., None],
    arguments: tuple[object, ...],
) -> Iterator[list[T]]:
    """Fill an array on disk chunk by chunk with all cores; gives what else belongs to each chunk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = np.lib.format.open_memmap(path, "w+", np.uint8, shape)
    spans = [(start, min(shape[0], start + CHUNK)) for start in range(0, shape[0], CHUNK)]
    with multiprocessing.get_context("spawn").Pool(initializer=begin, initargs=arguments) as pool:
        for span, (pictures, others) in zip(
            spans, with_progress(pool.imap(draw, spans), len(spans), "drawn"), strict=True
        ):
            drawn[span[0] : span[1]] = pictures
            yield others
    drawn.flush()


def with_progress(items: Iterator[T], count: int, what: str) -> Iterator[T]:
    """The items as they come, with a line on standard error that says how far it is."""
    began = time.monotonic()
    for number, item in enumerate(items, start=1):
        yield item
        spent = time.monotonic() - began
        left = spent / number * (count - number)
        print(f"\r{what}: {number}/{count}, {left:.0f} s left   ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _begin_crops(fonts: Path, seed: int) -> None:
    global _crop_artist  # noqa: PLW0603 - a pool's process has one artist for its life
    cv2.setNumThreads(1)
    _crop_artist = CropArtist(gather_fonts(fonts), seed)


def _draw_crops(span: tuple[int, int]) -> tuple[NDArray[np.uint8], list[str]]:
    if _crop_artist is None:
        raise RuntimeError("the process was not begun with _begin_crops")
    samples = [_crop_artist.draw(number) for number in range(*span)]
    return np.stack([sample.crop for sample in samples]), [sample.text for sample in samples]


def _begin_scenes(fonts: Path, streets: Path, seed: int) -> None:
    global _scene_artist  # noqa: PLW0603 - a pool's process has one artist for its life
    cv2.setNumThreads(1)
    _scene_artist = SceneArtist(gather_fonts(fonts), street_pictures(streets, "train"), seed)


def _draw_scenes(span: tuple[int, int]) -> tuple[NDArray[np.uint8], list[NDArray[np.float32]]]:
    if _scene_artist is None:
        raise RuntimeError("the process was not begun with _begin_scenes")
    scenes = [_scene_artist.draw(number) for number in range(*span)]
    return np.stack([scene.picture for scene in scenes]), [scene.plates for scene in scenes]
