"""Trains the plate detector: ``python -m resources.models.training.train_detector --streets FOLDER``.

Street pictures with boxes (see ``scenes.py``), with drawn plates in and beside them. Deterministic for a
seed and a number of threads on one machine's arithmetic.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from resources.models.training.detector_network import PlateDetectorNetwork
from resources.models.training.drawn_set import scene_set
from resources.models.training.exporting import export
from resources.models.training.learning import Picked, arguments, begin, learn
from resources.models.training.scenes import LEAST_WIDTH_PIXELS, SIDE_PIXELS, street_pictures

BATCH = 16
HELD_OUT = 400
PEAK_RATE = 2e-3
STRIDE = 8
CELLS = SIDE_PIXELS // STRIDE


def main() -> None:
    """Draw, train, say how well, write the model."""
    parser = arguments(__doc__, out="plate_detector.onnx", samples=12_000, epochs=3)
    parser.add_argument("--streets", type=Path, required=True, help="license-plate-dataset's folder")
    args = parser.parse_args()
    begin(args)
    pictures, plates = scene_set(
        args.work, fonts=args.fonts, streets=args.streets, seed=args.seed, count=args.samples
    )
    network = PlateDetectorNetwork().to(memory_format=torch.channels_last)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))

    def loss(picked: Picked, _chance: np.random.Generator) -> Tensor:
        return _loss(network, pictures[picked], [plates[index] for index in picked])

    learn(
        network,
        args,
        count=len(plates) - HELD_OUT,
        batch=BATCH,
        peak_rate=PEAK_RATE,
        loss=loss,
        judged=lambda: _held_out(network, pictures, plates),
    )
    found = _found_on_streets(network, args.streets)
    print(f"found in unseen street pictures: {100 * found:.1f} % of plates of 24 px and more")
    example = torch.zeros(1, 3, SIDE_PIXELS, SIDE_PIXELS)
    about = f"plate detector; seed {args.seed}, {args.samples} scenes"
    digest = export(
        network, example, args.out, dynamic={0: "count", 2: "height", 3: "width"}, outputs="maps", about=about
    )
    print(f"{args.out.name} {args.out.stat().st_size} bytes sha256 {digest}")


def _held_out(
    network: PlateDetectorNetwork, pictures: NDArray[np.uint8], plates: list[NDArray[np.float32]]
) -> str:
    held = range(len(plates) - HELD_OUT, len(plates), BATCH)
    losses = [_loss(network, pictures[at : at + BATCH], plates[at : at + BATCH]).item() for at in held]
    return f"held out {np.mean(losses):.3f}"


def _loss(
    network: PlateDetectorNetwork, pictures: NDArray[np.uint8], plates: list[NDArray[np.float32]]
) -> Tensor:
    batch = torch.from_numpy(np.ascontiguousarray(pictures.transpose(0, 3, 1, 2))).float()
    with torch.autocast("cpu", torch.bfloat16):
        maps = network(batch.contiguous(memory_format=torch.channels_last))
    maps = maps.float()
    wanted = [torch.from_numpy(part) for part in _wanted(plates)]
    heat, care, shapes, weights, two_lines = wanted
    middle = maps[:, 0]
    chances = middle.sigmoid().clamp(1e-4, 1 - 1e-4)
    # The focal loss of CornerNet (Law and Deng 2018): cells beside a middle count little as errors.
    hits = heat.eq(1)
    losses = torch.where(
        hits,
        -((1 - chances) ** 2) * chances.log(),
        -((1 - heat) ** 4) * chances**2 * (1 - chances).log(),
    )
    count = hits.sum().clamp(min=1)
    loss = (losses * care).sum() / count
    error = (maps[:, 2:] - shapes).abs() * weights
    loss = loss + error.sum() / weights.sum().clamp(min=1) * 2
    lines = nn.functional.binary_cross_entropy_with_logits(maps[:, 1], two_lines, reduction="none")
    known = weights[:, 0].gt(0)
    return loss + (lines * known).sum() / known.sum().clamp(min=1) * 0.3


def _wanted(plates: list[NDArray[np.float32]]) -> tuple[NDArray[np.float32], ...]:
    """Heat, care (0 where nothing is to be learned), shapes (split and corners), their weights, two lines."""
    count = len(plates)
    heat = np.zeros((count, CELLS, CELLS), np.float32)
    care = np.ones((count, CELLS, CELLS), np.float32)
    shapes = np.zeros((count, 9, CELLS, CELLS), np.float32)
    weights = np.zeros((count, 9, CELLS, CELLS), np.float32)
    two_lines = np.zeros((count, CELLS, CELLS), np.float32)
    rows, columns = np.mgrid[:CELLS, :CELLS].astype(np.float32)
    for index, found in enumerate(plates):
        for row in found:
            corners = row[:8].reshape(4, 2) / STRIDE - 0.5
            middle = corners.mean(axis=0)
            wide = float(np.ptp(corners[:, 0]))
            tall = max(float(np.ptp(corners[:, 1])), 1.0)
            x, y = round(float(middle[0])), round(float(middle[1]))
            if not (0 <= x < CELLS and 0 <= y < CELLS):
                continue
            away_x = (columns - middle[0]) / (wide * 0.14 + 0.4)
            away_y = (rows - middle[1]) / (tall * 0.14 + 0.4)
            near = np.exp(-(away_x**2 + away_y**2) / 2)
            if wide * STRIDE < LEAST_WIDTH_PIXELS:
                care[index][near > 0.05] = 0
                continue
            heat[index] = np.maximum(heat[index], np.where(near > 0.999, 0.999, near))
            heat[index, y, x] = 1
            inner = near > 0.5
            inner[y, x] = True
            for corner in range(4):
                shapes[index, 1 + 2 * corner][inner] = (corners[corner, 0] - columns)[inner]
                shapes[index, 2 + 2 * corner][inner] = (corners[corner, 1] - rows)[inner]
            # An error counts by the plate's size: a pixel matters more on a small one.
            weight = (1.0 if row[10] else 0.3) / (wide + tall) * 8
            weights[index, 1:, inner] = weight
            two_lines[index][inner] = row[8] == 2
            shapes[index, 0][inner] = row[9]
            weights[index, 0][inner] = 2.0 if row[8] == 2 else 0.0
    known = weights.sum(axis=1) > 0
    weights[:, 0] = np.where(known, np.maximum(weights[:, 0], 1e-6), 0)
    return heat, care, shapes, weights, two_lines


def _found_on_streets(network: PlateDetectorNetwork, folder: Path) -> float:
    """The share of plates in the unseen frames whose middle the network's best cells hit."""
    network.eval()
    found = seen = 0
    with torch.no_grad():
        for street in street_pictures(folder, "valid"):
            high, broad = (side // 32 * 32 for side in street.picture.shape[:2])
            picture = street.picture[:high, :broad]
            batch = torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)))[None].float()
            heat = network(batch)[0, 0].sigmoid().numpy()
            for x, y, wide, tall in street.boxes:
                if wide < 24:
                    continue
                seen += 1
                part = heat[
                    int(y / STRIDE) : int((y + tall) / STRIDE) + 1,
                    int(x / STRIDE) : int((x + wide) / STRIDE) + 1,
                ]
                found += bool(part.size and part.max() > 0.3)
    return found / max(1, seen)


if __name__ == "__main__":
    main()
