"""Trains the plate recogniser: ``python -m resources.models.training.train_reader``.

It begins with the text recogniser of the rapidocr wheel and goes on with drawn plates, nothing else.
Deterministic for a seed and a number of threads on one machine's arithmetic.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from devices.recognition.models import TEXT_RECOGNISER, read_model
from devices.recognition.plate_alphabet import ALPHABET
from devices.recognition.plate_crops import HEIGHT_PIXELS, WIDTH_PIXELS
from resources.models.training.drawn_set import crop_set
from resources.models.training.exporting import export
from resources.models.training.learning import Picked, arguments, begin, learn
from resources.models.training.reader_network import PlateReaderNetwork, begin_with

BATCH = 64
HELD_OUT = 4000
PEAK_RATE = 5e-4


def main() -> None:
    """Draw, train, say how well, write the model."""
    args = arguments(__doc__, out="plate_reader.onnx", samples=150_000, epochs=1).parse_args()
    begin(args)
    crops, texts = crop_set(args.work, fonts=args.fonts, seed=args.seed, count=args.samples)
    network = PlateReaderNetwork()
    begin_with(network, read_model(TEXT_RECOGNISER))
    network = network.to(memory_format=torch.channels_last)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    lossy = nn.CTCLoss(zero_infinity=True)

    def loss(picked: Picked, chance: np.random.Generator) -> Tensor:
        targets, lengths = _targets([texts[index] for index in picked])
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(_batch(chance, crops[picked]))
        chances = scores.float().log_softmax(2).transpose(0, 1)
        steps_each = torch.full((len(picked),), chances.shape[0], dtype=torch.long)
        found: Tensor = lossy(chances, targets, steps_each, lengths)
        return found

    learn(
        network,
        args,
        count=len(texts) - HELD_OUT,
        batch=BATCH,
        peak_rate=PEAK_RATE,
        loss=loss,
        judged=lambda: f"exact {_exact(network, crops, texts):.2f} % of {HELD_OUT} held out",
    )
    example = torch.zeros(2, 1, HEIGHT_PIXELS, WIDTH_PIXELS)
    about = f"plate recogniser; classes after the blank: {ALPHABET}; seed {args.seed}, {args.samples} drawn"
    digest = export(network, example, args.out, dynamic={0: "count"}, outputs="scores", about=about)
    print(f"{args.out.name} {args.out.stat().st_size} bytes sha256 {digest}")


def _batch(chance: np.random.Generator, crops: NDArray[np.uint8]) -> Tensor:
    """The crops with small changes of their own, so that no epoch shows the same ones."""
    batch = crops.astype(np.float32)
    for crop in batch:
        if chance.random() < 0.5:
            shift = (int(chance.integers(-2, 3)), int(chance.integers(-4, 5)))
            crop[:] = np.roll(crop, shift, (0, 1))
        if chance.random() < 0.2:
            crop[:] += chance.standard_normal(crop.shape, np.float32) * np.float32(chance.uniform(1, 7))
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
    """The percentage of the held-out samples that are read without a fault, by the likeliest path."""
    right = 0
    for start in range(len(texts) - HELD_OUT, len(texts), BATCH):
        batch = torch.from_numpy(crops[start : start + BATCH].astype(np.float32))[:, None]
        with torch.autocast("cpu", torch.bfloat16):
            best = network(batch.contiguous(memory_format=torch.channels_last)).argmax(2).numpy()
        for path, text in zip(best, texts[start : start + BATCH], strict=True):
            right += _collapsed(path) == text
    return 100 * right / HELD_OUT


def _collapsed(path: NDArray[np.int64]) -> str:
    kept = [index for place, index in enumerate(path) if index and (not place or index != path[place - 1])]
    return "".join(ALPHABET[index - 1] for index in kept)


if __name__ == "__main__":
    main()
