"""Trains the plate recogniser: ``python -m resources.models.training.train_reader``.

Drawn plates only. Deterministic for a seed and a number of threads on one machine's arithmetic.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS
from resources.models.training.drawn_set import crop_set
from resources.models.training.exporting import export
from resources.models.training.networks import PlateReaderNetwork

BATCH = 192
HELD_OUT = 4000
PEAK_RATE = 2.5e-3
REPORT_EVERY = 50


def main() -> None:
    """Draw, train, say how well, write the model."""
    args = _arguments()
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    crops, texts = crop_set(args.work, fonts=args.fonts, seed=args.seed, count=args.samples)
    network = PlateReaderNetwork().to(memory_format=torch.channels_last)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    _train(network, crops, texts, args)
    torch.save(network.state_dict(), args.work / "plate_reader.pt")
    print(f"exact on {HELD_OUT} held out: {100 * _exact(network, crops, texts):.2f} %")
    example = torch.zeros(2, 1, HEIGHT_PIXELS, WIDTH_PIXELS)
    about = f"plate recogniser; classes after the blank: {ALPHABET}; seed {args.seed}, {args.samples} drawn"
    digest = export(network, example, args.out, dynamic={0: "count"}, outputs="scores", about=about)
    print(f"{args.out.name} {args.out.stat().st_size} bytes sha256 {digest}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, default=Path("build/fonts"), help="where typefaces are kept")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where samples are kept")
    parser.add_argument("--out", type=Path, default=Path("resources/models/plate_reader.onnx"))
    parser.add_argument("--samples", type=int, default=220_000)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, default=None, help="weights (.pt) to go on from")
    return parser.parse_args()


def _train(
    network: PlateReaderNetwork, crops: NDArray[np.uint8], texts: list[str], args: argparse.Namespace
) -> None:
    chance = np.random.default_rng(args.seed)
    learned = len(texts) - HELD_OUT
    steps = args.epochs * (learned // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=PEAK_RATE, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=steps, pct_start=0.1)
    lossy = nn.CTCLoss(zero_infinity=True)
    began, running, done = time.monotonic(), math.nan, 0
    for epoch in range(args.epochs):
        order = chance.permutation(learned)
        for start in range(0, learned - BATCH + 1, BATCH):
            picked = np.sort(order[start : start + BATCH])
            batch = _batch(chance, crops[picked])
            targets, lengths = _targets([texts[index] for index in picked])
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(batch)
            chances = scores.float().log_softmax(2).transpose(0, 1)
            steps_each = torch.full((len(picked),), chances.shape[0], dtype=torch.long)
            loss = lossy(chances, targets, steps_each, lengths)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            rates.step()
            done += 1
            running = loss.item() if math.isnan(running) else 0.98 * running + 0.02 * loss.item()
            if done % REPORT_EVERY == 0:
                left = (time.monotonic() - began) / done * (steps - done)
                print(f"\repoch {epoch + 1}, step {done}/{steps}, loss {running:.3f}, {left:.0f} s left   ",
                      end="", file=sys.stderr, flush=True)  # fmt: skip
        torch.save(network.state_dict(), args.work / "plate_reader.pt")
        print(f"\nepoch {epoch + 1}: exact {100 * _exact(network, crops, texts):.2f} %", file=sys.stderr)


def _batch(chance: np.random.Generator, crops: NDArray[np.uint8]) -> Tensor:
    """The crops with small changes of their own, so that no epoch shows the same ones."""
    batch = crops.astype(np.float32)
    for crop in batch:
        if chance.random() < 0.5:
            shift = (int(chance.integers(-2, 3)), int(chance.integers(-4, 5)))
            crop[:] = np.roll(crop, shift, (0, 1))
        if chance.random() < 0.3:
            crop[:] += chance.standard_normal(crop.shape, np.float32) * np.float32(chance.uniform(1, 10))
        if chance.random() < 0.1:
            x, y = int(chance.integers(WIDTH_PIXELS - 8)), int(chance.integers(HEIGHT_PIXELS - 8))
            crop[y : y + 8, x : x + 8] = chance.uniform(0, 255)
        if chance.random() < 0.1:
            crop[:] = 255 - crop
    return torch.from_numpy(batch)[:, None].contiguous(memory_format=torch.channels_last)


def _targets(texts: list[str]) -> tuple[Tensor, Tensor]:
    joined = torch.tensor([ALPHABET.index(character) + 1 for text in texts for character in text])
    return joined, torch.tensor([len(text) for text in texts])


def _exact(network: PlateReaderNetwork, crops: NDArray[np.uint8], texts: list[str]) -> float:
    """The share of the held-out samples that are read without a fault, by the likeliest path."""
    network.eval()
    right = 0
    with torch.no_grad():
        for start in range(len(texts) - HELD_OUT, len(texts), BATCH):
            batch = torch.from_numpy(crops[start : start + BATCH].astype(np.float32))[:, None]
            best = network(batch.contiguous(memory_format=torch.channels_last)).argmax(2).numpy()
            for path, text in zip(best, texts[start : start + BATCH], strict=True):
                right += _collapsed(path) == text
    network.train()
    return right / HELD_OUT


def _collapsed(path: NDArray[np.int64]) -> str:
    kept = [index for place, index in enumerate(path) if index and (not place or index != path[place - 1])]
    return "".join(ALPHABET[index - 1] for index in kept)


if __name__ == "__main__":
    main()
