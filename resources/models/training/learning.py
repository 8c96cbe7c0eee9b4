"""What the scripts that train have in common: their arguments, the loop, its progress."""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

REPORT_EVERY = 20
# Of the mean loss shown, the share that is one step's.
NEWEST_SHARE = 0.02

Picked = NDArray[np.int64]


def arguments(description: str | None, *, out: str, samples: int, epochs: int) -> argparse.ArgumentParser:
    """A parser of what every script takes, with these defaults."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--fonts", type=Path, default=Path("build/fonts"), help="where typefaces are kept")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where samples are kept")
    parser.add_argument("--out", type=Path, default=Path("resources/models") / out)
    parser.add_argument("--samples", type=int, default=samples)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, default=None, help="weights (.pt) to go on from")
    return parser


def begin(args: argparse.Namespace) -> None:
    """Set every generator to the seed, and the number of threads."""
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)


def learn(
    network: nn.Module,
    args: argparse.Namespace,
    *,
    count: int,
    batch: int,
    peak_rate: float,
    loss: Callable[[Picked, np.random.Generator], Tensor],
    judged: Callable[[], str],
) -> None:
    """Train on samples 0…count-1, whose ``loss`` is asked for a batch at a time.

    After each epoch the weights are kept in the work folder, and what ``judged`` says of them is shown.
    """
    chance = np.random.default_rng(args.seed)
    steps = args.epochs * (count // batch)
    optimiser = torch.optim.AdamW(network.parameters(), lr=peak_rate, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=steps, pct_start=0.1)
    progress = _Progress(steps)
    for epoch in range(1, args.epochs + 1):
        network.train()
        order = chance.permutation(count)
        for start in range(0, count - batch + 1, batch):
            found = loss(np.sort(order[start : start + batch]), chance)
            optimiser.zero_grad(set_to_none=True)
            found.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            rates.step()
            progress.step(epoch, found.item())
        torch.save(network.state_dict(), args.work / f"{args.out.stem}.pt")
        network.eval()
        with torch.no_grad():
            print(f"\nepoch {epoch}: {judged()}", file=sys.stderr)


class _Progress:
    """A line on standard error: how far it is, the mean loss, how long it will take."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._began = time.monotonic()
        self._done = 0
        self._mean = math.nan

    def step(self, epoch: int, loss: float) -> None:
        first = math.isnan(self._mean)
        self._mean = loss if first else self._mean + NEWEST_SHARE * (loss - self._mean)
        self._done += 1
        if self._done % REPORT_EVERY:
            return
        left = (time.monotonic() - self._began) / self._done * (self._steps - self._done)
        line = f"epoch {epoch}, step {self._done}/{self._steps}, loss {self._mean:.3f}, {left:.0f} s left"
        print(f"\r{line}   ", end="", file=sys.stderr, flush=True)
