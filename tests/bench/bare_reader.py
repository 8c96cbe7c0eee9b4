"""BASELINE: ``python -m tests.bench.bare_reader VIDEO COUNT``: cv2 reads a file with nothing behind it.

It counts in the mapped file COUNT until it is killed. Its process is as polite as a capture process is, so
that other work on the machine slows both alike.
"""

from __future__ import annotations

import mmap
import os
import sys
from pathlib import Path

import numpy as np

from devices.cameras.capture import NICENESS
from devices.vision import cv2


def main() -> None:
    """Read on and on."""
    os.nice(NICENESS)
    with Path(sys.argv[2]).open("r+b") as file:
        count = np.frombuffer(mmap.mmap(file.fileno(), 8), dtype=np.uint64)
    capture = cv2.VideoCapture(sys.argv[1], cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
    while True:
        done, _ = capture.read()
        if done:
            count[0] += 1
        else:
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)


if __name__ == "__main__":
    main()
