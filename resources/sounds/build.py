"""Makes the four sounds; run by hand, never at run time: ``python -m resources.sounds.build``.

Each is a few struck tones, like a small bar of metal: a sine with two soft partials that dies away. They are
told apart by melody, not by loudness: rising asks, falling then repeated warns, a fast even row is the alarm,
and a soft chord says that money is in.
"""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

HERE: Final = Path(__file__).parent
RATE_HZ: Final = 44_100
PEAK: Final = 0.6
# Partials of a struck bar, with their loudness and how much faster they die away.
PARTIALS: Final = ((1.0, 1.0, 1.0), (2.76, 0.16, 2.4), (5.4, 0.04, 4.5))

# (start in seconds, frequency in Hz, seconds until it has died away, loudness)
SOUNDS: Final[dict[str, tuple[tuple[float, float, float, float], ...]]] = {
    "arrival": ((0.0, 587.33, 0.35, 0.8), (0.14, 880.0, 0.60, 1.0)),
    "exception": ((0.0, 783.99, 0.25, 0.9), (0.16, 523.25, 0.40, 1.0), (0.42, 523.25, 0.50, 0.8)),
    "alarm": tuple(
        (0.11 * step + (0.22 if step > 2 else 0.0), 987.77 if step % 3 != 1 else 830.61, 0.22, 1.0)
        for step in range(6)
    ),
    "money_done": ((0.0, 659.26, 0.50, 0.7), (0.06, 830.61, 0.55, 0.7), (0.12, 1318.51, 0.75, 0.6)),
}


def main() -> None:
    """Write all sounds as mono WAV files of 16 bit."""
    for name, strokes in SOUNDS.items():
        _write(HERE / f"{name}.wav", _mix(strokes))


def _mix(strokes: tuple[tuple[float, float, float, float], ...]) -> NDArray[np.float64]:
    length = max(start + seconds for start, _, seconds, _ in strokes)
    mixed = np.zeros(int(length * RATE_HZ) + 1)
    for start, hertz, seconds, loudness in strokes:
        stroke = _stroke(hertz, seconds) * loudness
        first = int(start * RATE_HZ)
        mixed[first : first + stroke.size] += stroke[: mixed.size - first]
    loudest = float(np.max(np.abs(mixed)))
    return np.asarray(mixed / loudest * PEAK, dtype=np.float64)


def _stroke(hertz: float, seconds: float) -> NDArray[np.float64]:
    time = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    tone = np.zeros_like(time)
    for multiple, loudness, haste in PARTIALS:
        tone += loudness * np.sin(2 * np.pi * hertz * multiple * time) * np.exp(-5.0 * haste * time / seconds)
    # 4 ms up and 20 ms down, so that no edge clicks.
    rise = np.minimum(1.0, time / 0.004)
    fall = np.minimum(1.0, (seconds - time) / 0.020)
    return np.asarray(tone * rise * fall, dtype=np.float64)


def _write(path: Path, samples: NDArray[np.float64]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
