"""``lotkeeper read IMAGE…``: the plates in picture files, one line a picture."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from console.cli.words import words_for
from core.domain.errors import BadInput, DeviceError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.domain.plate_formats import PlateFormats
    from devices.recognition.readers.plate_reader import PlateReader

DONE, SOME_FAILED = 0, 1
MOST_ALTERNATIVES = 5
OPTION = Path("--formats")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``lotkeeper read``."""
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE", help="a picture file")
    parser.add_argument(
        "--formats",
        metavar="NAMES",
        help="plates to expect, with commas: us,eu or tw,cn:0.05 or ./own.toml (those of this console)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--threads", type=int, default=2, choices=range(1, 17), metavar="N", help="1 to 16, usually 2"
    )


def run(args: argparse.Namespace) -> int:
    """Read each picture and print its line; 1 where a picture could not be read at all."""
    formats = _formats(args)
    # Loaded here: the models' libraries take a second that `lotkeeper --help` must not pay.
    from devices.pictures import read_picture  # noqa: PLC0415
    from devices.recognition.readers.registry import open_reader  # noqa: PLC0415
    from devices.recognition.shapes import Shapes  # noqa: PLC0415

    reader = open_reader(threads=args.threads, shapes=Shapes(formats))
    failed = 0
    for path in args.images:
        try:
            row = _row(path, reader, read_picture(path))
        except (BadInput, DeviceError) as error:
            failed += 1
            row = {"file": str(path), "error": _problem(error)}
        print(json.dumps(row, ensure_ascii=False) if args.json else _sentence(row), flush=True)
    return SOME_FAILED if failed else DONE


def _formats(args: argparse.Namespace) -> PlateFormats:
    """Those that were named, else those of this console; ConfigError before anything is read."""
    from core.config import load_config  # noqa: PLC0415
    from core.config.plate_formats import load_formats  # noqa: PLC0415
    from core.store.folder import DataFolder  # noqa: PLC0415

    if args.formats is not None:
        return load_formats(args.formats.split(","), named_in=OPTION)
    config = DataFolder(args.data).config
    return load_formats(load_config(config).plates.formats, named_in=config)


def _row(path: Path, reader: PlateReader, image: NDArray[np.uint8]) -> dict[str, object]:
    started = time.perf_counter()
    reads = reader.read(image)
    row: dict[str, object] = {"file": str(path), "plate": None, "confidence": 0.0, "box": None}
    alternatives: list[dict[str, object]] = []
    if reads:
        best = reads[0]
        box = best.box
        row |= {
            "plate": best.text,
            "confidence": best.confidence,
            "box": [box.x, box.y, box.width, box.height],
        }
        alternatives = [
            {"plate": text, "confidence": confidence}
            for text, confidence in best.alternatives[:MOST_ALTERNATIVES]
        ]
    return row | {"alternatives": alternatives, "ms": round((time.perf_counter() - started) * 1000, 1)}


def _problem(error: BadInput | DeviceError) -> str:
    """What is wrong in words; the file's name stands beside it already."""
    if isinstance(error, DeviceError):
        return f"{words_for(error.cause)}: {error.detail}" if error.detail else words_for(error.cause)
    problem = error.facts.get("problem")
    return f"{words_for(error.code)}: {problem}" if problem else words_for(error.code)


def _sentence(row: dict[str, object]) -> str:
    if "error" in row:
        return f"{row['file']}: {row['error']}"
    if row["plate"] is None:
        return f"{row['file']}: no plate ({row['ms']} ms)"
    return f"{row['file']}: {row['plate']} ({row['confidence']}, {row['ms']} ms)"
